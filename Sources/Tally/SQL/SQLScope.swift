// Where an expression stands: the rows that it is of, and the tables joined to these.

/// The rows of one `SELECT`, named `t`, with what its expressions join to them.
struct SQLScope {
  /// What the rows are.
  enum Rows {
    /// Rows of a relation.
    case relation(Int)
    /// Groups: the columns of their keys, then their figures.
    case groups(keys: [SQLColumn], figures: [SQLFigure])
  }

  static let alias = "t"

  let rows: Rows
  private(set) var joins: [String] = []
  private var joined: Set<String> = []

  init(_ rows: Rows) { self.rows = rows }

  /// The relation of the rows; nil for groups.
  var relation: Int? {
    switch rows {
    case .relation(let number): number
    case .groups: nil
    }
  }

  /// The figure of groups that a value is; nil for other values.
  func figure(_ value: Value) -> SQLFigure? {
    guard case .groups(let keys, let figures) = rows, case .field(let field) = value,
      field.hops.isEmpty, figures.indices.contains(field.column - keys.count)
    else { return nil }
    return figures[field.column - keys.count]
  }

  /// Joins once what goes by an alias.
  mutating func join(_ alias: String, _ text: String) {
    guard joined.insert(alias).inserted else { return }
    joins.append(text)
  }
}

/// A field as a statement reaches it.
struct SQLReached {
  /// The alias of the table that holds it.
  var alias: String
  var column: SQLColumn
  /// Where the way to it does not apply.
  var noWay: [String]
  /// Whether the way to it may be unknown.
  var mayLoseWay: Bool
  /// The relation that holds it; nil for groups.
  var relation: Int?

  /// One of its columns.
  func part(_ suffix: String = "") -> String { "\(alias).\(SQLText.name(column.name + suffix))" }

  /// Where it does not apply; nil for nowhere.
  var none: SQLCondition? {
    let parts = noWay + (column.mayBeNone ? [part("_none")] : [])
    guard let first = parts.first else { return nil }
    return parts.count == 1
      ? SQLCondition(text: first)
      : SQLCondition(text: parts.joined(separator: " OR "), isSimple: false)
  }

  var mayBeUnknown: Bool { column.mayBeUnknown || mayLoseWay }
}

extension SQLEmitter {
  /// Reaches a field over its links, which are joined.
  mutating func reach(
    _ field: FieldRef, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLReached {
    var reached = SQLReached(
      alias: SQLScope.alias, column: try column(field.hops.first?.column ?? field.column, scope),
      noWay: [], mayLoseWay: false, relation: scope.relation)
    for (at, hop) in field.hops.enumerated() {
      reached = try step(reached, to: hop.target, &scope)
      let next = at + 1 < field.hops.count ? field.hops[at + 1].column : field.column
      let isLast = at + 1 == field.hops.count
      reached.column = try tables.column(next, of: hop.target, aspect: isLast ? field.aspect : nil)
    }
    if field.hops.isEmpty, let aspect = field.aspect, let relation = scope.relation {
      reached.column = try tables.column(field.column, of: relation, aspect: aspect)
    }
    return reached
  }

  /// Joins the rows that a link leads to.
  mutating func step(
    _ link: SQLReached, to target: Int, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLReached {
    let alias = (link.alias == SQLScope.alias ? "to" : link.alias) + "_" + link.column.name
    let key = try tables.column(tables.key(of: target), of: target)
    let name = SQLText.name(alias)
    scope.join(
      alias,
      "LEFT JOIN \(tables.rows(target)) AS \(name) ON \(name).\(SQLText.name(key.name)) = "
        + link.part())
    return SQLReached(
      alias: name, column: key,
      noWay: link.noWay + (link.column.mayBeNone ? [link.part("_none")] : []),
      mayLoseWay: link.mayBeUnknown, relation: target)
  }

  private mutating func column(
    _ at: Int, _ scope: SQLScope
  ) throws(SQLRefusal) -> SQLColumn {
    switch scope.rows {
    case .relation(let number): return try tables.column(at, of: number)
    case .groups(let keys, _):
      guard at < keys.count else { throw SQLRefusal("a figure is no key") }
      return keys[at]
    }
  }
}
