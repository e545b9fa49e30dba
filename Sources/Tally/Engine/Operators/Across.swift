// The same question on several days: side by side, or one below the other.

extension Executor {
  /// The answers of several days in one table. A group that a day does not have has the figure
  /// of no rows there.
  /// - Parameter place: where the days stand among the keys; nil for columns of their own.
  func answer(
    _ query: QueryPlan, onDays columns: [DatedPlan], place: Int?
  ) throws(ExecutionError) -> Answer {
    let found = try together(query, columns, place: place)
    // A picture of settled parts would show what became known as what rose.
    let isRising = query.picture != nil && Set(found.open).count > 1
    let note = "more or less is settled on each day: a higher settled part is no change by itself"
    return Answer(
      .groups(found.table),
      provenance: provenance(query, AnswerDate(stated: found.days), found.trail),
      notes: (isRising ? [note] : []) + found.notes)
  }

  /// What plans on days of their own find together.
  struct Columns {
    var table: Table
    var notes: [String]
    var days: [Day]
    var trail: SourceTrail
    /// How many rows are not settled on each day, over all figures.
    var open: [Int]
  }

  /// Plans on days of their own in one table.
  func together(
    _ query: QueryPlan, _ columns: [DatedPlan], place: Int?
  ) throws(ExecutionError) -> Columns {
    var trail = SourceTrail(self)
    var parts: [Table] = []
    var notes: [(label: String, notes: [String])] = []
    var days: [Day] = []
    var nothing: [NoRows] = []
    for column in columns {
      let executor = on(column.day)
      var own = SourceTrail(executor)
      let part = try executor.part(
        QueryPlan(plan: column.plan, dataset: executor.dataset, text: query.text), &own)
      trail.add(own)
      parts.append(Executor.keyed(part.content, named: column.plan.measure?.kind.word ?? "figure"))
      notes.append((column.label, part.notes))
      nothing.append(NoRows(executor, column.plan.groups))
      days += executor.date(of: column.plan, own).days
    }
    let joined = DatedTables(parts, labels: columns.map(\.label), nothing)
    return Columns(
      table: place.map { joined.rows(at: $0) } ?? joined.columns, notes: Executor.joined(notes),
      days: days, trail: trail, open: parts.map(Executor.open))
  }

  private static func open(_ table: Table) -> Int {
    table.rows.joined().reduce(0) { sum, cell in
      if case .figure(let figure) = cell { sum + figure.unknown } else { sum }
    }
  }

  /// The same over the record at another day.
  func on(_ day: Day) -> Executor {
    var executor = Executor(dataset: dataset.at(day), shouldStop: shouldStop)
    executor.workers = workers
    executor.longFrom = longFrom
    return executor
  }

  /// Groups as they are; one figure as a single group without keys.
  private static func keyed(_ content: Answer.Content, named name: String) -> Table {
    let unit = Unit(.count, singular: "row", plural: "rows")
    switch content {
    case .groups(let table), .rows(let table): return table
    case .figure(let figure):
      let column = AnswerColumn(name, .figure, unit: figure.unit.plural)
      return Table(
        columns: [column], rows: [[.figure(figure)]], unit: unit, matched: 1, base: figure.base,
        baseLow: figure.baseLow)
    case .card, .funnel, .verdicts, .transitions, .citation, .code:
      return Table(columns: [], rows: [], unit: unit, matched: 0, base: 0)
    }
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
