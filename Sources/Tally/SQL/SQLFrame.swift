// Rows on their way through the stages, in SQL.

/// Rows of a part with their order and what is shown of them.
struct SQLFrame {
  /// The part or table that they are in.
  var from: String
  var rows: SQLScope.Rows
  /// What keeps them in order, beside what they are sorted by: columns of the part.
  var order: [String]
  /// What they are sorted by, the first key first.
  var orders: [SortOrder] = []
  /// What they are ranked by before that.
  var rank: (value: Value, isBottom: Bool)?
  var columns: [OutputColumn]
  /// The ungrouped figures, each with the part whose rows it is of; none where groups share rows.
  var wholes: [(figure: SQLFigure, members: String)] = []
  var showsTotal = false
}

extension SQLEmitter {
  /// The rows of a plan after its stages.
  mutating func frame(_ plan: LogicalPlan) throws(SQLRefusal) -> SQLFrame {
    switch plan {
    case .rows(let set): return try frame(of: set)
    case .group(let plan): return try self.frame(of: plan)
    case .rank(let inner, let value, let count, let isBottom):
      return try ranked(try frame(inner), value, count, isBottom)
    case .keep(let inner, let condition): return try kept(try frame(inner), condition)
    case .sort(let inner, let orders, let first):
      var frame = try frame(inner)
      frame.orders = orders + frame.orders
      guard let first else { return frame }
      return try limited(frame, 0, first)
    case .limit(let inner, let skip, let take): return try limited(try frame(inner), skip, take)
    case .columns(let inner, let columns):
      var frame = try frame(inner)
      frame.columns = columns
      return frame
    case .total(let inner):
      var frame = try frame(inner)
      guard !frame.wholes.isEmpty else { throw SQLRefusal("its groups share rows") }
      frame.showsTotal = true
      return frame
    case .add: throw .added()
    case .figure, .across, .compare, .changes, .card, .catalogue, .check, .funnel, .totals:
      throw SQLRefusal("it has no rows")
    }
  }

  /// The certain members of a set.
  private mutating func frame(of set: SetPlan) throws(SQLRefusal) -> SQLFrame {
    var scope = SQLScope(.relation(set.relation))
    let member = try self.set(set, &scope).member
    let order = try tables.order(of: set.relation)
    let schema = dataset.relations[set.relation].schema
    var from = tables.rows(set.relation)
    if member != .yes {
      from = part(
        "members",
        SQLSelection(
          columns: ["\(SQLScope.alias).*"], from: "\(from) AS \(SQLScope.alias)",
          joins: scope.joins, conditions: [member.text]
        ).text)
    }
    let name = SQLText.name(order)
    return SQLFrame(
      from: from, rows: .relation(set.relation),
      order: [order == PackageTable.line ? name : dialect.ordered(name)],
      columns: usual(schema, schema.shown))
  }

  func usual(_ schema: RelationSchema, _ names: [String]) -> [OutputColumn] {
    names.compactMap { name in
      schema.field(name).map { at in
        let field = schema.fields[at]
        return OutputColumn(
          name: name, value: .field(FieldRef(hops: [], column: at, field: field, text: name)))
      }
    }
  }

  // MARK: Stages

  private mutating func kept(
    _ frame: SQLFrame, _ condition: Condition
  ) throws(SQLRefusal) -> SQLFrame {
    var frame = frame
    var scope = SQLScope(frame.rows)
    let test = try self.condition(condition, &scope)
    frame.from = step(frame, scope, conditions: [test.text])
    return frame
  }

  private mutating func limited(
    _ frame: SQLFrame, _ skip: Int, _ take: Int?
  ) throws(SQLRefusal) -> SQLFrame {
    var frame = frame
    var scope = SQLScope(frame.rows)
    let order = try self.order(frame, &scope).joined(separator: ", ")
    let place = "row_place\(parts.count)"
    let numbered = step(
      frame, scope, columns: ["row_number() OVER (ORDER BY \(order)) AS \(place)"])
    var conditions = skip > 0 ? ["\(place) > \(skip)"] : []
    if let take {
      conditions.append(
        "\(place) <= \(skip.addingReportingOverflow(take).overflow ? .max : skip + take)")
    }
    frame.from = part(
      "cut", SQLSelection(columns: ["*"], from: numbered, conditions: conditions).text)
    return frame
  }

