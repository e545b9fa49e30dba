// Tables from bytes that the host has read: the library opens no file.

extension OwnTable {
  /// A table from the bytes of a CSV file, or one of its relatives.
  ///
  ///     let visits = try OwnTable("visits", csv: Array("county,visits\nExample,3\n".utf8))
  ///     try session.extend(by: OwnData(tables: [visits]))
  ///     let total = try session.figure("sum visits of visits").exactly()  // 3
  ///
  /// - Parameters:
  ///   - name: of the table in the language.
  ///   - bytes: of the file.
  ///   - options: what is known of it beforehand; the name is the one given here.
  ///   - workers: the threads that may be used.
  /// - Throws: `DatasetError` where there is no table, or where rows cannot be read and `isStrict`
  ///   is set. Rows that were left out stand in `unread`, and each answer over the table says so.
  /// - Complexity: O(bytes).
  public init(
    _ name: String, csv bytes: [UInt8], options: TableOptions? = nil, workers: Workers = .alone
  ) throws(DatasetError) {
    var options = options ?? TableOptions(name: name)
    options.name = name
    let loaded = try TableLoader.load(
      ByteSource(name: name, bytes: bytes), options, workers: workers)
    self.init(
      relation: loaded.relation, file: name, fingerprint: "sha256 " + SHA256.hex(bytes),
      unread: loaded.report.problemCount)
  }
}

extension Dataset {
  /// A dataset of the programmer's own rows, beside which there is nothing.
  ///
  ///     let data = try Dataset("import", asOf: today, relations: [towns])
  ///
  /// - Parameters:
  ///   - name: what answers call it.
  ///   - version: which state of it this is.
  ///   - asOf: the day that its answers speak of.
  ///   - relations: the rows; `Relation(_:rows:linked:)` makes them.
  ///   - sources: the documents that the schemas name, by their keys.
  /// - Throws: `DatasetError` with every fault that was found.
  /// - Complexity: O(values): its hash is that of its rows.
  public init(
    _ name: String, version: String = "1", asOf: Day, relations: [Relation] = [],
    sources: [String: SourceReference] = [:]
  ) throws(DatasetError) {
    try self.init(
      name: name, version: version, hash: RowHash.hex(relations), asOf: asOf,
      relations: relations, sources: sources)
  }
}

/// What tells rows from others: a hash over the names and all values.
private enum RowHash {
  static func hex(_ relations: [Relation]) -> String {
    var text = ""
    for relation in relations {
      text += "relation \(relation.schema.name) \(relation.count)\n"
      for (field, column) in zip(relation.schema.fields, relation.columns) {
        text += "field \(field.name)\n"
        for row in 0..<column.count { text += value(column, row) + "\n" }
      }
    }
    return SHA256.hex(Array(text.utf8))
  }

  private static func value(_ column: Column, _ row: Int) -> String {
    if column.none[row] { return "none" }
    switch column.values {
    case .answer(let codes, let grounds):
      let ground = grounds[codes[row]]
      return ground.value.rawValue + " " + (ground.reason ?? "") + " " + ground.basis
    case .history(let codes, let timelines, let grounds):
      return timelines[codes[row]].pieces.map { piece in
        let ground = grounds[Int(piece.ground)]
        return "\(piece.since.map(\.description) ?? "") \(ground.value.rawValue) \(ground.basis)"
      }.joined(separator: "; ")
    case .text, .number, .date, .link: break
    }
    if column.unknown[row] { return "unknown" }
    switch column.values {
    case .answer, .history: return ""
    case .text(let codes, let texts): return "\"" + texts[codes[row]]
    case .number(let low, let high): return "\(low[row]) \(high[row])"
    case .date(let first, let last): return "\(first[row]) \(last[row])"
    case .link(let rows): return "row \(rows[row])"
    }
  }
}
