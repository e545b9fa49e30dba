// postgres: compares text by its locale unless told otherwise, and rounds halves to even numbers.

extension SQLDialect {
  /// PostgreSQL from 12 on.
  static let postgres = SQLDialect(
    name: "postgres", ordered: { "\($0) COLLATE \"C\"" },
    rounded: { "CAST(round(CAST(\($0) AS NUMERIC)) AS DOUBLE PRECISION)" },
    load: { table, columns in
      "CREATE TABLE \(table) (\(columns.map { $0 + " text" }.joined(separator: ", ")));"
        + " \\copy \(table) FROM 'DIR/data/\(table).csv' CSV HEADER"
    })
}
