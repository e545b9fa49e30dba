// Groups in SQL: numbered in the order of their keys, with their figures.

extension SQLEmitter {
  /// Groups by the values of fields, as a frame.
  mutating func frame(
    of measure: Measure, by fields: [FieldRef]
  ) throws(SQLRefusal) -> SQLFrame {
    var scope = SQLScope(.relation(measure.set.relation))
    var rows = try set(measure.set, &scope)
    let inputs = try inputs(measure, rows, &scope)
    rows = inputs.rows
    var keys: [SQLKey] = []
    for (at, field) in fields.enumerated() {
      keys.append(try key(field, "key\(at + 1)", &scope))
    }
    let order = keys.flatMap(\.order).joined(separator: ", ")
    let members = part(
      "members",
      SQLSelect(
        columns: ["dense_rank() OVER (ORDER BY \(order)) AS g"] + keys.flatMap(\.columns)
          + inputs.columns + ["\(rows.member.text) AS member", "\(rows.base.text) AS base"],
        from: "\(tables.rows(measure.set.relation)) AS \(SQLScope.alias)", joins: scope.joins,
        conditions: rows.isBase
      ).text)
    let figure = SQLFigure(kind: measure.kind, isAmount: measure.isAmount)
    let figures = part("figures", try figures(figure, of: members, isGrouped: true).text)
    let names = keys.flatMap { $0.column.allParts }.map(SQLText.name)
    let grouped = part(
      "grouped",
      """
      SELECT k.*, \(figure.columns.map { "f.\($0.name)" }.joined(separator: ", "))
      FROM (SELECT DISTINCT \((["g"] + names).joined(separator: ", ")) FROM \(members)) AS k
      JOIN \(figures) AS f ON f.g = k.g
      """)
    return SQLFrame(
      from: grouped, rows: .groups(keys: keys.map(\.column), figure), order: ["g"],
      columns: [], whole: (figure, members))
  }

  // MARK: Keys

  /// A key: its columns among the members, and what they are ordered by.
  struct SQLKey {
    var column: SQLColumn
    var columns: [String]
    var order: [String]
  }

