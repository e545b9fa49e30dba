// The text of a query or a script, as bytes, with its name and its lines.

/// A text that tally reads: a line typed at the prompt, a script, a query of an embedding test.
///
/// Positions in a source are byte offsets. `lineStarts` is found once, so that a diagnostic can
/// name a line and a column in O(log n).
public struct Source: Sendable, Equatable {
  /// What the text is called in messages: a file name, or empty for what was typed.
  public var name: String { shared.content.name }
  /// The text in UTF-8, as it came.
  public var bytes: [UInt8] { shared.content.bytes }
  /// The byte offset of each line's first byte; never empty.
  public var lineStarts: [Int] { shared.content.lineStarts }
  /// How names in it were replaced, the first change first; empty for a text as it was typed.
  var expansions: [Expansion] { shared.content.expansions }
  /// How long a text is kept beside its bytes: a question is its own text several times.
  private static let maximumKept = 1 << 10
  /// Held once for all that read a statement, from its tokens to its answer.
  private let shared: Shared<Content>

  private struct Content: Sendable, Equatable {
    let name: String
    let bytes: [UInt8]
    let lineStarts: [Int]
    let expansions: [Expansion]
    /// All of it, where it came as one and is short; else empty.
    let text: String

    /// How the text came says nothing of it.
    static func == (a: Content, b: Content) -> Bool {
      a.bytes == b.bytes && a.name == b.name && a.expansions == b.expansions
    }
  }

  /// A source of the given bytes, which need not be valid UTF-8.
  public init(name: String = "", bytes: [UInt8]) {
    self.init(name: name, bytes: bytes, expansions: [])
  }

  init(name: String, bytes: [UInt8], expansions: [Expansion], text: String = "") {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    shared = Shared(
      Content(
        name: name, bytes: bytes, lineStarts: starts, expansions: expansions, text: text))
  }

  /// A source of the given text.
  public init(name: String = "", _ text: String) {
    let isShort = text.utf8.count <= Source.maximumKept
    self.init(name: name, bytes: Array(text.utf8), expansions: [], text: isShort ? text : "")
  }

  /// The text of a span; bytes that are not UTF-8 become replacement characters.
  public func text(_ span: Span) -> String {
    let bytes = bytes
    if span.start <= 0, span.end >= bytes.count, !shared.content.text.isEmpty {
      return shared.content.text
    }
    let start = min(max(0, span.start), bytes.count)
    let end = min(max(start, span.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The number of the line that holds a byte, from 0.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The span of a line, by its number from 0, without its line end.
  public func lineSpan(_ line: Int) -> Span {
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Span(start, end)
  }
}
