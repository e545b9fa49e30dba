// The same question on several days: one column of figures for each.

extension Executor {
  /// The answers of several days side by side. A group that a day does not have has no figure
  /// there.
  func answer(
    _ query: QueryPlan, across columns: [DatedPlan]
  ) throws(ExecutionError) -> Answer {
    let found = try sideBySide(query, columns)
    return Answer(
      .groups(found.table), provenance: provenance(query, AnswerDate(found.days), found.trail),
      notes: found.notes)
  }

  /// Plans on days of their own as the columns of one table.
  func sideBySide(
    _ query: QueryPlan, _ columns: [DatedPlan]
  ) throws(ExecutionError) -> (table: Table, notes: [String], days: [Day], trail: SourceTrail) {
    var trail = SourceTrail(self)
    var parts: [Table] = []
    var notes: [(label: String, notes: [String])] = []
    var days: [Day] = []
    for column in columns {
      let executor = on(column.day)
      var own = SourceTrail(executor)
      let part = try executor.part(
        QueryPlan(plan: column.plan, dataset: executor.dataset, text: query.text), &own)
      trail.add(own)
      parts.append(Executor.keyed(part.content))
      notes.append((column.label, part.notes))
      days += executor.date(of: column.plan, own).days
    }
    return (
      Executor.joined(parts, names: columns.map(\.label)), Executor.joined(notes), days, trail
    )
  }

  /// The same over the record at another day.
  func on(_ day: Day) -> Executor { Executor(dataset: dataset.at(day), shouldStop: shouldStop) }

  /// Groups as they are; one figure as a single group without keys.
  private static func keyed(_ content: Answer.Content) -> Table {
    switch content {
    case .groups(let table), .rows(let table): return table
    case .figure(let figure):
      return Table(
        columns: [AnswerColumn("figure", .figure)], rows: [[.figure(figure)]],
        unit: Unit(.count, singular: "row", plural: "rows"), matched: 1, base: figure.base)
    case .card, .funnel, .verdicts, .transitions, .citation:
      return Table(
        columns: [], rows: [], unit: Unit(.count, singular: "row", plural: "rows"), matched: 0,
        base: 0)
    }
  }

  /// Tables of the same keys, joined on them. A group that one day lacks keeps the place that it
  /// has on the others, and has no figure there.
  /// - Complexity: O(rows).
  private static func joined(_ parts: [Table], names: [String]) -> Table {
    guard let first = parts.first else {
      return keyed(.card(Card(title: "", subtitle: "", entries: [])))
    }
    let keyCount = max(0, first.columns.count - 1)
    let keyed = parts.map { part in
      part.rows.map { (key: "\($0.prefix(keyCount))", row: $0) }
    }
    let order = merged(keyed.map { $0.map(\.key) })
    let figures = keyed.map { rows in
      Dictionary(rows.map { ($0.key, $0.row.last ?? .none) }, uniquingKeysWith: { a, _ in a })
    }
    let keys = Dictionary(
      keyed.joined().map { ($0.key, Array($0.row.prefix(keyCount))) },
      uniquingKeysWith: { a, _ in a })
    let rows = order.map { key in (keys[key] ?? []) + figures.map { $0[key] ?? .none } }
    let columns = zip(parts, names).map { part, name in
      AnswerColumn(name, .figure, unit: part.columns.last?.unit ?? "")
    }
    return Table(
      columns: Array(first.columns.prefix(keyCount)) + columns, rows: rows, unit: first.unit,
      matched: rows.count, base: first.base)
  }

  /// Keys of several lists in one order: each new key after the one that it follows in its list.
  private static func merged(_ lists: [[String]]) -> [String] {
    var next: [String: [String]] = [:]
    var known: Set<String> = []
    for list in lists {
      var before = ""
      for key in list {
        if known.insert(key).inserted { next[before, default: []].insert(key, at: 0) }
        before = key
      }
    }
    var order: [String] = []
    var waiting = Array((next[""] ?? []).reversed())
    while let key = waiting.popLast() {
      order.append(key)
      waiting += (next[key] ?? []).reversed()
    }
    return order
  }

  /// A note that all days share once; any other with its day's name.
  static func joined(_ notes: [(label: String, notes: [String])]) -> [String] {
    var joined: [String] = []
    for (label, own) in notes {
      for note in own {
        let isShared = notes.allSatisfy { $0.notes.contains(note) }
        let text = isShared ? note : "\(label): \(note)"
        if !joined.contains(text) { joined.append(text) }
      }
    }
    return joined
  }
}
