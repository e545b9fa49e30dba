// From numbers to places on a line: the ends of a chart and its round steps.

/// A straight scale.
struct Scale: Equatable {
  /// The number at its beginning: 0, or less where a number is.
  let least: Double
  /// The number at its end; above `least`.
  let most: Double

  /// The scale on which all marks have room, and 0 has. Shares have the whole of 0 to 100 %, so
  /// that two charts of shares can be compared.
  init(_ marks: [ChartData.Mark], isShare: Bool) {
    let ends = marks.flatMap { [$0.low, $0.high] }.compactMap { $0 }
    least = min(0, ends.min() ?? 0)
    let most = max(isShare ? 1 : 0, ends.max() ?? 0)
    self.most = most > least ? most : least + 1
  }

  /// A scale between two numbers.
  init(least: Double, most: Double) {
    self.least = least
    self.most = most
  }

  /// Where a number stands: 0 at the beginning, 1 at the end.
  func place(_ value: Double) -> Double {
    let place = (value - least) / (most - least)
    return place.isFinite ? min(1, max(0, place)) : 0
  }

  /// A round step that divides the scale into at most `parts`: 1, 1.5, 2, … times a power of ten.
  func step(parts: Int, isCount: Bool) -> Double {
    let raw = (most - least) / Double(max(1, parts))
    guard raw.isFinite else { return most }
    var power = isCount ? 1.0 : 1e-9
    while power * 10 <= raw, power < 1e300 { power *= 10 }
    for factor in [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] where power * factor >= raw * 0.999_999 {
      if !isCount || power * factor == (power * factor).rounded() { return power * factor }
    }
    return power * 10
  }

  /// The round numbers on it.
  func ticks(parts: Int, isCount: Bool) -> [Double] {
    let step = step(parts: parts, isCount: isCount)
    let first = (least / step).rounded(.up)
    let count = ((most - first * step) / step + 1e-9).rounded(.down)
    guard count >= 0, count <= 100 else { return [] }
    return (0...Int(count)).map { (first + Double($0)) * step }
  }
}
