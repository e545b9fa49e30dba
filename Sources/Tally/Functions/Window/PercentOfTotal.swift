// percent_of_total: each row's part of the total.

extension WindowFunction {
  /// Each row's part of the total over all rows of the answer, whatever `keep` and `take` left out.
  public static let percentOfTotal = WindowFunction(
    name: "percent_of_total",
    meaning: "each row's part of the total of all rows, whatever keep and take left out",
    example: "count counties where detainers by region | add part = percent_of_total(count)",
    kind: .part)
}
