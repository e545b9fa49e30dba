// `:again`: asks an entry of the history once more.

import Tally

extension Command {
  /// Runs an entry by its number, or the last question.
  static let again = Command(
    name: "again", usage: ":again [n]", summary: "ask entry n once more, or the last question",
    purpose: .ask,
    detail: "Shows the entry and runs it as if it had been typed. :history gives the numbers.",
    examples: ["count counties with agreements", ":again"], isRemembered: false
  ) { shell, argument in
    guard let entry = shell.recalled(argument, for: "again") else { return }
    // An entry that asks for an entry could ask for itself.
    if let call = Command.call(in: entry), Command.named(call.name)?.isRemembered == false {
      return shell.report.complain("\(entry) is not asked by its number: type it")
    }
    shell.report.entry(entry)
    shell.take(entry)
  }
}
