// A stretch of a source: where a token, a clause or a mistake stands.

/// A half-open range of bytes in a source.
public struct Span: Sendable, Hashable {
  /// The first byte's offset.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// The range from `start` up to but not including `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// An empty span at the start of a text, for things that nobody typed.
  public static let none = Span(0, 0)

  /// The smallest span that holds both.
  public func joined(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
