// One cell in words, for the formats that people read.

/// The text of a cell, with its role and a remark that may be left out where room is short.
struct CellText: Equatable {
  /// The value.
  var text: String
  /// What it is.
  var role: Role = .plain
  /// Why a value is unknown, in brackets; empty for none.
  var remark = ""

  /// The columns it takes, with its remark.
  var width: Int { TextWidth.of(text) + TextWidth.of(remark) }

  /// A cell of a column.
  init(_ cell: Cell, column: AnswerColumn, asOf: AnswerDate, marks: Marks) {
    switch cell {
    case .text(let words): self.init(CleanText.line(words), .value)
    case .number(let value): self.init(CellText.number(value, column), .number)
    case .percent(let value): self.init(NumberText.percent(value), .number)
    case .date(let date): self.init(CleanText.line(date), .value)
    case .answer(let isYes): self.init(isYes ? "yes" : "no", .value)
    case .figure(let figure) where figure.isOfNothing: self.init(marks.none, .muted)
    case .figure(let figure):
      let text = FigureText(figure: figure, asOf: asOf, marks: marks)
      self.init(text.cell(), figure.low == nil && figure.high == nil ? .unknown : .number)
      remark = text.ofKnown
    case .unknown(let reason):
      self.init("unknown", .unknown)
      if let reason, !reason.isEmpty { remark = " (" + CleanText.line(reason) + ")" }
    case .none: self.init(marks.none, .muted)
    }
  }

  /// A text with a role.
  init(_ text: String, _ role: Role = .plain) {
    self.text = text
    self.role = role
  }

  /// A number; that of a year or a code is a name and takes no separators. Four decimals keep a
  /// position to eleven metres.
  private static func number(_ value: Double, _ column: AnswerColumn) -> String {
    let decimals = max(1, min(4, NumberText.decimals(value)))
    return Field.nameUnits.contains(column.unit)
      ? NumberText.exact(value) : NumberText.number(value, decimals: decimals)
  }
}
