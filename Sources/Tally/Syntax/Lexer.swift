// Bytes to tokens: one pass over the source, each mistake said once.

/// Turns a source into tokens and says what is no token.
///
/// Line ends are resolved here: a `newline` token stands only where a statement ends. A line goes
/// on inside brackets, after a mark or a reserved word that asks for more, and when the next line
/// is indented.
struct Lexer {
  let source: Source
  /// The bytes of the source.
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  var position = 0
  private var depth = 0
  private var typographic: Span?
  /// Whether a block of lines has no end.
  private var isInBlock = false

  /// The tokens of a source, ended by one `end` token.
  /// - Complexity: O(bytes).
  static func tokens(of source: Source) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var lexer = Lexer(source)
    lexer.run()
    return (lexer.tokens, lexer.diagnostics)
  }

  /// Whether a text asks for another line: a bracket is open, or its last word or mark wants more.
  static func isOpen(_ text: String) -> Bool {
    var lexer = Lexer(Source(text))
    lexer.run()
    let words = lexer.tokens.filter { $0.kind != .end }
    guard lexer.depth == 0, !lexer.isInBlock else { return true }
    guard let last = words.last, last.kind != .newline else { return false }
    lexer.tokens = words
    return lexer.asksForMore() ?? false
  }

  private init(_ source: Source) {
    self.source = source
    bytes = source.bytes
    tokens.reserveCapacity(bytes.count / 4 + 2)
  }

  private mutating func run() {
    while position < bytes.count { lexNext() }
    add(.end, from: bytes.count)
    if let span = typographic { diagnostics.append(.readTypographicMarks(span)) }
  }

  private mutating func lexNext() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
    case UInt8(ascii: "\n"): lexLineEnd()
    case UInt8(ascii: ";"): lexSemicolon()
    case UInt8(ascii: "\""): lexString(opening: 1)
    case UInt8(ascii: "'"): lexSingleQuotes()
    case UInt8(ascii: "#"): lexFIPS()
    case UInt8(ascii: "$"): lexParameter()
    case UInt8(ascii: "_"): lexResult()
    case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "<"): isInBlock = !lexBlock()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): lexDigits()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): lexWord()
    case 0x80...: lexBeyondASCII()
    default:
      if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
        skipComment()
      } else {
        lexMark()
      }
    }
  }

  // MARK: Lines

  private mutating func lexSemicolon() {
    let start = position
    position += 1
    depth = 0
    add(.newline, from: start)
  }

  private mutating func lexLineEnd() {
    let start = position
    position += 1
    guard depth == 0, asksForMore() == false, !nextLineIsIndented() else {
      return
    }
    add(.newline, from: start)
  }

  /// Whether the last token asks for more; nil where there is none. `OR` and `IN` after `in` or a
  /// comma are places, which end a line.
  private func asksForMore() -> Bool? {
    guard let token = tokens.last else { return nil }
    if token.kind == .word, Reserved.places.contains(token.text), tokens.count > 1 {
      let before = tokens[tokens.count - 2]
      if before.isWord("in") || before.kind == .symbol(.comma) { return false }
    }
    return asksForMore(token) && !isStarAlone
  }

  /// Whether the last token is a `*` without a factor before it, as `show *` has elsewhere: that
  /// asks for nothing.
  private var isStarAlone: Bool {
    guard tokens.last?.kind == .symbol(.times), tokens.count > 1 else { return false }
    let before = tokens[tokens.count - 2]
    return before.kind == .symbol(.comma) || before.isWord("show")
  }

  private func asksForMore(_ token: Token) -> Bool {
    switch token.kind {
    case .word: Reserved.joins(token.text)
    case .symbol(let symbol): symbol.joinsLines
    case .newline: true
    case .number, .percent, .string, .fips, .fiscal, .month, .day, .parameter, .result, .block,
      .end, .invalid:
      false
    }
  }

  /// Whether the line after this one begins with a blank and holds something; lines that hold only
  /// a comment are passed over.
  private func nextLineIsIndented() -> Bool {
    var line = position
    while line < bytes.count {
      var at = line
      while at < bytes.count, isBlank(bytes[at]) { at += 1 }
      guard at < bytes.count, bytes[at] != UInt8(ascii: "\n") else { return false }
      guard bytes[at] == UInt8(ascii: "-"), at + 1 < bytes.count,
        bytes[at + 1] == UInt8(ascii: "-")
      else { return at > line }
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      line = at + 1
    }
    return false
  }

  private mutating func skipComment() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      position += 1
    }
  }

  // MARK: Text

  /// A string, after an opening quote of `opening` bytes (3 for a typographic one).
  mutating func lexString(opening: Int) {
    let start = position
    position += opening
    var content: [UInt8] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      let length = closingQuote()
      if length == 1, peek(1) == UInt8(ascii: "\"") {
        content.append(UInt8(ascii: "\""))
        position += 2
      } else if length > 0 {
        position += length
        finishString(content, from: start)
        return
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    report(.unclosedQuote(Span(start, position)), from: start)
  }

  private mutating func finishString(_ content: [UInt8], from start: Int) {
    guard let text = String(validating: content, as: UTF8.self) else {
      return report(.notUTF8(Span(start, position)), from: start)
    }
    guard !content.contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") || $0 == 0x7F }) else {
      return report(.controlCharacter(Span(start, position)), from: start)
    }
    add(.string, from: start, text)
  }

  /// The length of the closing quote here: 1, 3 for a typographic one, 0 for none.
  private mutating func closingQuote() -> Int {
    if bytes[position] == UInt8(ascii: "\"") { return 1 }
    guard bytes[position] == 0xE2, peek(1) == 0x80, peek(2) == 0x9C || peek(2) == 0x9D else {
      return 0
    }
    noteTypographic(3)
    return 3
  }

  private mutating func lexSingleQuotes() {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      position += 1
      if bytes[position - 1] == UInt8(ascii: "'") {
        let inner = source.text(Span(start + 1, position - 1))
        return report(.singleQuotes(Span(start, position), inner), from: start)
      }
    }
    report(.unclosedQuote(Span(start, position)), from: start)
  }

  private mutating func lexFIPS() {
    let start = position
    position += 1
    let digits = takeDigits()
    guard digits.utf8.count == 5, position - start == 6 else {
      return report(.badFIPS(Span(start, position)), from: start)
    }
    add(.fips, from: start, digits)
  }

  private mutating func lexWord() {
    let start = position
    takeWordBytes()
    let text = smallLetters(from: start)
    if position - start == 6, text.hasPrefix("fy"), let year = Int(text.dropFirst(2)) {
      guard Period(fiscalYear: year) != nil else {
        return report(.noSuchDate(Span(start, position)), from: start)
      }
      return add(.fiscal, from: start, String(text.dropFirst(2)))
    }
    add(.word, from: start, text)
  }

  /// The text from `start` to here in small letters, as most words stand already.
  private func smallLetters(from start: Int) -> String {
    let bytes = bytes
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    for at in start..<position
    where bytes[at] >= 0x80 || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[at] {
      return text.lowercased()
    }
    return text
  }

  // MARK: Marks

  private mutating func lexMark() {
    let start = position
    if let (pair, length) = Symbol.read(bytes[position], peek(1)) {
      position += length
      if pair == .open { depth += 1 }
      if pair == .close { depth = max(0, depth - 1) }
      return add(.symbol(pair), from: start)
    }
    let byte = bytes[position]
    position += 1
    let span = Span(start, position)
    if byte == UInt8(ascii: "%") { return report(.sqlRemainder(span), from: start) }
    let isControl = byte < 0x20 || byte == 0x7F
    report(isControl ? .controlCharacter(span) : .strangeMark(span, source.text(span)), from: start)
  }

  // MARK: Helpers for all parts

  /// The byte `distance` ahead; 0 beyond the end.
  func peek(_ distance: Int) -> UInt8 {
    position + distance < bytes.count ? bytes[position + distance] : 0
  }

  func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  mutating func add(_ kind: Token.Kind, from start: Int, _ text: String = "") {
    tokens.append(Token(kind: kind, span: Span(start, position), text: text))
  }

  /// Says what is wrong with the stretch from `start` to here, and leaves an invalid token.
  mutating func report(_ diagnostic: Diagnostic, from start: Int) {
    diagnostics.append(diagnostic)
    add(.invalid, from: start)
  }

  /// Remembers that marks pasted from a document were read as the plain ones; said once.
  mutating func noteTypographic(_ length: Int) {
    if typographic == nil { typographic = Span(position, position + length) }
  }
}
