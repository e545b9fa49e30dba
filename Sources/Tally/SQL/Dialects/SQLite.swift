// sqlite: no word for infinity; the shell's `.import` makes columns of text.

extension SQLDialect {
  /// SQLite from 3.30 on.
  static let sqlite = SQLDialect(
    name: "sqlite", infinity: "9e999",
    load: { table, _ in ".import --csv DIR/data/\(table).csv \(table)" })
}
