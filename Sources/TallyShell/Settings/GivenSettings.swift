// The values that were given from outside: by the config file, by variables, by options.

import Tally

/// A value for a setting and where it was given.
struct GivenSetting: Sendable {
  /// What it is for.
  let setting: Setting
  /// The value in words.
  let value: String
  /// Where it stands.
  let origin: Origin

  /// What the environment gives. Where no variable is meant for tally, which is usual, the list of
  /// settings is not even made: a single question does not wait for it.
  static func variables() -> [GivenSetting] {
    guard Environment.hasVariable(startingWith: "TALLY_") else { return [] }
    return Setting.all.compactMap { setting in
      Environment.value(setting.variable).map {
        GivenSetting(setting: setting, value: $0, origin: .variable(setting.variable))
      }
    }
  }
}

extension Settings {
  /// Takes given values in order: the later beats the earlier. One that is wrong is left out.
  /// - Returns: what is wrong, each with its place.
  mutating func take(_ given: [GivenSetting]) -> [String] {
    given.compactMap { one in
      set(one.setting, to: one.value, from: one.origin).map { "\(one.origin): \($0)" }
    }
  }
}
