// A grouped answer: what rows are divided by, and the numbers of each group.

/// The groups of a set and their numbers.
struct GroupPlan: Sendable, Equatable {
  /// What rows are grouped by.
  var grouping: Grouping
  /// The numbers of each group: one, or those of a table. All are of one set's base.
  var columns: [NamedMeasure]
  /// What each number is divided by once more, side by side; nil for nothing.
  var across: GroupKey?
  /// What the counts are parts of; nil where they are counts.
  var percent: Divisor?

  /// The keys, where groups are made of values.
  var keys: [GroupKey] {
    switch grouping {
    case .keys(let keys): keys
    case .rows: []
    }
  }
}

/// What rows are grouped by.
enum Grouping: Sendable, Equatable {
  /// Values of the rows, each with its name; without any, all rows are one group.
  case keys([GroupKey])
  /// Each row of another set, with the rows that are linked to it.
  case rows(of: SetPlan, Join)
}

/// A value that rows are grouped by.
struct GroupKey: Sendable, Equatable {
  var value: Value
  /// The column that it makes, under the name that stages know.
  var field: Field
}

/// A number of each group and the name of its column.
struct NamedMeasure: Sendable, Equatable {
  var name: String
  var measure: Measure
}

/// What counts are parts of.
enum Divisor: Sendable, Equatable {
  /// The ungrouped answer.
  case whole
  /// The answer of the group that has the same value of one key; the key of `across` comes after
  /// those of `by`.
  case group(key: Int)
}

extension Value {
  /// Whether it is the row that a link leads to.
  var isLink: Bool {
    if case .field(let reference) = self, case .link = reference.field.type { true } else { false }
  }

  /// The field that a value makes under a name.
  func field(named name: String) -> Field {
    if case .field(let reference) = self {
      var field = reference.field
      field.name = name
      return field
    }
    var unit = ("", "")
    if case .call(let function, _) = self { unit = (function.unit, function.unit) }
    if case .linked(_, let measure) = self { unit = (measure.unit.singular, measure.unit.plural) }
    let type: FieldType =
      switch kind {
      case .number: .number
      case .date: .date
      case .truth: .answer
      case .text: bands.map { .category($0.labels) } ?? .text
      }
    return Field(name, type, meaning: "a value of each row", unit: unit)
  }
}

extension Value {
  private var bands: NumberBands? {
    if case .bands(_, let bands) = self { bands } else { nil }
  }
}

extension Measure.Kind {
  /// Whether linked rows are counted or summed for each row.
  var countsLinks: Bool { value?.countsLinks ?? false }

  /// The value that is summarised; nil where nothing is.
  var value: Value? {
    if case .aggregate(_, let value) = self { value } else { nil }
  }

  /// Whether further rows can only add to the number.
  func keepsLow(isAmount: Bool) -> Bool {
    switch self {
    case .count: true
    case .share: false
    case .aggregate(let word, _): word == .sum && isAmount
    }
  }

  /// The word of the verb.
  var word: String {
    switch self {
    case .count: "count"
    case .share: "share"
    case .aggregate(let aggregator, _): aggregator.rawValue
    }
  }
}
