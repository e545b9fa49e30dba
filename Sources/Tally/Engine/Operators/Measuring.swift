// One figure of many rows: counts, shares and summaries, for the whole set or for each group.

/// What a measure needs of every row, evaluated once.
struct MeasureInput {
  var rows: RowSet
  let condition: TruthMap?
  let numbers: NumberVector?
  let aggregator: Aggregator?
  /// Whether the measured field counts things, so that no value is negative.
  let isAmount: Bool
  /// Whether the numbers are made of linked rows, so that some may have no greatest value.
  var mayBeOpen = false
  /// The linked rows behind the numbers, where each adds to one of them.
  var summed: SummedLinks?
  let unit: Unit
  let baseUnit: Unit
}

/// How many members a whole has that figures are parts of.
struct Whole: Sendable, Equatable {
  var certain = 0
  /// Rows that may be members.
  var open = 0
}

extension Executor {
  /// Evaluates a measure's set, condition and values over all rows.
  func input(of measure: Measure) -> MeasureInput {
    let evaluator = evaluator(measure.set.relation)
    var rows = rows(of: measure.set)
    if measure.settledOnly { rows.keepSettled() }
    var condition: TruthMap?
    var numbers: NumberVector?
    var aggregator: Aggregator?
    switch measure.kind {
    case .count: break
    case .share(let inner):
      let map = evaluator.map(inner)
      condition = map
      if measure.settledOnly { rows.scope(TruthMap(exactly: map.settled)) }
    case .aggregate(let word, let value):
      numbers = evaluator.numbers(value)
      aggregator = word
      if value.countsLinks { numbers?.forgetOpenEnds(unless: word == .sum) }
    }
    return MeasureInput(
      rows: rows, condition: condition, numbers: numbers, aggregator: aggregator,
      isAmount: measure.isAmount, mayBeOpen: measure.kind.countsLinks,
      summed: summedLinks(measure), unit: measure.unit,
      baseUnit: countUnit(measure.set.relation))
  }

  /// Counting rows of a relation.
  func countUnit(_ relation: Int) -> Unit {
    let schema = dataset.relations[relation].schema
    return Unit(.count, singular: schema.singular, plural: schema.name)
  }
}

extension Measure {
  /// Whether what is measured counts things, so that it has no negative value.
  var isAmount: Bool {
    guard case .aggregate(_, let value) = kind else { return kind == .count }
    return value.isAmount
  }
}

extension NumberVector {
  /// Makes unknown what has no proven least value, and what has no proven greatest one: a sum keeps
  /// these, for it is at least the sum of what each is at least.
  mutating func forgetOpenEnds(unless keepsLeast: Bool) {
    if low.areFinite, high.areFinite { return }
    for row in low.indices where !none[row] {
      let isOpen = low[row] == -.infinity || !keepsLeast && high[row] == .infinity
      if isOpen { unknown[row] = true }
    }
  }

  /// Whether a value is known to be at least something, and no more than that.
  fileprivate func isOpen(_ row: Int) -> Bool { high[row] == .infinity }
}

extension MeasureInput {
  /// The figure of some rows. `floating` rows may or may not belong to these.
  /// - Parameter whole: what the rows are a part of, where that is asked.
  func figure(
    _ members: some Sequence<Int>, floating: [Int] = [], of whole: Whole? = nil
  ) -> Figure {
    if let whole { return part(members, floating, of: whole) }
    if let condition { return share(members, floating, condition) }
    if let aggregator, let numbers { return summary(members, floating, aggregator, numbers) }
    return count(members, floating)
  }

  /// The figure of all rows.
  func figure(of whole: Whole? = nil) -> Figure {
    if let whole { return part(0..<rows.possible.count, [], of: whole) }
    if let condition { return wholeShare(condition) }
    if let aggregator, let numbers { return wholeSummary(aggregator, numbers) }
    return wholeCount
  }

  private func count(_ members: some Sequence<Int>, _ floating: [Int]) -> Figure {
    var low = 0
    var high = 0
    var base = 0
    var baseLow = 0
    for row in members {
      low += rows.certain[row] ? 1 : 0
      high += rows.possible[row] ? 1 : 0
      base += rows.basePossible[row] ? 1 : 0
      baseLow += rows.baseCertain[row] ? 1 : 0
    }
    for row in floating {
      high += rows.possible[row] ? 1 : 0
      base += rows.basePossible[row] ? 1 : 0
    }
    return Figure(
      low: Double(low), high: Double(high), unknown: high - low, base: base, baseLow: baseLow,
      unit: unit, baseUnit: baseUnit)
  }

  private func share(
    _ members: some Sequence<Int>, _ floating: [Int], _ condition: TruthMap
  ) -> Figure {
    var counts = ShareCounts()
    func add(_ row: Int, certain: Bool) {
      let (yes, no) = (condition.yes[row], condition.no[row])
      switch (certain, yes, no) {
      case (true, true, _): counts.yy += 1
      case (true, _, true): counts.yn += 1
      case (true, _, _): counts.yu += 1
      case (false, true, _): counts.uy += 1
      case (false, _, true): counts.un += 1
      case (false, _, _): counts.uu += 1
      }
    }
    for row in members where rows.possible[row] { add(row, certain: rows.certain[row]) }
    for row in floating where rows.possible[row] { add(row, certain: false) }
    return share(counts)
  }

