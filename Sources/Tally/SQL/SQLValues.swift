// Values in SQL: numbers and dates by their two ends, texts as they are.

extension SQLEmitter {
  // MARK: Numbers

  /// A number for each row.
  mutating func number(
    _ value: Value, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLNumber {
    switch value {
    case .field(let field):
      if let figure = scope.figure(value) { return figureEnds(figure) }
      return try number(try reach(field, &scope))
    case .number(let number): return constant(number)
    case .arithmetic(let a, let operation, let b):
      let (x, y) = (try number(a, &scope), try number(b, &scope))
      if case .number(let a) = a, case .number(let b) = b { return folded(a, operation, b) }
      return try combined(x, operation, y)
    case .call(let function, let arguments): return try called(function, arguments, &scope)
    case .linked: throw .countsLinks()
    case .text, .day, .condition, .bands: return unknownNumber
    }
  }

  private func constant(_ number: Double) -> SQLNumber {
    let text = SQLText.literal(number)
    return SQLNumber(
      low: text, high: text, mayBeUnknown: false, largest: abs(number),
      smallest: number == 0 ? 1 : abs(number), decimals: Decimals(of: [number]))
  }

  private var unknownNumber: SQLNumber {
    let text = "CAST(NULL AS DOUBLE PRECISION)"
    return SQLNumber(low: text, high: text, largest: 0, smallest: 1, decimals: .bytes)
  }

  /// Databases have whole numbers and decimals of their own: two literals are computed here.
  private func folded(_ a: Double, _ operation: Expr.Arithmetic, _ b: Double) -> SQLNumber {
    let isQuotient = operation == .over
    let result = isQuotient && b == 0 ? Double.nan : operation.of(a, b)
    return result.isFinite ? constant(result) : unknownNumber
  }

  private func number(_ reached: SQLReached) throws(SQLRefusal) -> SQLNumber {
    guard case .number(let low, let high) = reached.column.values else { return unknownNumber }
    let sizes = low.map(abs)
    return SQLNumber(
      low: reached.part(), high: reached.part(), none: reached.none,
      mayBeUnknown: reached.mayBeUnknown, largest: sizes.max() ?? 0,
      smallest: sizes.filter { $0 > 0 }.min() ?? 1,
      decimals: Decimals.ofBoth(low, high).flatMap {
        Decimals(places: Int($0.places), greatest: sizes.max() ?? 0)
      })
  }

  /// Interval arithmetic, as far as its ends are known without looking at each row.
  private func combined(
    _ a: SQLNumber, _ operation: Expr.Arithmetic, _ b: SQLNumber
  ) throws(SQLRefusal) -> SQLNumber {
    var result = SQLNumber(low: "", high: "", none: none(a.none, b.none))
    result.mayBeUnknown = a.mayBeUnknown || b.mayBeUnknown || operation == .over
    let rounding = 0x1p-54
    result.decimals = Decimals.combined(a.decimals, operation, b.decimals)
    func written(_ text: String) throws(SQLRefusal) -> String {
      try self.written(text, result.decimals)
    }
    switch operation {
    case .plus:
      result.low = try written("(\(a.low) + \(b.low))")
      result.high = a.isExact && b.isExact ? result.low : try written("(\(a.high) + \(b.high))")
      result.largest = a.largest + b.largest
      result.smallest = min(a.smallest, b.smallest) * rounding
    case .minus:
      result.low = try written("(\(a.low) - \(b.high))")
      result.high = a.isExact && b.isExact ? result.low : try written("(\(a.high) - \(b.low))")
      result.largest = a.largest + b.largest
      result.smallest = min(a.smallest, b.smallest) * rounding
    case .times, .over:
      guard a.isExact, b.isExact else {
        throw SQLRefusal("numbers known only between two ends are multiplied or divided")
      }
      let isProduct = operation == .times
      let text =
        isProduct ? try written("(\(a.low) * \(b.low))") : try quotient(a, b)
      (result.low, result.high) = (text, text)
      result.largest = isProduct ? a.largest * b.largest : a.largest / b.smallest
      result.smallest = isProduct ? a.smallest * b.smallest : a.smallest / b.largest
    }
    guard result.largest < 1e300, result.smallest > 1e-300 || result.largest == 0 else {
      throw .tooLarge()
    }
    return result
  }

  private mutating func called(
    _ function: ScalarFunction, _ arguments: [Value], _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLNumber {
    guard arguments.count == 1, let inner = arguments.first else {
      throw SQLRefusal("\(function.name) of several values has no word there")
    }
    switch function {
    case .year:
      let date = try date(inner, &scope)
      func year(_ day: String) -> String { "CAST(substr(\(day), 1, 4) AS DOUBLE PRECISION)" }
      return SQLNumber(
        low: year(date.first), high: year(date.last), none: date.none,
        mayBeUnknown: date.mayBeUnknown, largest: 9999, smallest: 1, decimals: .shorts)
    case .round:
      var number = try number(inner, &scope)
      let isExact = number.isExact
      number.low = dialect.rounded(number.low)
      number.high = isExact ? number.low : dialect.rounded(number.high)
      number.smallest = 1
      number.largest += 1
      number.decimals = Decimals(places: 0, greatest: number.largest)
      return number
    default: throw SQLRefusal("\(function.name) has no word there")
    }
  }

  func none(_ a: SQLCondition?, _ b: SQLCondition?) -> SQLCondition? {
    guard let a else { return b }
    guard let b else { return a }
    return a == b ? a : .any([a, b])
  }

  // MARK: Texts

  /// A text for each row: of text and category fields, and what a linked row is called.
  mutating func words(_ value: Value, _ scope: inout SQLScope) throws(SQLRefusal) -> SQLWords {
    switch value {
    case .field(let field): return try words(try reach(field, &scope), &scope)
    case .text(let text):
      return SQLWords(text: SQLText.literal(text), mayBeUnknown: false, texts: [text])
    case .call(let function, let arguments):
      guard function == .lower, let inner = arguments.first else {
        throw SQLRefusal("\(function.name) has no word there")
      }
      var words = try words(inner, &scope)
      words.text = try lowered(words)
      words.texts = words.texts.map { $0.lowercased() }
      words.isOrdered = false
      return words
    case .bands(let inner, let bands): return try self.bands(inner, bands, &scope)
    case .linked: throw .countsLinks()
    case .number, .arithmetic, .day, .condition:
      return SQLWords(text: "CAST(NULL AS TEXT)", texts: [])
    }
  }

  /// The band of each number.
  private mutating func bands(
    _ value: Value, _ bands: NumberBands, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLWords {
    let number = try number(value, &scope)
    guard number.isExact else { throw SQLRefusal("a number may lie in several bands") }
    var text = "CASE WHEN \(number.low) IS NULL THEN NULL"
    for (edge, label) in zip(bands.edges, bands.labels) {
      text += " WHEN \(number.low) < \(SQLText.literal(edge)) THEN \(SQLText.literal(label))"
    }
    text += " ELSE \(SQLText.literal(bands.labels.last ?? "")) END"
    return SQLWords(
      text: text, none: number.none, mayBeUnknown: number.mayBeUnknown, texts: bands.labels,
      isOrdered: true)
  }

  private mutating func words(
    _ reached: SQLReached, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> SQLWords {
    switch reached.column.values {
    case .text(_, let texts):
      var isOrdered = false
      if case .category = reached.column.field.type { isOrdered = true }
      return SQLWords(
        text: reached.part(), none: reached.none, mayBeUnknown: reached.mayBeUnknown,
        texts: Array(texts),
        isOrdered: isOrdered)
    case .link:
      guard case .link(let name) = reached.column.field.type,
        let target = dataset.relation(name)
      else { break }
      let label = try label(reached, target, &scope)
      return SQLWords(
        text: label.text, none: reached.none, mayBeUnknown: reached.mayBeUnknown,
        texts: label.texts)
    case .answer, .history, .number, .date: break
    }
    return SQLWords(text: "CAST(NULL AS TEXT)", texts: [])
  }

  /// What people call the row that a link leads to: `Cook County, IL`.
  private mutating func label(
    _ link: SQLReached, _ target: Int, _ scope: inout SQLScope
  ) throws(SQLRefusal) -> (text: String, texts: [String]) {
    let schema = dataset.relations[target].schema
    if schema.title == schema.key, schema.within == nil {
      guard case .text(_, let texts)? = dataset.relations[target].column(schema.key)?.values
      else { return (link.part(), []) }
      return (link.part(), Array(texts))
    }
    guard let title = schema.field(schema.title) else { throw SQLRefusal("a row has no name") }
    let row = try step(link, to: target, &scope)
    var name = row
    name.column = try tables.column(title, of: target)
    guard case .text(_, let texts) = name.column.values, !name.column.mayBeNone,
      !name.column.mayBeUnknown
    else { throw SQLRefusal("not every row of \(schema.name) has a name") }
    guard let within = schema.within, let at = schema.field(within),
      case .link(let outerName) = schema.fields[at].type, let outer = dataset.relation(outerName)
    else { return (name.part(), Array(texts)) }
    var place = row
    place.column = try tables.column(at, of: target)
    let (text, outerTexts) = try label(place, outer, &scope)
    return ("\(name.part()) || COALESCE(', ' || \(text), '')", texts + outerTexts)
  }

  /// A text in small letters. Databases agree on those of ASCII; the others are named.
  func lowered(_ words: SQLWords) throws(SQLRefusal) -> String {
    var capitals: Set<Unicode.Scalar> = []
    var hasCapital = false
    for text in words.texts {
      if text.count != text.unicodeScalars.count {
        throw SQLRefusal("a text that it compares has letters of several parts")
      }
      for scalar in text.unicodeScalars {
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        guard small.first != scalar || small.count > 1 else { continue }
        hasCapital = true
        guard !scalar.isASCII else { continue }
        if small.count > 1 { throw SQLRefusal("a letter that it compares has no small form") }
        capitals.insert(scalar)
      }
    }
    guard hasCapital else { return words.text }
    return capitals.sorted().reduce("lower(\(words.text))") { text, scalar in
      "replace(\(text), \(SQLText.literal(String(scalar))), "
        + "\(SQLText.literal(scalar.properties.lowercaseMapping)))"
    }
  }

  // MARK: Dates

  /// A date for each row.
  mutating func date(_ value: Value, _ scope: inout SQLScope) throws(SQLRefusal) -> SQLDate {
    let unknown = "CAST(NULL AS TEXT)"
    if case .day(let day) = value {
      let text = SQLText.literal(day.description)
      return SQLDate(text: text, first: text, last: text, mayBeUnknown: false)
    }
    guard case .field(let field) = value else {
      return SQLDate(text: unknown, first: unknown, last: unknown)
    }
    let reached = try reach(field, &scope)
    guard case .date = reached.column.values else {
      return SQLDate(text: unknown, first: unknown, last: unknown)
    }
    let isDay = reached.column.isExact
    return SQLDate(
      text: reached.part(), first: reached.part(isDay ? "" : "_first"),
      last: reached.part(isDay ? "" : "_last"), none: reached.none,
      mayBeUnknown: reached.mayBeUnknown)
  }
}
