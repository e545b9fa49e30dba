// The marks that formats set around words: drawn lines where the screen has them, else ASCII.

/// Characters that a format draws, apart from the words themselves.
struct Marks: Sendable, Equatable {
  /// Between the two ends of an interval: `97–120`.
  var dash: String
  /// Where something was left out.
  var ellipsis: String
  /// A light horizontal rule, one column wide.
  var rule: String
  /// A value that does not apply.
  var none: String
  /// Before a query that is quoted.
  var openQuote: String
  /// After a query that is quoted.
  var closeQuote: String

  /// For screens that have them.
  static let drawn = Marks(
    dash: "–", ellipsis: "…", rule: "─", none: "–", openQuote: "“", closeQuote: "”")

  /// For pipes, and for screens without more: none is an empty cell there, as in CSV.
  static let ascii = Marks(
    dash: "-", ellipsis: "...", rule: "-", none: "", openQuote: "\"", closeQuote: "\"")
}

extension OutputContext {
  /// The columns to fill: a terminal that says 0 does not know its width, and gets the usual 80.
  var columns: Int? { width.map { $0 > 0 ? $0 : 80 } }

  /// The marks that may be drawn here.
  var marks: Marks { unicode ? .drawn : .ascii }
}
