// What could be typed next, as a host shows it.

/// One thing that could be typed next.
public struct Completion: Sendable, Hashable {
  /// What the word is.
  public enum Kind: String, Sendable {
    case keyword, relation, field, link, value, place, column, function, definition
    case result, mark, code, command, file, folder
  }

  /// The text to put in place of `Completions.replaces`.
  public var text: String
  /// What it is.
  public var kind: Kind
  /// What it means, in a few words.
  public var meaning: String
  /// What is typed behind it in most cases: a blank, or the bracket of a function.
  public var follow: String

  /// A completion.
  public init(text: String, kind: Kind, meaning: String, follow: String = " ") {
    self.text = text
    self.kind = kind
    self.meaning = meaning
    self.follow = follow
  }
}

/// What could be typed at a place in a text.
public struct Completions: Sendable {
  /// The bytes that a chosen completion replaces: the word around the cursor, with its quotes.
  public var replaces: Span
  /// The candidates, best first.
  public var candidates: [Completion]
  /// How many more there are than `candidates` has room for.
  public var more: Int
  /// The path that is typed so far, where the name of a file in quotes belongs: the library knows
  /// no files, so the host lists them.
  public var wantsFile: String?

  /// Completions.
  public init(
    replaces: Span, candidates: [Completion], more: Int = 0, wantsFile: String? = nil
  ) {
    self.replaces = replaces
    self.candidates = candidates
    self.more = more
    self.wantsFile = wantsFile
  }
}
