// `:params`: the parameters and their values.

import Tally

extension Command {
  /// Lists the parameters.
  static let params = Command(
    name: "params", usage: ":params", summary: "the parameters and their values",
    purpose: .look,
    detail: "A parameter is given its value by :set, by param in a script, or by --set on the "
      + "command line.",
    examples: [":set place=TX", ":params"]
  ) { shell, _ in
    listParameters(in: shell)
  }

  /// Shows every parameter, as a table.
  static func listParameters(in shell: Shell) {
    let parameters = shell.session.parameters.sorted { $0.key < $1.key }
    guard !parameters.isEmpty else {
      return shell.report.paragraph("No parameter has a value; :set place=TX gives one.", .muted)
    }
    guard !shell.showsListings else {
      let widest = parameters.map { TextWidth.of($0.key) }.max() ?? 0
      for (name, value) in parameters {
        shell.report.paragraph(
          StyledText("$" + name + TextWidth.fill(name, to: widest), .heading)
            .with(StyledText("  " + value)), hanging: widest + 3)
      }
      return
    }
    shell.show(
      parameters.map { [.text("$" + $0.key), .text($0.value)] },
      [AnswerColumn("name", .text), AnswerColumn("value", .text)],
      of: Unit(.count, singular: "parameter", plural: "parameters"), asked: ":params")
  }
}
