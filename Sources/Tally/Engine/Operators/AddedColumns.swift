// Columns added to rows: values of each row, and values of a row among the others.

extension Executor {
  /// Rows with further columns, each made of those before it.
  func added(
    _ frame: Frame, _ columns: [AddedColumn]
  ) throws(ExecutionError) -> Frame {
    var frame = frame
    for column in columns {
      guard !shouldStop() else { throw .stopped }
      append(made(column, frame), column, to: &frame)
    }
    return frame
  }

  /// A column as it is made.
  private struct MadeColumn {
    var values: Column
    var figures: [Figure]?
    /// What a total shows.
    var whole: Figure?
    /// Whether its figures are of bases: places are not, nor are values of another row.
    var hasBase = true
    var notes: [String] = []
  }

  private func append(_ made: MadeColumn, _ column: AddedColumn, to frame: inout Frame) {
    let at = frame.relation.columns.count
    var schema = frame.relation.schema
    schema.fields.append(column.field)
    frame.relation = Relation(
      schema: schema, count: frame.relation.count, columns: frame.relation.columns + [made.values])
    if let figures = made.figures {
      frame.figures[at] = FigureColumn(
        field: column.field, figures: figures, whole: made.whole, isMade: true,
        hasBase: made.hasBase)
    }
    frame.notes += made.notes
    guard column.isShown else { return }
    let field = FieldRef(hops: [], column: at, field: column.field, text: column.field.name)
    frame.columns.append(OutputColumn(name: column.field.name, value: .field(field)))
  }

  private func made(_ column: AddedColumn, _ frame: Frame) -> MadeColumn {
    switch column.content {
    case .value(let value):
      let rows = Array(0..<frame.relation.count)
      return MadeColumn(
        values: picked(value, rows, evaluator(of: frame)), figures: figures(of: value, frame),
        whole: frame.figures(of: value)?.whole)
    case .window(let function, let value):
      let window = Window(evaluator(of: frame).numbers(value), of: value, frame)
      switch function.kind {
      case .above: return above(value, frame)
      case .part:
        let (parts, note) = window.parts(named: column.field.name)
        let all = Figure(
          low: 1, high: 1, unknown: 0, base: frame.base, baseLow: frame.base,
          unit: Unit(.share, singular: "", plural: ""), baseUnit: frame.unit)
        var made = made(column, parts, value, frame)
        made.whole = window.hasTotal ? all : nil
        made.notes = [note]
        return made
      case .place:
        var made = made(column, window.places(), value, frame)
        made.hasBase = false
        made.notes = window.placeNotes(named: column.field.name)
        return made
      case .sum:
        var made = made(column, window.sums(), value, frame)
        made.figures = made.figures.map { Executor.summed($0, down: frame.rows) }
        made.notes = window.openNotes(named: column.field.name)
        return made
      }
    }
  }

  /// A column of numbers; of figures, where it is made of such.
  private func made(
    _ column: AddedColumn, _ numbers: NumberVector, _ value: Value, _ frame: Frame
  ) -> MadeColumn {
    let unit = column.field.unit
    let isShare = unit == Field.fraction
    let figures = source(of: value, frame).map { source in
      derived(
        numbers, from: source,
        unit: isShare
          ? { Unit(.share, singular: $0.baseUnit.singular, plural: $0.baseUnit.plural) }
          : { _ in Unit(.measure, singular: unit.singular, plural: unit.plural) })
    }
    return MadeColumn(
      values: Column(
        .number(low: numbers.low, high: numbers.high), unknown: numbers.unknown,
        none: numbers.none),
      figures: figures)
  }

  /// Sums have the bases and the unknown rows of all that they sum.
  private static func summed(_ figures: [Figure], down rows: [Int]) -> [Figure] {
    var summed = figures
    for (before, row) in zip(rows, rows.dropFirst()) {
      summed[row].unknown += summed[before].unknown
      summed[row].base += summed[before].base
      summed[row].baseLow += summed[before].baseLow
    }
    return summed
  }

  /// The value of the row above in each row.
  private func above(_ value: Value, _ frame: Frame) -> MadeColumn {
    var above = Array(0..<frame.relation.count)
    var isFirst = Bitmap(count: frame.relation.count, filled: true)
    for (row, next) in zip(frame.rows, frame.rows.dropFirst()) {
      above[next] = row
      isFirst[next] = false
    }
    var values = picked(value, above, evaluator(of: frame))
    values.none = values.none | isFirst
    values.unknown = values.unknown - isFirst
    let figures = figures(of: value, frame)
    return MadeColumn(
      values: values, figures: figures.map { own in above.map { own[$0] } },
      hasBase: false)
  }

  // MARK: Figures

  /// The figures that a value is, or is made of; nil where there are none in it.
  private func figures(of value: Value, _ frame: Frame) -> [Figure]? {
    if let own = frame.figures(of: value)?.figures { return own }
    if case .linked(let join, let measure) = value {
      return linkFigures(join, measure, from: frame.relation, frame.number).figures
    }
    guard case .number = value.kind, let source = source(of: value, frame) else { return nil }
    return derived(evaluator(of: frame).numbers(value), from: source) { _ in
      Unit(.measure, singular: "", plural: "")
    }
  }

  /// The first figures in a value: what is made of them is of the same base.
  private func source(of value: Value, _ frame: Frame) -> [Figure]? {
    for leaf in value.leaves {
      if let own = frame.figures(of: leaf)?.figures { return own }
      if case .linked(let join, let measure) = leaf {
        return linkFigures(join, measure, from: frame.relation, frame.number).figures
      }
    }
    return nil
  }

