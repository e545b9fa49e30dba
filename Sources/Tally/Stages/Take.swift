// take: the first rows.

extension Stage {
  /// The first rows; the answer says how many there are.
  public static let take = Stage(
    word: "take", summary: "the first rows", grammar: #"take ::= "take" INT"#,
    example: "list counties in TX | take 10",
    parse: { parser, stage in stage.count = parser.integer("how many rows") },
    lower: { stage, query throws(Diagnostic) in
      _ = try query.rows(for: stage)
      guard let count = stage.count, count.value > 0 else {
        throw .tooFew(stage.count ?? Count(value: 0, span: stage.span))
      }
      query.plan = .limit(query.plan, skip: 0, take: count.value)
    })
}
