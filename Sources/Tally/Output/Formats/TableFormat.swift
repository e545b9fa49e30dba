// The format of a terminal: aligned columns under a light rule, cut to the screen.

extension OutputFormat {
  /// What the prompt prints.
  public static let table = OutputFormat(
    name: "table", summary: "aligned columns for a terminal, fitted to its width",
    parts: { answer, context in
      var context = context
      context.maxRows = nil
      return layout(context).parts(answer)
    }
  ) { answer, context in
    layout(context).parts(answer).text
  }

  private static func layout(_ context: OutputContext) -> AnswerLayout {
    AnswerLayout(
      width: context.columns, maxRows: context.maxRows, marks: context.marks, isRuled: true,
      wayToAllRows: context.wayToAllRows)
  }
}
