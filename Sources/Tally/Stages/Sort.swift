// sort: rows in order.

extension Stage {
  /// Rows in order of one key after another; intervals by their low end, then their high end.
  public static let sort = Stage(
    word: "sort", summary: "rows in order",
    grammar: #"sort ::= "sort" "by" key ( "," key )*"#,
    example: "count counties by state | sort by count down",
    parse: { parser, stage in
      parser.expect("by", "\"by\" and a column")
      stage.keys = parser.commaSeparated { $0.sortKey() }
    },
    lower: { stage, query throws(Diagnostic) in
      let scope = try query.rows(for: stage)
      var orders: [SortOrder] = []
      for key in stage.keys {
        let value = try query.checker.shown(key.value, scope)
        orders.append(SortOrder(value: value, isDown: key.isDown))
      }
      query.plan = .sort(query.plan, orders, first: nil)
    })
}
