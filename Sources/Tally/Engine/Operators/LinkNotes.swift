// What is said of links of which it is not known where they lead.

extension SourceTrail {
  /// What must be said of links that lead nowhere known: rows that they may belong to stay open.
  /// - Parameter base: the rows of `relation` that are asked of; of joins that begin at other
  ///   relations all rows count.
  func linkNotes(base: Bitmap, of relation: Int) -> [String] {
    let own = engine.dataset.relations[relation]
    var links = OpenLinks()
    for column in fields.ways(from: relation) {
      links.add(column, of: own, open: (own.columns[column].unknown & base).population)
    }
    for join in fields.joins {
      let (pointing, column) =
        switch join.way {
        case .one(let column): (engine.dataset.relations[join.from], column)
        case .many(let column): (engine.dataset.relations[join.to], column)
        case .pairs(let pairs, let back, _): (engine.dataset.relations[pairs], back)
        }
      let all = engine.dataset.relations[join.from].count
      let rows = join.from == relation ? base : Bitmap(count: all, filled: true)
      links.add(column, of: pointing, open: open(join, pointing.columns[column], rows))
    }
    return links.notes(engine.dataset)
  }

  /// How many rows with an unknown link may concern the rows of a base.
  private func open(_ join: Join, _ column: Column, _ base: Bitmap) -> Int {
    switch join.way {
    case .one: (column.unknown & base).population
    case .many: engine.backLinks(join).floating(reaching: base).count
    case .pairs: column.unknown.population
    }
  }
}

/// Links that are not known for some rows: each once, with the most rows that concern an answer.
private struct OpenLinks {
  private var found: [(schema: RelationSchema, column: Int, open: Int)] = []

  mutating func add(_ column: Int, of relation: Relation, open: Int) {
    let schema = relation.schema
    if let at = found.firstIndex(where: { $0.schema.name == schema.name && $0.column == column }) {
      found[at].open = max(found[at].open, open)
    } else if open > 0 {
      found.append((schema, column, open))
    }
  }

  /// What is said of each. A row stays open wherever its link may lead, but it leads to one place:
  /// so many rows cannot all be so at once.
  func notes(_ dataset: Dataset) -> [String] {
    found.map { schema, column, open in
      let unit = Unit(.count, singular: schema.singular, plural: schema.name)
      let field = schema.fields[column]
      var note = "\(field.name) is not known for \(unit.counted(open)): "
      note += "possible wherever it may belong"
      if case .link(let name) = field.type, let target = dataset.relation(name) {
        note += ", one \(dataset.relations[target].schema.singular)"
        if open > 1 { note += " each" }
      }
      return note
    }
  }
}