  private func share(_ counts: ShareCounts) -> Figure {
    Figure.share(counts, unit, baseUnit)
  }

  /// How many rows are members, for certain and perhaps.
  var whole: Whole {
    let certain = rows.certain.population
    return Whole(certain: certain, open: rows.possible.population - certain)
  }

  /// How many of some rows are members, for certain and perhaps.
  func whole(_ members: some Sequence<Int>) -> Whole {
    var whole = Whole()
    for row in members where rows.possible[row] {
      if rows.certain[row] { whole.certain += 1 } else { whole.open += 1 }
    }
    return whole
  }

  /// What part of a whole some rows are: the share of its members that are these rows. A row that
  /// may be one of them is a member whose condition is unknown.
  private func part(
    _ members: some Sequence<Int>, _ floating: [Int], of whole: Whole
  ) -> Figure {
    let (sure, maybe) = (self.whole(members), self.whole(floating))
    return share(
      ShareCounts(
        yy: sure.certain, yn: whole.certain - sure.certain - maybe.certain, yu: maybe.certain,
        uy: sure.open, un: whole.open - sure.open - maybe.open, uu: maybe.open))
  }

  /// A summary of the numbers of some rows.
  func summary(
    _ members: some Sequence<Int>, _ floating: [Int], _ aggregator: Aggregator,
    _ numbers: NumberVector
  ) -> Figure {
    var met = MetRows(keepsAll: summed != nil)
    for row in members {
      met.base += rows.basePossible[row] ? 1 : 0
      met.baseLow += rows.baseCertain[row] ? 1 : 0
      if rows.possible[row] { met.add(row, certain: rows.certain[row], numbers) }
    }
    for row in floating {
      met.base += rows.basePossible[row] ? 1 : 0
      if rows.possible[row] { met.add(row, certain: false, numbers) }
    }
    // Every summary rises with each value: its least is that of the low ends.
    let ofLow = met.bounds(aggregator, numbers.low, numbers.areDecimals)
    let ofHigh =
      numbers.low.isSame(as: numbers.high)
      ? ofLow : met.bounds(aggregator, numbers.high, numbers.areDecimals)
    let (low, high) = (ofLow?.low, ofHigh?.high)
    let ends = low.flatMap { low in high.map { (low, $0) } }
    var figure = Figure.summary(met.counts, ends, aggregator, unit, baseUnit, isAmount: isAmount)
    if let summed { narrow(&figure, to: summed, met, aggregator) }
    return figure
  }

  /// Takes the ends of the linked rows' own sum. A mean has them where it is known what it is of.
  private func narrow(
    _ figure: inout Figure, to summed: SummedLinks, _ met: MetRows, _ aggregator: Aggregator
  ) {
    let isWhole =
      met.maybe.isEmpty && !met.sure.isEmpty && met.certain.count == met.sure.count
    guard aggregator == .sum || isWhole else { return }
    figure.narrow(
      to: summed.figure(sure: met.sure, maybe: met.maybe),
      parts: aggregator == .sum ? 1 : met.sure.count)
  }
}

/// The rows of a summary, as they are met.
private struct MetRows {
  /// Rows that have a number: members, and those that may be.
  private(set) var certain: [Int] = []
  private var optional: [Int] = []
  private var (missing, openEnded, members, open) = (0, 0, 0, 0)
  var (base, baseLow) = (0, 0)
  /// All rows, also those without a number, where they are asked for.
  private let keepsAll: Bool
  private(set) var (sure, maybe): ([Int], [Int]) = ([], [])

  init(keepsAll: Bool) { self.keepsAll = keepsAll }

  mutating func add(_ row: Int, certain isCertain: Bool, _ numbers: NumberVector) {
    members += 1
    open += isCertain ? 0 : 1
    if keepsAll { isCertain ? sure.append(row) : maybe.append(row) }
    guard !numbers.none[row] else { return }
    guard !numbers.unknown[row] else {
      missing += 1
      return
    }
    openEnded += numbers.isOpen(row) ? 1 : 0
    if isCertain {
      certain.append(row)
    } else {
      optional.append(row)
    }
  }

  var counts: SummaryCounts {
    SummaryCounts(
      certain: certain.count, optional: optional.count, missing: missing, members: members,
      open: open, base: base, baseLow: baseLow, openEnded: openEnded)
  }

  func bounds(
    _ aggregator: Aggregator, _ values: Numbers, _ areDecimals: Bool
  ) -> (low: Double, high: Double)? {
    Bounds.of(
      aggregator, certain: certain.map { values[$0] }, optional: optional.map { values[$0] },
      areDecimals ? values.decimals : nil)
  }
}
