// One entry of the history as one line of a file.

/// The way between an entry, which may have several lines, and its line in the file.
enum HistoryEntry {
  /// The longest entry that is kept, in bytes: four times the longest statement.
  static let longest = 256 * 1024

  /// The line of an entry, with its line end.
  static func line(_ entry: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): line += [byte, byte]
      case UInt8(ascii: "\n"): line += Array("\\n".utf8)
      case UInt8(ascii: "\r"): line += Array("\\r".utf8)
      default: line.append(byte)
      }
    }
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// The entry of a line without its line end; nil for a line that no entry has made: an empty
  /// one, or one too long. What is damaged in it is shown, not dropped: bytes that are no text
  /// become replacement characters, and controls too.
  static func entry(_ line: some Collection<UInt8>) -> String? {
    guard !line.isEmpty, line.count <= longest else { return nil }
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in line {
      switch (isEscaped, byte) {
      case (false, UInt8(ascii: "\\")):
        isEscaped = true
        continue
      case (true, UInt8(ascii: "n")): bytes.append(UInt8(ascii: "\n"))
      case (true, UInt8(ascii: "r")): bytes.append(UInt8(ascii: "\r"))
      case (true, UInt8(ascii: "\\")), (false, _): bytes.append(byte)
      case (true, _): bytes += [UInt8(ascii: "\\"), byte]
      }
      isEscaped = false
    }
    if isEscaped { bytes.append(UInt8(ascii: "\\")) }
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 32 && !["\n", "\r", "\t"].contains(scalar)
      text.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(text)
  }

  /// Whether an entry is to be kept: it says something, and does not begin with a blank, by which
  /// a person asks that it be forgotten.
  static func isKept(_ entry: String) -> Bool {
    guard let first = entry.unicodeScalars.first, entry.utf8.count <= longest else { return false }
    return !first.properties.isWhitespace
  }
}
