// A column of words as a pass over the file makes it, for the rows that one thread reads.

/// Reads cells as codes of distinct texts.
final class WordCells: @unchecked Sendable {
  /// The distinct cells.
  let words = WordTable()
  private let rule: CellRule?
  private let unknown: UnknownWords
  private let codes = NarrowCodes()
  /// What the pieces lie in.
  let memory = PieceMemory()
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

  /// Adds cells, at most as many as a block has.
  /// - Parameter fault: told the number of a cell that does not fit.
  func add(_ cells: some CellList, rowBytes: (Int) -> Int, fault: (Int, RecordFault) -> Void) {
    let short = words.shortCodes(cells, into: codes.block, at: rowBytes)
    words.codes(cells, from: short, into: codes.block, at: rowBytes)
    if judged < words.count { judge() }
    if !faults.isEmpty {
      for row in 0..<cells.count {
        if let what = faults[Int(codes.block[row])] { fault(row, what) }
      }
    }
    codes.append(cells.count, below: words.count)
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
  func piece(dropping dropped: Set<Int>) -> CodePiece {
    codes.take(dropping: dropped, below: words.count, into: memory)
  }
}
