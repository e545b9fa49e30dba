// days: how many days lie between two dates.

extension ScalarFunction {
  /// How many days there are from the first date to the second; less than none where the second
  /// comes first.
  public static let days = ScalarFunction(
    "days", form: "days(from, to)", meaning: "how many days there are from a date to another",
    example: "list agreements | show agency, signed, days(signed, 2026-05-18) named age",
    kind: .datesToNumber { Double($1.number - $0.number) })
}
