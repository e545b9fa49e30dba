// How many columns of a screen a text takes, and how it is cut and padded to them.

/// Measures and cuts text in columns.
package enum TextWidth {
  /// The columns that a text takes on one line.
  ///
  /// - Complexity: linear; texts of ASCII alone are counted in bytes.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one character as a reader sees it, marks included.
  ///
  /// The first scalar that takes any room decides: 0 for combining marks and invisible formats,
  /// 2 for East Asian wide and full-width ones and for emoji, else 1.
  static func of(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar == "\u{FE0F}" { return 2 }
      if width == 0 { width = of(scalar) }
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// The scalars of East Asian width W or F that are no emoji, from `EastAsianWidth.txt` of the
  /// Unicode Character Database, version 16 (emoji are asked of Swift's own tables). Gaps of
  /// unassigned scalars within a block are closed.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul Jamo, leading consonants
    0x2329...0x232A,  // angle brackets
    0x2630...0x2637, 0x268A...0x268F,  // Yijing trigrams, monograms and digrams
    0x2E80...0x303E,  // CJK radicals, Kangxi radicals, CJK punctuation
    0x3041...0x3247, 0x3250...0xA4CF,  // kana, Bopomofo, Hangul letters, ideographs, Yi
    0xA960...0xA97F,  // Hangul Jamo extended A
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // compatibility ideographs
    0xFE10...0xFE19, 0xFE30...0xFE6F,  // vertical and small forms
    0xFF01...0xFF60, 0xFFE0...0xFFE6,  // full-width forms
    0x16FE0...0x18DFF,  // Tangut, Khitan, Nushu marks
    0x1AFF0...0x1B2FF,  // kana supplements, Nushu
    0x1D300...0x1D356, 0x1D360...0x1D376,  // Tai Xuan Jing, counting rods
    0x1F200...0x1F265,  // enclosed ideographs
    0x20000...0x3FFFD,  // supplementary ideographs
  ]

  /// A text cut to a number of columns; the mark takes the place of what is cut.
  package static func cut(_ text: String, to width: Int, ellipsis: String) -> String {
    if of(text) <= width { return text }
    let mark = prefix(ellipsis, to: width)
    return prefix(text, to: width - of(mark)) + mark
  }

  /// As many leading characters as fit into a number of columns.
  private static func prefix(_ text: String, to width: Int) -> String {
    var room = width
    var result = ""
    for character in text {
      room -= of(character)
      if room < 0 { break }
      result.append(character)
    }
    return result
  }

  /// As many spaces as are missing to a number of columns.
  package static func fill(_ text: String, to width: Int) -> String { spaces(width - of(text)) }

  /// A number of spaces; none for a negative one.
  package static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }
}
