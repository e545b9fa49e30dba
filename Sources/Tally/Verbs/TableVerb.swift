// table: several numbers for each group, side by side.

extension Verb {
  /// Counts, shares and measures of the same groups.
  public static let table = Verb(
    name: "table", summary: "several numbers for each group",
    grammar: #"""
      table ::= "table" set "by" dim ( "," dim )* ( "across" dim )?
        "with" measure ( "," measure )*
      """#,
    examples: [
      "table counties by region with count named n, share where detainers named holds"
    ],
    parse: { parser, core in
      let set = parser.set()
      core.set = set
      parser.expect("by", "\"by\" and what to group by")
      core.grouping = parser.dimensions(of: set)
      parser.across(of: set, into: &core)
      parser.expect("with", "\"with\" and numbers, as in: with count, share where detainers")
      core.measures = parser.of(set) { parser in parser.commaSeparated { $0.measure() } }
    },
    lower: { core, checker throws(Diagnostic) in
      guard let node = core.set else { throw .wantsWord(core.span) }
      let set = try checker.set(node)
      var columns: [NamedMeasure] = []
      for measure in core.measures {
        var own = core
        own.condition = measure.condition
        checker.noteRepeatedFields(own, relation: set.relation)
        columns.append(try checker.column(measure, of: set, core))
      }
      let plan = try checker.grouped(columns, core)
      try checker.checkNames(of: core, plan)
      return plan
    })
}

extension Checker {
  /// Stages speak of columns by their names, so no two may share one.
  fileprivate func checkNames(of core: Core, _ plan: LogicalPlan) throws(Diagnostic) {
    guard let groups = plan.groups else { return }
    var taken = groups.keys.map(\.field.name)
    for (node, column) in zip(core.measures, groups.columns) {
      if taken.contains(column.name) {
        var number = 2
        while (taken + groups.columns.map(\.name)).contains("\(column.name)_\(number)") {
          number += 1
        }
        let free = "\(column.name)_\(number)"
        let end = Span(node.span.end, node.span.end)
        throw .columnTwice(
          node.span, column.name,
          fix: node.name.map { Fix($0.span, free) } ?? Fix(end, " named \(free)"))
      }
      taken.append(column.name)
    }
  }
}

extension Parser {
  /// measure ::= ( "count" ( "where" expr )? | "share" "where" expr
  ///             | aggregator measured ( "where" expr )? ) ( "named" name )?
  mutating func measure() -> MeasureNode {
    let start = current
    var node = MeasureNode(word: Name(text: start.text, span: start.span), span: start.span)
    for word in ["count", "share"] + Aggregator.allCases.map(\.rawValue) { wish(.word(word)) }
    let isAggregator = start.kind == .word && Aggregator.named(start.text) != nil
    guard isAggregator || start.isWord("count") || start.isWord("share") else {
      unexpected(wanted: "count, share or sum, average, median, min, max of a field")
      return node
    }
    advance(1)
    if isAggregator { node.value = measured() }
    if start.isWord("share") {
      expect("where", "\"where\" and a condition")
      node.condition = expr()
    } else if take("where") {
      node.condition = expr()
    }
    if take("named") { node.name = name(nil, "a name for the column") }
    node.span = start.span.joined(previousSpan)
    return node
  }
}
