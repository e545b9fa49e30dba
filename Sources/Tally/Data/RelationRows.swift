// Relations of the programmer's own rows, value by value.

/// One value of a row.
public enum RowValue: Sendable, Equatable {
  /// Words: of a text, of a category, or the key of the row that a link leads to.
  case text(String)
  /// A number.
  case number(Double)
  /// A number that is only known to lie between two others.
  case range(Double, Double)
  /// A day, month or year.
  case date(Period)
  /// An answer.
  case yes
  /// An answer.
  case no
  /// A value that is not known; an answer may say why.
  case unknown(reason: String?)
  /// A value that does not apply.
  case none

  /// A value that is not known.
  public static let unknown = RowValue.unknown(reason: nil)
}

extension RowValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  /// A text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// A number.
  public init(integerLiteral number: Int) { self = .number(Double(number)) }
  /// A number.
  public init(floatLiteral number: Double) { self = .number(number) }
}

extension Relation {
  /// A relation of rows, each with a value for each field in the order of the schema.
  ///
  ///     let towns = try Relation(
  ///       RelationSchema(
  ///         "towns", singular: "town", meaning: "a made-up town", key: "name",
  ///         fields: [
  ///           Field("name", .text, meaning: "its name"),
  ///           Field(
  ///             "people", .number, meaning: "how many live there",
  ///             unit: ("person", "people")),
  ///           Field("has_jail", .answer, meaning: "whether it has a jail"),
  ///         ], shown: ["name", "people"]),
  ///       rows: [["Exampleton", 100, .yes], ["Sampleville", .unknown, .no]])
  ///
  /// - Parameters:
  ///   - schema: what a row is.
  ///   - rows: a value for each field, in the order of the schema.
  ///   - linked: the relations that its links lead to; a link is the key of a row there.
  /// - Throws: `DatasetError` with every value that does not fit its field.
  /// - Complexity: O(values).
  public init(
    _ schema: RelationSchema, rows: [[RowValue]], linked: [Relation] = []
  ) throws(DatasetError) {
    var faults = rows.indices.filter { rows[$0].count != schema.fields.count }.map {
      "\(schema.name): row \($0 + 1) has \(rows[$0].count) values for \(schema.fields.count) fields"
    }
    var columns: [Column] = []
    if faults.isEmpty {
      for (place, field) in schema.fields.enumerated() {
        var maker = ColumnMaker(
          schema: schema, field: field, values: rows.map { $0[place] }, linked: linked)
        columns.append(maker.column())
        faults += maker.faults
      }
    }
    if !faults.isEmpty { throw DatasetError(faults: faults) }
    self.init(schema: schema, count: rows.count, columns: columns)
  }
}

/// Makes one column of values; what does not fit becomes a fault, and the column goes on.
private struct ColumnMaker {
  let schema: RelationSchema
  let field: Field
  let values: [RowValue]
  let linked: [Relation]
  var faults: [String] = []

  mutating func column() -> Column {
    switch field.type {
    case .answer: answers()
    case .text: words()
    case .category(let words): category(words)
    case .number: numbers()
    case .date: dates()
    case .link(let target): links(to: target)
    }
  }

  /// A column whose missing values are those that say so.
  private func known(_ values: Column.Values) -> Column {
    Column(
      values,
      unknown: Bitmap(count: self.values.count) {
        if case .unknown = self.values[$0] { true } else { false }
      },
      none: Bitmap(count: self.values.count) { self.values[$0] == .none })
  }

  private func isMissing(_ value: RowValue) -> Bool {
    switch value {
    case .unknown, .none: true
    case .text, .number, .range, .date, .yes, .no: false
    }
  }

  private mutating func misfit(_ row: Int) {
    faults.append(
      "\(schema.name).\(field.name): the value of row \(row + 1) is not \(field.type.word)")
  }

  private mutating func answers() -> Column {
    var codes: [Int] = []
    var grounds = [Ground(value: .yes), Ground(value: .no)]
    var numbers = [grounds[0]: 0, grounds[1]: 1]
    for (row, value) in values.enumerated() {
      let ground: Ground
      switch value {
      case .yes: ground = grounds[0]
      case .no: ground = grounds[1]
      case .unknown(let reason): ground = Ground(value: .unknown, reason: reason)
      case .none: ground = Ground(value: .unknown, reason: "does not apply")
      case .text, .number, .range, .date:
        misfit(row)
        ground = Ground(value: .unknown)
      }
      if let code = numbers[ground] {
        codes.append(code)
      } else {
        numbers[ground] = grounds.count
        codes.append(grounds.count)
        grounds.append(ground)
      }
    }
    return .answers(Codes(codes), grounds: grounds)
  }

  private mutating func words() -> Column {
    var numbers: [String: Int] = [:]
    var distinct: [String] = []
    let codes = values.indices.map { row -> Int in
      guard case .text(let text) = values[row] else {
        if !isMissing(values[row]) { misfit(row) }
        return 0
      }
      if let number = numbers[text] { return number }
      numbers[text] = distinct.count
      distinct.append(text)
      return distinct.count - 1
    }
    let texts = TextPool(distinct.isEmpty ? [""] : distinct)
    return known(.text(codes: Codes(codes), texts: texts))
  }

  private mutating func category(_ words: [String]) -> Column {
    let codes = values.indices.map { row -> Int in
      if isMissing(values[row]) { return 0 }
      guard case .text(let text) = values[row], let code = words.firstIndex(of: text) else {
        misfit(row)
        return 0
      }
      return code
    }
    return known(.text(codes: Codes(codes), texts: TextPool(words)))
  }

  private mutating func numbers() -> Column {
    var low: [Double] = []
    var high: [Double] = []
    func append(_ least: Double, _ most: Double) {
      low.append(least)
      high.append(most)
    }
    for (row, value) in values.enumerated() {
      switch value {
      case .number(let number) where number.isFinite: append(number, number)
      case .range(let least, let most) where least <= most && (most - least).isFinite:
        append(least, most)
      case .unknown, .none: append(0, 0)
      case .text, .number, .range, .date, .yes, .no:
        misfit(row)
        append(0, 0)
      }
    }
    return known(.numbers(low, high))
  }

  private mutating func dates() -> Column {
    var first: [Int32] = []
    var last: [Int32] = []
    for (row, value) in values.enumerated() {
      if case .date(let period) = value {
        first.append(period.first.number)
        last.append(period.last.number)
      } else {
        if !isMissing(value) { misfit(row) }
        first.append(0)
        last.append(0)
      }
    }
    return known(.date(first: first, last: last))
  }

  private mutating func links(to target: String) -> Column {
    guard let relation = linked.first(where: { $0.schema.name == target }),
      case .text(let codes, let texts)? = relation.column(relation.schema.key)?.values
    else {
      faults.append(
        "\(schema.name).\(field.name): there are no \(target) among the linked relations")
      return known(.link(rows: values.map { _ in 0 }))
    }
    var rows: [String: Int] = [:]
    for (row, code) in codes.enumerated() { rows[texts[code]] = row }
    let found = values.indices.map { row -> Int32 in
      if isMissing(values[row]) { return 0 }
      guard case .text(let key) = values[row], let number = rows[key] else {
        misfit(row)
        return 0
      }
      return Int32(number)
    }
    return known(.link(rows: found))
  }
}
