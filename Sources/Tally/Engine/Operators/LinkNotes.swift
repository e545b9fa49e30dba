// What is said of links of which it is not known where they lead.

extension SourceTrail {
  /// What must be said of links that lead nowhere known: rows that they may belong to stay open.
  /// - Parameter base: the rows of `relation` that are asked of; of joins that begin at other
  ///   relations all rows count.
  func linkNotes(base: Bitmap, of relation: Int) -> [String] {
    let own = engine.dataset.relations[relation]
    var notes = fields.ways(from: relation).compactMap { column in
      note(on: column, of: own, open: (own.columns[column].unknown & base).population)
    }
    notes.gather(
      fields.joins.compactMap { join in
        let (pointing, column) =
          switch join.way {
          case .one(let column): (engine.dataset.relations[join.from], column)
          case .many(let column): (engine.dataset.relations[join.to], column)
          case .pairs(let pairs, let back, _): (engine.dataset.relations[pairs], back)
          }
        let all = engine.dataset.relations[join.from].count
        let rows = join.from == relation ? base : Bitmap(count: all, filled: true)
        return note(on: column, of: pointing, open: open(join, pointing.columns[column], rows))
      })
    return notes
  }

  private func note(on column: Int, of relation: Relation, open: Int) -> String? {
    guard open > 0 else { return nil }
    let schema = relation.schema
    let unit = Unit(.count, singular: schema.singular, plural: schema.name)
    return "\(schema.fields[column].name) is not known for \(unit.counted(open)): "
      + "possible wherever it may belong"
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
