// Columns that a stage adds to rows.

/// A column made of those that there are.
struct AddedColumn: Sendable, Equatable {
  /// What it holds.
  enum Content: Sendable, Equatable {
    /// A value of each row by itself.
    case value(Value)
    /// A value of each row among the others.
    case window(WindowFunction, of: Value)
  }

  /// What it is, under the name that later stages know.
  var field: Field
  var content: Content
  /// Whether it is a column of the answer, or only a part of one.
  var isShown: Bool

  /// What it is made of.
  var value: Value {
    switch content {
    case .value(let value), .window(_, of: let value): value
    }
  }
}

extension WindowFunction {
  /// The field that it makes of a value's.
  func field(of value: Value, named name: String) -> Field {
    switch kind {
    case .above: return value.field(named: name)
    case .part: return Field(name, .number, meaning: "a part of the total", unit: Field.fraction)
    case .place: return Field(name, .number, meaning: "a place among the rows")
    case .sum:
      return Field(
        name, .number, meaning: "the sum down to the row", unit: value.field(named: name).unit)
    }
  }
}

extension Value {
  /// The fields and the numbers of linked rows that it is made of.
  var leaves: [Value] {
    switch self {
    case .field, .linked: [self]
    case .number, .text, .day, .condition: []
    case .arithmetic(let a, _, let b): a.leaves + b.leaves
    case .call(_, let arguments): arguments.flatMap(\.leaves)
    case .bands(let inner, _): inner.leaves
    }
  }
}
