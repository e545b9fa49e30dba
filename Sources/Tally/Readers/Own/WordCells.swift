// A column of words as a pass over the file makes it, for the rows that one thread reads.

/// Reads cells as codes of distinct texts.
final class WordCells: @unchecked Sendable {
  /// The distinct cells.
  let words = WordTable()
  private let rule: CellRule?
  private let unknown: UnknownWords
  private let codes = RawList<UInt32>()
  /// What is wrong with distinct cells.
  private var faults: [Int: RecordFault] = [:]
  /// Whether there are cells with letters beyond ASCII that are UTF-8.
  private(set) var hasLetters = false
  private let isChecked: Bool
  private var judged = 0

  /// - Parameter isChecked: whether a cell that is not UTF-8 is a fault.
  init(_ task: ColumnTask, isChecked: Bool) {
    self.isChecked = isChecked
    rule = task.rule
    unknown = task.unknown
  }

  /// Adds the cells of a block.
  /// - Parameter fault: told the row within the block of a cell that does not fit.
  func add(_ block: CellBlock, rowBytes: (Int) -> Int, fault: (Int, RecordFault) -> Void) {
    codes.reserve(block.count)
    let start = codes.count
    if block.longest <= 8 {
      words.shortCodes(block, into: codes.elements + start, at: rowBytes)
    } else {
      words.codes(block, into: codes.elements + start, at: rowBytes)
    }
    codes.count &+= block.count
    if judged < words.count { judge() }
    guard !faults.isEmpty else { return }
    for row in 0..<block.count {
      if let what = faults[Int(codes[start + row])] { fault(row, what) }
    }
  }

  /// Looks at the distinct cells that are new.
  private func judge() {
    while judged < words.count {
      let cell = words.bytes(judged)
      if isChecked, cell.contains(where: { $0 >= 0x80 }) {
        if String(validating: cell, as: UTF8.self) == nil {
          faults[judged] = .encoding
        } else {
          hasLetters = true
        }
      }
      if let rule, faults[judged] == nil {
        if unknown.hasDeclared(cell) {
          if rule.isRequired { faults[judged] = .value(CellRule.isMissing) }
        } else if let what = rule.fault(cell) {
          faults[judged] = .value(what)
        }
      }
      judged += 1
    }
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
