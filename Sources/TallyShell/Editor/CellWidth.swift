// How many cells of a terminal a character takes.

import CLibedit

/// Widths in cells.
enum CellWidth {
  /// The cells of one scalar: 0 for what combines, 2 for what is wide. Needs a UTF-8 locale.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    return max(0, Int(wcwidth(wchar_t(bitPattern: scalar.value))))
  }

  /// The cells of a text without line ends.
  static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }
}
