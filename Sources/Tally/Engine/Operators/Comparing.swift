// Two answers side by side and how they differ: the difference never claims more than both prove.

extension Executor {
  /// Both answers, their difference, and the difference as a part of the first.
  func answer(
    _ query: QueryPlan, comparing plan: ComparisonPlan
  ) throws(ExecutionError) -> Answer {
    let found = try together(query, [plan.first, plan.second], place: nil)
    guard !shouldStop() else { throw .stopped }
    let sides = [plan.first, plan.second].compactMap { side in
      side.plan.followed.map { AskedRows($0, on: on(side.day), label: side.label) }
    }
    var notes: [String] = []
    var table = Executor.compared(found.table)
    let keys = max(0, found.table.columns.count - 2)
    if sides.count == 2 {
      notes = self.notes(plan, sides[0], sides[1])
      table.lead = lead(plan, sides[0], sides[1])
    }
    if table.rows.joined().contains(where: \.isOpenDifference) {
      notes.append(
        "the bounds of a difference take each side by itself: what is open on both may make them "
          + "wider than necessary")
    }
    if table.columns.last?.name == "change", table.rows.contains(where: { $0.last == Cell.none }) {
      notes.append("there is no percentage of 0: where the first number is 0, it has no change")
    }
    if table.rows.contains(where: { $0.dropFirst(keys).prefix(2).contains(.none) }) {
      notes.append("a group that one side does not have has no number there")
    }
    let days = found.days.first == found.days.last ? Array(found.days.prefix(1)) : found.days
    return Answer(
      .groups(table), provenance: provenance(query, AnswerDate(stated: days), found.trail),
      notes: notes + found.notes)
  }

  /// A table of two columns of figures with the columns that compare them.
  private static func compared(_ table: Table) -> Table {
    var table = table
    guard let second = table.columns.indices.last, second > 0 else { return table }
    let first = second - 1
    let name = table.columns[first].name
    let isShare = table.rows.joined().contains { $0.figure?.unit.kind == .share }
    table.columns.append(AnswerColumn("difference", .figure, unit: table.columns[first].unit))
    if !isShare { table.columns.append(AnswerColumn("change", .figure)) }
    for row in table.rows.indices {
      table.rows[row].fillCount(first, like: second)
      table.rows[row].fillCount(second, like: first)
      let cells = table.rows[row]
      let pair = cells[first].figure.flatMap { a in
        cells[second].figure.map { Difference(from: a, to: $0) }
      }
      let isOfNothing = [first, second].contains { cells[$0].figure?.isOfNothing ?? true }
      let difference = isOfNothing ? nil : pair?.difference
      table.rows[row].append(difference.map(Cell.figure) ?? .none)
      if !isShare { table.rows[row].append(pair?.changeCell(name) ?? .none) }
    }
    return table
  }

  // MARK: Notes

  /// What a reader must know before the difference: how much of it is newly known. Rows that are
  /// not the same on both days cannot be followed.
  private func lead(_ plan: ComparisonPlan, _ first: AskedRows, _ second: AskedRows) -> String {
    guard plan.isOverTime, listed(first) == listed(second), first.isAnswered || second.isAnswered
    else { return "" }
    return first.moves(to: second).words(
      countUnit(first.relation), first.whose, from: first.label, to: second.label)
  }

  private func notes(_ plan: ComparisonPlan, _ first: AskedRows, _ second: AskedRows) -> [String] {
    let unit = countUnit(first.relation)
    let basis = [first, second].compactMap(\.basisNote)
    guard listed(first) == listed(second) else {
      return ["\(unit.plural): each day's own list, so none is followed from one to the other"]
        + basis
    }
    let rows = plan.changesQuery.isEmpty ? [] : ["row by row: " + plan.changesQuery]
    return rows + (plan.isOverTime ? universe(first, second, unit) : overlap(first, second, unit))
      + basis
  }

  /// The day of the list that rows are of; nil for rows that are the same on every day.
  private func listed(_ side: AskedRows) -> Day? {
    guard case .snapshots = dataset.relations[side.relation].schema.timing else { return nil }
    return side.engine.listDay(of: side.relation)
  }

  private func universe(_ first: AskedRows, _ second: AskedRows, _ unit: Unit) -> [String] {
    let (one, two) = (first.input.rows.basePossible, second.input.rows.basePossible)
    guard one != two else {
      return ["asked of the same \(unit.counted(one.population)) on both days"]
    }
    return [
      "asked of \(unit.counted(one.population)) in \(first.label) and of "
        + "\(NumberText.grouped(two.population)) in \(second.label): "
        + "\(NumberText.grouped((one & two).population)) are in both"
    ]
  }

  private func overlap(_ first: AskedRows, _ second: AskedRows, _ unit: Unit) -> [String] {
    let both = first.input.rows.basePossible & second.input.rows.basePossible
    return both.isEmpty ? [] : ["\(unit.counted(both.population)) are asked on both sides"]
  }
}

/// One side of a comparison with every row's answer to the question.
private struct AskedRows {
  let measure: Measure
  let engine: Executor
  let label: String
  let input: MeasureInput

