// share: what part of a set meets a condition, by completed bounds.

extension Verb {
  /// The part of a set that meets a condition.
  public static let share = Verb(
    name: "share", summary: "what part of them meets a condition",
    grammar: #"share ::= "share" "where" expr "among" set grouping?"#,
    examples: [
      "share where detainers among counties in Texas",
      "share where notify among counties by region",
    ],
    parse: { parser, core in
      let (condition, set) = parser.shareBody { $0.set() }
      core.condition = condition
      core.set = set
      parser.grouping(of: set, into: &core)
    },
    lower: { core, checker throws(Diagnostic) in
      guard let node = core.set, let expr = core.condition else { throw .wantsWord(core.span) }
      let measure = try checker.share(expr, among: try checker.set(node))
      checker.noteRepeatedFields(core, relation: measure.set.relation)
      return try checker.grouped(measure, core, named: "share")
    })
}
