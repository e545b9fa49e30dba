// Values over the rows of one relation.

extension Evaluator {
  /// A number for each row.
  func numbers(_ value: Value) -> NumberVector {
    switch value {
    case .field(let field): numbers(field)
    case .number(let number): constant(number)
    case .arithmetic(let a, let operation, let b): combined(numbers(a), operation, numbers(b))
    case .call(let function, let arguments): called(function, arguments)
    case .linked(let join, let measure):
      engine.linkNumbers(join, measure, from: relation, number)
    case .text, .day, .condition, .bands: noNumbers
    }
  }

  private func constant(_ number: Double) -> NumberVector {
    let numbers = Numbers(repeating: number, count: relation.count)
    let nowhere = Bitmap(count: relation.count)
    return NumberVector(low: numbers, high: numbers, unknown: nowhere, none: nowhere)
  }

  private var noNumbers: NumberVector {
    let zeros = [Double](repeating: 0, count: relation.count)
    return NumberVector(
      low: zeros, high: zeros, unknown: Bitmap(count: relation.count, filled: true),
      none: Bitmap(count: relation.count))
  }

  private func numbers(_ field: FieldRef) -> NumberVector {
    let column = engine.column(field, of: relation)
    guard case .number(let low, let high) = column.values else { return noNumbers }
    guard !field.hops.isEmpty else {
      return NumberVector(low: low, high: high, unknown: column.unknown, none: column.none)
    }
    let way = engine.gather(field.hops, from: relation)
    let (unknown, none) = missing(column, way)
    return NumberVector(
      low: way.rows.map { low.isEmpty ? 0 : low[Int($0)] },
      high: way.rows.map { high.isEmpty ? 0 : high[Int($0)] }, unknown: unknown, none: none)
  }

  /// Interval arithmetic: the ends of the result over all ends of the operands. An end may be
  /// infinite, where no bound is proven. A division by an interval that holds zero is unknown, and
  /// so is a result of which neither end is proven; what is made of a value that does not apply
  /// does not apply either.
  private func combined(
    _ a: NumberVector, _ operation: Expr.Arithmetic, _ b: NumberVector
  ) -> NumberVector {
    func ends(_ a: Numbers, _ b: Numbers) -> Numbers { DecimalColumns.combined(a, operation, b) }
    var (low, high): (Numbers, Numbers)
    if a.low.isSame(as: a.high), b.low.isSame(as: b.high) {
      low = ends(a.low, b.low)
      high = low
    } else {
      switch operation {
      case .plus: (low, high) = (ends(a.low, b.low), ends(a.high, b.high))
      case .minus: (low, high) = (ends(a.low, b.high), ends(a.high, b.low))
      case .times, .over:
        let corners = [
          ends(a.low, b.low), ends(a.low, b.high), ends(a.high, b.low), ends(a.high, b.high),
        ]
        func each(_ pick: (Double, Double) -> Double) -> Numbers {
          Numbers(
            (0..<relation.count).map { row in
              pick(pick(corners[0][row], corners[1][row]), pick(corners[2][row], corners[3][row]))
            })
        }
        (low, high) = (each(min), each(max))
      }
    }
    let isOpen = Bitmap(count: relation.count) { row in
      if operation == .over, b.low[row] <= 0, b.high[row] >= 0 { return true }
      let isEndless = !low[row].isFinite && !high[row].isFinite
      return isEndless || low[row] == .infinity || high[row] == -.infinity
    }
    let none = a.none | b.none
    return NumberVector(
      low: low, high: high, unknown: (a.unknown | b.unknown | isOpen) - none, none: none)
  }

  private func called(_ function: ScalarFunction, _ arguments: [Value]) -> NumberVector {
    var numbers = ends(function, arguments)
    // A function of somebody else's may fall, or give no number.
    numbers.settle()
    return numbers
  }

