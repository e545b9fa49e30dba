// The classes of a tile map: round limits, and what cannot be put into one.

/// Classes with round limits, from 0 (or the least number) on.
struct TileClasses {
  /// What is known of a tile.
  enum Place: Equatable {
    /// Both ends of its interval lie in this class.
    case within(Int)
    /// Its interval reaches over several classes.
    case several
    /// Both ends lie in one class, but no row that it rests on is settled: it is no certain 0.
    case open
    /// It has no number.
    case missing
  }

  /// The limits, one more than there are classes; a class holds its lower limit.
  let limits: [Double]
  private let isShare: Bool
  private let isCount: Bool
  private let dash: String

  /// How many classes there are.
  var count: Int { limits.count - 1 }
  /// The most classes: as many as the eye tells apart.
  static let most = 5

  /// The classes of a column's numbers.
  init(_ column: ChartData.Column, scale: Scale, marks: Marks) {
    isShare = column.isShare
    isCount = column.isCount
    dash = marks.dash
    let even = TileClasses.even(scale, isCount: isCount)
    let lows = column.marks.compactMap { $0?.low }
    let first = lows.count { $0 < even[1] }
    limits =
      !isShare && scale.least == 0 && even.count > 3 && 2 * first > lows.count
      ? TileClasses.growing(scale.most, isCount: isCount) : even
  }

  /// Limits at one distance. Whole numbers end one below the last limit.
  private static func even(_ scale: Scale, isCount: Bool) -> [Double] {
    let scale = isCount ? Scale(least: scale.least, most: scale.most + 1) : scale
    let step = scale.step(parts: most, isCount: isCount)
    let first = (scale.least / step).rounded(.down)
    let needed = ((scale.most - first * step) / step - 1e-9).rounded(.up)
    let classes = needed.isFinite ? Int(max(1, min(needed, Double(most + 1)))) : 1
    return (0...classes).map { (first + Double($0)) * step }
  }

  /// Limits that grow as 1, 2, 5, 10, where a few large numbers would leave most of the others in
  /// one class.
  private static func growing(_ most: Double, isCount: Bool) -> [Double] {
    var limits: [Double] = []
    var power = isCount ? 1.0 : 1e-9
    while limits.last ?? 0 <= most, power < 1e300 {
      for factor in [1.0, 2, 5] where limits.last ?? 0 <= most { limits.append(factor * power) }
      power *= 10
    }
    return [0] + limits.suffix(Self.most)
  }

  /// The class of a mark.
  func place(_ mark: ChartData.Mark?) -> Place {
    guard let mark, mark.low != nil || mark.high != nil else { return .missing }
    guard let low = mark.low, let high = mark.high else { return .several }
    let index = number(low)
    guard index == number(high) else { return .several }
    return mark.isOpen && mark.isUnsettled ? .open : .within(index)
  }

  private func number(_ value: Double) -> Int {
    let above = limits.dropFirst().dropLast().count { value >= $0 - 1e-12 }
    return min(above, count - 1)
  }

  /// The limits of a class in words: `0–49`, `20 to under 40 %`, `80 to 100 %`.
  func words(_ index: Int) -> String {
    let (low, high) = (limits[index], limits[index + 1])
    if isCount {
      let last = NumberText.number(high - 1)
      return low == high - 1 ? last : NumberText.number(low) + dash + last
    }
    let sign = isShare ? " %" : ""
    let scale = isShare ? 100.0 : 1
    let end = NumberText.number((high * scale * 1e6).rounded() / 1e6)
    let begin = NumberText.number((low * scale * 1e6).rounded() / 1e6)
    return begin + (index == count - 1 ? " to " : " to under ") + end + sign
  }
}
