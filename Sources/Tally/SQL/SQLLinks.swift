// Linked rows in SQL: how many each row has, at least and at most.

extension SQLEmitter {
  /// A number of linked rows that belong to a set.
  mutating func linked(
    _ join: Join, _ set: SetPlan, _ count: LinkCount, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLCondition {
    guard scope.relation == join.from else { throw SQLRefusal("groups have no links") }
    if case .one(let column) = join.way, count == .any, join.isComplete {
      let link = try tables.column(column, of: join.from)
      if !link.mayBeUnknown { return try one(link, join, set, &scope) }
    }
    let (low, high) =
      switch join.way {
      case .one(let column): try oneCounts(join, column, set, &scope)
      case .many(let column): try manyCounts(join, column, set, &scope)
      case .pairs(let pairs, let back, let onward):
        try pairCounts(pairs, back, onward, set, &scope)
      }
    var yes = ["\(low) >= \(count.least)"]
    var no: [String] = []
    if let most = count.most {
      yes.append(join.isComplete ? "\(high) <= \(most)" : "FALSE")
      no.append("\(low) > \(most)")
    }
    if join.isComplete { no.append("\(high) < \(count.least)") }
    let end = no.isEmpty ? "" : " WHEN \(no.joined(separator: " OR ")) THEN FALSE"
    return SQLCondition(
      text: "CASE WHEN \(yes.joined(separator: " AND ")) THEN TRUE\(end) END")
  }

  /// The members of a set as a part of the statement: what its rows are is `member`, which is null
  /// also for a row of which nobody knows whether it held on the day.
  private mutating func members(
    _ set: SetPlan, columns: (inout SQLEmitter, inout SQLScope) throws(SQLRefusal) -> [String]
  ) throws(SQLRefusal) -> String {
    var scope = SQLScope(.relation(set.relation))
    var member = try self.set(set, &scope).member
    if tables.useHeld(set.relation) {
      member = .all([member, SQLCondition(text: "\(SQLScope.alias).held")])
    }
    let columns = try columns(&self, &scope)
    linkedCount += 1
    let name = "linked\(linkedCount)"
    parts.append(
      SQLPart(
        name: name,
        body: SQLSelection(
          columns: columns + ["\(member.text) AS member"],
          from: "\(tables.rows(set.relation)) AS \(SQLScope.alias)", joins: scope.joins
        ).text))
    return name
  }

  // MARK: To one

  /// The row's own link, which is always known: it is what the linked row is.
  private mutating func one(
    _ link: SQLColumn, _ join: Join, _ set: SetPlan, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLCondition {
    let key = try tables.column(try tables.key(of: join.to), of: join.to)
    let name = try members(set) { _, _ in ["\(SQLScope.alias).\(SQLText.name(key.name)) AS key"] }
    let cell = "\(SQLScope.alias).\(SQLText.name(link.name))"
    scope.join(name, "LEFT JOIN \(name) ON \(name).key = \(cell)")
    let none = "\(SQLScope.alias).\(SQLText.name(link.name + "_none"))"
    return guarded(
      link.mayBeNone ? SQLCondition(text: none) : nil, SQLCondition(text: "\(name).member"))
  }

  /// The row's own link: one linked row, or none, or perhaps one.
  private mutating func oneCounts(
    _ join: Join, _ column: Int, _ set: SetPlan, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (low: String, high: String) {
    let link = try tables.column(column, of: join.from)
    let bound = try bound(link.field, of: join.from, join.to)
    let key = try tables.column(try tables.key(of: join.to), of: join.to)
    var place: SQLColumn?
    if let bound { place = try tables.column(bound.place, of: join.to) }
    let name = try members(set) { _, _ in
      let own = "\(SQLScope.alias).\(SQLText.name(key.name)) AS key"
      return [own] + (place.map { ["\(SQLScope.alias).\(SQLText.name($0.name)) AS place"] } ?? [])
    }
    let cell = "\(SQLScope.alias).\(SQLText.name(link.name))"
    scope.join(name, "LEFT JOIN \(name) ON \(name).key = \(cell)")
    let low = "CASE WHEN \(name).member THEN 1 ELSE 0 END"
    var high = "CASE"
    if link.mayBeNone {
      high += " WHEN \(SQLScope.alias).\(SQLText.name(link.name + "_none")) THEN 0"
    }
    if link.mayBeUnknown {
      high +=
        " WHEN \(cell) IS NULL THEN "
        + "CASE WHEN EXISTS (SELECT 1 FROM \(name) AS p WHERE p.member IS NOT FALSE"
        + reach(link, bound?.own) + ") THEN 1 ELSE 0 END"
    }
    return (low, high + " WHEN \(name).member IS FALSE THEN 0 ELSE 1 END")
  }

  /// Which rows `p` an unknown link of `t` may lead to, after `AND`.
  private func reach(_ link: SQLColumn, _ place: SQLColumn?) -> String {
    var near = ""
    if let place {
      let own = "\(SQLScope.alias).\(SQLText.name(place.name))"
      near = "(\(own) = p.place) IS NOT FALSE"
    }
    guard link.hasCandidates else { return near.isEmpty ? "" : " AND " + near }
    let candidates = "\(SQLScope.alias).\(SQLText.name(link.name + "_candidates"))"
    return " AND CASE WHEN \(candidates) IS NOT NULL THEN \(isCandidate("p.key", candidates)) "
      + "ELSE \(near.isEmpty ? "TRUE" : near) END"
  }

  // MARK: To many

  /// Rows that point here: those known to, and those that may.
  private mutating func manyCounts(
    _ join: Join, _ column: Int, _ set: SetPlan, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (low: String, high: String) {
    let link = try tables.column(column, of: join.to)
    let bound = try bound(link.field, of: join.to, join.from)
    let name = try members(set) { _, _ in SQLEmitter.floating(link, place: bound?.own) }
    return try counts(name, link, bound?.place, join.from, &scope)
  }

  /// The columns by which rows point: `link`, and of those whose link is not known `floating`,
  /// `candidates` and `place`.
  static func floating(_ link: SQLColumn, place: SQLColumn?) -> [String] {
    let cell = "\(SQLScope.alias).\(SQLText.name(link.name))"
    var columns = ["\(cell) AS link"]
    guard link.mayBeUnknown else { return columns }
    let none = "\(SQLScope.alias).\(SQLText.name(link.name + "_none"))"
    columns.append(
      link.mayBeNone
        ? "(\(cell) IS NULL AND NOT \(none)) AS floating" : "\(cell) IS NULL AS floating")
    if link.hasCandidates {
      let name = SQLText.name(link.name + "_candidates")
      columns.append("\(SQLScope.alias).\(name) AS candidates")
    }
    if let place { columns.append("\(SQLScope.alias).\(SQLText.name(place.name)) AS place") }
    return columns
  }

  /// Counts the rows of a part that point to each row of a relation.
  private mutating func counts(
    _ name: String, _ link: SQLColumn, _ place: Int?, _ relation: Int, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (low: String, high: String) {
    let keyColumn = try tables.column(try tables.key(of: relation), of: relation)
    let key = "\(SQLScope.alias).\(SQLText.name(keyColumn.name))"
    let known = name + "_known"
    scope.join(
      known,
      """
      LEFT JOIN (
        SELECT link, count(*) FILTER (WHERE member) AS low, count(*) AS high
        FROM \(name) WHERE member IS NOT FALSE GROUP BY link
      ) AS \(known) ON \(known).link = \(key)
      """)
    var high = ["COALESCE(\(known).high, 0)"]
    if link.mayBeUnknown {
      high += try floats(name, link, place, relation, key, keyColumn.name, &scope)
    }
    let low = "COALESCE(\(known).low, 0)"
    return (low, high.count == 1 ? high[0] : "(\(high.joined(separator: " + ")))")
  }

  /// The terms that count rows whose link is not known: to their candidates, else near their
  /// place, else anywhere.
  private mutating func floats(
    _ name: String, _ link: SQLColumn, _ place: Int?, _ relation: Int, _ key: String,
    _ keyName: String, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [String] {
    var terms: [String] = []
    var free = "member IS NOT FALSE AND floating"
    if link.hasCandidates {
      let table = tables.rows(relation)
      let other = "r.\(SQLText.name(keyName))"
      let alias = name + "_candidates"
      scope.join(
        alias,
        """
        LEFT JOIN (
          SELECT \(other) AS link, count(*) AS n FROM \(name) AS f
          JOIN \(table) AS r ON \(isCandidate(other, "f.candidates"))
          WHERE f.member IS NOT FALSE AND f.floating GROUP BY \(other)
        ) AS \(alias) ON \(alias).link = \(key)
        """)
      terms.append("COALESCE(\(alias).n, 0)")
      free += " AND candidates IS NULL"
    }
    guard let place else { return terms + ["(SELECT count(*) FROM \(name) WHERE \(free))"] }
    let column = try tables.column(place, of: relation)
    let own = "\(SQLScope.alias).\(SQLText.name(column.name))"
    let alias = name + "_near"
    scope.join(
      alias,
      """
      LEFT JOIN (
        SELECT place, count(*) AS n FROM \(name) WHERE \(free) GROUP BY place
      ) AS \(alias) ON \(alias).place = \(own)
      """)
    let near = "COALESCE(\(alias).n, 0)"
    let isPlaced = !column.mayBeUnknown && !column.mayBeNone
    terms.append(
      isPlaced
        ? near
        : "CASE WHEN \(own) IS NULL "
          + "THEN (SELECT count(*) FROM \(name) WHERE \(free) AND place IS NOT NULL) "
          + "ELSE \(near) END")
    return terms + ["(SELECT count(*) FROM \(name) WHERE \(free) AND place IS NULL)"]
  }

  // MARK: Pairs

  /// Pairs that begin here and end in the set. A pair whose end is unknown may end at one of its
  /// candidates, or anywhere where it names none; it is never certain.
  private mutating func pairCounts(
    _ pairs: Int, _ back: Int, _ onward: Int, _ set: SetPlan, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (low: String, high: String) {
    guard let relation = scope.relation else { throw SQLRefusal("groups have no links") }
    let key = try tables.column(try tables.key(of: set.relation), of: set.relation)
    let ends = try members(set) { _, _ in
      ["\(SQLScope.alias).\(SQLText.name(key.name)) AS key"]
    }
    let start = try tables.column(back, of: pairs)
    let end = try tables.column(onward, of: pairs)
    let cell = "\(SQLScope.alias).\(SQLText.name(end.name))"
    var member = "\(ends).member"
    if end.mayBeUnknown {
      var reach = ""
      if end.hasCandidates {
        let candidates = "\(SQLScope.alias).\(SQLText.name(end.name + "_candidates"))"
        reach = " AND (\(candidates) IS NULL OR \(isCandidate("p.key", candidates)))"
      }
      member =
        "CASE WHEN \(cell) IS NOT NULL THEN \(member) WHEN NOT EXISTS "
        + "(SELECT 1 FROM \(ends) AS p WHERE p.member IS NOT FALSE\(reach)) THEN FALSE END"
    }
    if end.mayBeNone {
      let none = "\(SQLScope.alias).\(SQLText.name(end.name + "_none"))"
      member = "CASE WHEN \(none) THEN FALSE ELSE \(member) END"
    }
    linkedCount += 1
    let name = "linked\(linkedCount)"
    parts.append(
      SQLPart(
        name: name,
        body: SQLSelection(
          columns: SQLEmitter.floating(start, place: nil) + ["\(member) AS member"],
          from: "\(tables.rows(pairs)) AS \(SQLScope.alias)",
          joins: ["LEFT JOIN \(ends) ON \(ends).key = \(cell)"]
        ).text))
    return try counts(name, start, nil, relation, &scope)
  }
}
