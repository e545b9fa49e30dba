// Figures of all rows of a set at once: counted by words of bits, with no question asked of a row.

extension MeasureInput {
  /// The count of all members.
  var wholeCount: Figure {
    let low = rows.certain.population
    let high = rows.possible.population
    return Figure(
      low: Double(low), high: Double(high), unknown: high - low,
      base: rows.basePossible.population, baseLow: rows.baseCertain.population, unit: unit,
      baseUnit: baseUnit)
  }

  /// The share of all members that meet a condition.
  func wholeShare(_ condition: TruthMap) -> Figure {
    let (sure, open) = (rows.certain, rows.possible - rows.certain)
    let (yes, no) = (condition.yes, condition.no - condition.yes)
    var counts = ShareCounts()
    counts.yy = (sure & yes).population
    counts.yn = (sure & no).population
    counts.yu = sure.population - counts.yy - counts.yn
    counts.uy = (open & yes).population
    counts.un = (open & no).population
    counts.uu = open.population - counts.uy - counts.un
    return Figure.share(counts, unit, baseUnit)
  }

  /// A summary of the numbers of all members.
  func wholeSummary(_ aggregator: Aggregator, _ numbers: NumberVector) -> Figure {
    if mayBeOpen { return summary(0..<rows.possible.count, [], aggregator, numbers) }
    let known = rows.possible - numbers.none - numbers.unknown
    let certain = known & rows.certain
    let optional = known - rows.certain
    let members = rows.possible.population
    let counts = SummaryCounts(
      certain: certain.population, optional: optional.population,
      missing: ((rows.possible & numbers.unknown) - numbers.none).population, members: members,
      open: members - rows.certain.population, base: rows.basePossible.population,
      baseLow: rows.baseCertain.population)
    // Every summary rises with each value: its least is that of the low ends.
    func bounds(_ values: Numbers) -> (low: Double, high: Double)? {
      if aggregator == .sum, let ends = values.wholeSums(certain, optional) { return ends }
      return Bounds.of(
        aggregator, certain: certain.rows.map { values[$0] },
        optional: optional.rows.map { values[$0] },
        numbers.areDecimals ? values.decimals : nil)
    }
    let ofLow = bounds(numbers.low)
    let ofHigh = numbers.low.isSame(as: numbers.high) ? ofLow : bounds(numbers.high)
    let (low, high) = (ofLow?.low, ofHigh?.high)
    let ends = low.flatMap { low in high.map { (low, $0) } }
    return Figure.summary(counts, ends, aggregator, unit, baseUnit, isAmount: isAmount)
  }
}

extension Numbers {
  /// So many numbers of four bytes have a sum that a `Double` holds exactly.
  private static let maximumSummed = 1 << 20

  /// The least and the most that a sum can be where some rows are optional; nil where the numbers
  /// are not held as whole ones, or are so many that their sum may not be exact.
  fileprivate func wholeSums(
    _ certain: Bitmap, _ optional: Bitmap
  ) -> (low: Double, high: Double)? {
    guard count <= Numbers.maximumSummed else { return nil }
    return switch storage {
    case .bytes(let numbers): Numbers.sums(numbers, certain, optional)
    case .shorts(let numbers): Numbers.sums(numbers, certain, optional)
    case .ints(let numbers): Numbers.sums(numbers, certain, optional)
    case .doubles: nil
    }
  }

  private static func sums<Whole: FixedWidthInteger>(
    _ numbers: [Whole], _ certain: Bitmap, _ optional: Bitmap
  ) -> (low: Double, high: Double) {
    var fixed = 0
    certain.forEach { fixed &+= Int(numbers[$0]) }
    var (low, high) = (fixed, fixed)
    optional.forEach { row in
      let number = Int(numbers[row])
      low &+= Swift.min(0, number)
      high &+= Swift.max(0, number)
    }
    return (Double(low), Double(high))
  }
}
