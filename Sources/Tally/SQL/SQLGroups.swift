// Groups in SQL: numbered in the order of their keys, with their figures.

extension SQLEmitter {
  /// Groups with their figures, as a frame.
  mutating func frame(of plan: GroupPlan) throws(SQLRefusal) -> SQLFrame {
    if plan.across != nil { throw SQLRefusal("the columns of across are made of values") }
    var frame =
      switch plan.grouping {
      case .keys(let keys): try self.frame(of: plan, by: keys)
      case .rows(of: let set, let join): try self.frame(of: plan, ofEach: set, join)
      }
    let schema = GroupSchema.schema(plan, in: dataset)
    frame.columns = usual(schema, schema.fields.map(\.name))
    return frame
  }

  /// The figures of a plan's columns; several have their names before those of their parts.
  func figures(
    of plan: GroupPlan, _ decimals: [Decimals?], lacksHigh: Bool = false
  ) -> [SQLFigure] {
    zip(plan.columns, decimals).map { column, decimals in
      SQLFigure(
        kind: column.measure.kind, isAmount: column.measure.isAmount,
        lacksHigh: lacksHigh && column.measure.kind == .count, percent: plan.percent,
        decimals: decimals,
        prefix: plan.columns.count == 1 ? "" : column.name + "_")
    }
  }

  /// Groups by values.
  private mutating func frame(
    of plan: GroupPlan, by groupKeys: [GroupKey]
  ) throws(SQLRefusal) -> SQLFrame {
    guard let relation = plan.columns.first?.measure.set.relation else {
      throw SQLRefusal("it has no numbers")
    }
    var scope = SQLScope(.relation(relation))
    let asked = try inputs(of: plan, &scope)
    var keys: [SQLKey] = []
    for (at, key) in groupKeys.enumerated() {
      keys.append(try self.key(key, "key\(at + 1)", &scope))
    }
    let order = keys.flatMap(\.order).joined(separator: ", ")
    let g = keys.isEmpty ? "1 AS g" : "dense_rank() OVER (ORDER BY \(order)) AS g"
    let members = part(
      "members",
      SQLSelection(
        columns: [g] + keys.flatMap(\.columns) + asked.columns,
        from: "\(tables.rows(relation)) AS \(SQLScope.alias)", joins: scope.joins,
        conditions: asked.isAnyBase
      ).text)
    let figures = figures(of: plan, asked.decimals)
    let names = keys.flatMap { $0.column.allParts }.map(SQLText.name)
    let own = try ofEach(figures, members, names: names, keys: keys.count)
    let grouped = part(
      "grouped",
      SQLSelection(
        columns: ["k.*"]
          + zip(figures, own).flatMap { figure, part in
            figure.columns.map { "\(part).\($0.name) AS \(SQLText.name(figure.prefix + $0.name))" }
          },
        from: "(SELECT DISTINCT \((["g"] + names).joined(separator: ", ")) FROM \(members)) AS k",
        joins: own.map { "JOIN \($0) ON \($0).g = k.g" }
      ).text)
    return SQLFrame(
      from: grouped, rows: .groups(keys: keys.map(\.column), figures: figures), order: ["g"],
      columns: [], wholes: figures.indices.map { (figures[$0], membersOf($0, members, figures)) })
  }

  /// A part with the figures of each group, for each measure.
  private mutating func ofEach(
    _ figures: [SQLFigure], _ members: String, names: [String], keys: Int
  ) throws(SQLRefusal) -> [String] {
    var parts: [String] = []
    for (at, figure) in figures.enumerated() {
      let from = membersOf(at, members, figures)
      parts.append(
        part("figures", try self.figures(figure, of: from, isGrouped: true).text))
    }
    return parts
  }

  // MARK: Measures

