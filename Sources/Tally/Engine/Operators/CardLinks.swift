// The linked rows on a card: how many, and which where they are few.

extension Executor {
  /// At most this many linked rows stand on a card one by one: more would hide the rest of it.
  private static let mostListed = 8

  /// What a card says of a link: its number of rows, then the rows where they are few.
  func linkEntries(
    _ link: Link, _ relation: Relation, _ number: Int, _ row: Int, _ trail: SourceTrail
  ) -> [Card.Entry] {
    guard let join = dataset.join(link, from: number) else { return [] }
    let target = dataset.relations[join.to]
    func entry(_ value: Cell, _ detail: String = "") -> Card.Entry {
      Card.Entry(
        name: link.name, label: link.meaning, value: value, detail: detail,
        sources: trail.indices(sources(of: target)))
    }
    if let first = firstList(of: join.to), dataset.asOf < first {
      return [entry(.unknown("the first list is of \(first)"))]
    }
    let standing = standing(join.to)
    let counts = linkCounts(
      join, certain: standing.certain, possible: standing.possible, from: relation)
    let (low, high) = (counts.low[row], counts.high[row])
    var details = listDay(of: join.to).map { $0 == dataset.asOf ? [] : ["the list of \($0)"] } ?? []
    if case .dated(_, let until) = target.schema.timing {
      details.append((until == nil ? "begun by " : "in force on ") + dataset.asOf.description)
    }
    let detail = details.joined(separator: "; ")
    let listed = listed(join, standing.possible, row)
    if !join.isComplete {
      guard low > 0 else {
        return [entry(.unknown("the list may lack some"), detail)] + listed
      }
      return [entry(.text("\(low) found; the list may lack some"), detail)] + listed
    }
    return [
      entry(low == high ? .number(Double(low)) : .text("\(low), up to \(high)"), detail)
    ] + listed
  }

  /// The rows of a relation that stand on the day: all of a list, and of a register those that have
  /// begun and have not ended. Where the days of a row are not known so well, it may stand.
  private func standing(_ number: Int) -> (certain: Bitmap, possible: Bitmap) {
    let relation = dataset.relations[number]
    var possible = Bitmap(count: relation.count, filled: true)
    var certain = possible
    guard case .dated(let since, let until) = relation.schema.timing else {
      return (certain, possible)
    }
    let day = dataset.asOf.number
    if let column = relation.column(since), case .date(let first, let last) = column.values {
      for row in first.indices {
        let isKnown = column.isKnown(row)
        if isKnown, first[row] > day { possible[row] = false }
        if !isKnown || last[row] > day { certain[row] = false }
      }
    }
    if let until, let column = relation.column(until),
      case .date(let first, let last) = column.values
    {
      for row in first.indices where !column.none[row] {
        let isKnown = column.isKnown(row)
        if isKnown, last[row] < day { possible[row] = false }
        if !isKnown || first[row] < day { certain[row] = false }
      }
    }
    return (certain & possible, possible)
  }

  private func listed(_ join: Join, _ standing: Bitmap, _ row: Int) -> [Card.Entry] {
    let relation = dataset.relations[join.to]
    guard let back = join.column, case .link(let targets) = relation.columns[back].values else {
      return []
    }
    let column = relation.columns[back]
    let linked = targets.indices.filter {
      standing[$0] && column.isKnown($0) && Int(targets[$0]) == row
    }
    guard linked.count <= Executor.mostListed else { return [] }
    let frame = frame(of: .scan(join.to))
    let cells = relation.schema.shown.compactMap { name -> CellColumn? in
      guard let at = relation.schema.field(name), at != back else { return nil }
      let field = relation.schema.fields[at]
      return CellColumn(
        self, frame, .field(FieldRef(hops: [], column: at, field: field, text: name)))
    }
    return linked.map { row in
      let words = cells.map { $0.cell(row).words }.filter { !$0.isEmpty }
      return Card.Entry(
        name: relation.schema.singular, label: relation.schema.singular,
        value: .text(words.joined(separator: "; ")))
    }
  }

  /// The sources of a relation, and of the list that the day shows.
  private func sources(of relation: Relation) -> [String] {
    relation.schema.sources + SourceTrail.sourceOfList(relation, dataset)
  }
}

extension Join {
  /// The link column of the other relation that points back; nil for other ways.
  fileprivate var column: Int? {
    if case .many(let column) = way { column } else { nil }
  }
}

extension Cell {
  /// The cell within a line of words.
  fileprivate var words: String {
    switch self {
    case .text(let text), .date(let text): text
    case .number(let value):
      value == value.rounded() ? NumberText.grouped(Int(value)) : NumberText.exact(value)
    case .percent(let value): NumberText.exact(value * 100) + " %"
    case .answer(let isYes): isYes ? "yes" : "no"
    case .unknown(let reason): "unknown" + (reason.map { " (\($0))" } ?? "")
    case .figure, .none: ""
    }
  }
}
