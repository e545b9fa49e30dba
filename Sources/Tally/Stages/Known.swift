// known only: without the rows that are not settled.

extension Stage {
  /// Leaves out the rows whose conditions are unknown, and says so. Never the default.
  public static let known = Stage(
    word: "known", summary: "known only: without rows that are not settled",
    grammar: #"known ::= "known" "only""#,
    example: "share where detainers among counties | known only",
    parse: { parser, _ in parser.expect("only") },
    lower: { stage, query throws(Diagnostic) in
      guard query.isFirst else { throw .knownOnlyFirst(stage.span) }
      guard let plan = query.plan.settledOnly else {
        throw .stageNeedsRows(stage.name, "a figure, groups or rows")
      }
      if query.plan.asksNothing { throw .knownOnlyOfNothing(stage.span, query.plan.groups) }
      query.plan = plan
    })
}
