// The format of a terminal: aligned columns under a light rule, cut to the screen.

extension OutputFormat {
  /// What the prompt prints.
  static let table = OutputFormat(
    name: "table", summary: "aligned columns for a terminal, fitted to its width"
  ) { answer, context in
    AnswerLayout(
      width: context.columns, maxRows: context.maxRows, marks: context.marks, isRuled: true
    ).write(answer)
  }
}
