// keep: rows of the result that meet a condition.

extension Stage {
  /// Rows that certainly meet a condition; those that may are counted, not shown.
  public static let keep = Stage(
    word: "keep", summary: "rows that meet a condition", grammar: #"keep ::= "keep" expr"#,
    example: "count counties by state | keep count > 100",
    parse: { parser, stage in stage.condition = parser.expr() },
    lower: { stage, query throws(Diagnostic) in
      let scope = try query.rows(for: stage)
      guard let expr = stage.condition else { throw .wantsWord(stage.span) }
      query.plan = .keep(query.plan, try query.checker.condition(expr, scope))
    })
}