  private func derived(
    _ numbers: NumberVector, from source: [Figure], unit: (Figure) -> Unit
  ) -> [Figure] {
    source.indices.map { row in
      let isKnown = !numbers.unknown[row] && !numbers.none[row]
      let (low, high) = (numbers.low[row], numbers.high[row])
      return Figure(
        low: isKnown && low.isFinite ? low : nil, high: isKnown && high.isFinite ? high : nil,
        unknown: source[row].unknown, base: source[row].base, baseLow: source[row].baseLow,
        unit: unit(source[row]), baseUnit: source[row].baseUnit)
    }
  }
}

/// The numbers of a column and the rows among which they stand.
private struct Window {
  private let numbers: NumberVector
  private let frame: Frame
  /// The rows shown that have a value, and those that may belong.
  private let rows: [Int]
  private let open: [Int]
  /// What stands for a value that is not known.
  private let missing: Interval

  init(_ numbers: NumberVector, of value: Value, _ frame: Frame) {
    self.numbers = numbers
    self.frame = frame
    rows = frame.rows.filter { !numbers.none[$0] }
    open = frame.open.filter { !numbers.none[$0] }
    missing = value.isAmount ? .amount : .any
  }

  private func interval(_ row: Int) -> Interval {
    numbers.unknown[row]
      ? missing : Interval(low: numbers.low[row], high: numbers.high[row])
  }

  /// All rows of the answer, whatever was left out of it since.
  private var all: (rows: [Interval], open: [Interval]) {
    let all = frame.all ?? Frame.AllRows(rows: frame.rows, open: frame.open)
    func intervals(_ rows: [Int]) -> [Interval] {
      rows.filter { !numbers.none[$0] }.map(interval)
    }
    return (intervals(all.rows), intervals(all.open))
  }

  /// Whether there is a total that is more than nothing.
  var hasTotal: Bool { all.rows.contains { $0.low > 0 } && !hasNegatives }

  /// Whether a value is, or may be, below zero: then there is no whole that rows are parts of.
  private var hasNegatives: Bool {
    let all = all
    return (all.rows + all.open).contains { $0.low < 0 }
  }

  /// Each row's part of all, and what is said of it.
  func parts(named name: String) -> (NumberVector, note: String) {
    let all = all
    guard !hasNegatives else {
      return (vector([:]), "\(name): no total, for a value is negative, or may be")
    }
    let parts = Windows.parts(rows.map(interval), of: all.rows, optional: all.open)
    let total = all.rows.reduce(Interval(low: 0, high: 0), +)
    let most = all.open.reduce(total.high) { $0 + $1.high }
    let count = all.rows.count
    var words = NumberText.number(total.low)
    if most == .infinity {
      words = "at least " + words
    } else if most != total.low {
      words += " to " + NumberText.number(most)
    }
    let left = frame.all == nil ? "" : ", whatever was left out since"
    let unit = count == 1 ? frame.unit.singular : frame.unit.plural
    return (
      vector(Dictionary(uniqueKeysWithValues: zip(rows, parts))),
      "\(name) is of the total of \(NumberText.grouped(count)) \(unit)\(left): \(words)"
    )
  }

  /// Each row's place. Rows that may belong can come before it.
  func places() -> NumberVector {
    let places = Windows.places(rows.map(interval), optional: open.map(interval))
    let known = zip(rows, places).filter { !numbers.unknown[$0.0] }
    return vector(Dictionary(uniqueKeysWithValues: known.map { ($0.0, $0.1) }))
  }

  /// Which rows share a place, and which may yet come before others.
  func placeNotes(named name: String) -> [String] {
    let exact = rows.map(interval).filter { $0.low == $0.high }.map(\.low)
    let shared = Dictionary(exact.map { ($0, 1) }, uniquingKeysWith: +).values.filter { $0 > 1 }
    let ties = shared.reduce(0, +)
    let tied = "\(name): \(ties) \(frame.unit.plural) of equal values share the better place"
    let open =
      "\(name) allows for \(NumberText.grouped(frame.open.count)) more that may belong"
    return (ties > 0 ? [tied] : []) + (frame.open.isEmpty ? [] : [open])
      + shownNotes("\(name) is among")
  }

  /// The sum down to each row.
  func sums() -> NumberVector {
    vector(Dictionary(uniqueKeysWithValues: zip(rows, Windows.sums(rows.map(interval)))))
  }

  /// That rows which may belong, and those that were left out, are not in it.
  func openNotes(named name: String) -> [String] {
    guard !frame.open.isEmpty else { return shownNotes("\(name) is of") }
    let count = NumberText.grouped(frame.open.count)
    return ["\(name) is of the rows shown, without \(count) more that may belong"]
  }

  /// That rows were left out before the column was made; nothing where all are there.
  private func shownNotes(_ opening: String) -> [String] {
    guard let all = frame.all, frame.rows.count < all.rows.count else { return [] }
    return ["\(opening) the \(frame.unit.counted(frame.rows.count)) shown"]
  }

  /// Numbers of some rows; where there is none the value does not apply, and rows that are not
  /// shown have no number.
  private func vector(_ values: [Int: Interval?]) -> NumberVector {
    var low = [Double](repeating: 0, count: frame.relation.count)
    var high = low
    var unknown = Bitmap(count: low.count, filled: true) - numbers.none
    var none = numbers.none
    for (row, value) in values {
      guard let value else {
        none[row] = true
        unknown[row] = false
        continue
      }
      (low[row], high[row]) = (value.low, value.high)
      unknown[row] = value.isOpen
    }
    return NumberVector(low: low, high: high, unknown: unknown, none: none)
  }
}
