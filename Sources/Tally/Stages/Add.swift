// add: further columns made of those that there are.

extension Stage {
  /// Columns beside those of the answer, each with its name.
  public static let add = Stage(
    word: "add", summary: "further columns",
    grammar: #"add ::= "add" name "=" expr ( "," name "=" expr )*"#,
    example: "count counties by state | add part = percent_of_total(count)",
    parse: { parser, stage in
      stage.added = parser.commaSeparated { $0.addedColumn() }
    },
    lower: { stage, query throws(Diagnostic) in
      for column in stage.added { try query.add(column, stage) }
    })
}

extension Parser {
  /// A name, = and what the column holds.
  fileprivate mutating func addedColumn() -> ShownColumn {
    let start = current.span
    let name = name(nil, "a name for the column")
    expect(.equals, "= and what the column holds")
    let value = expr()
    return ShownColumn(value: value, name: name, span: start.joined(previousSpan))
  }
}
