// skip: without the first rows.

extension Stage {
  /// The rows after the first ones.
  public static let skip = Stage(
    word: "skip", summary: "without the first rows", grammar: #"skip ::= "skip" INT"#,
    example: "list counties in TX | skip 10 | take 10",
    parse: { parser, stage in stage.count = parser.integer("how many rows") },
    lower: { stage, query throws(Diagnostic) in
      _ = try query.rows(for: stage)
      query.plan = .limit(query.plan, skip: stage.count?.value ?? 0, take: nil)
    })
}
