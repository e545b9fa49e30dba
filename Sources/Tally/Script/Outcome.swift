// What comes of a statement, and what a session needs of its host.

/// What came of one statement.
public struct Outcome: Sendable {
  /// What a statement did.
  public enum Effect: Sendable {
    /// A question was answered.
    case answered(Answer)
    /// A name was given a meaning.
    case defined(Definition)
    /// A parameter was given a value, as it was typed.
    case set(name: String, value: String)
    /// A file was read, with so many definitions and parameters in it.
    case included(name: String, count: Int)
    /// An answer was held to what a script says of it.
    case held(Expectation)
  }

  /// The text that the statement's spans point into.
  public let source: Source
  /// The statement's own stretch of it.
  public let span: Span
  /// What it did; nil where it failed.
  public let effect: Effect?
  /// Errors, warnings and notes, in the order of the text.
  public let diagnostics: [Diagnostic]
  /// Whether the statement below expects it to fail.
  public internal(set) var isExpectedToFail = false

  init(source: Source, span: Span, effect: Effect?, diagnostics: [Diagnostic]) {
    self.source = source
    self.span = span
    self.effect = effect
    self.diagnostics = diagnostics
  }

  /// The answer, where there is one.
  public var answer: Answer? {
    if case .answered(let answer) = effect { answer } else { nil }
  }

  /// Whether an error kept the statement from running.
  public var failed: Bool { effect == nil }

  /// What an `expect` came to, where it is one.
  public var expectation: Expectation? {
    if case .held(let expectation) = effect { expectation } else { nil }
  }
}

/// What a session asks of whoever runs it: the language itself reads no file and knows no clock.
public struct Host: Sendable {
  /// Why a file cannot be had, in words.
  public struct Refusal: Error, Sendable, Equatable {
    /// The words: `there is no such file`.
    public var reason: String

    /// A refusal.
    public init(_ reason: String) { self.reason = reason }
  }

  /// Reads a file that a script includes: its name as it was typed, and the name of the source that
  /// includes it. The name of the source that comes back stands in messages, and tells files apart.
  public var load: @Sendable (_ name: String, _ from: String) -> Result<Source, Refusal>
  /// Asked between the operators of a query; true ends it with the error T601.
  public var shouldStop: @Sendable () -> Bool

  /// A host; without `load`, nothing can be included.
  public init(
    load: @escaping @Sendable (String, String) -> Result<Source, Refusal> = { _, _ in
      .failure(Refusal("no files can be read here"))
    },
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) {
    self.load = load
    self.shouldStop = shouldStop
  }
}
