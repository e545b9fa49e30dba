// `:why`: how the last answer came about.

import Tally

extension Command {
  /// The prefix `why`, for the last answer.
  static let why = Command(
    name: "why", usage: ":why", summary: "how the last answer came about, step by step",
    purpose: .look,
    detail:
      "Shows what each condition of the last question kept, dropped and set aside as unknown. "
      + "The same as the word why before the question. The last answer stays what it was.",
    examples: [":why", "why count counties in NM with agreements"]
  ) { shell, argument in
    guard argument.isEmpty else { return shell.refuseArgument(argument, of: "why") }
    shell.askAboutLast("why")
  }
}
