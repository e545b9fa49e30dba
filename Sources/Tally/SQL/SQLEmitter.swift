// A plan as one SQL statement over the tables of a data package.

/// One common table expression.
struct SQLPart {
  var name: String
  var body: String
}

/// Writes a plan in a dialect.
///
/// A statement has three layers. `…_rows` are the relations as the day shows them, with null for
/// what is not known and a column `…_none` for what does not apply. `linked…` are sets that other
/// rows are linked to. Then comes the question itself: `member` says of each row whether it is one,
/// true, false or null, and `base` whether it was asked. SQL's own logic is Kleene's, so that a
/// condition needs no more words in SQL than in tally.
struct SQLEmitter {
  let dataset: Dataset
  let dialect: SQLDialect
  var tables: SQLTables
  var parts: [SQLPart] = []
  var linkedCount = 0

  /// The statement of a plan over a dataset at its day.
  static func statement(
    of plan: LogicalPlan, _ dataset: Dataset, _ dialect: SQLDialect, query: String,
    possibleQuery: String
  ) throws(SQLRefusal) -> String {
    var emitter = SQLEmitter(dataset: dataset, dialect: dialect, tables: SQLTables(dataset))
    let select = try emitter.select(plan)
    var notes: [String] = []
    if plan.set != nil, !possibleQuery.isEmpty {
      notes = ["rows that only may belong are left out: sql \(dialect.name) \(possibleQuery)"]
    }
    return emitter.header(query, notes) + (try emitter.body(select)) + ";"
  }

  /// Adds a part under a name that no other has.
  mutating func part(_ name: String, _ body: String) -> String {
    var unused = name
    var number = 1
    while parts.contains(where: { $0.name == unused }) {
      number += 1
      unused = "\(name)\(number)"
    }
    parts.append(SQLPart(name: unused, body: body))
    return unused
  }

  // MARK: Text

  private func header(_ query: String, _ notes: [String]) -> String {
    var lines = [
      CleanText.line(query),
      "as of \(dataset.asOf); dataset \(CleanText.line(dataset.name)) "
        + "\(CleanText.line(dataset.version)), sha256 \(CleanText.line(dataset.hash))",
      "tables: tally export --package DIR --as-of \(dataset.asOf)"
        + CleanText.line(dataset.own.options),
      "each column is text; an empty cell or null does not apply, the word unknown is not known",
    ]
    lines += tables.files().map { table, columns in
      dialect.load(SQLText.name(table), columns.map(SQLText.name))
    }
    return (lines + notes.map { CleanText.line($0) }).map { "-- \($0)\n" }.joined()
  }

  private func body(_ select: String) throws(SQLRefusal) -> String {
    let all = try tables.expressions().map { SQLPart(name: $0.name, body: $0.body) } + parts
    let expressions = all.map { "\($0.name) AS (\n\(indented($0.body))\n)" }
    return "WITH\n" + expressions.joined(separator: ",\n") + "\n" + select
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
      .joined(separator: "\n")
  }

  // MARK: Plans

  /// The last `SELECT` of a plan.
  private mutating func select(_ plan: LogicalPlan) throws(SQLRefusal) -> String {
    switch plan {
    case .figure(let measure): return try figure(measure).text
    case .rows, .group, .rank, .keep, .sort, .limit, .columns, .total:
      return try shown(try frame(plan))
    case .add: throw .added()
    case .compare, .changes: throw SQLRefusal("a package holds the answers of one day and question")
    case .across: throw SQLRefusal("a package holds the answers of one day")
    case .card, .catalogue: throw SQLRefusal("cards and lists of fields are no rows of a table")
    case .check: throw SQLRefusal("published figures are checked by queries of their own")
    case .funnel: throw SQLRefusal("why is no question of rows")
    case .totals: throw SQLRefusal("published totals have no rows")
    }
  }

  private mutating func figure(_ measure: Measure) throws(SQLRefusal) -> SQLSelection {
    var scope = SQLScope(.relation(measure.set.relation))
    let set = try self.set(measure.set, &scope)
    let (columns, rows, decimals) = try inputs(measure, set, &scope)
    let members = part(
      "members",
      SQLSelection(
        columns: columns + ["\(rows.member.text) AS member", "\(rows.base.text) AS base"],
        from: "\(tables.rows(measure.set.relation)) AS \(SQLScope.alias)", joins: scope.joins
      ).text)
    let figure = SQLFigure(
      kind: measure.kind, isAmount: measure.isAmount, decimals: decimals)
    return try figures(figure, of: members, isGrouped: false)
  }
}
