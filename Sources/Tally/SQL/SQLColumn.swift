// What a statement needs to know of a column: its name there, and what may stand in it.

/// A column of a table of the statement's own: null where the value is unknown or none.
struct SQLColumn {
  /// Its name, without quotes. A second column, `…_none`, says where the field does not apply.
  var name: String
  var field: Field
  var mayBeNone: Bool
  var mayBeUnknown: Bool
  /// Whether each value is one number or day, and not one of several.
  var isExact: Bool
  /// The values that it may hold, of any row.
  var values: Column.Values
  /// For a link: whether unknown values have candidates, in a column `…_candidates`.
  var hasCandidates = false

  /// The names of the columns that hold it: two where it has two ends.
  var parts: [String] {
    guard case .date = values, !isExact else { return [name] }
    return [name, name + "_first", name + "_last"]
  }

  /// The names of all columns that go with it.
  var allParts: [String] {
    parts + (hasCandidates ? [name + "_candidates"] : []) + (mayBeNone ? [name + "_none"] : [])
  }
}

/// A number for each row, from `low` to `high`; null where it is unknown or none.
struct SQLNumber {
  var low: String
  var high: String
  /// Where it does not apply; nil for nowhere.
  var none: SQLCondition?
  var mayBeUnknown = true
  /// No value is further from zero than this, and none but zero is nearer to it than that: so that
  /// arithmetic never leaves the numbers that databases have.
  var largest = Double.infinity
  var smallest = 0.0
  /// How the numbers are written; nil where some are no decimals of fifteen digits.
  var decimals: Decimals?

  var isExact: Bool { low == high }
}

/// A text for each row; null where it is unknown or none.
struct SQLWords {
  var text: String
  var none: SQLCondition?
  var mayBeUnknown = true
  /// The texts that it may be, to know how they become small letters.
  var texts: [String]
  /// Whether the texts stand in the order of a list of their own.
  var isOrdered = false
}

/// A date for each row, as its first and last day; null where it is unknown or none.
struct SQLDate {
  var text: String
  var first: String
  var last: String
  var none: SQLCondition?
  var mayBeUnknown = true
}
