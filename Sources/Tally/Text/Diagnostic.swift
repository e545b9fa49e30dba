// What tally says about a mistake: one place, plain words, rewrites that work.

/// How grave a message is.
public enum Severity: String, Sendable {
  /// The statement does not run.
  case error
  /// The statement runs; its answer may not be what was meant.
  case warning
  /// The statement runs; something is worth knowing.
  case note
}

/// A rewrite of a part of the text that would make the statement work.
public struct Fix: Sendable, Equatable {
  /// What the rewrite is for, where there is more than one; else empty.
  public var purpose: String
  /// The stretch of the source that it replaces.
  public var span: Span
  /// The text to put there.
  public var replacement: String

  /// A rewrite of `span`.
  public init(_ span: Span, _ replacement: String, for purpose: String = "") {
    self.purpose = purpose
    self.span = span
    self.replacement = replacement
  }

  /// The source's text with the rewrite made.
  public func applied(to source: Source) -> String {
    source.text(Span(0, span.start)) + replacement
      + source.text(Span(span.end, source.bytes.count))
  }
}

/// One message about one place in a source.
///
/// Diagnostics are made only by static functions of `Diagnostic`, in the files `…Diagnostics.swift`
/// of `Syntax` and `Check`. Tests compare codes, never sentences.
public struct Diagnostic: Sendable, Equatable, Error {
  /// A stable name such as `T301`, documented in the manual.
  public let code: String
  /// How grave it is.
  public let severity: Severity
  /// Where, in bytes.
  public let span: Span
  /// One line: what was found and why it does not work.
  public let message: String
  /// Further lines under the caret: what would work.
  public var help: [String]
  /// At most two rewrites.
  public var fixes: [Fix]

  /// The same mistake with these rewrites in place of all other advice.
  func advising(_ fixes: [Fix]) -> Diagnostic {
    Diagnostic(code, severity, at: span, message, fixes: fixes)
  }

  init(
    _ code: String, _ severity: Severity = .error, at span: Span, _ message: String,
    help: [String] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.help = help
    self.fixes = fixes
  }
}
