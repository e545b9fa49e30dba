// A table with a list in a cell, as a table with a record for each word of the list.

extension CSVTable {
  /// One record for each word of a cell, so that a fact that reaches many counties is written once
  /// and read as a row for each.
  ///
  /// - Parameters:
  ///   - column: the column with words and blanks between them.
  ///   - name: what it is called where it has one word.
  ///   - key: a first column that is added: the record's number and the word, as in `12/17031`.
  ///   - expand: what a word stands for; a state stands for its counties.
  /// - Returns: the table; empty where there is no such column.
  /// - Complexity: O(cells of the result).
  public func unnested(
    _ column: String, named name: String, key: String, expand: (String) -> [String]
  ) -> CSVTable {
    guard count > 0, let at = texts(0).firstIndex(of: column) else { return CSVTable() }
    var table = CSVTable(arena: arena)
    table.appendCell(Array(key.utf8))
    for (number, title) in texts(0).enumerated() {
      table.appendCell(Array((number == at ? name : title).utf8))
    }
    table.endRecord()
    for record in 1..<count {
      for word in text(record, at).split(separator: " ").flatMap({ expand(String($0)) }) {
        table.appendCell(Array("\(record)/\(word)".utf8))
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

  /// The same table with a list's first word in its column and the other words in a new last one:
  /// a fact has one main source and may have more.
  /// - Complexity: O(cells).
  public func splitting(_ column: String, rest name: String) -> CSVTable {
    guard count > 0, let at = texts(0).firstIndex(of: column) else { return self }
    var table = CSVTable(arena: arena)
    for record in 0..<count {
      let cell = range(record, at)
      let blank = record == 0 ? nil : arena[cell].firstIndex(of: UInt8(ascii: " "))
      for other in 0..<width(record) {
        table.endCell(
          other == at ? cell.lowerBound..<(blank ?? cell.upperBound) : range(record, other))
      }
      if record == 0 {
        table.appendCell(Array(name.utf8))
      } else {
        table.endCell((blank.map { $0 + 1 } ?? cell.upperBound)..<cell.upperBound)
      }
      table.endRecord()
    }
    return table
  }
}
