// The codes of some rows of a column as one reader made them, before those of all are joined.

/// The codes of some rows, as narrow as the distinct cells so far allow.
enum CodePiece: Sendable {
  case bits(TwoBitCodes)
  case bytes(PieceValues<UInt8>)
  case shorts(PieceValues<UInt16>)
  case words(PieceValues<UInt32>)

  /// Adds how often each code stands in a row.
  func count(_ counts: inout [Int]) {
    switch self {
    case .bits(let codes):
      for code in 0..<min(TwoBitCodes.most, counts.count) {
        codes.each(of: [code]) { word, _ in counts[code] += word.nonzeroBitCount }
      }
    case .bytes(let codes): CodePiece.count(codes, &counts)
    case .shorts(let codes): CodePiece.count(codes, &counts)
    case .words(let codes): CodePiece.count(codes, &counts)
    }
  }

  private static func count<Code: FixedWidthInteger>(
    _ codes: PieceValues<Code>, _ counts: inout [Int]
  ) {
    var sums = counts.mutableSpan
    let codes = codes.buffer.span
    for row in 0..<codes.count { sums[Int(truncatingIfNeeded: codes[row])] &+= 1 }
  }

  /// Appends which of the rows have a code that is marked.
  func append(to bits: inout MarkBits, _ marks: CodeMarks) {
    switch self {
    case .bits(let codes):
      let wanted = (0..<TwoBitCodes.most).filter { $0 < marks.table.count && marks.table[$0] == 1 }
      codes.each(of: wanted) { bits.append($0, rows: $1) }
    case .bytes(let codes): bits.append(codes.buffer.span, marks)
    case .shorts(let codes): bits.append(codes.buffer.span, marks)
    case .words(let codes): bits.append(codes.buffer.span, marks)
    }
  }

  /// Puts for each row what a table says of its code into memory, and counts them.
  ///
  /// Unsafe, for that memory has no values yet: it has room for the rows. The table has a place for
  /// each code.
  func map<Value: BitwiseCopyable>(
    _ values: UnsafeBufferPointer<Value>, _ into: UnsafeMutableBufferPointer<Value>,
    _ count: inout Int
  ) {
    guard let table = values.baseAddress, let start = into.baseAddress else { return }
    let own = start + count
    switch self {
    case .bits(let codes):
      for row in 0..<codes.rows { own[row] = table[codes[row]] }
      count += codes.rows
    case .bytes(let codes): count += CodePiece.map(codes, table, own)
    case .shorts(let codes): count += CodePiece.map(codes, table, own)
    case .words(let codes): count += CodePiece.map(codes, table, own)
    }
  }

  @inline(__always)
  private static func map<Code: FixedWidthInteger, Value: BitwiseCopyable>(
    _ codes: PieceValues<Code>, _ table: UnsafePointer<Value>, _ into: UnsafeMutablePointer<Value>
  ) -> Int {
    let (count, codes) = (codes.count, codes.start)
    for row in 0..<count { into[row] = table[Int(truncatingIfNeeded: codes[row])] }
    return count
  }
}
