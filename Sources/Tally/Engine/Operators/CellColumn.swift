// The cells of one shown column.

/// Makes the cells of a value for the rows of a frame; the value is evaluated once.
struct CellColumn {
  let type: ColumnType
  let unit: String
  /// The figures that the cells are; nil for other cells.
  let figures: FigureColumn?
  private let make: (Int) -> Cell
  private let unknown: Bitmap
  private let none: Bitmap
  private let reasons: GroundColumn?

  /// The column of a value.
  init(_ engine: Executor, _ frame: Frame, _ value: Value) {
    let evaluator = engine.evaluator(of: frame)
    (unknown, none) = evaluator.missing(value)
    var reasons: GroundColumn?
    var unit = ""
    if case .call(let function, _) = value { unit = function.unit }
    if case .field(let field) = value {
      if frame.number != nil { reasons = GroundColumn(engine, field, frame.relation) }
      unit = field.field.unit.plural
    }
    if case .linked(let join, let measure) = value {
      figures = FigureColumn(
        field: value.field(named: ""),
        figures: engine.linkFigures(join, measure, from: frame.relation, frame.number).figures,
        isMade: true)
      unit = measure.unit.plural
    } else {
      figures = frame.figures(of: value)
    }
    self.unit = unit
    if let column = figures {
      (type, self.reasons) = (.figure, nil)
      make = { .figure(column.figures[$0]) }
      return
    }
    self.reasons = reasons
    switch value.kind {
    case .number:
      let numbers = evaluator.numbers(value)
      let isShare = unit == Field.fraction.plural
      type = isShare ? .percent : .number
      make = { CellColumn.number(numbers.low[$0], numbers.high[$0], isShare: isShare) }
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
    if let figures { return figures.isMade && none[row] ? .none : make(row) }
    if unknown[row] { return .unknown(reasons?.ground(row).reason) }
    return none[row] ? .none : make(row)
  }

  private static func number(_ low: Double, _ high: Double, isShare: Bool) -> Cell {
    guard low != high else { return isShare ? .percent(low) : .number(low) }
    let unit = Unit(isShare ? .share : .measure, singular: "", plural: "")
    return .figure(
      Figure(
        low: low.isFinite ? low : nil, high: high.isFinite ? high : nil, unknown: 0, base: 0,
        baseLow: 0, unit: unit, baseUnit: unit))
  }
}
