// The settings themselves, one value each, made from the few kinds that there are.

import Tally

extension Setting {
  static let format = Setting(
    key: "format", form: "name", summary: "how answers are written",
    choices: [("auto", "a table on a terminal, plain text elsewhere")]
      + OutputFormat.all.map { ($0.name, $0.summary) },
    hasOwnCommand: true,
    read: { $0.format?.name ?? "auto" },
    write: { settings, name in
      if name.lowercased() == "auto" {
        settings.format = nil
        return nil
      }
      switch FormatChoice.find(name) {
      case .success(let format): settings.format = format
      case .failure(let problem): return problem.message
      }
      return nil
    })

  static let asOf = Setting(
    key: "as-of", form: "period", summary: "the date of what is asked without one",
    choices: [("latest", "the record's last day")], hasOwnCommand: true,
    read: { $0.asOf ?? "latest" },
    write: { settings, text in
      let period = text.lowercased()
      guard period == "latest" || Period(period) != nil else {
        return "\"\(text)\" is no period: write a year, a month such as 2025-07, a day, fy2018 or "
          + "latest"
      }
      settings.asOf = period == "latest" ? nil : period
      return nil
    })

  static let color = choice(
    "color", \.color, "whether there is colour",
    ["auto": "on a terminal that has it", "always": "everywhere", "never": "nowhere"],
    synonyms: ["on": .always, "off": .never])

  static let theme = choice(
    "theme", \.theme, "the background that colours are chosen for",
    ["auto": "as the terminal says", "dark": "a dark one", "light": "a light one"])

  static let unicode = choice(
    "unicode", \.unicode, "whether lines are drawn with characters outside ASCII",
    ["auto": "where the locale has them", "on": "always", "off": "never"])

  static let pager = choice(
    "pager", \.pager, "whether long answers are shown by pages",
    ["auto": "where they do not fit the screen", "on": "always", "off": "never"])

  static let maxRows = Setting(
    key: "maxrows", form: "n|auto|all", summary: "the most rows of a table on a screen",
    choices: [("auto", "what fits the screen"), ("all", "every row")],
    read: { $0.maxRows.map { $0 == .max ? "all" : String($0) } ?? "auto" },
    write: { settings, text in
      switch text.lowercased() {
      case "auto": settings.maxRows = nil
      case "all": settings.maxRows = .max
      default:
        guard let rows = Int(text), rows > 0 else {
          return "\"\(text)\" is no number of rows: write one above 0, auto or all"
        }
        settings.maxRows = rows
      }
      return nil
    })

  static let timing = toggle("timing", \.timing, "whether the time of each answer is said")

  static let hints = toggle(
    "hints", \.hints, "a line under the question: what is wrong with it, or what it finds")

  static let greeting = toggle("greeting", \.greeting, "the line that the prompt begins with")

  static let suggestions = toggle(
    "suggestions", \.suggestions, "the rest of the question in grey, taken with Right")

  /// A setting of named values.
  private static func choice<Value: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, _ path: any WritableKeyPath<Settings, Value> & Sendable, _ summary: String,
    _ meanings: [String: String], synonyms: [String: Value] = [:]
  ) -> Setting where Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    return Setting(
      key: key, form: names.joined(separator: "|"), summary: summary,
      choices: names.map { ($0, meanings[$0] ?? "") },
      read: { $0[keyPath: path].rawValue },
      write: { settings, text in
        let word = text.lowercased()
        guard let value = Value(rawValue: word) ?? synonyms[word] else {
          return "\"\(text)\" is no choice: " + names.joined(separator: ", ")
        }
        settings[keyPath: path] = value
        return nil
      })
  }

  /// A setting that is on or off.
  private static func toggle(
    _ key: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable, _ summary: String
  ) -> Setting {
    Setting(
      key: key, form: "on|off", summary: summary, choices: [("on", ""), ("off", "")],
      read: { $0[keyPath: path] ? "on" : "off" },
      write: { settings, text in
        switch text.lowercased() {
        case "on", "true": settings[keyPath: path] = true
        case "off", "false": settings[keyPath: path] = false
        default: return "\"\(text)\" is no choice: on, off"
        }
        return nil
      })
  }
}
