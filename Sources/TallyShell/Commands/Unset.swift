// `:unset`: takes a parameter its value.

import Tally

extension Command {
  /// Forgets a parameter.
  static let unset = Command(
    name: "unset", usage: ":unset name", summary: "forget a parameter",
    detail: "After it, a question that uses the parameter says that it has no value.",
    examples: [":set place=TX", ":unset place"],
    arguments: { session in
      session.parameters.sorted { $0.key < $1.key }.map { ($0.key, "now \($0.value)") }
    }
  ) { shell, argument in
    let name = argument.drop { $0 == "$" }.lowercased()
    guard !name.isEmpty else {
      return shell.report.complain("write :unset name; :params lists them")
    }
    if shell.session.unset(parameter: name) {
      shell.report.line("$\(name) has no value any more", .muted)
    } else {
      let known = shell.session.parameters.keys.sorted()
      let guess = Spelling.nearest(name, in: known).first.map { ": did you mean $\($0)?" }
      shell.report.complain("there is no parameter $\(name)" + (guess ?? "; :params lists them"))
    }
  }
}
