// A column of words as a pass over the file makes it, for the rows that one thread reads.

/// Reads cells as codes of distinct texts.
final class WordCells: @unchecked Sendable {
  /// The distinct cells.
  let words = WordTable()
  private let rule: CellRule?
  private let unknown: UnknownWords
  private let codes = RawList<UInt32>()
  /// For a declared column: what is wrong with each distinct cell.
  private(set) var faults: [Int: String] = [:]
  private var judged = 0

  init(_ task: ColumnTask) {
    rule = task.rule
    unknown = task.unknown
  }

  /// Adds the cells of a block.
  /// - Parameter fault: told the row within the block of a cell that does not fit a declared type.
  func add(_ block: CellBlock, rowBytes: (Int) -> Int, fault: (Int, String) -> Void) {
    codes.reserve(block.count)
    let start = codes.count
    if block.longest <= 8 {
      addShort(block, rowBytes)
    } else {
      addLong(block, rowBytes)
    }
    guard let rule else { return }
    judge(rule)
    guard !faults.isEmpty else { return }
    for row in 0..<block.count {
      if let what = faults[Int(codes[start + row])] { fault(row, what) }
    }
  }

  private func judge(_ rule: CellRule) {
    while judged < words.count {
      let cell = words.bytes(judged)
      if unknown.hasDeclared(cell) {
        if rule.isRequired { faults[judged] = CellRule.isMissing }
      } else if let what = rule.fault(cell) {
        faults[judged] = what
      }
      judged += 1
    }
  }

  /// Cells of at most eight bytes each: one word is the whole key.
  private func addShort(_ block: CellBlock, _ rowBytes: (Int) -> Int) {
    let (cells, lengths, words) = (block.cells, block.lengths, words)
    let into = codes.elements + codes.count
    for row in 0..<block.count {
      let key = CellKey(short: cells[row], lengths[row])
      into[row] = UInt32(
        truncatingIfNeeded: words.code(key, key.hash, cells[row], row: row, at: rowBytes))
    }
    codes.count &+= block.count
  }

  private func addLong(_ block: CellBlock, _ rowBytes: (Int) -> Int) {
    let (cells, lengths, words) = (block.cells, block.lengths, words)
    let into = codes.elements + codes.count
    for row in 0..<block.count {
      let length = lengths[row]
      if length <= 24 {
        let key = CellKey(cells[row], length)
        into[row] = UInt32(
          truncatingIfNeeded: words.code(key, key.hash, cells[row], row: row, at: rowBytes))
      } else {
        into[row] = UInt32(truncatingIfNeeded: words.code(cells[row], length, row: rowBytes(row)))
      }
    }
    codes.count &+= block.count
  }

  /// The codes of the rows since the last piece, without those that are dropped.
  func piece(dropping dropped: Set<Int>) -> Codes.Storage {
    defer { codes.count = 0 }
    if !dropped.isEmpty {
      var next = 0
      for row in 0..<codes.count where !dropped.contains(row) {
        codes.elements[next] = codes[row]
        next += 1
      }
      codes.count = next
    }
    let all = UnsafeBufferPointer(start: codes.elements, count: codes.count)
    if words.count <= 1 << 8 { return .bytes(all.map { UInt8(truncatingIfNeeded: $0) }) }
    if words.count <= 1 << 16 { return .shorts(all.map { UInt16(truncatingIfNeeded: $0) }) }
    return .words(Array(all))
  }
}