  /// The columns that the measures of groups need of each row. Those of the second and later ones
  /// end with their number.
  private mutating func inputs(
    of plan: GroupPlan, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (columns: [String], isAnyBase: [String], decimals: [Decimals?]) {
    var columns: [String] = []
    var decimals: [Decimals?] = []
    var bases: [SQLCondition] = []
    for (at, column) in plan.columns.enumerated() {
      let set = try self.set(column.measure.set, &scope)
      let (own, rows, written) = try inputs(column.measure, set, &scope)
      decimals.append(written)
      let all = own + ["\(rows.member.text) AS member", "\(rows.base.text) AS base"]
      columns += all.map { SQLEmitter.numbered($0, at) }
      if !bases.contains(rows.base) { bases.append(rows.base) }
    }
    let isBase = bases.contains(.yes) ? [] : bases.map { $0.tested("IS NOT FALSE").text }
    return (columns, isBase.isEmpty ? [] : ["(\(isBase.joined(separator: " OR ")))"], decimals)
  }

  private static func numbered(_ column: String, _ at: Int) -> String {
    at == 0 ? column : column + String(at + 1)
  }

  /// The members as one measure sees them.
  private func membersOf(_ at: Int, _ members: String, _ figures: [SQLFigure]) -> String {
    guard at > 0 else { return members }
    let own: [String] =
      switch figures[at].kind {
      case .count: []
      case .share: ["condition"]
      case .aggregate: ["least", "most", "is_none"]
      }
    let columns = (own + ["member", "base"]).map { "\($0)\(at + 1) AS \($0)" }
    return "(SELECT g, \(columns.joined(separator: ", ")) FROM \(members)) AS own"
  }

  // MARK: Keys

  /// A key: its columns among the members, and what they are ordered by.
  private struct SQLKey {
    var column: SQLColumn
    var columns: [String]
    var order: [String]
  }

  private mutating func key(
    _ key: GroupKey, _ name: String, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLKey {
    let (parts, none, values) = try self.parts(key.value, &scope)
    let missing = try missing(key.value, &scope)
    let column = SQLColumn(
      name: name, field: key.field, mayBeNone: none != nil,
      mayBeUnknown: missing.unknown != .no, isExact: parts.count == 1, values: values)
    let suffixes = parts.count == 1 ? [""] : ["", "_first", "_last"]
    var columns = zip(parts, suffixes).map { "\($0) AS \(name)\($1)" }
    if none != nil { columns.append("\(missing.none.text) AS \(name)_none") }
    var cases = missing.none == .no ? [] : ["WHEN \(missing.none.text) THEN 0"]
    if missing.unknown != .no { cases.append("WHEN \(missing.unknown.text) THEN 2") }
    var order = cases.isEmpty ? [] : ["CASE \(cases.joined(separator: " ")) ELSE 1 END"]
    columns.append("\(order.first ?? "1") AS \(name)_state")
    order += try ordered(key.value, &scope).map(\.text)
    if key.value.isLink, order.last != dialect.ordered(parts[0]) {
      order.append(dialect.ordered(parts[0]))
    }
    return SQLKey(column: column, columns: columns, order: order)
  }

  /// The columns of a value: of a date that may be several days its text and its two ends.
  private mutating func parts(
    _ value: Value, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (parts: [String], none: SQLCondition?, values: Column.Values) {
    if case .field(let field) = value {
      let reached = try reach(field, &scope)
      let suffixes = reached.column.isExact ? [""] : ["", "_first", "_last"]
      return (suffixes.map { reached.part($0) }, reached.none, reached.column.values)
    }
    switch value.kind {
    case .number:
      let number = try number(value, &scope)
      guard number.isExact else { throw SQLRefusal("a key may be one of several numbers") }
      let values = Numbers(.doubles([]), number.decimals)
      return ([number.low], number.none, .number(low: values, high: values))
    case .text:
      let words = try words(value, &scope)
      return ([words.text], words.none, .text(codes: [], texts: TextPool(words.texts)))
    case .truth(let condition):
      let truth = try self.condition(condition, &scope).text
      return (
        ["CASE WHEN \(truth) THEN 'yes' WHEN NOT (\(truth)) THEN 'no' END"], nil,
        .answer(codes: [], grounds: [])
      )
    case .date: throw SQLRefusal("a date is no field")
    }
  }
}
