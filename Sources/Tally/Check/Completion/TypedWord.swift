// The word at the cursor, and what stands before and behind it.

/// What a completion replaces, and where it stands.
struct TypedWord {
  /// The word around the cursor, with its quotes.
  private(set) var span: Span
  /// The part of it before the cursor, without quotes.
  private(set) var text: String
  /// Whether it is in quotes.
  private(set) var isQuoted: Bool
  /// The tokens of the statement before it.
  private(set) var before: [Token]
  /// The tokens of the statement behind it.
  let after: [Token]
  /// The text up to the word: where the spans of `before` lead.
  let source: Source

  /// Whether it begins like a number or a date.
  var isNumber: Bool { !isQuoted && text.first?.isNumber == true }

  /// The word at a byte offset of a text; nil in a comment, and where the text before it holds what
  /// is no token.
  init?(_ text: String, at offset: Int) {
    let bytes = Array(text.utf8)
    var cursor = min(max(0, offset), bytes.count)
    while cursor > 0, cursor < bytes.count, bytes[cursor] & 0xC0 == 0x80 { cursor -= 1 }
    let quotes = LineQuotes(bytes, upTo: cursor)
    guard !quotes.isComment else { return nil }
    if let start = quotes.open ?? quotes.closed {
      isQuoted = true
      let end = quotes.open == nil ? cursor : LineQuotes.end(of: bytes, from: cursor)
      span = Span(start, end)
      self.text = TypedWord.text(bytes[start..<cursor])
    } else {
      isQuoted = false
      let start = TypedWord.start(of: bytes, before: cursor)
      let end = start == cursor ? cursor : TypedWord.end(of: bytes, from: cursor)
      span = Span(start, end)
      self.text = String(decoding: bytes[start..<cursor], as: UTF8.self)
    }
    source = Source(bytes: Array(bytes[..<span.start]))
    let tokens = TypedWord.tokens(before: span.start, in: bytes)
    let first = tokens.lastIndex { $0.kind == .newline }.map { $0 + 1 } ?? 0
    before = Array(tokens[first...])
    guard !before.contains(where: { $0.kind == .invalid }) else { return nil }
    let rest = Source(bytes: Array(bytes[span.end...]))
    after = Lexer.tokens(of: rest).tokens.filter { $0.kind != .end }
    // What stands without a blank behind a number or a closed text is no word of its own.
    if let last = before.last, last.span.end == span.start, !last.kind.isMark { return nil }
  }

  /// The word with the one before it, as in `New Yo`, which wants quotes; nil where that is no word
  /// of the same line.
  var joined: TypedWord? {
    guard !isQuoted, !text.isEmpty, let last = before.last, last.kind == .word else { return nil }
    let gap = source.bytes[last.span.end...]
    guard !gap.isEmpty, gap.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
    var longer = self
    longer.span = Span(last.span.start, span.end)
    longer.text = source.text(Span(last.span.start, span.start)) + text
    longer.before.removeLast()
    return longer
  }

  /// The tokens before a word. A line goes on where the next one is indented, which cannot be seen
  /// of a line without words: so a word stands there.
  private static func tokens(before start: Int, in bytes: [UInt8]) -> [Token] {
    var text = Array(bytes[..<start])
    if let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") {
      text.append(UInt8(ascii: "x"))
    }
    return Lexer.tokens(of: Source(bytes: text)).tokens.filter {
      $0.kind != .end && $0.span.start < start
    }
  }

  /// Where a word begins that ends at the cursor. A word with a letter beyond ASCII is a name that
  /// wants quotes; a date is one word, with its marks.
  private static func start(of bytes: [UInt8], before cursor: Int) -> Int {
    var start = cursor
    while start > 0, isWord(bytes[start - 1]) { start -= 1 }
    guard start < cursor else {
      let mark = start > 0 ? bytes[start - 1] : 0
      if mark == UInt8(ascii: "$") || mark == UInt8(ascii: "#") { return start - 1 }
      return mark == UInt8(ascii: "-") ? dateStart(of: bytes, before: cursor) ?? start : start
    }
    if start > 0, bytes[start - 1] == UInt8(ascii: "$") || bytes[start - 1] == UInt8(ascii: "#") {
      return start - 1
    }
    guard isDigit(bytes[start]) else { return start }
    return dateStart(of: bytes, before: cursor) ?? start
  }

  private static func dateStart(of bytes: [UInt8], before cursor: Int) -> Int? {
    var start = cursor
    while start > 0, isDigit(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "-") {
      start -= 1
    }
    let isBegun = start < cursor && isDigit(bytes[start])
    return isBegun && (start == 0 || !isWord(bytes[start - 1])) ? start : nil
  }

  private static func end(of bytes: [UInt8], from cursor: Int) -> Int {
    var end = cursor
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isWord(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
      || small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z")
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).filter { !LineQuotes.marks.contains($0) }
  }
}

/// The quotes of one line, up to the cursor.
private struct LineQuotes {
  /// Quotes as they are typed, and as documents have them.
  static let marks: Set<Character> = ["\"", "\u{201C}", "\u{201D}"]

  /// Whether the cursor stands in a comment.
  private(set) var isComment = false
  /// Where the quote begins that the cursor stands in.
  private(set) var open: Int?
  /// Where the quote began that ends at the cursor.
  private(set) var closed: Int?

  init(_ bytes: [UInt8], upTo cursor: Int) {
    var at = bytes[..<cursor].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    while at < cursor {
      let length = LineQuotes.length(of: bytes, at: at)
      if length > 0 {
        closed = at + length == cursor ? open : nil
        open = open == nil ? at : nil
      } else if open == nil, bytes[at] == UInt8(ascii: "-"), at + 1 < cursor,
        bytes[at + 1] == UInt8(ascii: "-")
      {
        isComment = true
        return
      }
      at += max(1, length)
    }
  }

  /// Where a quote ends that is open at the cursor. The quotes behind it come in pairs unless one
  /// of them closes this one.
  static func end(of bytes: [UInt8], from cursor: Int) -> Int {
    var first: Int?
    var count = 0
    var at = cursor
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
      let length = length(of: bytes, at: at)
      if length > 0 {
        count += 1
        first = first ?? at + length
      }
      at += max(1, length)
    }
    return count.isMultiple(of: 2) ? cursor : first ?? cursor
  }

  /// The length of the quote at a byte; 0 for none.
  private static func length(of bytes: [UInt8], at index: Int) -> Int {
    if bytes[index] == UInt8(ascii: "\"") { return 1 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0x9C || bytes[index + 2] == 0x9D ? 3 : 0
  }
}

extension Token.Kind {
  /// Whether a word may stand right behind it.
  fileprivate var isMark: Bool {
    if case .symbol = self { true } else { false }
  }
}
