// How a column is read in one pass over the file, and what the pass learnt of it.

/// How the cells of a column are kept.
enum ColumnPlan: Equatable {
  /// As distinct texts with a code a row.
  case words
  /// As numbers; a cell that is none ends that.
  case numbers(NumberMarks)
  /// Not at all: an earlier pass has read it.
  case done
}

/// What is known of a column before a pass.
struct ColumnTask {
  /// The number of the column in the file.
  var column: Int
  var plan: ColumnPlan
  /// What is declared of it; a cell that does not fit makes its row a problem.
  var rule: CellRule?
  /// The words that are read as unknown among numbers.
  var unknown: UnknownWords
}

/// What a declared column asks of a cell; nil where it fits, else a full sentence's end.
struct CellRule: Sendable {
  /// What is wrong with a cell that is not an unknown word.
  var fault: @Sendable (ArraySlice<UInt8>) -> String?
  /// Whether an unknown value is a fault.
  var isRequired: Bool
  /// Whether a number must be whole.
  var isWholeOnly = false

  /// What is wrong with an unknown value where one is required.
  static let isMissing = "The value is unknown, but one is required."
}

/// Words that say that a value is not known.
struct UnknownWords: Sendable {
  /// The words that stand for unknown in any column.
  let declared: Set<[UInt8]>
  /// Whether the usual words count as well, where the column is otherwise typed.
  let takesUsual: Bool

  /// Declared words; where nothing is declared the usual ones count too.
  init(declared: [String], takesUsual: Bool) {
    self.declared = Set(declared.map { Array($0.utf8) })
    self.takesUsual = takesUsual
  }

  /// Whether a cell of a column of words is unknown.
  func hasDeclared(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.isEmpty || declared.contains(Array(cell))
      || declared.contains(Array(UnknownWords.trimmed(cell)))
      || UnknownWords.trimmed(cell).isEmpty
  }

  /// Whether a cell of a column of numbers, dates or answers is unknown.
  func has(_ cell: ArraySlice<UInt8>) -> Bool {
    hasDeclared(cell) || takesUsual && UnknownWords.isUsual(cell)
  }

  /// Whether a cell is one of the words that people write for unknown.
  static func isUsual(_ cell: ArraySlice<UInt8>) -> Bool {
    let word = trimmed(cell)
    guard let first = word.first, word.count <= longest, begins[Int(first | 0x20)] else {
      return false
    }
    return usual.contains(word.map { $0 | ($0 >= 0x41 && $0 <= 0x5A ? 0x20 : 0) })
  }

  /// A cell without blanks around it.
  static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var cell = cell
    while let first = cell.first, first == 0x20 || first == 0x09 { cell.removeFirst() }
    while let last = cell.last, last == 0x20 || last == 0x09 { cell.removeLast() }
    return cell
  }

  /// In small letters. `none` is not among them: it can mean zero, or does not apply.
  private static let usual: Set<[UInt8]> = Set(
    [
      "na", "n/a", "#na", "#n/a", "n.a.", "null", "nan", "nil", "-", "--", "–", "—", ".", "?",
      "unknown", "unk", "missing", "not available", "not known", "#value!", "#ref!", "#div/0!",
    ].map { Array($0.utf8) })
  private static let longest = 16
  /// For each byte whether one of the words begins with it, but for the bit that tells small
  /// letters: most cells are told from them all by it.
  private static let begins: [Bool] = {
    let firsts = Set(usual.compactMap { $0.first.map { $0 | 0x20 } })
    return (0...UInt8.max).map { firsts.contains($0) }
  }()
}
