// Figures of what was counted and added up.

extension MeasureBits {
  /// The figure of a slot: the same as `MeasureInput` makes of the slot's rows.
  /// - Parameter whole: what the rows are a part of, where that is asked.
  func figure(
    _ tally: RowTally, _ slot: Int, _ measure: Measure, _ baseUnit: Unit, of whole: Whole? = nil
  ) -> Figure {
    func count(_ bits: BitProgram.Bits) -> Int { tally.count(bits, slot) }
    if let whole {
      let own = self.whole(tally, slot)
      return Figure.share(
        ShareCounts(
          yy: own.certain, yn: whole.certain - own.certain, uy: own.open,
          un: whole.open - own.open), measure.unit, baseUnit)
    }
    if let share {
      return Figure.share(
        ShareCounts(
          yy: count(share.yy), yn: count(share.yn), yu: count(share.yu), uy: count(share.uy),
          un: count(share.un), uu: count(share.uu)), measure.unit, baseUnit)
    }
    if let summary { return self.summary(summary, tally, slot, measure, baseUnit) }
    let (low, high) = (count(rows.certain), count(rows.possible))
    return Figure(
      low: Double(low), high: Double(high), unknown: high - low, base: count(rows.basePossible),
      baseLow: count(rows.baseCertain), unit: measure.unit, baseUnit: baseUnit)
  }

  /// How many of a slot's rows are members, for certain and perhaps.
  func whole(_ tally: RowTally, _ slot: Int) -> Whole {
    let certain = tally.count(rows.certain, slot)
    return Whole(certain: certain, open: tally.count(rows.possible, slot) - certain)
  }

  private func summary(
    _ summary: SummaryBits, _ tally: RowTally, _ slot: Int, _ measure: Measure, _ baseUnit: Unit
  ) -> Figure {
    let whole = whole(tally, slot)
    let certain = tally.count(summary.certain, slot)
    let counts = SummaryCounts(
      certain: certain, optional: tally.count(summary.optional, slot),
      missing: tally.count(summary.missing, slot), members: whole.certain + whole.open,
      open: whole.open, base: tally.count(rows.basePossible, slot),
      baseLow: tally.count(rows.baseCertain, slot))
    return Figure.summary(
      counts, summary.bounds(tally, slot, certain), summary.aggregator, measure.unit, baseUnit,
      isAmount: measure.isAmount)
  }
}

extension SummaryBits {
  fileprivate func bounds(
    _ tally: RowTally, _ slot: Int, _ count: Int
  ) -> (low: Double, high: Double)? {
    switch aggregator {
    case .sum:
      let sum = tally.sum(certain, numbers, slot)
      var (low, high) = (sum, sum)
      low.add(tally.sum(below, numbers, slot))
      high.add(tally.sum(above, numbers, slot))
      return (low.value, high.value)
    case .average:
      return Bounds.average(
        certain: tally.sum(certain, numbers, slot), count: count,
        optional: tally.list(optional, numbers, slot))
    case .median:
      return Bounds.of(
        .median, certain: tally.list(certain, numbers, slot),
        optional: tally.list(optional, numbers, slot))
    case .min, .max:
      let sure = tally.ends(certain, numbers, slot)
      let other = tally.ends(optional, numbers, slot)
      let all = [sure, other].compactMap(\.self)
      if aggregator == .min {
        guard let low = all.map(\.least).min() else { return nil }
        return (low, sure?.least ?? other?.greatest ?? low)
      }
      guard let high = all.map(\.greatest).max() else { return nil }
      return (sure?.greatest ?? other?.least ?? high, high)
    }
  }
}

/// How many rows a summary is of.
struct SummaryCounts: Sendable {
  /// Members with a number, for certain and perhaps.
  var certain, optional: Int
  /// Rows without a number that there may be.
  var missing: Int
  /// Rows that may be members, and those among them that may not.
  var members, open: Int
  var base, baseLow: Int
  /// Those among the numbers of which only the least is proven.
  var openEnded = 0
}

extension Figure {
  /// The figure of a share.
  static func share(_ counts: ShareCounts, _ unit: Unit, _ baseUnit: Unit) -> Figure {
    let bounds = Bounds.share(counts)
    let known = counts.yy + counts.yn
    let open = counts.yu + counts.uy + counts.un + counts.uu
    return Figure(
      low: bounds?.low, high: bounds?.high, unknown: open, base: known + open,
      baseLow: known + counts.yu, unit: unit, baseUnit: baseUnit,
      ofKnown: known == 0 ? nil : Double(counts.yy) / Double(known), known: known)
  }

  /// The figure of a summary with its bounds.
  static func summary(
    _ counts: SummaryCounts, _ bounds: (low: Double, high: Double)?, _ aggregator: Aggregator,
    _ unit: Unit, _ baseUnit: Unit, isAmount: Bool
  ) -> Figure {
    let numbers = counts.certain + counts.optional
    let known = numbers - counts.openEnded
    // What is not known adds to a sum: an amount can only rise, another value goes either way.
    let isOpenSum = aggregator == .sum && counts.missing > 0
    let lacksLow = isOpenSum && !isAmount
    var figure = Figure(
      low: lacksLow ? nil : bounds?.low, high: isOpenSum ? nil : bounds?.high,
      unknown: counts.open,
      base: counts.base, baseLow: counts.baseLow, unit: unit, baseUnit: baseUnit, known: known,
      knownOf: numbers + counts.missing)
    if isOpenSum, bounds?.high != .infinity { figure.openHigh = bounds?.high }
    if lacksLow { figure.openLow = bounds?.low }
    if figure.high == .infinity { figure.high = nil }
    if numbers + counts.missing == 0, counts.members > 0 || aggregator != .sum {
      figure.existence = .none
    } else if aggregator != .sum, counts.certain == 0, numbers > 0 {
      figure.existence = .possible
    }
    return figure
  }
}
