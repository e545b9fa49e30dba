// duckdb: reads CSV files itself, and must be told that columns are text.

extension SQLDialect {
  /// DuckDB from 1.0 on.
  static let duckdb = SQLDialect(
    name: "duckdb",
    load: { table, _ in
      "CREATE TABLE \(table) AS FROM read_csv('DIR/data/\(table).csv', all_varchar = true);"
    })
}