  private mutating func key(
    _ field: FieldRef, _ name: String, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLKey {
    let reached = try reach(field, &scope)
    var column = reached.column
    column.name = name
    column.mayBeNone = reached.none != nil
    column.mayBeUnknown = reached.mayBeUnknown
    column.hasCandidates = false
    let suffixes = column.isExact ? [""] : ["", "_first", "_last"]
    var columns = suffixes.map { "\(reached.part($0)) AS \(name)\($0)" }
    var order: [String] = []
    if let none = reached.none {
      columns.append("\(none.tested("IS TRUE").text) AS \(name)_none")
      order.append("CASE WHEN \(none.text) THEN 0 WHEN \(reached.part()) IS NULL THEN 2 ELSE 1 END")
    } else if reached.mayBeUnknown {
      order.append("CASE WHEN \(reached.part()) IS NULL THEN 2 ELSE 1 END")
    }
    order += try ordered(.field(field), &scope).map(\.text)
    if case .link = field.field.type, order.last != dialect.ordered(reached.part()) {
      order.append(dialect.ordered(reached.part()))
    }
    return SQLKey(column: column, columns: columns, order: order)
  }

  // MARK: Rows of another relation

  /// A group for each certain row of a set, with the rows that are linked to it.
  mutating func frame(
    of measure: Measure, ofEach set: SetPlan, _ join: Join
  ) throws(SQLRefusal) -> SQLFrame {
    guard case .many(let at) = join.way, measure.set.relation == join.to else {
      throw SQLRefusal("its groups share rows")
    }
    let link = try tables.column(at, of: join.to)
    let bound = try bound(link.field, of: join.to, join.from)
    let owners = try self.owners(set, place: bound?.place)
    var scope = SQLScope(.relation(measure.set.relation))
    var rows = try self.set(measure.set, &scope)
    let inputs = try inputs(measure, rows, &scope)
    rows = inputs.rows
    let linked = part(
      "linked_members",
      SQLSelect(
        columns: SQLEmitter.floating(link, place: bound?.own) + inputs.columns
          + ["\(rows.member.text) AS member", "\(rows.base.text) AS base"],
        from: "\(tables.rows(measure.set.relation)) AS \(SQLScope.alias)", joins: scope.joins
      ).text)
    let members = part("members", pairs(owners.name, linked, link, hasPlace: bound != nil, measure))
    let figure = SQLFigure(
      kind: measure.kind, isAmount: measure.isAmount,
      lacksHigh: !join.isComplete && measure.kind == .count)
    let figures = part("figures", try figures(figure, of: members, isGrouped: true).text)
    let columns = figure.columns.map { name, empty in
      "CASE WHEN f.g IS NULL THEN \(empty) ELSE f.\(name) END AS \(name)"
    }
    let grouped = part(
      "grouped",
      """
      SELECT o.key AS key1, o.place_in_order, \(columns.joined(separator: ", "))
      FROM \(owners.name) AS o LEFT JOIN \(figures) AS f ON f.g = o.key
      """)
    return SQLFrame(
      from: grouped, rows: .groups(keys: [owners.key], figure), order: ["place_in_order"],
      columns: [], whole: nil)
  }

  /// The certain rows of the set whose rows are groups.
  private mutating func owners(
    _ set: SetPlan, place: Int?
  ) throws(SQLRefusal) -> (name: String, key: SQLColumn) {
    var scope = SQLScope(.relation(set.relation))
    let rows = try self.set(set, &scope)
    let at = try tables.key(of: set.relation)
    var column = try tables.column(at, of: set.relation)
    let order = try tables.order(of: set.relation)
    let key = "\(SQLScope.alias).\(SQLText.name(column.name))"
    var columns = ["\(key) AS key"]
    if let place {
      let own = try tables.column(place, of: set.relation)
      columns.append("\(SQLScope.alias).\(SQLText.name(own.name)) AS place")
    }
    let ordered =
      order == column.name ? dialect.ordered(key) : "\(SQLScope.alias).\(order)"
    columns.append("row_number() OVER (ORDER BY \(ordered)) AS place_in_order")
    let name = part(
      "owners",
      SQLSelect(
        columns: columns, from: "\(tables.rows(set.relation)) AS \(SQLScope.alias)",
        joins: scope.joins,
        conditions: rows.member == .yes ? [] : [rows.member.tested("IS TRUE").text]
      ).text)
    let schema = dataset.relations[set.relation].schema
    column.field = Field(
      schema.singular, .link(to: schema.name), meaning: schema.meaning)
    column.values = .link(rows: [])
    column.name = "key1"
    return (name, column)
  }

  /// Members by the row that they are linked to; those that may be linked to it are possible only.
  private func pairs(
    _ owners: String, _ linked: String, _ link: SQLColumn, hasPlace: Bool, _ measure: Measure
  ) -> String {
    let extra: [String] =
      switch measure.kind {
      case .count: []
      case .share: ["m.condition"]
      case .aggregate: ["m.least", "m.most", "m.is_none"]
      }
    let columns = (["o.key AS g"] + extra).joined(separator: ", ")
    let known = """
      SELECT \(columns), m.member, m.base
      FROM \(owners) AS o JOIN \(linked) AS m ON m.link = o.key
      """
    guard link.mayBeUnknown else { return known }
    var reach = hasPlace ? "(m.place = o.place) IS NOT FALSE" : "TRUE"
    if link.hasCandidates {
      reach =
        "CASE WHEN m.candidates IS NOT NULL THEN \(isCandidate("o.key", "m.candidates")) "
        + "ELSE \(reach) END"
    }
    func possible(_ name: String) -> String { "CASE WHEN m.\(name) IS FALSE THEN FALSE END" }
    return """
      \(known)
      UNION ALL
      SELECT \(columns), \(possible("member")), \(possible("base"))
      FROM \(owners) AS o JOIN \(linked) AS m ON m.floating AND \(reach)
      """
  }
}
