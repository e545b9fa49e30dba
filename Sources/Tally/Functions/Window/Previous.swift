// previous: the value of the row above.

extension WindowFunction {
  /// The value of the row above; the first row has none.
  public static let previous = WindowFunction(
    name: "previous", meaning: "the value of the row above; the first row has none",
    example: "count counties by region | add before = previous(count)", kind: .above)
}