  private func ends(_ function: ScalarFunction, _ arguments: [Value]) -> NumberVector {
    switch function.kind {
    case .dateToNumber(let body):
      let dates = dates(arguments[0])
      return NumberVector(
        low: dates.first.map { body(Day(number: $0)) },
        high: dates.last.map { body(Day(number: $0)) }, unknown: dates.unknown, none: dates.none)
    case .datesToNumber(let body):
      let (a, b) = (dates(arguments[0]), dates(arguments[1]))
      func ends(_ a: [Int32], _ b: [Int32]) -> [Double] {
        zip(a, b).map { body(Day(number: $0), Day(number: $1)) }
      }
      let none = a.none | b.none
      return NumberVector(
        low: ends(a.last, b.first), high: ends(a.first, b.last),
        unknown: (a.unknown | b.unknown) - none, none: none)
    case .numberToDigits(let body):
      let digits = arguments.count > 1 ? arguments[1].digits ?? 0 : 0
      let numbers = numbers(arguments[0])
      return NumberVector(
        low: numbers.low.map { body($0, digits) }, high: numbers.high.map { body($0, digits) },
        unknown: numbers.unknown, none: numbers.none)
    case .textToText, .numberToBand: return noNumbers
    }
  }

  /// A text for each row: of text and category fields, and the key of what a link leads to.
  func texts(_ value: Value) -> TextVector {
    switch value {
    case .field(let field): return texts(field)
    case .text(let text):
      return TextVector(
        codes: Codes(repeating: 0, count: relation.count), texts: [text],
        unknown: Bitmap(count: relation.count), none: Bitmap(count: relation.count))
    case .call(let function, let arguments):
      var texts = texts(arguments[0])
      if case .textToText(let body) = function.kind {
        texts.texts = TextPool(texts.texts.map(body))
      }
      return texts
    case .bands(let inner, let bands): return texts(inner, bands)
    case .number, .arithmetic, .day, .linked, .condition: return noTexts
    }
  }

  /// The band of each number; not known where an interval goes over an edge.
  private func texts(_ value: Value, _ bands: NumberBands) -> TextVector {
    let numbers = numbers(value)
    let places = numbers.low.map(bands.place)
    let isSplit = Bitmap(count: relation.count) { places[$0] != bands.place(numbers.high[$0]) }
    return TextVector(
      codes: Codes(places), texts: bands.labels,
      unknown: numbers.unknown | (isSplit - numbers.none), none: numbers.none)
  }

  private var noTexts: TextVector {
    TextVector(
      codes: Codes(repeating: 0, count: relation.count), texts: [""],
      unknown: Bitmap(count: relation.count, filled: true), none: Bitmap(count: relation.count))
  }

  private func texts(_ field: FieldRef) -> TextVector {
    if let aspect = field.aspect { return aspects(aspect, field) }
    let column = engine.column(field, of: relation)
    if case .link(let rows) = column.values, case .link(let target) = field.field.type {
      return linkTexts(field, column, rows, target)
    }
    guard case .text(let codes, let texts) = column.values else { return noTexts }
    guard !field.hops.isEmpty else {
      return TextVector(codes: codes, texts: texts, unknown: column.unknown, none: column.none)
    }
    let way = engine.gather(field.hops, from: relation)
    let (unknown, none) = missing(column, way)
    return TextVector(
      codes: Codes(way.rows.map { codes.isEmpty ? 0 : codes[Int($0)] }), texts: texts,
      unknown: unknown,
      none: none)
  }

  /// What the grounds of an answer say, a word for each row.
  private func aspects(_ aspect: GroundAspect, _ field: FieldRef) -> TextVector {
    let column = engine.column(field, of: relation)
    guard case .answer(let codes, let grounds) = column.values else { return noTexts }
    let words = aspect.words(of: grounds)
    let places = grounds.map { ground in
      UInt32(aspect.word(of: ground).flatMap(words.firstIndex) ?? 0)
    }
    let (unknown, none) = missing(.field(field))
    let rows =
      field.hops.isEmpty
      ? Array(codes) : engine.gather(field.hops, from: relation).rows.map { at(codes, Int($0)) }
    return TextVector(
      codes: Codes(rows.map { places.isEmpty ? 0 : places[$0] }),
      texts: words.isEmpty ? [""] : words,
      unknown: unknown, none: none)
  }

