// Whole numbers that are keys: read as the texts that they are written as.

/// The rows of a relation with one of its columns replaced.
private struct ReplacedColumn: RowSource {
  let base: Relation
  let number: Int
  let column: Column

  var isReady: Bool { base.isRead }
  var width: Int? { base.columns.count }
  var numbered: Int? { base.numbered }

  func count() throws(DatasetError) -> Int { try made(base.count) }

  func column(_ number: Int) throws(DatasetError) -> Column {
    number == self.number ? column : try made(base.columns[number])
  }

  func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column? {
    try base.answers(number, on: day)
  }

  func doubtful() throws(DatasetError) -> Bitmap? { try made(base.doubtful) }

  private func made<Value>(_ value: Value) throws(DatasetError) -> Value {
    if let error = base.error { throw error }
    return value
  }
}

/// Numbers as keys.
enum WordedKeys {
  /// A whole number as a key: `7`; nil for another.
  static func text(_ low: Double, _ high: Double) -> String? {
    guard low == high, low >= 0, low < 1e15, low == low.rounded() else { return nil }
    return String(Int(low))
  }

  /// A relation one of whose fields, a whole number, is text: what rows are called is no amount.
  /// Nil where the field is another, or holds a number that is no key.
  /// - Complexity: O(rows).
  static func worded(_ relation: Relation, _ field: String) -> Relation? {
    guard let at = relation.schema.field(field) else { return nil }
    let numbers = relation.columns[at]
    guard case .number(let low, let high) = numbers.values else { return nil }
    var codes = [UInt32](repeating: 0, count: relation.count)
    var texts: [String] = []
    var codeOf: [Double: UInt32] = [:]
    for row in codes.indices where numbers.isKnown(row) {
      guard let text = text(low[row], high[row]) else { return nil }
      let code = codeOf[low[row]] ?? UInt32(clamping: texts.count)
      if codeOf.updateValue(code, forKey: low[row]) == nil { texts.append(text) }
      codes[row] = code
    }
    if texts.isEmpty { texts = [""] }
    var schema = relation.schema
    let old = schema.fields[at]
    schema.fields[at] = Field(
      old.name, .text, label: old.label, meaning: old.meaning, caveat: old.caveat,
      sources: old.sources)
    let column = Column(
      .text(codes: Codes(words: codes), texts: TextPool(texts)), unknown: numbers.unknown,
      none: numbers.none)
    return Relation(schema, ReplacedColumn(base: relation, number: at, column: column))
  }
}
