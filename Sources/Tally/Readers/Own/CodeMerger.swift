// The codes of several readers to those of a column: distinct cells in the order of the file.

/// The distinct cells of a column over all readers.
struct MergedWords {
  /// The most bytes of a column's distinct texts: where they end is said in four bytes.
  static let mostBytes = Int(UInt32.max)

  /// The cells in the order of the file, in UTF-8.
  private(set) var texts: TextPool
  /// For each reader: its codes as codes of the column.
  private let ranks: [[UInt32]]
  private let pieces: [(reader: Int, codes: CodePiece)]
  /// How many rows there are.
  let rows: Int

  /// The words of a task of a pass.
  init(
    _ result: PassResult, task: Int, encoding: TextEncoding
  ) throws(DatasetError) {
    pieces = result.pieces.compactMap { piece in
      piece.piece.codes[task].map { (piece.reader, $0) }
    }
    rows = result.rows
    let tables = result.readers.compactMap { $0.words[task]?.words }
    let all = MergedWords.unite(tables)
    ranks = all.ranks
    var arena: [UInt8] = []
    var ends: [UInt32] = []
    ends.reserveCapacity(all.order.count)
    for code in all.order {
      let cell = all.table.bytes(code)
      arena.append(contentsOf: encoding == .latin1 ? Windows1252.utf8(cell)[...] : cell)
      guard arena.count <= MergedWords.mostBytes else { throw MergedWords.isTooLong }
      ends.append(UInt32(truncatingIfNeeded: arena.count))
    }
    guard let texts = TextPool(arena: arena, ends: ends) else { throw MergedWords.isTooLong }
    self.texts = texts
  }

  static let isTooLong = DatasetError(faults: [
    "a column has more than 4 GB of distinct texts: leave it out of the file, or shorten its cells"
  ])

  /// One table of the cells of several, its codes in the order of first use, and for each table its
  /// codes' places in that order.
  private static func unite(
    _ tables: [WordTable]
  ) -> (table: WordTable, order: [Int], ranks: [[UInt32]]) {
    guard tables.count > 1 else {
      let table = tables.first ?? WordTable()
      let order = Array(0..<table.count)
      return (table, order, [order.map { UInt32($0) }])
    }
    let all = WordTable()
    var firsts: [Int] = []
    var own: [[Int]] = []
    for table in tables {
      let arena = PaddedBuffer(capacity: table.arena.count)
      table.arena.withUnsafeBufferPointer { bytes in
        if let base = bytes.baseAddress { arena.bytes.update(from: base, count: bytes.count) }
      }
      own.append(
        (0..<table.count).map { code in
          let cell = table.bytes(code)
          let found = all.code(arena.bytes + cell.startIndex, cell.count, row: 0)
          let first = table.firstRows[code]
          if found == firsts.count { firsts.append(first) }
          firsts[found] = min(firsts[found], first)
          return found
        })
    }
    let order = firsts.indices.sorted { firsts[$0] < firsts[$1] }
    var place = [UInt32](repeating: 0, count: order.count)
    for (rank, code) in order.enumerated() { place[code] = UInt32(rank) }
    return (all, order, own.map { $0.map { place[$0] } })
  }

  /// How often each code stands in a row.
  func histogram() -> [Int] {
    var own = ranks.map { [Int](repeating: 0, count: $0.count) }
    for piece in pieces { piece.codes.count(&own[piece.reader]) }
    var counts = [Int](repeating: 0, count: texts.count)
    for (reader, ranks) in ranks.enumerated() {
      for (code, rank) in ranks.enumerated() { counts[Int(rank)] += own[reader][code] }
    }
    return counts
  }

  /// The rows whose codes a table marks.
  func bitmap(_ isIn: [Bool]) -> Bitmap {
    guard isIn.contains(true) else { return Bitmap(count: rows) }
    var bits = MarkBits(rows: rows)
    for piece in pieces {
      let marked = CodeMarks(ranks[piece.reader].map { isIn[Int($0)] })
      piece.codes.append(to: &bits, marked)
    }
    return Bitmap(count: rows, padding: bits.words)
  }

  /// For each row what a table says of its code.
  func mapped<Value: BitwiseCopyable>(_ values: [Value]) -> [Value] {
    let own = ranks.map { ranks in ranks.map { values[Int($0)] } }
    // The column's memory has no values yet, and clearing it first would write it twice.
    return [Value](unsafeUninitializedCapacity: rows) { into, count in
      for piece in pieces {
        own[piece.reader].withUnsafeBufferPointer { piece.codes.map($0, into, &count) }
      }
    }
  }
}