  /// The first rows by a value, with those that tie with the last of them.
  private mutating func ranked(
    _ frame: SQLFrame, _ value: Value, _ count: Int, _ isBottom: Bool
  ) throws(SQLRefusal) -> SQLFrame {
    var frame = frame
    var scope = SQLScope(frame.rows)
    let number = try number(value, &scope)
    let missing = try missing(value, &scope)
    let key = isBottom ? number.high : "\(number.low) DESC"
    let conditions = [missing.unknown, missing.none].filter { $0 != .no }.map {
      SQLCondition.not($0).part
    }
    let place = "standing\(parts.count)"
    let ranked = step(
      frame, scope, columns: ["rank() OVER (ORDER BY \(key)) AS \(place)"],
      conditions: conditions)
    frame.from = part("best", "SELECT * FROM \(ranked) WHERE \(place) <= \(count)")
    frame.rank = (value, isBottom)
    frame.orders = []
    return frame
  }

  /// All columns of a frame's rows, and more, in a part of its own.
  private mutating func step(
    _ frame: SQLFrame, _ scope: SQLScope, columns: [String] = [], conditions: [String] = []
  ) -> String {
    part(
      "step",
      SQLSelection(
        columns: ["\(SQLScope.alias).*"] + columns, from: "\(frame.from) AS \(SQLScope.alias)",
        joins: scope.joins, conditions: conditions
      ).text)
  }

  // MARK: Order

  /// What orders a frame's rows.
  mutating func order(
    _ frame: SQLFrame, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [String] {
    var order: [String] = []
    for key in frame.orders { order += try sortKey(key, &scope) }
    if let (value, isBottom) = frame.rank {
      let number = try number(value, &scope)
      order +=
        isBottom ? [number.high, number.low] : ["\(number.low) DESC", "\(number.high) DESC"]
    }
    return order + frame.order.map { "\(SQLScope.alias).\($0)" }
  }

  /// Rows without a value come last, whichever way is up; intervals compare by low, then high.
  private mutating func sortKey(
    _ order: SortOrder, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [String] {
    let missing = try missing(order.value, &scope)
    var places: [String] = []
    if missing.unknown != .no { places.append("WHEN \(missing.unknown.text) THEN 2") }
    if missing.none != .no { places.append("WHEN \(missing.none.text) THEN 1") }
    if let figure = scope.figure(order.value), case .aggregate = figure.kind {
      places.append("WHEN \(figureEnds(figure).low) = -\(dialect.infinity) THEN 2")
    }
    let place = places.isEmpty ? [] : ["CASE \(places.joined(separator: " ")) ELSE 0 END"]
    let direction = order.isDown ? " DESC" : ""
    return place + (try ordered(order.value, &scope)).map { $0.text + direction }
  }

  /// What a value compares by: one or two ends.
  mutating func ordered(
    _ value: Value, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> [(text: String, isEnd: Bool)] {
    switch value.kind {
    case .number:
      let number = try number(value, &scope)
      return number.isExact ? [(number.low, true)] : [(number.low, true), (number.high, true)]
    case .date:
      let date = try date(value, &scope)
      return date.first == date.last
        ? [(date.first, true)] : [(date.first, true), (date.last, true)]
    case .text:
      let words = try words(value, &scope)
      guard words.isOrdered else { return [(dialect.ordered(words.text), false)] }
      let places = words.texts.enumerated().map { "WHEN \(SQLText.literal($1)) THEN \($0)" }
      return [("CASE \(words.text) \(places.joined(separator: " ")) END", false)]
    case .truth(let condition):
      let truth = try self.condition(condition, &scope).text
      return [("CASE WHEN \(truth) THEN 0 WHEN NOT (\(truth)) THEN 1 ELSE 2 END", false)]
    }
  }
}
