// total: the ungrouped answer below the groups.

extension Stage {
  /// The ungrouped answer, whatever `keep` and `take` leave out.
  public static let total = Stage(
    word: "total", summary: "the ungrouped answer below the groups", grammar: #"total ::= "total""#,
    example: "count counties where detainers by region | total",
    parse: { _, _ in },
    lower: { stage, query throws(Diagnostic) in
      guard query.plan.groups != nil else { throw .stageNeedsRows(stage.name, "groups") }
      query.plan = .total(query.plan)
    })
}
