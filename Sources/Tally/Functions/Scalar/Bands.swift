// bands: which of several ranges a number lies in.

extension ScalarFunction {
  /// The range of a number between edges; a number on an edge belongs to the range above it.
  public static let bands = ScalarFunction(
    "bands", form: "bands(number, edge, edge, …)",
    meaning: "the range of a number between edges",
    example: "count counties by bands(population, 10_000, 100_000, 1_000_000)",
    kind: .numberToBand)
}
