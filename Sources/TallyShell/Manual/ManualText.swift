// A page in mdoc, the form of manual pages: sections, lists and texts with what is special escaped.

import Tally

/// A page that is being written.
struct ManualText {
  /// What there is of it.
  private(set) var text = ""
  /// The most characters of a line of text: mdoc wants short ones.
  private static let width = 76

  /// A line that is a macro; its words are escaped.
  mutating func macro(_ line: String) { text += "." + ManualText.escaped(line) + "\n" }

  /// The heading of a section.
  mutating func section(_ title: String) { macro("Sh \(title)") }

  /// The heading of a part of one.
  mutating func subsection(_ title: String) { macro("Ss \(title)") }

  /// A text, broken into lines; a sentence begins a line, as mdoc wants it.
  mutating func paragraph(_ words: String) {
    var line = ""
    for word in words.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + word.count >= ManualText.width { end(&line) }
      line += (line.isEmpty ? "" : " ") + word
      if word.last == "." { end(&line) }
    }
    if !line.isEmpty { end(&line) }
  }

  private mutating func end(_ line: inout String) {
    let isMacro = line.hasPrefix(".") || line.hasPrefix("'")
    text += (isMacro ? "\\&" : "") + ManualText.escaped(line) + "\n"
    line = ""
  }

  /// Lines that stay as they are.
  mutating func literal(_ lines: String) {
    macro("Bd -literal -offset indent")
    for line in lines.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var left = line
      // Long lines are broken at blanks, and go on with two more.
      while left.count > ManualText.width,
        let blank = left.prefix(ManualText.width).lastIndex(of: " "), blank > left.startIndex
      {
        literalLine(left[..<blank])
        left = "  " + left[left.index(after: blank)...]
      }
      literalLine(left)
    }
    macro("Ed")
  }

  private mutating func literalLine(_ line: Substring) {
    let isMacro = line.hasPrefix(".") || line.hasPrefix("'")
    text += (isMacro ? "\\&" : "") + ManualText.escaped(String(line)) + "\n"
  }

  /// Entries with what they mean; nothing where there are none.
  mutating func list(_ entries: [(form: String, meaning: String)]) {
    guard !entries.isEmpty else { return }
    macro("Bl -tag -width Ds")
    for entry in entries {
      // Words that are names of macros would call them.
      text += ".It Li \"" + ManualText.escaped(entry.form).replacing("\"", with: "\\(dq") + "\"\n"
      paragraph(entry.meaning)
    }
    macro("El")
  }

  /// A text whose marks mean themselves.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for letter in text {
      switch letter {
      case "\\": escaped += "\\e"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case "…": escaped += "\\&..."
      case _ where letter.isASCII: escaped.append(letter)
      default: for scalar in letter.unicodeScalars { escaped += "\\[u\(hex(scalar))]" }
      }
    }
    return escaped
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
