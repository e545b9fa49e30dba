// A predicate over all distinct texts of a column: asked once each, of bytes where that is enough.

extension TextPredicate {
  /// How many texts are looked at between two looks at the host's wish to stop.
  private static let textsBetweenPolls = 256
  /// The same where a text takes long: a pattern is as long as a statement may be.
  private static let patternsBetweenPolls = 4
  /// From how many texts on a list is looked up and not gone through.
  private static let mostCompared = 8

  /// 1 for each text that looks like that, else 0; and 0 once more, for what is no text.
  /// - Parameter shouldStop: asked now and then; after a yes the rest is 0, and nobody must see it.
  /// - Complexity: O(bytes of the texts), times the listed texts where these are few.
  func accepted(_ texts: TextPool, _ shouldStop: () -> Bool) -> [UInt8] {
    let parts = self.texts.compactMap(FoldedText.init)
    var accepted = [UInt8](repeating: 0, count: texts.count + 1)
    func isStopped(_ code: Int, every count: Int = TextPredicate.textsBetweenPolls) -> Bool {
      code % count == 0 && shouldStop()
    }
    guard let test = byteTest, parts.count == self.texts.count else {
      for code in texts.indices {
        if isStopped(code, every: TextPredicate.patternsBetweenPolls) { return accepted }
        accepted[code] = accepts(texts[code]) ? 1 : 0
      }
      return accepted
    }
    let isListed = parts.count > TextPredicate.mostCompared
    let list = isListed ? Set(parts.map { $0.bytes[...] }) : []
    var scratch = [UInt8](
      repeating: 0, count: texts.indices.map { texts.range($0).count }.max() ?? 0)
    let arena = texts.arena
    for code in texts.indices {
      if isStopped(code) { return accepted }
      let range = texts.range(code)
      let isAccepted =
        if FoldedText.fold(arena.span.extracting(range), into: &scratch) {
          isListed
            ? list.contains(scratch[..<range.count])
            : parts.contains {
              $0.bytes.count <= range.count && test(scratch, range.count, $0.bytes)
            }
        } else {
          accepts(texts[code])
        }
      accepted[code] = isAccepted ? 1 : 0
    }
    return accepted
  }

  /// The same test of bytes, where letters are folded; nil where there is none. The text is the
  /// first bytes of an array, and at least as long as the part.
  private var byteTest: ((_ text: [UInt8], _ count: Int, _ part: [UInt8]) -> Bool)? {
    switch self {
    case .isOneOf: { $1 == $2.count && FoldedText.starts($0, at: 0, with: $2) }
    case .contains: { FoldedText.isFound($2, in: $0, $1) }
    case .startsWith: { text, _, part in FoldedText.starts(text, at: 0, with: part) }
    case .endsWith: { FoldedText.starts($0, at: $1 - $2.count, with: $2) }
    case .matches: nil
    }
  }
}

/// A text in small letters whose bytes compare as its characters do.
private struct FoldedText {
  let bytes: [UInt8]

  /// Nil where bytes are not enough: outside ASCII, characters have several forms, and a carriage
  /// return is one character with the line feed behind it.
  init?(_ text: String) {
    let own = Array(text.utf8)
    var bytes = own
    guard FoldedText.fold(own.span, into: &bytes) else { return nil }
    self.bytes = bytes
  }

  /// Writes bytes in small letters over the first of others; false where bytes are not enough.
  static func fold(_ text: Swift.Span<UInt8>, into folded: inout [UInt8]) -> Bool {
    var bytes = folded.mutableSpan
    var isPlain = true
    for at in 0..<min(text.count, bytes.count) {
      let byte = text[at]
      isPlain = isPlain && byte < 0x80 && byte != 0x0D
      bytes[at] = byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
    return isPlain && text.count <= bytes.count
  }

  /// Whether some bytes stand in others at a place that has room for them.
  static func starts(_ text: [UInt8], at start: Int, with part: [UInt8]) -> Bool {
    var length = 0
    while length < part.count, text[start + length] == part[length] { length += 1 }
    return length == part.count
  }

  /// Whether some bytes occur in the first of others, which are at least as many.
  static func isFound(_ part: [UInt8], in text: [UInt8], _ count: Int) -> Bool {
    guard let first = part.first else { return true }
    for start in 0...(count - part.count)
    where text[start] == first && starts(text, at: start, with: part) {
      return true
    }
    return false
  }
}
