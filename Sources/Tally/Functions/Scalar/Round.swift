// round: the nearest whole number.

extension ScalarFunction {
  /// The nearest whole number; halves go away from zero.
  public static let round = ScalarFunction(
    name: "round", meaning: "the nearest whole number",
    example: "list states | show name, round(12.5) named n",
    kind: .numberToNumber { $0.rounded(.toNearestOrAwayFromZero) })
}
