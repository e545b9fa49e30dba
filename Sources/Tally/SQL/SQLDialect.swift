// What databases say in different words; what they say alike is the emitter's.

/// A kind of SQL: the generic one, with the differences of one database. One file in `Dialects/`
/// and one word in `all`.
package struct SQLDialect: Sendable {
  /// Its word after `sql`.
  package let name: String
  /// A number beyond all others.
  var infinity = "CAST('Infinity' AS DOUBLE PRECISION)"
  /// A text that compares byte by byte, as tally's do.
  var ordered: @Sendable (String) -> String = { $0 }
  /// The nearest whole number; halves go away from zero.
  var rounded: @Sendable (String) -> String = { "round(\($0))" }
  /// How a file of the package becomes a table whose columns are all text.
  var load: @Sendable (_ table: String, _ columns: [String]) -> String

  /// Every dialect, the usual one first.
  package static let all: [SQLDialect] = [.sqlite, .duckdb, .postgres]

  /// The usual dialect where `name` is nil; nil where there is none of that name.
  static func named(_ name: String?) -> SQLDialect? {
    guard let name else { return .sqlite }
    return all.first { $0.name == name.lowercased() }
  }
}
