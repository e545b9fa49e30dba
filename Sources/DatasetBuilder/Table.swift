// A shipped table: its file's name, its columns, and its rows in key order.

/// A shipped table: its file's name, its columns, and its rows in key order.
struct Table: Equatable {
  let name: String
  let columns: [String]
  let rows: [[String]]

  /// Sorts the rows by their first columns, which are the key, and refuses a key that comes twice.
  init(_ name: String, columns: [String], key: Int = 1, rows: [[String]]) throws {
    self.name = name
    self.columns = columns
    self.rows = rows.sorted { before($0.prefix(key), $1.prefix(key)) }
    for (line, row) in self.rows.enumerated() where row.count != columns.count {
      throw BuildError(file: name, line: line + 2, reason: "\(row.count) cells in a row")
    }
    for index in self.rows.indices.dropFirst()
    where self.rows[index].prefix(key) == self.rows[index - 1].prefix(key) {
      let reason = "the key '\(self.rows[index].prefix(key).joined(separator: ","))' comes twice"
      throw BuildError(file: name, line: index + 2, reason: reason)
    }
  }

  /// The cells of one column, in row order.
  func cells(_ column: String) -> [String] {
    guard let index = columns.firstIndex(of: column) else { return [] }
    return rows.map { $0[index] }
  }
}

/// Compares two keys by their bytes, so that the order never depends on a locale.
private func before(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Bool {
  for (one, other) in zip(left, right) where one != other {
    return one.utf8.lexicographicallyPrecedes(other.utf8)
  }
  return false
}
