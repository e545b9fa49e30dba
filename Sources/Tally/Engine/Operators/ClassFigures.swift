// Figures of answers alone, one class of rows at a time: some dozen classes stand for all rows.

/// What a measure needs of every class of rows: each row of a class is alike in it.
struct ClassInput {
  /// The classes.
  let classes: GroundClasses
  /// A bit for each class, in place of one for each row.
  var rows: RowSet
  /// The condition of a share.
  var condition: TruthMap?

  /// The rows of the relation, and not their classes.
  func expanded(_ bits: Bitmap) -> Bitmap {
    Bitmap(count: classes.codes.count) { bits[Int(classes.codes[$0])] }
  }

  /// How many rows some classes have.
  private func population(_ bits: Bitmap) -> Int {
    if bits.isFull { return classes.codes.count }
    let list = classes.classes
    var count = 0
    bits.forEach { count &+= list[$0].count }
    return count
  }

  /// The figure of all rows, as `MeasureInput` has it.
  func figure(_ unit: Unit, _ baseUnit: Unit) -> Figure {
    if let condition { return Figure.share(counts(condition), unit, baseUnit) }
    let low = population(rows.certain)
    let high = population(rows.possible)
    return Figure(
      low: Double(low), high: Double(high), unknown: high - low,
      base: population(rows.basePossible), baseLow: population(rows.baseCertain), unit: unit,
      baseUnit: baseUnit)
  }

  private func counts(_ condition: TruthMap) -> ShareCounts {
    let list = classes.classes
    var counts = ShareCounts()
    rows.possible.forEach { number in
      let count = list[number].count
      switch (rows.certain[number], condition.yes[number], condition.no[number]) {
      case (true, true, _): counts.yy += count
      case (true, _, true): counts.yn += count
      case (true, _, _): counts.yu += count
      case (false, true, _): counts.uy += count
      case (false, _, true): counts.un += count
      case (false, _, _): counts.uu += count
      }
    }
    return counts
  }

  /// What settles the members, and what leaves others open.
  func evidence(_ bases: [String]) -> Evidence {
    var (certain, possible) = (rows.certain, rows.possible)
    if let condition {
      let isSettled = certain & condition.settled
      certain = certain & condition.yes
      possible = certain | (possible - isSettled)
    }
    var tally = EvidenceTally(classes, bases: bases)
    tally.add(rows.basePossible) { number, count in
      EvidenceCounter.Count(
        certain: certain[number] ? count : 0, possible: possible[number] ? count : 0, all: count)
    }
    return tally.evidence
  }
}

extension Executor {
  /// The figure of a measure of answers alone with its evidence and sources; nil for others.
  func figureOfClasses(
    _ measure: Measure, _ asked: PlanFields, _ trail: inout SourceTrail
  ) -> Figure? {
    guard let input = classInput(of: measure, asked) else { return nil }
    var figure = input.figure(measure.unit, countUnit(measure.set.relation))
    figure.evidence = input.evidence(dataset.bases)
    if !measure.restsOnAnswersAlone { figure.evidence?.dropBasis() }
    trail.add(
      measure, asked: asked, own: input.classes.columns,
      isWhole: input.rows.basePossible.population == input.classes.classes.count,
      base: { input.expanded(input.rows.basePossible) })
    return figure
  }

  /// What a measure needs of each class; nil where rows of one class may differ in it.
  private func classInput(of measure: Measure, _ asked: PlanFields) -> ClassInput? {
    let relation = measure.set.relation
    if case .aggregate = measure.kind { return nil }
    guard measure.isOfAnswersAlone else { return nil }
    guard asked.isOfOwnAnswers(of: relation),
      let classes = classes(
        ofOwn: asked.columns, relation, { asked.fields.map(\.field) })
    else { return nil }
    let test = ClassTest(classes: classes)
    guard var rows = test.rows(of: measure.set) else { return nil }
    if measure.settledOnly { rows.keepSettled() }
    guard case .share(let inner) = measure.kind else {
      return ClassInput(classes: classes, rows: rows)
    }
    guard let condition = test.map(inner) else { return nil }
    if measure.settledOnly { rows.scope(TruthMap(exactly: condition.settled)) }
    return ClassInput(classes: classes, rows: rows, condition: condition)
  }
}

/// Sets and conditions over classes of rows.
private struct ClassTest {
  let classes: GroundClasses

  private var count: Int { classes.classes.count }

  /// The members of a set, a bit for each class.
  func rows(of plan: SetPlan) -> RowSet? {
    switch plan {
    case .scan: return RowSet(all: count)
    case .scope(let inner, let condition):
      guard var rows = rows(of: inner), let map = map(condition) else { return nil }
      rows.scope(map)
      return rows
    case .filter(let inner, let condition):
      guard var rows = rows(of: inner), let map = map(condition) else { return nil }
      rows.filter(map)
      return rows
    case .combine(let operation, let a, let b):
      guard var rows = rows(of: a), let other = self.rows(of: b) else { return nil }
      rows.combine(operation, other)
      return rows
    case .settled(let inner):
      guard var rows = rows(of: inner) else { return nil }
      rows.keepSettled()
      return rows
    }
  }

  /// The value of a condition for each class; nil for one that is not of answers alone.
  func map(_ condition: Condition) -> TruthMap? {
    switch condition {
    case .constant(let value): return TruthMap(value, count: count)
    case .answer(let field):
      guard field.hops.isEmpty, let place = classes.columns.firstIndex(of: field.column) else {
        return nil
      }
      return TruthMap(yes: classes.answers[place].yes, no: classes.answers[place].no)
    case .isSettled(let inner): return map(inner).map { TruthMap(exactly: $0.settled) }
    case .certainly(let inner): return map(inner).map { TruthMap(exactly: $0.yes) }
    case .possibly(let inner): return map(inner).map { TruthMap(exactly: ~$0.no) }
    case .not(let inner): return map(inner).map { !$0 }
    case .all(let parts): return merged(parts, &)
    case .any(let parts): return merged(parts, |)
    case .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow, .isKnown, .isNone,
      .linked:
      return nil
    }
  }

  private func merged(
    _ parts: [Condition], _ merge: (TruthMap, TruthMap) -> TruthMap
  ) -> TruthMap? {
    guard let first = parts.first, var found = map(first) else { return nil }
    for at in parts.indices.dropFirst() {
      guard let other = map(parts[at]) else { return nil }
      found = merge(found, other)
    }
    return found
  }
}

extension SetPlan {
  /// Whether it is asked of all rows of its relation, whatever its conditions.
  var asksAll: Bool {
    switch self {
    case .scan: true
    case .filter(let inner, _), .combine(_, let inner, _): inner.asksAll
    case .scope, .settled: false
    }
  }
}