  init(_ measure: Measure, on engine: Executor, label: String) {
    self.measure = measure
    self.engine = engine
    self.label = label
    input = engine.input(of: measure)
  }

  var relation: Int { measure.set.relation }

  /// Whether a row's answer may be open: then it may become known.
  var isAnswered: Bool { !measure.askedAnswers.isEmpty || !input.rows.unsettled.isEmpty }

  /// What the rows that are followed are: of a share those that are certainly of its base.
  var whose: String { input.condition == nil ? "settled" : "that belong and are settled" }

  /// The rows that are certainly asked: of a share its members, else the base.
  private var asked: Bitmap { input.condition == nil ? input.rows.baseCertain : input.rows.certain }

  /// The rows that meet the conditions, and those that do not.
  private var yes: Bitmap { input.condition?.yes ?? input.rows.certain }
  private var no: Bitmap {
    input.condition?.no
      ?? Bitmap(count: input.rows.possible.count, filled: true) - input.rows.possible
  }

  /// How many rows went from each answer to each, of those that are asked on both sides.
  func moves(to other: AskedRows) -> Moves {
    let both = asked & other.asked
    let (open, otherOpen) = (both - yes - no, both - other.yes - other.no)
    return Moves(
      settled: (both - open - otherOpen).population,
      gained: (both & no & other.yes).population, lost: (both & yes & other.no).population,
      foundYes: (open & other.yes).population, foundNo: (open & other.no).population,
      forgotten: (both & otherOpen - open).population, open: (open & otherOpen).population)
  }

  /// `2017: 978 by state law, 12 by 287(g) agreement`: law is never read as practice.
  var basisNote: String? {
    let certain = input.condition.map { input.rows.certain & $0.yes } ?? input.rows.certain
    let evidence = engine.evidence(
      certain: certain, possible: certain, base: input.rows.basePossible,
      fields: measure.askedAnswers, relation: engine.dataset.relations[relation], number: relation)
    guard measure.restsOnAnswersAlone else { return nil }
    return evidence.flatMap(EvidenceText.basis).map { "\(label): \($0)" }
  }
}

/// How the rows of a question moved between its two days.
private struct Moves {
  /// Known on both days.
  var settled: Int
  /// From no to yes, and from yes to no: the answer itself changed.
  var gained: Int
  var lost: Int
  /// Open before and known now.
  var foundYes: Int
  var foundNo: Int
  /// Known before and open now, and open on both days.
  var forgotten: Int
  var open: Int

  /// What became known is not what changed: the two are never one number.
  func words(_ unit: Unit, _ whose: String, from: String, to: String) -> String {
    var parts = ["of \(unit.counted(settled)) \(whose) on both days, " + turned]
    let found = foundYes + foundNo
    if found > 0 {
      parts.append(
        "\(grouped(found)) of \(grouped(found + open)) open as of \(from) "
          + "\(found == 1 ? "is" : "are") settled as of \(to), \(grouped(foundYes)) that meet the "
          + "condition and \(grouped(foundNo)) that do not: what held there before is not known")
    } else if open > 0 {
      parts.append("\(grouped(open)) \(open == 1 ? "is" : "are") open on both")
    }
    if forgotten > 0 {
      parts.append(
        "\(grouped(forgotten)) settled as of \(from) "
          + "\(forgotten == 1 ? "is" : "are") open as of \(to)")
    }
    return parts.joined(separator: "; ")
  }

  private var turned: String {
    gained + lost == 0
      ? "none changed"
      : "\(grouped(gained)) came to meet the condition and \(grouped(lost)) ceased to"
  }

  private func grouped(_ count: Int) -> String { NumberText.grouped(count) }
}

extension LogicalPlan {
  /// The measure whose rows are followed. Where rows are grouped by an answer and nothing else is
  /// asked of them, it is that answer which became known.
  fileprivate var followed: Measure? {
    guard let measure, measure.askedAnswers.isEmpty else { return self.measure }
    for case .field(let field) in (groups?.keys ?? []).map(\.value)
    where field.field.type == .answer {
      return Measure(kind: .share(.answer(field)), set: measure.set, unit: measure.unit)
    }
    return measure
  }
}

extension [Cell] {
  /// A group that one side does not have counts 0 of 0 there; a share or a sum of it has no value.
  fileprivate mutating func fillCount(_ at: Int, like other: Int) {
    guard self[at] == .none, let figure = self[other].figure, figure.unit.kind == .count else {
      return
    }
    self[at] = .figure(
      Figure(
        low: 0, high: 0, unknown: 0, base: 0, baseLow: 0, unit: figure.unit,
        baseUnit: figure.baseUnit))
  }
}

extension Cell {
  /// The figure of a cell that is one.
  fileprivate var figure: Figure? {
    if case .figure(let figure) = self { figure } else { nil }
  }

  /// Whether it is a difference that is not one number.
  fileprivate var isOpenDifference: Bool {
    figure.map { $0.unit.kind.isDifference && !$0.isExact } ?? false
  }
}
