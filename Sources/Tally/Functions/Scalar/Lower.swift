// lower: a text in small letters.

extension ScalarFunction {
  /// A text in small letters.
  public static let lower = ScalarFunction(
    "lower", form: "lower(text)", meaning: "a text in small letters",
    example: "list states | show lower(name)", kind: .textToText { $0.lowercased() })
}
