// The columns that a statement gives: what is unknown and what is none are told apart in each.

extension SQLEmitter {
  /// A column of the result: its name and its value.
  typealias Output = (name: String, text: String)

  /// The last `SELECT` of rows or groups.
  mutating func shown(_ frame: SQLFrame) throws(SQLRefusal) -> String {
    var scope = SQLScope(frame.rows)
    var outputs: [Output] = []
    var totals: [String] = []
    for column in frame.columns {
      let found = try self.outputs(column, &scope)
      outputs += found
      let isFigure = scope.figure(column.value) != nil
      totals += found.map { isFigure ? SQLText.name($0.name) : "NULL" }
    }
    let order = try self.order(frame, &scope)
    var select = SQLSelection(
      columns: outputs.map { "\($0.text) AS \(SQLText.name($0.name))" },
      from: "\(frame.from) AS \(SQLScope.alias)", joins: scope.joins)
    guard frame.showsTotal else {
      select.order = order
      return select.text
    }
    select.columns.append(
      "row_number() OVER (ORDER BY \(order.joined(separator: ", "))) AS row_place")
    let listed = part("listed", select.text)
    let whole = try whole(frame)
    let names = outputs.map { SQLText.name($0.name) }.joined(separator: ", ")
    return """
      SELECT \(names)
      FROM (
        SELECT * FROM \(listed)
        UNION ALL
        SELECT \(totals.joined(separator: ", ")), (SELECT count(*) + 1 FROM \(listed)) FROM \(whole)
      ) AS all_rows
      ORDER BY row_place
      """
  }

  /// A part of one row: the ungrouped figures under the names of their columns.
  private mutating func whole(_ frame: SQLFrame) throws(SQLRefusal) -> String {
    var columns: [String] = []
    var names: [String] = []
    for (figure, members) in frame.wholes {
      let name = part("whole", try figures(figure, of: members, isGrouped: false).text)
      columns += figure.columns.map {
        "\(name).\($0.name) AS \(SQLText.name(figure.prefix + $0.name))"
      }
      names.append(name)
    }
    let from = names.joined(separator: " CROSS JOIN ")
    return part("wholes", SQLSelection(columns: columns, from: from).text)
  }

  private mutating func outputs(
    _ column: OutputColumn, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [Output] {
    if let figure = scope.figure(column.value) {
      return figure.columns.map { (figure.prefix + $0.name, figure.column($0.name)) }
    }
    switch column.value.kind {
    case .number: return try numbers(column, &scope)
    case .date:
      let date = try date(column.value, &scope)
      return [(column.name, told(date.text, date.none, date.mayBeUnknown))]
    case .text:
      let words = try words(column.value, &scope)
      return [(column.name, told(words.text, words.none, words.mayBeUnknown))]
    case .truth(let condition):
      if case .field(let field) = column.value {
        let reached = try reach(field, &scope)
        return [(column.name, told(reached.part(), reached.none, reached.mayBeUnknown))]
      }
      let truth = try self.condition(condition, &scope).text
      return [
        (
          column.name,
          "CASE WHEN \(truth) THEN 'yes' WHEN NOT (\(truth)) THEN 'no' ELSE 'unknown' END"
        )
      ]
    }
  }

  /// Words: null where the value does not apply, `unknown` where it is not known.
  private func told(_ text: String, _ none: SQLCondition?, _ mayBeUnknown: Bool) -> String {
    guard mayBeUnknown else { return text }
    let known = "COALESCE(\(text), 'unknown')"
    return none.map { "CASE WHEN \($0.text) THEN NULL ELSE \(known) END" } ?? known
  }

  /// A number, or its two ends; where it may not be known a further column says so.
  private mutating func numbers(
    _ column: OutputColumn, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [Output] {
    let number = try number(column.value, &scope)
    var outputs =
      number.isExact
      ? [(column.name, number.low)]
      : [(column.name + "_low", number.low), (column.name + "_high", number.high)]
    if number.mayBeUnknown {
      outputs.append((column.name + "_unknown", try missing(column.value, &scope).unknown.text))
    }
    return outputs
  }
}
