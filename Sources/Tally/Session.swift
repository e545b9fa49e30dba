// The embedding API: a dataset, and what can be asked of it.

/// What came of one statement.
public struct Outcome: Sendable {
  /// The text that the statement's spans point into.
  public let source: Source
  /// The statement's own stretch of it.
  public let span: Span
  /// The answer; nil where the statement failed.
  public let answer: Answer?
  /// Errors, warnings and notes, in the order of the text.
  public let diagnostics: [Diagnostic]

  /// Whether an error kept the statement from running.
  public var failed: Bool { answer == nil }
}

/// One thing that could be typed next.
public struct Completion: Sendable, Hashable {
  /// What the word is.
  public enum Kind: String, Sendable {
    case keyword, relation, field, link, value, place, column, function
  }

  /// The text to put in place of `Completions.replaces`.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// What it means, in a few words.
  public var meaning: String

  /// A completion.
  public init(text: String, kind: Kind, meaning: String) {
    self.text = text
    self.kind = kind
    self.meaning = meaning
  }
}

/// What could be typed at a place in a text.
public struct Completions: Sendable {
  /// The bytes that a chosen completion replaces: the word that ends at the cursor.
  public var replaces: Span
  /// The candidates, best first.
  public var candidates: [Completion]

  /// Completions.
  public init(replaces: Span, candidates: [Completion]) {
    self.replaces = replaces
    self.candidates = candidates
  }
}

/// A conversation with one dataset. A session is a value: a failed statement leaves it as it was.
public struct Session: Sendable {

  /// Runs every statement of a source in order.
  public mutating func run(_ source: Source) -> [Outcome] { [] }

  /// Every diagnostic of a source, without evaluating anything.
  public func check(_ source: Source) -> [Diagnostic] { [] }

  /// Whether a text is a whole statement, so that Enter may run it: no open bracket, and no word at
  /// its end that asks for more.
  public func isComplete(_ text: String) -> Bool { true }

  /// The roles of the words of a text, in order, without overlap.
  public func highlight(_ text: String) -> [Highlight] { [] }

  /// What could be typed at a byte offset of a text.
  public func complete(_ text: String, at offset: Int) -> Completions {
    Completions(replaces: Span(offset, offset), candidates: [])
  }
}
