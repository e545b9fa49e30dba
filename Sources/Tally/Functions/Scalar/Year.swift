// year: the calendar year of a date.

extension ScalarFunction {
  /// The calendar year of a date.
  public static let year = ScalarFunction(
    "year", form: "year(date)", meaning: "the calendar year of a date",
    example: "count agreements where year(signed) is 2025", unit: "year",
    kind: .dateToNumber { Double($0.civil.year) })
}
