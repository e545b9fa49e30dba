// `:color`, `:maxrows` and their like: one command for each setting, made from the list.

import Tally

extension Setting {
  /// The commands of settings whose names call nothing else.
  static let commands = all.filter { !$0.hasOwnCommand }.map(\.command)

  /// The command that sets it, or says what it is.
  private var command: Command {
    Command(
      name: key, usage: ":\(key) [\(form)]", summary: summary, isSetting: true,
      arguments: { _ in choices }
    ) { shell, argument in
      guard !argument.isEmpty else {
        shell.report.line(told(shell.report.settings))
        return shell.report.line("choose with :\(key) \(form)", .muted)
      }
      if let problem = shell.report.settings.set(self, to: argument, from: .command) {
        return shell.report.complain(problem)
      }
      shell.report.line("\(key) is \(read(shell.report.settings))", .muted)
    }
  }

  /// Its value, where that came from, and what it means.
  private func told(_ settings: Settings) -> String {
    let value = read(settings)
    let meaning = choices.first { $0.name == value }?.meaning ?? ""
    return "\(key) is \(value) (\(origin(in: settings)))" + (meaning.isEmpty ? "" : ": \(meaning)")
  }

  /// Where its value came from, in words.
  func origin(in settings: Settings) -> String {
    settings.origins[key].map { "\($0)" } ?? "usual"
  }
}
