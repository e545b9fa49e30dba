// The codes of several readers to those of a column: distinct cells in the order of the file.

/// The distinct cells of a column over all readers.
struct MergedWords {
  /// The most bytes of a column's distinct texts: where they end is said in four bytes.
  static let mostBytes = Int(UInt32.max)

  /// The cells in the order of the file, in UTF-8.
  private(set) var texts: TextPool
  /// For each reader: its codes as codes of the column.
  private let ranks: [[UInt32]]
  private let pieces: [(reader: Int, codes: Codes.Storage)]
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

  private static let isTooLong = DatasetError(faults: [
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

  /// Calls a closure with each row and its code, in order.
  @inline(__always)
  private func forEach(_ body: (_ row: Int, _ code: Int) -> Void) {
    var row = 0
    for piece in pieces {
      ranks[piece.reader].withUnsafeBufferPointer { ranks in
        switch piece.codes {
        case .bytes(let codes): for code in codes { body(row, Int(ranks[Int(code)])); row &+= 1 }
        case .shorts(let codes): for code in codes { body(row, Int(ranks[Int(code)])); row &+= 1 }
        case .words(let codes): for code in codes { body(row, Int(ranks[Int(code)])); row &+= 1 }
        case .truth: break
        }
      }
    }
  }

  /// How often each code stands in a row.
  func histogram() -> [Int] {
    var counts = [Int](repeating: 0, count: texts.count)
    counts.withUnsafeMutableBufferPointer { counts in forEach { counts[$1] &+= 1 } }
    return counts
  }

  /// The rows whose codes a table marks.
  func bitmap(_ isIn: [Bool]) -> Bitmap {
    guard isIn.contains(true) else { return Bitmap(count: rows) }
    var words = [UInt64](repeating: 0, count: (rows + 63) / 64)
    words.withUnsafeMutableBufferPointer { words in
      isIn.withUnsafeBufferPointer { isIn in
        forEach { row, code in words[row &>> 6] |= (isIn[code] ? 1 : 0) &<< UInt64(row & 63) }
      }
    }
    return Bitmap(count: rows, padding: words)
  }

  /// Two sets of rows at once: those whose codes a table marks with 1, and with 2.
  func bitmaps(_ marks: [UInt8]) -> (first: Bitmap, second: Bitmap) {
    var ones = [UInt64](repeating: 0, count: (rows + 63) / 64)
    var twos = ones
    ones.withUnsafeMutableBufferPointer { ones in
      twos.withUnsafeMutableBufferPointer { twos in
        marks.withUnsafeBufferPointer { marks in
          var (one, two) = (0 as UInt64, 0 as UInt64)
          forEach { row, code in
            let mark = UInt64(marks[code])
            let bit = UInt64(truncatingIfNeeded: row & 63)
            one |= (mark & 1) &<< bit
            two |= (mark &>> 1) &<< bit
            if bit == 63 {
              (ones[row &>> 6], twos[row &>> 6]) = (one, two)
              (one, two) = (0, 0)
            }
          }
          if rows & 63 != 0 { (ones[rows &>> 6], twos[rows &>> 6]) = (one, two) }
        }
      }
    }
    return (Bitmap(count: rows, padding: ones), Bitmap(count: rows, padding: twos))
  }

  /// For each row what a table says of its code.
  func mapped<Value: BitwiseCopyable>(_ values: [Value]) -> [Value] {
    [Value](unsafeUninitializedCapacity: rows) { into, count in
      values.withUnsafeBufferPointer { values in forEach { into[$0] = values[$1] } }
      count = rows
    }
  }
}
