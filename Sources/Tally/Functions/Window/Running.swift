// running: the sum down to each row.

extension WindowFunction {
  /// The sum of the values from the first row shown down to each.
  public static let running = WindowFunction(
    name: "running", meaning: "the sum from the first row down to each",
    example: "count counties by state | sort by count down | add so_far = running(count)",
    kind: .sum)
}
