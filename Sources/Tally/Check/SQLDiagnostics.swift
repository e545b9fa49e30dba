// What is said where a query has no words in SQL: code T290.

extension Diagnostic {
  /// T290: a query that no statement over the exported tables says.
  static func cannotBeSQL(_ span: Span, _ reason: String) -> Diagnostic {
    Diagnostic(
      "T290", at: span, "this cannot be said in SQL: \(reason)",
      help: ["without the word sql tally answers it"])
  }
}
