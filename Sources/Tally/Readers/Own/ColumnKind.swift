// What the distinct cells of a column are: answers, numbers, dates or words.

/// The type of a column of words, found over all its distinct cells.
enum ColumnKind: Equatable {
  case answers
  case numbers(NumberMarks)
  case dates(DateOrder)
  case text

  /// The kind of some distinct cells, none of which is unknown, with the reason in words and, where
  /// the reader of a report should know more, a note.
  /// - Parameter mayBeNumbers: false where all cells were judged as numbers already, and are none.
  static func of(
    _ cells: [ArraySlice<UInt8>], _ options: TableOptions, delimiter: UInt8, mayBeNumbers: Bool
  ) -> (kind: ColumnKind, reason: String, note: String?) {
    guard !cells.isEmpty else { return (.text, "no cell has a value", nil) }
    if AnswerWords().areAll(cells) { return (.answers, "every known cell is yes or no", nil) }
    if mayBeNumbers, let found = numbers(cells, options, delimiter) { return found }
    let orders = DateOrder.allCases.filter { order in
      cells.allSatisfy { DateText.period(UnknownWords.trimmed($0), order) != nil }
    }
    if orders.count == 1, let order = orders.first {
      return (.dates(order), "every known cell is \(order.words)", nil)
    }
    if orders.count > 1 {
      return (
        .text, "its dates can mean month/day or day/month",
        "could be dates, but each can mean month/day or day/month: say which by a schema"
      )
    }
    return (.text, "not all cells are numbers, dates or answers", nil)
  }

  /// The most distinct cells that are looked at for the odd one.
  static let mostJudged = 10_000

  /// The first cell that is no date where most are, and else the first that is no number.
  static func odd(among cells: [ArraySlice<UInt8>]) -> String {
    let cells = cells.prefix(mostJudged).map { UnknownWords.trimmed($0) }
    func cell(_ cell: ArraySlice<UInt8>?, _ what: String) -> String {
      guard let cell else { return "" }
      let text = String(decoding: cell.prefix(40), as: UTF8.self)
      return "the cell \"\(text)\" is no \(what)"
    }
    let noDates = cells.filter { cell in
      !DateOrder.allCases.contains { DateText.period(cell, $0) != nil }
    }
    let noNumbers = cells.filter { NumberEvidence(of: $0).contains(.other) }
    if noDates.count <= noNumbers.count, noDates.count < cells.count {
      let formless = "its dates are of several forms"
      return noDates.isEmpty ? formless : cell(noDates.first, "date of a form that can be read")
    }
    return cell(noNumbers.first, "number")
  }

  private static func numbers(
    _ cells: [ArraySlice<UInt8>], _ options: TableOptions, _ delimiter: UInt8
  ) -> (kind: ColumnKind, reason: String, note: String?)? {
    var evidence: NumberEvidence = []
    for cell in cells {
      evidence.formUnion(NumberEvidence(of: UnknownWords.trimmed(cell)))
      if evidence.contains(.other) { return nil }
    }
    let decision = NumberDecision.of(
      evidence, declared: options.decimalComma, delimiter: delimiter, hasDecimalComma: false)
    switch decision {
    case .numbers(let marks): return (.numbers(marks), "every known cell is a number", nil)
    case .text(let why): return (.text, why, nil)
    }
  }
}

extension DateOrder {
  /// The order in words.
  var words: String {
    switch self {
    case .iso: "a date (year-month-day)"
    case .monthFirst: "a date (month/day/year)"
    case .dayFirst: "a date (day/month/year)"
    }
  }
}
