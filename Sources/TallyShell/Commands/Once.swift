// `:once`: how the next answer is written, and no other.

import Tally

extension Command {
  /// Sets the format of the next answer.
  static let once = Command(
    name: "once", usage: ":once name", summary: "how the next answer is written",
    detail: "The answer after that is written as before.",
    examples: [":once records", "show county \"Kent, DE\""],
    arguments: { _ in OutputFormat.all.map { ($0.name, $0.summary) } }
  ) { shell, argument in
    guard !argument.isEmpty else {
      return shell.report.complain("name a format: :once csv; :format lists them")
    }
    switch FormatChoice.find(argument) {
    case .success(let format):
      shell.report.once = format
      shell.report.confirm("the next answer is written as \(format.name)")
    case .failure(let problem): shell.report.complain(problem.message)
    }
  }
}
