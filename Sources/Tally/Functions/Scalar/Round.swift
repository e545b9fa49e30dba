// round: a number at so many digits.

extension ScalarFunction {
  /// The nearest number of so many digits after the point, a whole one where none are given; halves
  /// go away from zero.
  public static let round = ScalarFunction(
    "round", form: "round(number) or round(number, digits)",
    meaning: "the nearest number of so many digits after the point, or the nearest whole one",
    example: "list counties in DE | show name, round(population / 1_000_000, 2) named millions",
    kind: .numberToDigits(rounded))

  /// The digits that may be asked for: more than these a number does not have.
  static let digits = -12...12

  @Sendable private static func rounded(_ value: Double, _ digits: Int) -> Double {
    if let rounded = Written.rounded(value, digits) { return rounded }
    // A number of more than fifteen digits is none that was written.
    let scale = Decimals.powers[Int(digits.magnitude)]
    let scaled = digits < 0 ? value / scale : value * scale
    let whole = scaled.rounded(.toNearestOrAwayFromZero)
    return digits < 0 ? whole * scale : whole / scale
  }
}
