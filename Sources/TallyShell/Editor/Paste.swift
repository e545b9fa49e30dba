// Pasted text: what of it becomes part of the entry.

/// Pasted text.
enum Paste {
  /// The longest pasted text that is taken, in characters: more than the longest entry that is
  /// kept has.
  static let longest = 1024 * 1024

  /// A text with plain line ends, none at its end, without controls but tabs, and without the
  /// prompts that its lines begin with where it was copied from a session.
  static func cleaned(_ text: String) -> String {
    var cleaned = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 13: cleaned.append("\n")
      case 10: if previous != "\r" { cleaned.append("\n") }
      case 9: cleaned.append(scalar)
      case 0..<32, 127..<160: break
      default: cleaned.append(scalar)
      }
      previous = scalar
    }
    while cleaned.last == "\n" { cleaned.removeLast() }
    return withoutPrompts(String(cleaned))
  }

  /// Only the prompts go: a line without one stays, for it may be part of a question.
  private static func withoutPrompts(_ text: String) -> String {
    guard text.contains(">") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { EditorPrompt.stripped($0) ?? $0 }.joined(separator: "\n")
  }
}
