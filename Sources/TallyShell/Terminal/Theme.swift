// Roles to colours: the only file that knows an escape for colour.

import Tally

/// How roles look.
struct Theme: Sendable, Equatable {
  /// The background that colours are chosen for.
  private enum Palette: Equatable {
    case none, either, dark, light
  }

  private let palette: Palette

  /// Whether there is any colour.
  var isColored: Bool { palette != .none }

  /// No escapes at all.
  static let none = Theme(palette: .none)
  /// Those of the sixteen colours that every terminal has which can be read on any background.
  static let color = Theme(palette: .either)
  /// Colours for a dark background.
  static let dark = Theme(palette: .dark)
  /// Colours for a light background.
  static let light = Theme(palette: .light)

  /// The theme for what a terminal says of its colours in `COLORFGBG`: `0;15` is black on white.
  static func named(by words: String?) -> Theme {
    guard let background = words?.split(separator: ";").last.flatMap({ Int($0) }) else {
      return .color
    }
    // The first eight colours are dark but for 7, which is light grey; of the others only 8 is.
    return background == 7 || background > 8 ? .light : .dark
  }

  /// The characters to write for a text, with each line's colours ended before its line end, so
  /// that a reader who takes single lines gets whole ones.
  func render(_ text: StyledText) -> String {
    guard isColored else { return text.text }
    var rendered = ""
    for run in text.runs {
      guard let code = code(run.role) else {
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
  private func code(_ role: Role) -> String? {
    switch role {
    case .plain, .field, .value: nil
    case .heading: "1"
    case .number: on(dark: "36", light: "34", either: "36")
    case .keyword: on(dark: "1;94", light: "1;34", either: "1;34")
    case .relation: "35"
    case .string: "32"
    case .comment, .muted, .border: on(dark: "37", light: "90", either: "90")
    case .unknown: on(dark: "33", light: "31", either: "35")
    case .error: "1;31"
    case .warning: on(dark: "1;33", light: "1;35", either: "1;35")
    case .note: on(dark: "1;36", light: "1;34", either: "1;36")
    case .suggestion: "32"
    case .source: on(dark: "36", light: "34", either: "36")
    case .misfit: "4;31"
    }
  }

  /// The colour for the background. Yellow is lost on white, and dark blue on black.
  private func on(dark: String, light: String, either: String) -> String {
    switch palette {
    case .dark: dark
    case .light: light
    case .none, .either: either
    }
  }
}
