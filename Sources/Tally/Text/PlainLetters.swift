// Letters without case and without marks above or below them: how people type the names of places.

/// Makes texts alike that differ by letter case and by accents only.
package enum PlainLetters {
  /// A text in small letters without accents, in UTF-8: `Doña Ana` is `dona ana`.
  /// - Complexity: O(bytes).
  package static func of(_ text: some StringProtocol) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { plain.append(small(byte)) }
      return plain
    }
    for character in text {
      if let base = bases[character] {
        plain.append(base)
      } else if let byte = character.asciiValue {
        plain.append(small(byte))
      } else {
        plain.append(contentsOf: character.lowercased().utf8)
      }
    }
    return plain
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte + 0x20 : byte
  }

  /// The letter below each accent. Characters are alike where they are canonically equivalent, so
  /// that a letter and a mark behind it is found like the letter that has both.
  private static let bases: [Character: UInt8] = {
    var bases: [Character: UInt8] = [:]
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      for mark in marks {
        let small = Character(String(Unicode.Scalar(letter)) + String(mark))
        let capital = Character(String(Unicode.Scalar(letter - 0x20)) + String(mark))
        (bases[small], bases[capital]) = (letter, letter)
      }
    }
    return bases
  }()

  /// Grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, ring, double acute, caron,
  /// cedilla, ogonek.
  private static let marks: [Unicode.Scalar] = [
    "\u{300}", "\u{301}", "\u{302}", "\u{303}", "\u{304}", "\u{306}", "\u{307}", "\u{308}",
    "\u{30A}", "\u{30B}", "\u{30C}", "\u{327}", "\u{328}",
  ]
}
