// A table with a list in a cell, as a table with a record for each word of the list.

extension CSVTable {
  /// One record for each word of a cell, so that a fact that reaches many counties is written once
  /// and read as a row for each.
  ///
  /// - Parameters:
  ///   - column: the column with words and blanks between them.
  ///   - name: what it is called where it has one word.
  ///   - key: a first column that is added, where one is wanted: the record's number and the word,
  ///     as in `12/17031`.
  ///   - expand: what a word stands for; a state stands for its counties.
  /// - Returns: the table; empty where there is no such column.
  /// - Complexity: O(cells of the result).
  public func unnested(
    _ column: String, named name: String, key: String? = nil,
    expand: (String) -> [String] = { [$0] }
  ) -> CSVTable {
    guard count > 0, let at = texts(0).firstIndex(of: column) else { return CSVTable() }
    var table = CSVTable(arena: arena)
    if let key { table.appendCell(Array(key.utf8)) }
    for (number, title) in texts(0).enumerated() {
      table.appendCell(Array((number == at ? name : title).utf8))
    }
    table.endRecord()
    for record in 1..<count {
      for word in text(record, at).split(separator: " ").flatMap({ expand(String($0)) }) {
        if key != nil { table.appendCell(Array("\(record)/\(word)".utf8)) }
        for other in 0..<width(record) {
          if other == at {
            table.appendCell(Array(word.utf8))
          } else {
            table.endCell(range(record, other))
          }
        }
        table.endRecord()
      }
    }
    return table
  }
}