  private func at(_ codes: Codes, _ row: Int) -> Int { codes.isEmpty ? 0 : codes[row] }

  private func linkTexts(
    _ field: FieldRef, _ column: Column, _ rows: [Int32], _ target: String
  ) -> TextVector {
    let texts = engine.keys(of: target)
    guard !field.hops.isEmpty else {
      return TextVector(
        codes: Codes(rows), texts: texts, unknown: column.unknown, none: column.none)
    }
    let way = engine.gather(field.hops, from: relation)
    let (unknown, none) = missing(column, way)
    return TextVector(
      codes: Codes(way.rows.map { rows.isEmpty ? 0 : rows[Int($0)] }), texts: texts,
      unknown: unknown, none: none)
  }

  /// A date for each row.
  func dates(_ value: Value) -> DateVector {
    if case .day(let day) = value { return dates(day) }
    guard case .field(let field) = value else { return noDates }
    let column = engine.column(field, of: relation)
    guard case .date(let first, let last) = column.values else { return noDates }
    guard !field.hops.isEmpty else {
      return DateVector(first: first, last: last, unknown: column.unknown, none: column.none)
    }
    let way = engine.gather(field.hops, from: relation)
    let (unknown, none) = missing(column, way)
    return DateVector(
      first: way.rows.map { first.isEmpty ? 0 : first[Int($0)] },
      last: way.rows.map { last.isEmpty ? 0 : last[Int($0)] }, unknown: unknown, none: none)
  }

  private func dates(_ day: Day) -> DateVector {
    let days = [Int32](repeating: day.number, count: relation.count)
    return DateVector(
      first: days, last: days, unknown: Bitmap(count: relation.count),
      none: Bitmap(count: relation.count))
  }

  private var noDates: DateVector {
    let zeros = [Int32](repeating: 0, count: relation.count)
    return DateVector(
      first: zeros, last: zeros, unknown: Bitmap(count: relation.count, filled: true),
      none: Bitmap(count: relation.count))
  }

  /// Where a value is not known, and where it does not apply.
  func missing(_ value: Value) -> (unknown: Bitmap, none: Bitmap) {
    switch value {
    case .field(let field):
      let column = column(field)
      guard !field.hops.isEmpty else { return (column.unknown, column.none) }
      return missing(column, engine.gather(field.hops, from: relation))
    case .call(let function, let arguments):
      if case .textToText = function.kind { return missing(arguments[0]) }
      let numbers = numbers(value)
      return (numbers.unknown, numbers.none)
    case .bands(let inner, let bands):
      let texts = texts(inner, bands)
      return (texts.unknown, texts.none)
    case .arithmetic, .linked:
      let numbers = numbers(value)
      return (numbers.unknown, numbers.none)
    case .condition(let condition):
      return (~map(condition).settled, Bitmap(count: relation.count))
    case .number, .text, .day: return (Bitmap(count: relation.count), Bitmap(count: relation.count))
    }
  }

  /// The column of a field. What is asked of an answer's ground is known wherever the ground is,
  /// and does not apply where the ground has no word for it.
  private func column(_ field: FieldRef) -> Column {
    var column = engine.column(field, of: relation)
    guard let aspect = field.aspect, case .answer(let codes, let grounds) = column.values else {
      return column
    }
    let isSaid = grounds.map { aspect.word(of: $0) != nil }
    column.unknown = Bitmap(count: codes.count)
    column.none = Bitmap(count: codes.count) { !isSaid[Int(codes[$0])] }
    return column
  }

  private func missing(_ column: Column, _ way: Gathered) -> (unknown: Bitmap, none: Bitmap) {
    let reached = ~(way.unknown | way.none)
    let unknown = Bitmap(count: relation.count) {
      reached[$0] && column.unknown[Int(way.rows[$0])]
    }
    let none = Bitmap(count: relation.count) { reached[$0] && column.none[Int(way.rows[$0])] }
    return (unknown | way.unknown, none | way.none)
  }
}
