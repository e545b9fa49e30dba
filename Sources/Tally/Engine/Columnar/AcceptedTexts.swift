// A predicate over all distinct texts of a column: asked once each, of bytes where that is enough.

extension TextPredicate {
  /// 1 for each text that looks like that, else 0; and 0 once more, for what is no text.
  func accepted(_ texts: TextPool) -> [UInt8] {
    let parts = self.texts.compactMap(FoldedText.init)
    guard let test = byteTest, parts.count == self.texts.count else {
      return texts.map { accepts($0) ? 1 : 0 } + [0]
    }
    var accepted = [UInt8](repeating: 0, count: texts.count + 1)
    var scratch: [UInt8] = []
    for code in texts.indices {
      let isAccepted =
        if FoldedText.fold(texts.arena[texts.range(code)], into: &scratch) {
          parts.contains { test(scratch, $0.bytes) }
        } else {
          accepts(texts[code])
        }
      accepted[code] = isAccepted ? 1 : 0
    }
    return accepted
  }

  /// The same test of bytes, where letters are folded; nil where there is none.
  private var byteTest: ((_ text: [UInt8], _ part: [UInt8]) -> Bool)? {
    switch self {
    case .isOneOf: { $0 == $1 }
    case .contains: { FoldedText.isFound($1, in: $0) }
    case .startsWith: { $0.starts(with: $1) }
    case .endsWith: { $0.count >= $1.count && $0.suffix($1.count).elementsEqual($1) }
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
    var bytes: [UInt8] = []
    guard FoldedText.fold(Array(text.utf8)[...], into: &bytes) else { return nil }
    self.bytes = bytes
  }

  /// Writes bytes in small letters; false where bytes are not enough.
  static func fold(_ text: ArraySlice<UInt8>, into folded: inout [UInt8]) -> Bool {
    folded.removeAll(keepingCapacity: true)
    for byte in text {
      guard byte < 0x80, byte != 0x0D else { return false }
      folded.append(0x41 <= byte && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return true
  }

  /// Whether some bytes occur in others.
  static func isFound(_ part: [UInt8], in text: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard text.count >= part.count else { return false }
    for start in 0...(text.count - part.count) where text[start] == first {
      var length = 1
      while length < part.count, text[start + length] == part[length] { length += 1 }
      if length == part.count { return true }
    }
    return false
  }
}
