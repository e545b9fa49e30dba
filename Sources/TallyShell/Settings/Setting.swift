// The settings: a list that the config file, variables, options, commands and help all read.

import Tally

/// Something that a person may choose.
struct Setting: Sendable {
  /// One value with its meaning.
  typealias Choice = (name: String, meaning: String)

  /// Its name everywhere: `maxrows` is `--maxrows`, `TALLY_MAXROWS`, `:maxrows` and the key
  /// `maxrows` of the config file.
  let key: String
  /// What may be said: `auto|on|off`.
  let form: String
  /// One line for help.
  let summary: String
  /// The values that can be listed.
  let choices: [Choice]
  /// Whether a command of its name does more than set it, and so has a file of its own.
  var hasOwnCommand = false
  /// Its value in words.
  let read: @Sendable (Settings) -> String
  /// Gives it a value, in words, or says what is wrong with it.
  let write: @Sendable (inout Settings, String) -> String?

  /// Every setting, in the order that help shows them.
  static let all: [Setting] = [
    format, asOf, color, theme, unicode, pager, maxRows, timing, hints, suggestions, greeting,
  ]

  /// The setting of a key.
  static func named(_ key: String) -> Setting? { all.first { $0.key == key } }

  /// The setting that a wrong key was probably meant for: one that it begins like or begins, or
  /// that differs from it by little.
  static func nearest(to key: String) -> Setting? {
    let key = key.lowercased().filter { $0 != "-" && $0 != "_" }
    let plain = all.map { ($0.key.filter { $0 != "-" }, $0) }
    if let near = Spelling.nearest(key, in: plain.map(\.0)).first {
      return plain.first { $0.0 == near }?.1
    }
    return plain.first { key.count > 2 && ($0.0.hasPrefix(key) || key.hasPrefix($0.0)) }?.1
  }

  /// The name of its variable: `TALLY_MAXROWS`.
  var variable: String { "TALLY_" + key.uppercased().replacing("-", with: "_") }
}

extension Settings {
  /// Gives a setting a value and remembers where it came from.
  /// - Returns: what is wrong with the value; then nothing has changed.
  mutating func set(_ setting: Setting, to value: String, from origin: Origin) -> String? {
    if let problem = setting.write(&self, value) { return problem }
    origins[setting.key] = origin
    return nil
  }
}
