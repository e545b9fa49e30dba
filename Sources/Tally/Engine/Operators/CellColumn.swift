// The cells of one shown column.

/// Makes the cells of a value for the rows of a frame; the value is evaluated once.
struct CellColumn {
  let type: ColumnType
  let unit: String
  /// Whether the cells are the figures of groups.
  let isFigure: Bool
  private let make: (Int) -> Cell
  private let unknown: Bitmap
  private let none: Bitmap
  private let reasons: GroundColumn?
  /// Whether a figure of nothing is no value: a group's own figure says so itself.
  private let hidesNone: Bool

  /// The column of a value.
  init(_ engine: Executor, _ frame: Frame, _ value: Value) {
    let evaluator = engine.evaluator(of: frame)
    (unknown, none) = evaluator.missing(value)
    var reasons: GroundColumn?
    var unit = ""
    if case .linked = value { hidesNone = true } else { hidesNone = false }
    if case .call(let function, _) = value { unit = function.unit }
    if case .linked(let join, let measure) = value {
      let figures = engine.linkFigures(join, measure, from: frame.relation).figures
      (type, isFigure, self.unit, self.reasons) = (.figure, true, measure.unit.plural, nil)
      make = { .figure(figures[$0]) }
      return
    }
    if case .field(let field) = value {
      if frame.number != nil { reasons = GroundColumn(engine, field, frame.relation) }
      unit = field.field.unit.plural
      if frame.number == nil, field.hops.isEmpty, field.column == frame.relation.columns.count - 1 {
        let figures = frame.figures
        (type, isFigure, self.unit, self.reasons) = (.figure, true, unit, nil)
        make = { .figure(figures[$0]) }
        return
      }
    }
    (isFigure, self.unit, self.reasons) = (false, unit, reasons)
    switch value.kind {
    case .number:
      let numbers = evaluator.numbers(value)
      type = .number
      make = { CellColumn.number(numbers.low[$0], numbers.high[$0]) }
    case .date:
      let dates = evaluator.dates(value)
      type = .date
      make = { .date(Period.text(Day(number: dates.first[$0]), Day(number: dates.last[$0]))) }
    case .text(let isOrdered):
      let texts = evaluator.texts(value)
      type = isOrdered ? .category : .text
      make = { .text(texts.texts[Int(texts.codes[$0])]) }
    case .truth(let condition):
      let map = evaluator.map(condition)
      type = .answer
      make = { .answer(map.yes[$0]) }
    }
  }

  /// The cell of a row.
  func cell(_ row: Int) -> Cell {
    if isFigure { return hidesNone && none[row] ? .none : make(row) }
    if unknown[row] { return .unknown(reasons?.ground(row).reason) }
    return none[row] ? .none : make(row)
  }

  private static func number(_ low: Double, _ high: Double) -> Cell {
    guard low != high else { return .number(low) }
    let unit = Unit(.measure, singular: "", plural: "")
    return .figure(
      Figure(
        low: low.isFinite ? low : nil, high: high.isFinite ? high : nil, unknown: 0, base: 0, baseLow: 0, unit: unit,
        baseUnit: unit))
  }
}
