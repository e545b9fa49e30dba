// Numbers, periods, and what is beyond ASCII: the lexer's longer rules.

extension Lexer {
  /// Digits and underscores from here, as text without the underscores.
  mutating func takeDigits() -> String {
    let start = position
    while isDigit(peek(0)) || peek(0) == UInt8(ascii: "_") { position += 1 }
    return source.text(Span(start, position)).filter { $0 != "_" }
  }

  /// A number, a percentage, a month or a day: the longest that fits.
  mutating func lexDigits() {
    let start = position
    if let length = dateLength() { return lexDate(length: length) }
    if let length = groupedLength() { return lexCommas(length: length) }
    var digits = takeDigits()
    if peek(0) == UInt8(ascii: "."), isDigit(peek(1)) {
      position += 1
      digits += "." + takeDigits()
    }
    guard let value = Double(digits), value.isFinite else {
      return report(.numberTooLarge(Span(start, position)), from: start)
    }
    if peek(0) == UInt8(ascii: "%") {
      position += 1
      return add(.percent, from: start, digits)
    }
    if isWordByte(peek(0)) {
      takeWordBytes()
      return report(.badNumber(Span(start, position)), from: start)
    }
    add(.number, from: start, digits)
  }

  /// 7 for `2019-06`, 10 for `2019-06-21`, nil for what is no date.
  private func dateLength() -> Int? {
    func digits(_ offset: Int, _ count: Int) -> Bool {
      (offset..<offset + count).allSatisfy { isDigit(peek($0)) }
    }
    func ends(_ offset: Int) -> Bool { !isDigit(peek(offset)) && !isWordByte(peek(offset)) }
    guard digits(0, 4), peek(4) == UInt8(ascii: "-"), digits(5, 2) else { return nil }
    if peek(7) == UInt8(ascii: "-"), digits(8, 2), ends(10) { return 10 }
    return ends(7) ? 7 : nil
  }

  private mutating func lexDate(length: Int) {
    let start = position
    position += length
    let text = source.text(Span(start, position))
    guard Period(text) != nil else {
      return report(.noSuchDate(Span(start, position)), from: start)
    }
    add(length == 10 ? .day : .month, from: start, text)
  }

  /// The length of a number written with commas, such as `1,922`; nil for other digits.
  private func groupedLength() -> Int? {
    var length = 0
    while isDigit(peek(length)) { length += 1 }
    guard length <= 3 else { return nil }
    var groups = 0
    while peek(length) == UInt8(ascii: ","), (1...3).allSatisfy({ isDigit(peek(length + $0)) }),
      !isDigit(peek(length + 4)), peek(length + 4) != UInt8(ascii: "_")
    {
      length += 4
      groups += 1
    }
    return groups > 0 ? length : nil
  }

  private mutating func lexCommas(length: Int) {
    let start = position
    position += length
    let parts = source.text(Span(start, position)).split(separator: ",").map(String.init)
    report(.commasInNumber(Span(start, position), parts, inList: isInList), from: start)
  }

  /// Whether values with commas between may stand here: after a comma, or first in brackets.
  private var isInList: Bool {
    guard let last = tokens.last else { return false }
    return last.kind == .symbol(.comma)
      || last.kind == .symbol(.open) && tokens.dropLast().last?.isWord("in") == true
  }

  /// A name that begins with a letter outside ASCII, a typographic mark, or nothing of ours.
  mutating func lexBeyondASCII() {
    let start = position
    guard let (scalar, length) = scalar(at: position) else {
      position += 1
      while position < bytes.count, scalar(at: position) == nil { position += 1 }
      return report(.notUTF8(Span(start, position)), from: start)
    }
    switch scalar {
    case "\u{A0}", "\u{2007}", "\u{2009}", "\u{200B}", "\u{202F}", "\u{FEFF}":
      noteTypographic(length)
      position += length
    case "\u{201C}", "\u{201D}":
      noteTypographic(length)
      lexString(opening: length)
    case "\u{2018}", "\u{2019}": lexCurlySingleQuotes(length)
    case "\u{2264}": typographicMark(.atMost, length)
    case "\u{2265}": typographicMark(.atLeast, length)
    case "\u{2260}": typographicMark(.notEquals, length)
    case "\u{2013}", "\u{2212}": typographicMark(.minus, length)
    default:
      guard scalar.properties.isAlphabetic else {
        position += length
        let span = Span(start, position)
        return report(.strangeMark(span, source.text(span)), from: start)
      }
      takeWordBytes()
      add(.word, from: start, source.text(Span(start, position)).lowercased())
    }
  }

  /// A text in single curly quotes, or an apostrophe outside of any text.
  private mutating func lexCurlySingleQuotes(_ length: Int) {
    let start = position
    position += length
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
      if let (scalar, length) = scalar(at: position), scalar == "\u{2019}" || scalar == "\u{2018}" {
        let inner = source.text(Span(start + length, position))
        position += length
        return report(.singleQuotes(Span(start, position), inner), from: start)
      }
      position += 1
    }
    report(.unclosedQuote(Span(start, position)), from: start)
  }

  private mutating func typographicMark(_ symbol: Symbol, _ length: Int) {
    noteTypographic(length)
    position += length
    add(.symbol(symbol), from: position - length)
  }

  /// Moves past letters, digits and underscores, whatever their script.
  mutating func takeWordBytes() {
    let bytes = bytes
    while position < bytes.count, isWordByte(bytes[position]) { position += 1 }
    while position < bytes.count {
      if isWordByte(bytes[position]) {
        position += 1
      } else if bytes[position] >= 0x80, let (scalar, length) = scalar(at: position),
        scalar.properties.isAlphabetic || scalar.properties.canonicalCombiningClass != .notReordered
      {
        position += length
      } else {
        return
      }
    }
  }

  /// The scalar whose UTF-8 begins at an offset, with its length; nil for bytes that are none.
  func scalar(at offset: Int) -> (Unicode.Scalar, Int)? {
    let length: Int
    switch bytes[offset] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard offset + length <= bytes.count,
      let text = String(validating: bytes[offset..<offset + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, length)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
