// `:plan`: the steps in which the last question was answered.

import Tally

extension Command {
  /// The prefix `plan`, for the last answer.
  static let plan = Command(
    name: "plan", usage: ":plan", summary: "the operations behind the last answer",
    purpose: .look,
    detail: "Lists the operations that the last question becomes, the last one first. The same as "
      + "the word plan before the question.",
    examples: [":plan", "plan list counties with agreements"]
  ) { shell, argument in
    guard argument.isEmpty else { return shell.refuseArgument(argument, of: "plan") }
    shell.askAboutLast("plan")
  }
}

extension Shell {
  /// Says that a command takes nothing.
  func refuseArgument(_ argument: String, of command: String) {
    report.complain(":\(command) is about the last answer and takes no \"\(argument)\"")
  }
}
