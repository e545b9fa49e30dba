// Two answers side by side and how they differ: the difference never claims more than both prove.

extension Executor {
  /// Both answers, their difference, and the difference as a part of the first.
  func answer(
    _ query: QueryPlan, comparing plan: ComparisonPlan
  ) throws(ExecutionError) -> Answer {
    let found = try sideBySide(query, [plan.first, plan.second])
    guard !shouldStop() else { throw .stopped }
    let sides = [plan.first, plan.second].compactMap { side in
      side.plan.measure.map { AskedRows($0, on: on(side.day), label: side.label) }
    }
    var notes: [String] = []
    if sides.count == 2 { notes = self.notes(plan, sides[0], sides[1]) }
    let table = Executor.compared(found.table)
    if table.rows.joined().contains(where: \.isOpenDifference) {
      notes.append(
        "the bounds of a difference take each side by itself: what is open on both may make them "
          + "wider than necessary")
    }
    let days = found.days.first == found.days.last ? Array(found.days.prefix(1)) : found.days
    return Answer(
      .groups(table), provenance: provenance(query, AnswerDate(days), found.trail),
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
      let cells = table.rows[row]
      let pair = cells[first].figure.flatMap { a in
        cells[second].figure.map { Difference(from: a, to: $0) }
      }
      table.rows[row].append(pair.map { .figure($0.difference) } ?? .none)
      if !isShare { table.rows[row].append(pair?.changeCell(name) ?? .none) }
    }
    return table
  }

  // MARK: Notes

  /// What a reader must know before the difference: how much of it is newly known.
  private func notes(_ plan: ComparisonPlan, _ first: AskedRows, _ second: AskedRows) -> [String] {
    let unit = countUnit(first.measure.set.relation)
    guard first.relation == second.relation else { return [] }
    let isOneList = listed(first) == listed(second)
    let bases =
      !isOneList
      ? ["\(unit.plural) are those of each list, so no row is followed from one to the other"]
      : plan.isOverTime ? universe(first, second, unit) : overlap(first, second, unit)
    guard plan.isOverTime, isOneList, first.isAnswered || second.isAnswered else { return bases }
    let moves = first.moves(to: second)
    let rows =
      plan.changesQuery.isEmpty ? [] : ["row by row: " + plan.changesQuery]
    return moves.notes(unit, from: first.label, to: second.label) + rows + bases
      + [first, second].compactMap(\.basisNote)
  }

  /// The day of the list that rows are of; nil for rows that are the same on every day.
  private func listed(_ side: AskedRows) -> Day? {
    guard case .snapshots = dataset.relations[side.relation].schema.timing else { return nil }
    return side.engine.listDay(of: side.relation)
  }

  private func universe(_ first: AskedRows, _ second: AskedRows, _ unit: Unit) -> [String] {
    let (one, two) = (first.input.rows.basePossible, second.input.rows.basePossible)
    guard one != two else { return ["asked of the same \(unit.counted(one.population)) on both days"] }
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
      gained: (both & no & other.yes).population, lost: (both & yes & other.no).population,
      foundYes: (open & other.yes).population, foundNo: (open & other.no).population,
      forgotten: (both & otherOpen - open).population, open: (open & otherOpen).population)
  }

  /// `2017: 978 by state law, 12 by 287(g) agreement`: law is never read as practice.
  var basisNote: String? {
    let certain = input.condition.map { input.rows.certain & $0.yes } ?? input.rows.certain
    let evidence = engine.evidence(
      certain: certain, possible: certain, base: input.rows.basePossible,
      fields: measure.askedAnswers, relation: engine.dataset.relations[relation])
    guard measure.restsOnAnswersAlone else { return nil }
    return evidence.flatMap(EvidenceText.basis).map { "\(label): \($0)" }
  }
}

/// How the rows of a question moved between its two days.
private struct Moves {
  /// From no to yes, and from yes to no: the answer itself changed.
  var gained: Int
  var lost: Int
  /// Open before and known now.
  var foundYes: Int
  var foundNo: Int
  /// Known before and open now, and open on both days.
  var forgotten: Int
  var open: Int

  /// What became known first, for it must not be read as a change of what is done.
  func notes(_ unit: Unit, from: String, to: String) -> [String] {
    let found = foundYes + foundNo
    guard found + forgotten + open > 0 else { return [turned(unit, from, to)] }
    let verb = found == 1 ? "is" : "are"
    return [
      "of \(unit.counted(found + open)) open in \(from), \(NumberText.grouped(found)) \(verb) "
        + "settled in \(to): \(NumberText.grouped(foundYes)) meet the condition, "
        + "\(NumberText.grouped(foundNo)) do not; \(NumberText.grouped(forgotten)) settled in "
        + "\(from) \(forgotten == 1 ? "is" : "are") open in \(to)",
      turned(unit, from, to),
    ]
  }

  private func turned(_ unit: Unit, _ from: String, _ to: String) -> String {
    "settled on both days: \(unit.counted(gained)) did not meet the condition in \(from) and "
      + "\(gained == 1 ? "does" : "do") in \(to), \(NumberText.grouped(lost)) the other way round"
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
