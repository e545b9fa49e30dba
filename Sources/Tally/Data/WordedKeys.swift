// Whole numbers that are keys: what rows are called is the text of the number.

/// Numbers as keys.
enum WordedKeys {
  /// A whole number as a key: `7`; nil for another.
  static func text(_ low: Double, _ high: Double) -> String? {
    guard low == high, low >= 0, low < 1e15, low == low.rounded() else { return nil }
    return String(Int(low))
  }

  /// The texts of a column of whole numbers, row by row; nil for a column of other values.
  /// - Complexity: O(rows).
  static func column(_ numbers: Column) -> Column? {
    guard case .number(let low, let high) = numbers.values else { return nil }
    var codes = [UInt32](repeating: 0, count: numbers.count)
    var texts: [String] = []
    var codeOf: [Double: UInt32] = [:]
    for row in codes.indices where numbers.isKnown(row) {
      guard let text = text(low[row], high[row]) else { return nil }
      let code = codeOf[low[row]] ?? UInt32(clamping: texts.count)
      if codeOf.updateValue(code, forKey: low[row]) == nil { texts.append(text) }
      codes[row] = code
    }
    return Column(
      .text(codes: Codes(words: codes), texts: TextPool(texts.isEmpty ? [""] : texts)),
      unknown: numbers.unknown, none: numbers.none)
  }

  /// A relation that a link leads to by a number, with the texts of the numbers as a field more,
  /// and the name of that field. Nil where it is led to by another field.
  static func named(
    _ relation: Relation, by field: String
  ) -> (relation: Relation, field: String)? {
    guard let at = relation.schema.field(field), let texts = column(relation.columns[at]) else {
      return nil
    }
    var schema = relation.schema
    let taken = Set(schema.fields.map(\.name) + schema.links.map(\.name))
    guard let name = [field + "_text", field + "_as_text"].first(where: { !taken.contains($0) })
    else { return nil }
    schema.fields.append(Field(name, .text, meaning: "the \(field) as text: what rows are called"))
    return (Relation(schema, WidenedRows(base: relation, last: texts)), name)
  }
}
