// What a row's value is among those of other rows, where each is known to lie between two ends.

/// A number from `low` to `high`; an infinite end is passed by some number.
struct Interval: Sendable, Equatable {
  var low: Double
  var high: Double

  /// What may be any number.
  static let any = Interval(low: -.infinity, high: .infinity)
  /// What may be any number from 0 on.
  static let amount = Interval(low: 0, high: .infinity)

  /// Whether neither end is proven.
  var isOpen: Bool { low == -.infinity && high == .infinity }

  static func + (a: Interval, b: Interval) -> Interval {
    Interval(low: Written.sum(a.low, b.low), high: Written.sum(a.high, b.high))
  }
}

/// Bounds of parts, places and sums over independent values.
enum Windows {
  /// What part of all each value is: the bounds are reached where the others complete it to the
  /// most and to the least. Nil where all is nothing.
  ///
  /// `optional` values may belong to the whole or not. No value may be negative.
  static func parts(_ values: [Interval], of whole: [Interval], optional: [Interval]) -> [Interval?]
  {
    let decimals = Decimals(of: whole + optional)
    let lows = sums(whole.map(\.low), decimals).last ?? 0
    let highs = (whole + optional).map(\.high)
    let endless = highs.count { $0 == .infinity }
    let finite = sums(highs.filter(\.isFinite), decimals).last ?? 0
    return values.map { value in
      let isEndless = value.high == .infinity
      let most =
        endless > (isEndless ? 1 : 0)
        ? .infinity : isEndless ? finite : Written.difference(finite, value.high)
      return part(value, least: Written.difference(lows, value.low), most: most)
    }
  }

  /// A value's part of itself and a rest.
  private static func part(_ value: Interval, least: Double, most: Double) -> Interval? {
    guard value.high + most > 0 else { return nil }
    func part(_ own: Double, _ rest: Double) -> Double? {
      let all = Written.sum(own, rest)
      return all == 0 ? nil : Written.quotient(own, all)
    }
    let low = most == .infinity ? 0 : part(value.low, most) ?? 1
    let high = value.high == .infinity ? 1 : part(value.high, least) ?? 0
    return Interval(low: low, high: high)
  }

  /// The best and the worst place of each value, the greatest first; equal values share the better
  /// place. `optional` values may stand among them or not.
  /// - Complexity: O(n log n).
  static func places(_ values: [Interval], optional: [Interval]) -> [Interval] {
    let lows = values.map(\.low).sorted()
    let highs = (values + optional).map(\.high).sorted()
    return values.map { value in
      let better = above(value.high, in: lows)
      let perhaps = above(value.low, in: highs) - (value.high > value.low ? 1 : 0)
      return Interval(low: Double(1 + better), high: Double(1 + perhaps))
    }
  }

  /// The sum down to each value.
  static func sums(_ values: [Interval]) -> [Interval] {
    let decimals = Decimals(of: values)
    let (lows, highs) = (sums(values.map(\.low), decimals), sums(values.map(\.high), decimals))
    return zip(lows, highs).map { Interval(low: $0, high: $1) }
  }

  private static func sums(_ values: [Double], _ decimals: Decimals?) -> [Double] {
    var sum = ExactSum(decimals)
    return values.map { value in
      sum.add(value)
      return sum.value
    }
  }

  /// How many of some sorted numbers are greater than one.
  private static func above(_ number: Double, in sorted: [Double]) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] > number { high = middle } else { low = middle + 1 }
    }
    return sorted.count - low
  }
}

extension Decimals {
  /// What is known of both ends of some numbers, so that ends that are one stay one.
  fileprivate init?(of values: [Interval]) {
    self.init(of: values.map(\.low) + values.map(\.high))
  }
}
