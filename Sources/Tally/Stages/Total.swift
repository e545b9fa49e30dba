// total: the ungrouped answer below the groups.

extension Stage {
  /// The ungrouped answer, whatever `keep` and `take` leave out.
  public static let total = Stage(
    word: "total", summary: "the ungrouped answer below the groups", grammar: #"total ::= "total""#,
    example: "count counties where detainers by region | total",
    parse: { _, _ in },
    lower: { stage, query throws(Diagnostic) in
      guard let groups = query.plan.groups else {
        throw .stageNeedsRows(stage.name, "groups")
      }
      for measure in groups.columns.map(\.measure) {
        if case .aggregate(_, .field(let field)) = measure.kind {
          try query.checker.checkUnit(of: field, at: stage.span, in: measure.set)
        }
      }
      query.plan = .total(query.plan)
    })
}
