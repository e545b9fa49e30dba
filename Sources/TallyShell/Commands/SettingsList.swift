// `:settings`: every setting with its value, where that came from, and what may be chosen.

import Tally

extension Command {
  /// Lists the settings.
  static let settings = Command(
    name: "settings", usage: ":settings",
    summary: "what is set, and where it came from",
    detail: "Each setting has a command of its name that sets it for this session, an option and a "
      + "variable for one start, and a line of the config file for every start. The command beats "
      + "the option, the option the variable, and the variable the file.",
    examples: [":settings", ":color never", ":maxrows 20"]
  ) { shell, _ in
    let settings = shell.report.settings
    let width = Terminal.size(shell.report.output.descriptor).width
    shell.report.write(SettingsList(settings, width: width).text)
  }
}

/// The page of `:settings`.
struct SettingsList {
  /// The page.
  let text: StyledText

  /// The values of all settings, in lines that fit a width where their texts allow it.
  init(_ settings: Settings, width: Int) {
    let rows = Setting.all.map { setting in
      (
        setting: setting, value: setting.read(settings), origin: setting.origin(in: settings),
        choices: "choose: " + setting.form
      )
    }
    func widest(_ texts: [String]) -> Int { texts.map(CellWidth.of).max() ?? 0 }
    let keys = widest(rows.map(\.setting.key)) + 2
    let values = widest(rows.map(\.value)) + 2
    let origins = widest(rows.map(\.origin)) + 2
    let isWide = keys + values + origins + widest(rows.map(\.choices)) + 2 <= width
    var text = StyledText()
    for row in rows {
      text.append("  " + SettingsList.padded(row.setting.key, keys), .keyword)
      text.append(SettingsList.padded(row.value, values), .value)
      if isWide {
        text.append(SettingsList.padded(row.origin, origins))
        text.line(row.choices, .muted)
      } else {
        text.line(row.origin)
        text.line("    " + row.choices, .muted)
      }
    }
    text.line("Set one here with :maxrows 5; for each start with the option --maxrows 5,")
    text.line("the variable TALLY_MAXROWS=5, or the line maxrows = 5 in the config file:")
    text.line(
      ConfigFile.usualPath.map(SettingsList.shortened) ?? "there is none without a home folder")
    self.text = text
  }

  /// A path with `~` for the home folder.
  private static func shortened(_ path: String) -> String {
    guard let home = Environment.value("HOME"), home != "/", path.hasPrefix(home + "/") else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - CellWidth.of(text)))
  }
}
