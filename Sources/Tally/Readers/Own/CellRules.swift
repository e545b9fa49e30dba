// What a declared column asks of each of its cells.

/// Makes the rules of declared columns.
enum CellRules {
  /// The rule of a column. Numbers are judged where they are read.
  static func rule(_ field: TableField) -> CellRule {
    let isRequired = field.isRequired
    guard field.words.isEmpty else {
      let words = Set(field.words)
      return CellRule(
        fault: { cell in
          let text = String(decoding: cell, as: UTF8.self)
          return words.contains(text) ? nil : "\"\(text)\" is not one of the declared words."
        }, isRequired: isRequired)
    }
    switch field.kind {
    case .boolean:
      let answers = answers(field)
      return rule("is neither yes nor no", isRequired) { answers.value($0) != nil }
    case .date, .datetime, .year, .yearmonth:
      return rule("is no date of the declared form", isRequired) { period($0, field) != nil }
    case .string, .number, .integer, .any:
      return CellRule(
        fault: { _ in nil }, isRequired: isRequired, isWholeOnly: field.kind == .integer)
    }
  }

  private static func rule(
    _ what: String, _ isRequired: Bool, _ fits: @escaping @Sendable (ArraySlice<UInt8>) -> Bool
  ) -> CellRule {
    CellRule(
      fault: { fits($0) ? nil : "\"\(String(decoding: $0, as: UTF8.self))\" \(what)." },
      isRequired: isRequired)
  }

  /// The words for yes and no of a declared column.
  static func answers(_ field: TableField) -> AnswerWords {
    guard field.yesWords.isEmpty, field.noWords.isEmpty else {
      return AnswerWords(yes: field.yesWords, no: field.noWords)
    }
    return AnswerWords(
      yes: ["true", "True", "TRUE", "1", "yes", "Yes", "YES", "y", "Y"],
      no: ["false", "False", "FALSE", "0", "no", "No", "NO", "n", "N"])
  }

  /// The days of a cell of a declared column.
  static func period(_ cell: ArraySlice<UInt8>, _ field: TableField) -> Period? {
    let cell = UnknownWords.trimmed(cell)
    switch field.kind {
    case .year:
      guard cell.count == 4, let year = Int(String(decoding: cell, as: UTF8.self)) else {
        return nil
      }
      return Period(year: year)
    case .datetime:
      // The day of a time: what follows it is left out, as the report says.
      return DateText.period(cell.prefix(10), .iso)
    case .date, .yearmonth, .string, .number, .integer, .boolean, .any:
      guard let order = DateText.order(format: field.format ?? "default") else { return nil }
      return DateText.period(cell, order)
    }
  }
}
