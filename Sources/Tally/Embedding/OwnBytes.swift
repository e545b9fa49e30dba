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
    var bytes: [UInt8] = []
    for relation in relations {
      add("relation", relation.schema.name, "\(relation.count)", to: &bytes)
      for (field, column) in zip(relation.schema.fields, relation.columns) {
        add("field", field.name, to: &bytes)
        for row in 0..<column.count { add(column, row, to: &bytes) }
        for (row, targets) in column.candidates.sorted(by: { $0.key < $1.key }) {
          add("candidates", "\(row)", "\(targets.sorted())", to: &bytes)
        }
      }
    }
    return SHA256.hex(bytes)
  }

  /// Adds parts, each after its length, so that no part can be taken for two.
  private static func add(_ parts: String..., to bytes: inout [UInt8]) {
    for part in parts {
      bytes += Array("\(part.utf8.count):".utf8)
      bytes += Array(part.utf8)
    }
  }

  private static func add(_ column: Column, _ row: Int, to bytes: inout [UInt8]) {
    if column.none[row] { return add("none", to: &bytes) }
    switch column.values {
    case .answer(let codes, let grounds): add(grounds[codes[row]], to: &bytes)
    case .history(let codes, let timelines, let grounds):
      for piece in timelines[codes[row]].pieces {
        add("since", piece.since?.description ?? "", to: &bytes)
        add(grounds[Int(piece.ground)], to: &bytes)
      }
    case .text, .number, .date, .link:
      add(column.unknown[row] ? "unknown" : "known", value(column, row), to: &bytes)
    }
  }

  private static func add(_ ground: Ground, to bytes: inout [UInt8]) {
    add(ground.value.rawValue, ground.reason ?? "", ground.basis, to: &bytes)
    add(ground.confidence, ground.detail, "\(ground.sources.count)", to: &bytes)
    for source in ground.sources { add(source, to: &bytes) }
  }

  private static func value(_ column: Column, _ row: Int) -> String {
    guard !column.unknown[row] else { return "" }
    return switch column.values {
    case .answer, .history: ""
    case .text(let codes, let texts): texts[codes[row]]
    case .number(let low, let high): "\(low[row]) \(high[row])"
    case .date(let first, let last): "\(first[row]) \(last[row])"
    case .link(let rows): "\(rows[row])"
    }
  }
}
