// The columns of a file: their names there and in the language, and what is declared of each.

/// The columns of a file.
struct TableHeader {
  /// The names in the file; made up where it has none.
  let originals: [String]
  /// The names in the language.
  let names: [String]
  /// What is declared of each.
  let fields: [TableField?]
  /// The name of the field with the number of the row.
  let rowName: String

  /// The columns of a table.
  /// - Throws: `DatasetError` where the schema has columns that the file has not.
  init(
    _ sniffed: SniffedTable, _ options: TableOptions, _ encoding: TextEncoding, file: String
  ) throws(DatasetError) {
    let schema = options.schema?.fields ?? []
    var originals = sniffed.header.map { cell in
      let bytes = encoding == .latin1 ? Windows1252.utf8(cell[...]) : cell
      return String(decoding: UnknownWords.trimmed(bytes[...]), as: UTF8.self)
    }
    if !sniffed.format.hasHeader {
      for (number, field) in schema.enumerated() where number < originals.count {
        originals[number] = field.name
      }
    }
    let missing = schema.map(\.name).filter { !originals.contains($0) }
    guard missing.isEmpty else {
      throw DatasetError(
        faults: [
          "\(file): the schema has \(missing.joined(separator: ", ")), "
            + "but the file has only \(originals.joined(separator: ", "))"
        ])
    }
    fields = originals.map { name in schema.first { $0.name == name } }
    names = TableNames.of(originals)
    var used = Set(names)
    rowName = TableNames.unused(used.contains("row") ? "row_number" : "row", &used)
    self.originals = originals
  }

  /// What a person calls a column.
  func title(_ column: Int) -> String {
    let title = fields[column]?.title ?? originals[column]
    return title.isEmpty ? names[column] : title
  }

  /// What messages call the columns.
  var titles: [String] {
    originals.indices.map { originals[$0].isEmpty ? names[$0] : originals[$0] }
  }
}
