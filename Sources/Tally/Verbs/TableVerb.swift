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
    lower: { core, _ throws(Diagnostic) in throw .notYet(core.verb) })
}

extension Parser {
  /// measure ::= ( "count" ( "where" expr )? | "share" "where" expr
  ///             | aggregator path ( "where" expr )? ) ( "named" name )?
  mutating func measure() -> MeasureNode {
    let start = current
    var node = MeasureNode(word: Name(text: start.text, span: start.span), span: start.span)
    for word in ["count", "share"] + Aggregator.allCases.map(\.rawValue) { wish(.word(word)) }
    let isAggregator = start.kind == .word && Aggregator(rawValue: start.text) != nil
    guard isAggregator || start.isWord("count") || start.isWord("share") else {
      unexpected(wanted: "count, share or sum, average, median, min, max of a field")
      return node
    }
    advance(1)
    if isAggregator { node.path = path() }
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
