// show: chosen columns.

extension Stage {
  /// The columns to show, in order, each a field or an expression with a name.
  public static let show = Stage(
    word: "show", summary: "chosen columns",
    grammar: #"columns ::= "show" column ( "," column )*"#,
    example: "list counties in NM | show name, detainers",
    parse: { parser, stage in stage.columns = parser.commaSeparated { $0.column() } },
    lower: { stage, query throws(Diagnostic) in
      let scope = try query.rows(for: stage)
      var columns: [OutputColumn] = []
      for column in stage.columns {
        let value = try query.checker.shown(column.value, scope)
        let name = column.name?.text ?? query.checker.source.written(column.span)
        columns.append(OutputColumn(name: name, value: value))
      }
      query.scope?.named = columns
      query.plan = .columns(query.plan, columns)
    })
}
