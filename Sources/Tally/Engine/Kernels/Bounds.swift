// Exact bounds of a summary over all memberships that are possible.

/// The least and the most that a summary can be when some members are optional.
///
/// `certain` values belong to the set; each of `optional` may or may not. The bounds are taken over
/// every choice with at least one member, and both are reached by some choice.
enum Bounds {
  /// The bounds; nil where no choice has a member.
  /// - Parameter decimals: how all values are written; nil where they are binary numbers.
  /// - Complexity: O(n log n) for n values.
  static func of(
    _ aggregator: Aggregator, certain: [Double], optional: [Double], _ decimals: Decimals? = nil
  ) -> (low: Double, high: Double)? {
    switch aggregator {
    case .sum: return sum(certain, optional, decimals)
    case .average:
      var sum = ExactSum(decimals)
      for value in certain { sum.add(value) }
      return average(certain: sum, count: certain.count, optional: optional)
    case .median: return extremes(certain, optional)
    case .min:
      guard let low = (certain + optional).min() else { return nil }
      return (low, certain.min() ?? optional.max() ?? low)
    case .max:
      guard let high = (certain + optional).max() else { return nil }
      return (certain.max() ?? optional.min() ?? high, high)
    }
  }

  /// A sum over no member is 0.
  private static func sum(
    _ certain: [Double], _ optional: [Double], _ decimals: Decimals?
  ) -> (low: Double, high: Double) {
    var fixed = ExactSum(decimals)
    for value in certain { fixed.add(value) }
    var (low, high) = (fixed, fixed)
    for value in optional {
      low.add(Swift.min(0, value))
      high.add(Swift.max(0, value))
    }
    return (low.value, high.value)
  }

  /// The most is the least of the mirrored values, mirrored back.
  private static func extremes(
    _ certain: [Double], _ optional: [Double]
  ) -> (low: Double, high: Double)? {
    guard let low = median(certain.sorted(), optional.sorted()),
      let high = median(certain.map(-).sorted(), optional.map(-).sorted())
    else { return nil }
    return (low, -high)
  }

  /// The bounds of a mean, where the certain values are summed already. The most is the least of
  /// the mirrored values, mirrored back.
  static func average(
    certain: ExactSum, count: Int, optional: [Double]
  ) -> (low: Double, high: Double)? {
    guard count > 0 || !optional.isEmpty else { return nil }
    let low = leastAverage(certain, count, optional)
    guard !optional.isEmpty else { return (low, low) }
    return (low, -leastAverage(certain.mirrored, count, optional.map(-)))
  }

  /// The least mean: optional values join while they pull the mean down. Those below a mean that is
  /// reached make a lower one, until none is left below it that is not among them.
  private static func leastAverage(
    _ certain: ExactSum, _ count: Int, _ optional: [Double]
  ) -> Double {
    var least = count > 0 ? certain.mean(of: count) : .infinity
    while true {
      var sum = certain
      var members = count
      for value in optional where value < least {
        sum.add(value)
        members += 1
      }
      guard members > count else { return least }
      let mean = sum.mean(of: members)
      guard mean < least else { return least }
      least = mean
    }
  }

  /// The least median: for each number of optional members the smallest ones give the least, so it
  /// is the least over those prefixes. Both lists are sorted.
  private static func median(_ certain: [Double], _ optional: [Double]) -> Double? {
    let first = certain.isEmpty ? 1 : 0
    guard first <= optional.count else { return nil }
    return (first...optional.count).map { taken in
      middle(certain, optional, taken)
    }.min()
  }

  /// The median of the certain values and the `taken` smallest optional ones.
  private static func middle(_ certain: [Double], _ optional: [Double], _ taken: Int) -> Double {
    let count = certain.count + taken
    let upper = nth(count / 2, certain, optional, taken)
    if count % 2 == 1 { return upper }
    return Written.mean(nth(count / 2 - 1, certain, optional, taken), upper)
  }

  /// The value at a rank of two sorted lists merged, by bisection on how many come from the first.
  private static func nth(_ rank: Int, _ a: [Double], _ b: [Double], _ taken: Int) -> Double {
    var low = Swift.max(0, rank - taken)
    var high = Swift.min(rank, a.count)
    while low < high {
      let fromA = (low + high) / 2
      let fromB = rank - fromA
      if fromB > 0, fromA < a.count, a[fromA] < b[fromB - 1] {
        low = fromA + 1
      } else {
        high = fromA
      }
    }
    let fromB = rank - low
    let nextA = low < a.count ? a[low] : .infinity
    let nextB = fromB < taken ? b[fromB] : .infinity
    return Swift.min(nextA, nextB)
  }

  /// A share's bounds by completing the unknown rows, where each row is counted by its membership
  /// (yes or unknown) and its condition (yes, no, unknown).
  static func share(_ c: ShareCounts) -> (low: Double, high: Double)? {
    let lowBase = c.yy + c.yn + c.yu + c.un + c.uu
    let highBase = c.yy + c.yn + c.yu + c.uy + c.uu
    guard lowBase > 0 || highBase > 0 else { return nil }
    let low = lowBase == 0 ? 1 : Double(c.yy) / Double(lowBase)
    let high = highBase == 0 ? 0 : Double(c.yy + c.yu + c.uy + c.uu) / Double(highBase)
    return (low, high)
  }
}

/// Rows by membership and condition: `yu` is a member whose condition is unknown.
struct ShareCounts: Sendable, Equatable {
  var yy = 0
  var yn = 0
  var yu = 0
  var uy = 0
  var un = 0
  var uu = 0
}
