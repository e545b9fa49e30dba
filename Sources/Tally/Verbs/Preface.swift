// What may stand before a verb: a question about the answer.

/// A word before a whole query: how it is said and what it asks.
public struct Preface: Sendable {
  /// The word.
  public let name: String
  /// What it does, in a few words.
  public let summary: String
  /// Its line of the grammar.
  public let grammar: String
  /// Sentences that work on the embedded dataset.
  public let examples: [String]

  /// Every preface, in the order that help shows them.
  public static let all: [Preface] = [.why, .cite, .plan, .sql]

  private static let line = #"query ::= ( "why" | "cite" | "plan" | sql )? core ( "|" stage )*"#

  /// How a number came about.
  public static let why = Preface(
    name: "why", summary: "how a number came about: what each condition kept and set aside",
    grammar: line,
    examples: [
      "why count counties where detainers and not notify",
      "why share where detainers among counties in NM",
    ])

  /// What an answer rests on, to be quoted with it.
  public static let cite = Preface(
    name: "cite", summary: "the sources of an answer, and the answer itself, to be cited",
    grammar: line, examples: ["cite count counties in IL where detainers"])

  /// The operators of a query.
  public static let plan = Preface(
    name: "plan", summary: "the operators that a query becomes", grammar: line,
    examples: ["plan list counties with agreements"])

  /// The query in SQL.
  public static let sql = Preface(
    name: "sql", summary: "the query in SQL, for the exported package", grammar: line,
    examples: ["sql duckdb count counties where detainers by state"])
}
