// Text in another language than tally's: a statement for a database, a plan in words.

/// A text to be read or run elsewhere.
public struct CodeText: Sendable, Equatable {
  /// `sql` or `plan`.
  public var language: String
  /// The database that the text is for; nil where there is none.
  public var dialect: String?
  /// The text, of several lines.
  public var text: String

  /// A text.
  public init(language: String, dialect: String? = nil, text: String) {
    self.language = language
    self.dialect = dialect
    self.text = text
  }
}

extension CodeText {
  /// What the text is, where the text itself has no place.
  func sentence(for query: String, asOf: AnswerDate) -> String {
    let name = language == "sql" ? "The statement for \(dialect ?? "a database")" : "The plan"
    let lines = text.split(separator: "\n").count
    return "\(name) of \(query), as of \(asOf), has \(lines) lines; "
      + "the other formats have it in full."
  }
}

extension Answer {
  /// The members of a text.
  func members(of code: CodeText) -> [(String, JSONValue)] {
    [
      ("kind", .string("code")), ("language", .string(code.language)),
      ("dialect", code.dialect.map { .string($0) } ?? .null), ("code", .string(code.text)),
      ("as_of", provenance.asOf.json),
    ]
  }
}
