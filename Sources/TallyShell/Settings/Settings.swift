// What a person has chosen of how the prompt looks and behaves.

import Tally

/// A thing that is done, not done, or done where it fits.
enum Switch: String, CaseIterable, Sendable {
  case auto, on, off
}

/// The background that colours are chosen for.
enum ThemeChoice: String, CaseIterable, Sendable {
  case auto, dark, light
}

/// The values of every setting, and where each came from.
struct Settings: Sendable {
  /// How answers are written; nil for a table on a terminal, plain elsewhere.
  var format: OutputFormat?
  /// The date of what is asked without one, as it was written; nil for the record's latest. The
  /// session has the day that it means.
  var asOf: String?
  /// Whether there is colour.
  var color = ColorChoice.auto
  /// What the colours are seen on.
  var theme = ThemeChoice.auto
  /// Whether lines are drawn with characters outside ASCII.
  var unicode = Switch.auto
  /// Whether long answers are shown by pages.
  var pager = Switch.auto
  /// The most rows of a table on a screen; nil for what fits it.
  var maxRows: Int?
  /// Whether the time of each answer is said.
  var timing = false
  /// Whether a line under the entry says what is wrong with it, or how many it finds.
  var hints = true
  /// Whether the prompt begins with a word of how to use it.
  var greeting = true
  /// Whether the rest of the entry is proposed in grey.
  var suggestions = true

  /// Where the values came from, by key; a key that is not here has its usual value.
  var origins: [String: Origin] = [:]
}

/// Where the value of a setting came from. The later beats the earlier.
enum Origin: Equatable, Sendable {
  /// A line of the config file: its path and the line's number.
  case file(String)
  /// A variable of the environment, by its name.
  case variable(String)
  /// An option of the command line, by its name.
  case option(String)
  /// A command at the prompt.
  case command
}

extension Origin: CustomStringConvertible {
  /// As `:settings` and messages say it.
  var description: String {
    switch self {
    case .file(let line): line
    case .variable(let name): name
    case .option(let name): name
    case .command: "set at the prompt"
    }
  }
}
