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
      if let percent = parser.percent(of: set) { core.percent = percent }
    },
    lower: { core, checker throws(Diagnostic) in
      guard let node = core.set else { throw .wantsWord(core.span) }
      let set = try checker.set(node)
      checker.noteRepeatedFields(core, relation: set.relation)
      let measure = Measure(kind: .count, set: set, unit: checker.countUnit(set.relation))
      let plan = try checker.grouped(measure, core, named: "count")
      if plan.isOfItself, let path = core.percent?.of {
        throw .percentOfItself(path, fix: checker.partOfGroups(core))
      }
      return plan
    })
}

extension LogicalPlan {
  /// Whether each percentage is of its own group: there is no other key.
  fileprivate var isOfItself: Bool {
    guard case .group? = groups?.percent, let groups else { return false }
    return groups.keys.count + (groups.across == nil ? 0 : 1) == 1
  }
}

extension Checker {
  /// The share that a percentage of each group by itself may have meant: what part of the group
  /// meets the set's one condition.
  fileprivate func partOfGroups(_ core: Core) -> Fix? {
    let latest = QueryDate(day: dataset.latest, latest: dataset.latest)
    guard let set = core.set, let percent = core.percent,
      let words = SetWords(set, source, latest), words.conditions.count == 1
    else { return nil }
    var grouping = source.text(Span(set.span.end, percent.span.start))
    while grouping.last?.isWhitespace == true { grouping.removeLast() }
    return Fix(
      Span(core.span.start, percent.span.end),
      "share where \(words.conditions[0]) among \(words.scoped)\(grouping)",
      for: "the part that meets the condition")
  }
}
