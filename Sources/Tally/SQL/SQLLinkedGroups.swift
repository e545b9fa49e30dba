// Groups that are rows of another relation, in SQL: a figure of the rows linked to each.

extension SQLEmitter {
  /// A group for each certain row of a set, with the rows that are linked to it.
  mutating func frame(
    of plan: GroupPlan, ofEach set: SetPlan, _ join: Join
  ) throws(SQLRefusal) -> SQLFrame {
    guard case .many(let at) = join.way, plan.columns.count == 1,
      let measure = plan.columns.first?.measure, measure.set.relation == join.to
    else { throw SQLRefusal("its groups share rows") }
    guard join.isComplete || measure.kind == .count else {
      throw SQLRefusal("the list may lack rows, so that only their count has an end")
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
      SQLSelection(
        columns: SQLEmitter.floating(link, place: bound?.own) + inputs.columns
          + ["\(rows.member.text) AS member", "\(rows.base.text) AS base"],
        from: "\(tables.rows(measure.set.relation)) AS \(SQLScope.alias)", joins: scope.joins
      ).text)
    let members = part("members", pairs(owners.name, linked, link, hasPlace: bound != nil, measure))
    let figures = figures(
      of: plan, [inputs.decimals], lacksHigh: !join.isComplete)
    let own = part("figures", try self.figures(figures[0], of: members, isGrouped: true).text)
    let grouped = part(
      "grouped",
      SQLSelection(
        columns: ["o.key AS key1", "o.place_in_order"]
          + figures[0].columns.map { name, empty in
            "CASE WHEN f.g IS NULL THEN \(empty) ELSE f.\(name) END AS \(name)"
          },
        from: "\(owners.name) AS o", joins: ["LEFT JOIN \(own) AS f ON f.g = o.key"]
      ).text)
    return SQLFrame(
      from: grouped, rows: .groups(keys: [owners.key], figures: figures),
      order: ["place_in_order"], columns: [], wholes: [])
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
      SQLSelection(
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
