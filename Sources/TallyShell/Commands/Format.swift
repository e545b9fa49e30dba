// `:format`: how answers are written.

import Tally

extension Command {
  /// Sets the format, or lists the formats and says which is set.
  static let format = Command(
    name: "format", usage: ":format [name]", summary: "how answers are written, or the choices",
    detail: "Without a name, lists the formats and marks the one that is set.",
    examples: [":format csv", ":format table"],
    arguments: { _ in OutputFormat.all.map { ($0.name, $0.summary) } }
  ) { shell, argument in
    guard !argument.isEmpty else { return list(in: shell) }
    if let problem = shell.report.settings.set(.format, to: argument, from: .command) {
      return shell.report.complain(problem)
    }
    shell.report.confirm("answers are written as \(shell.report.format.name)")
  }

  private static func list(in shell: Shell) {
    let widest = OutputFormat.all.map(\.name.count).max() ?? 0
    for format in OutputFormat.all {
      let mark = format.name == shell.report.format.name ? "*" : " "
      let gap = String(repeating: " ", count: widest - format.name.count + 2)
      shell.report.line("\(mark) \(format.name)\(gap)\(format.summary)")
    }
  }
}

/// The format that a user named.
enum FormatChoice {
  /// A name that no format has.
  struct Unknown: Error {
    /// What was wrong, with what would be right.
    let message: String
  }

  /// The format of a name, letter case aside.
  static func find(_ name: String) -> Result<OutputFormat, Unknown> {
    if let format = OutputFormat.named(name.lowercased()) { return .success(format) }
    let names = OutputFormat.all.map(\.name)
    let guess = Spelling.nearest(name, in: names).first
    let hint = guess.map { ". Did you mean \($0)?" } ?? ""
    return .failure(
      Unknown(
        message: "there is no format \"\(name)\": choose from "
          + names.joined(separator: ", ") + hint))
  }
}
