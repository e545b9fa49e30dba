// Which words of a table are yes and which are no.

/// The words for yes and no of a column.
struct AnswerWords: Sendable {
  private let yes: Set<[UInt8]>
  private let no: Set<[UInt8]>
  private let ignoresCase: Bool

  /// Words that the user declares; the usual ones where there are none.
  init(yes: [String] = [], no: [String] = []) {
    ignoresCase = yes.isEmpty && no.isEmpty
    self.yes = Set((ignoresCase ? ["yes", "y", "true"] : yes).map { Array($0.utf8) })
    self.no = Set((ignoresCase ? ["no", "n", "false"] : no).map { Array($0.utf8) })
  }

  /// The answer that a cell gives; nil where it gives none.
  func value(_ cell: ArraySlice<UInt8>) -> Truth? {
    let trimmed = UnknownWords.trimmed(cell)
    guard trimmed.count < 64 else { return nil }
    let word =
      ignoresCase ? trimmed.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : Array(trimmed)
    return yes.contains(word) ? .yes : no.contains(word) ? .no : nil
  }

  /// Whether all cells are answers. A single letter may be anything: `y` and `n` are answers where
  /// both stand in the column, or the longer words do.
  func areAll(_ cells: some Sequence<ArraySlice<UInt8>>) -> Bool {
    var letters: Set<UInt8> = []
    var hasWord = false
    for cell in cells {
      guard value(cell) != nil else { return false }
      let trimmed = UnknownWords.trimmed(cell)
      if trimmed.count == 1, let letter = trimmed.first {
        letters.insert(letter | 0x20)
      } else {
        hasWord = true
      }
    }
    return hasWord || letters.count == 2
  }
}
