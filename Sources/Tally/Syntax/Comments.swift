// The comments of a source, which the lexer passes over.

/// A comment with its place: `--` and what follows to the end of the line.
struct Comment: Sendable, Equatable {
  /// The comment from its `--`, without blanks at the end.
  var text: String
  var span: Span

  /// Every comment of a source, in order: whatever stands between tokens and is neither blank nor
  /// line end.
  /// - Complexity: O(bytes).
  static func all(in source: Source, between tokens: [Token]) -> [Comment] {
    var comments: [Comment] = []
    var end = 0
    for token in tokens {
      collect(Span(end, token.span.start), source, into: &comments)
      end = max(end, token.span.end)
    }
    return comments
  }

  private static func collect(_ gap: Span, _ source: Source, into comments: inout [Comment]) {
    let dash = UInt8(ascii: "-")
    var at = gap.start
    while at + 1 < gap.end {
      guard source.bytes[at] == dash, source.bytes[at + 1] == dash else {
        at += 1
        continue
      }
      let start = at
      while at < gap.end, source.bytes[at] != UInt8(ascii: "\n") { at += 1 }
      var end = at
      while isBlank(source.bytes[end - 1]) { end -= 1 }
      comments.append(
        Comment(text: source.text(Span(start, end)), span: Span(start, end)))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
