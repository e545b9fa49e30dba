// Makes foreign text safe to print in one line: no control can reach the reader's terminal.

/// Text of one line.
enum CleanText {
  /// The text with line ends and tabs as spaces; other controls and the marks that turn the writing
  /// direction become `�`, so that no name in a dataset can move a cursor or reorder a line.
  static func line(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if !(afterReturn && scalar == "\n") { result.append(shown(scalar)) }
      afterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// Whether a text is printable ASCII alone, which nearly all is: it is looked through as bytes.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isPlain)
      ?? text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Whether bytes are printable ASCII alone.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var most: UInt8 = 0
    // Shifted by 0x20 the controls are large numbers, as 0x7F and what is beyond it are.
    for byte in bytes { most = max(most, byte &- 0x20) }
    return most < 0x7F - 0x20
  }

  /// A query in one line: its line ends, with the indent that follows them, are one space.
  static func query(_ text: String) -> String {
    line(text).parts(at: UInt8(ascii: " ")).joined(separator: " ")
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: " "
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
