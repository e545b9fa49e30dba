// What could be typed next, as a host shows it.

/// One thing that could be typed next.
public struct Completion: Sendable, Hashable {
  /// What the word is.
  public enum Kind: String, Sendable {
    case keyword, relation, field, link, value, place, column, function, definition
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
