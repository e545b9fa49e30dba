// Pieces of SQL as text: names, literals, conditions, selections.

/// Writes what every dialect writes alike.
enum SQLText {
  /// A name, in quotes where it needs them.
  static func name(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      } && name.utf8.first.map { $0 > UInt8(ascii: "9") } == true
    if isPlain, !reserved.contains(name) { return name }
    return "\"" + doubled(name, "\"") + "\""
  }

  /// A text between single quotes.
  static func literal(_ text: String) -> String { "'" + doubled(text, "'") + "'" }

  /// A number that reads as itself.
  static func literal(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(number) < 1e15 { return String(whole) }
    return "CAST('\(number)' AS DOUBLE PRECISION)"
  }

  /// Several texts between brackets.
  static func list(_ texts: [String]) -> String {
    "(" + texts.map(literal).joined(separator: ", ") + ")"
  }

  /// By scalars: a mark with an accent upon it is still a mark to a database.
  private static func doubled(_ text: String, _ mark: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(scalar)
      if scalar == mark { result.append(mark) }
    }
    return String(result)
  }

  /// Words that one of the dialects keeps for itself.
  private static let reserved: Set<String> = [
    "abort", "all", "alter", "always", "analyse", "analyze", "and", "anti", "any", "array", "as",
    "asc", "asof", "asymmetric", "attach", "authorization", "autoincrement", "begin", "between",
    "binary", "both", "by", "cascade", "case", "cast", "check", "collate", "collation", "column",
    "commit", "concurrently", "conflict", "constraint", "create", "cross", "current_catalog",
    "current_date", "current_role", "current_schema", "current_time", "current_timestamp",
    "current_user", "database", "default", "deferrable", "deferred", "delete", "desc", "describe",
    "detach", "distinct", "do", "drop", "else", "end", "escape", "except", "exclude", "exclusive",
    "exists", "explain", "fail", "false", "fetch", "filter", "following", "for", "foreign",
    "freeze", "from", "full", "generated", "glob", "grant", "group", "groups", "having", "if",
    "ignore", "ilike", "immediate", "in", "index", "indexed", "initially", "inner", "insert",
    "instead", "intersect", "into", "is", "isnull", "join", "lambda", "lateral", "leading",
    "left", "like", "limit", "localtime", "localtimestamp", "materialized", "natural", "not",
    "nothing", "notnull", "null", "nulls", "offset", "on", "only", "or", "order", "others",
    "outer", "over", "overlaps", "partition", "pivot", "pivot_longer", "pivot_wider", "placing",
    "plan", "positional", "pragma", "preceding", "primary", "qualify", "raise", "range",
    "recursive", "references", "regexp", "reindex", "release", "rename", "replace", "restrict",
    "returning", "right", "rollback", "row", "rows", "savepoint", "select", "semi",
    "session_user", "set", "show", "similar", "some", "struct", "summarize", "symmetric",
    "system_user", "table", "tablesample", "temporary", "then", "ties", "to", "trailing",
    "transaction", "trigger", "true", "try_cast", "unbounded", "union", "unique", "unpivot",
    "update", "user", "using", "vacuum", "values", "variadic", "verbose", "virtual", "when",
    "where", "window", "with", "without",
  ]
}

/// A condition in SQL: true, false, or null where it is unknown.
struct SQLCondition: Equatable {
  var text: String
  /// Whether it stands beside `AND` and `OR` without brackets.
  var isSimple = true

  static let yes = SQLCondition(text: "TRUE")
  static let no = SQLCondition(text: "FALSE")
  static let unknown = SQLCondition(text: "CAST(NULL AS BOOLEAN)")

  /// The text as a part of a larger condition.
  var part: String { isSimple ? text : "(\(text))" }

  /// Kleene's and, which is SQL's.
  static func all(_ parts: [SQLCondition]) -> SQLCondition {
    joined(parts.filter { $0 != .yes }, by: " AND ", empty: .yes)
  }

  /// Kleene's or, which is SQL's.
  static func any(_ parts: [SQLCondition]) -> SQLCondition {
    joined(parts.filter { $0 != .no }, by: " OR ", empty: .no)
  }

  static func not(_ condition: SQLCondition) -> SQLCondition {
    if condition == .yes { return .no }
    if condition == .no { return .yes }
    return SQLCondition(text: "NOT " + condition.part, isSimple: false)
  }

  /// A test such as `IS NOT FALSE`, which is never null.
  func tested(_ test: String) -> SQLCondition { SQLCondition(text: "(\(text)) \(test)") }

  private static func joined(
    _ parts: [SQLCondition], by word: String, empty: SQLCondition
  ) -> SQLCondition {
    guard parts.count > 1 else { return parts.first ?? empty }
    return SQLCondition(text: parts.map(\.part).joined(separator: word), isSimple: false)
  }
}

/// One `SELECT`, a clause a line.
struct SQLSelection {
  var columns: [String]
  var from: String
  var joins: [String] = []
  var conditions: [String] = []
  var groups: [String] = []
  var window: String?
  var order: [String] = []
  var limit: String?

  var text: String {
    var lines = ["SELECT"]
    lines += columns.enumerated().map { at, column in
      "  " + column + (at + 1 < columns.count ? "," : "")
    }
    lines.append("FROM \(from)")
    lines += joins
    if !conditions.isEmpty { lines.append("WHERE " + conditions.joined(separator: " AND ")) }
    if !groups.isEmpty { lines.append("GROUP BY " + groups.joined(separator: ", ")) }
    if let window { lines.append("WINDOW " + window) }
    if !order.isEmpty { lines.append("ORDER BY " + order.joined(separator: ", ")) }
    if let limit { lines.append(limit) }
    return lines.joined(separator: "\n")
  }
}
