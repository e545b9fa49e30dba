// Roles to colours: the only file that knows an escape for colour.

import Tally

/// How roles look.
struct Theme: Sendable, Equatable {
  /// Whether there is any colour.
  let isColored: Bool

  /// No escapes at all.
  static let none = Theme(isColored: false)
  /// The sixteen colours that every terminal has and its user has chosen.
  static let color = Theme(isColored: true)

  /// The characters to write for a text, with each line's colours ended before its line end, so
  /// that a reader who takes single lines gets whole ones.
  func render(_ text: StyledText) -> String {
    guard isColored else { return text.text }
    var rendered = ""
    for run in text.runs {
      guard let code = Theme.code(run.role) else {
        rendered += run.text
        continue
      }
      for (number, line) in run.text.split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        if number > 0 { rendered += "\n" }
        if !line.isEmpty { rendered += "\u{1b}[\(code)m\(line)\u{1b}[0m" }
      }
    }
    return rendered
  }

  /// The parameters of the escape that begins a role; nil where it looks like plain text.
  ///
  /// Colour is never the only carrier of meaning: whatever is coloured here is also said in words.
  private static func code(_ role: Role) -> String? {
    switch role {
    case .plain, .field, .value: nil
    case .heading: "1"
    case .number: "36"
    case .keyword: "1;34"
    case .relation: "35"
    case .string: "32"
    case .comment, .muted, .border: "90"
    case .unknown: "33"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .suggestion: "32"
    case .source: "36"
    case .misfit: "4;31"
    }
  }
}
