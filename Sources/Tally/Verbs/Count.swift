// count: how many there are, at least and at most.

extension Verb {
  /// The number of members of a set, or of each of its groups.
  public static let count = Verb(
    name: "count", summary: "how many there are",
    grammar: #"count ::= "count" set grouping? percent?"#,
    examples: [
      "count counties where detainers and not notify", "count agreements in TX by model",
      "count counties by region across detainers as percent of region",
    ],
    parse: { parser, core in
      let set = parser.set()
      core.set = set
      parser.grouping(of: set, into: &core)
      core.percent = parser.percent(of: set)
    },
    lower: { core, checker throws(Diagnostic) in
      guard let node = core.set else { throw .wantsWord(core.span) }
      let set = try checker.set(node)
      checker.noteRepeatedFields(core, relation: set.relation)
      let measure = Measure(kind: .count, set: set, unit: checker.countUnit(set.relation))
      return try checker.grouped(measure, core, named: "count")
    })
}
