// The same question on several days: one column of figures for each.

extension Executor {
  /// The answers of several days side by side. A group that a day does not have has no figure
  /// there: a count of it is 0 of 0.
  func answer(
    _ query: QueryPlan, across columns: [DatedPlan]
  ) throws(ExecutionError) -> Answer {
    var trail = SourceTrail(self)
    var parts: [Table] = []
    var notes: [(label: String, notes: [String])] = []
    for column in columns {
      let executor = Executor(dataset: dataset.at(column.day), shouldStop: shouldStop)
      var own = SourceTrail(executor)
      let part = try executor.part(
        QueryPlan(plan: column.plan, dataset: executor.dataset, text: query.text), &own)
      trail.add(own)
      parts.append(Executor.keyed(part.content))
      notes.append((column.label, part.notes))
    }
    let date = AnswerDate(columns.map(\.day))
    return Answer(
      .groups(Executor.joined(parts, names: columns.map(\.label))),
      provenance: provenance(query, date, trail), notes: Executor.joined(notes))
  }

  /// Groups as they are; one figure as a single group without keys.
  private static func keyed(_ content: Answer.Content) -> Table {
    switch content {
    case .groups(let table), .rows(let table): return table
    case .figure(let figure):
      return Table(
        columns: [AnswerColumn("figure", .figure)], rows: [[.figure(figure)]],
        unit: Unit(.count, singular: "row", plural: "rows"), matched: 1, base: figure.base)
    case .card, .funnel, .verdicts, .citation:
      return Table(
        columns: [], rows: [], unit: Unit(.count, singular: "row", plural: "rows"), matched: 0,
        base: 0)
    }
  }

  /// Tables of the same keys, joined on them. A group that one day lacks keeps the place that it
  /// has on the others.
  private static func joined(_ parts: [Table], names: [String]) -> Table {
    guard let first = parts.first else {
      return keyed(.card(Card(title: "", subtitle: "", entries: [])))
    }
    let keyCount = max(0, first.columns.count - 1)
    var keys: [[Cell]] = []
    for part in parts {
      var place = 0
      for row in part.rows {
        let key = Array(row.prefix(keyCount))
        if let found = keys.firstIndex(of: key) {
          place = found + 1
        } else {
          keys.insert(key, at: place)
          place += 1
        }
      }
    }
    let rows = keys.map { key in
      key
        + parts.map { part in
          part.rows.first { Array($0.prefix(keyCount)) == key }?.last ?? absent(part)
        }
    }
    let figures = zip(parts, names).map { part, name in
      AnswerColumn(name, .figure, unit: part.columns.last?.unit ?? "")
    }
    return Table(
      columns: Array(first.columns.prefix(keyCount)) + figures, rows: rows, unit: first.unit,
      matched: rows.count, base: first.base)
  }

  /// What stands where a day has no such group: 0 of none for a count, nothing for a measure.
  private static func absent(_ part: Table) -> Cell {
    guard case .figure(let like)? = part.rows.first?.last, like.unit.kind == .count else {
      return .none
    }
    return .figure(
      Figure(
        low: 0, high: 0, unknown: 0, base: 0, baseLow: 0, unit: like.unit,
        baseUnit: like.baseUnit))
  }

  /// A note that all days share once; any other with its day's name.
  private static func joined(_ notes: [(label: String, notes: [String])]) -> [String] {
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
