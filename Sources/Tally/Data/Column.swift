// One field of all rows: typed values, with unknown and none kept apart.

/// The values of one field, a row each.
public struct Column: Sendable {
  /// The values, by type.
  public enum Values: Sendable, Equatable {
    /// An answer: a code into the grounds for each row.
    case answer(codes: Codes, grounds: [Ground])
    /// An answer at every date: a code into the distinct histories for each row. The engine never
    /// meets it: a dataset at a day has answers.
    case history(codes: Codes, timelines: [Timeline], grounds: [Ground])
    /// Words: a code into the distinct texts for each row.
    case text(codes: Codes, texts: TextPool)
    /// Numbers; an interval where `high` differs from `low`.
    case number(low: Numbers, high: Numbers)
    /// Dates, each from the first to the last day that it can mean.
    case date(first: [Int32], last: [Int32])
    /// A to-one link: the number of the linked row.
    case link(rows: [Int32])
  }

  /// The values; what stands at an unknown or none row means nothing.
  public var values: Values {
    didSet {
      kept = KeptAnswers()
      linkCodes = nil
    }
  }
  /// Rows whose value is not known.
  public var unknown: Bitmap
  /// Rows to which the field does not apply.
  public var none: Bitmap
  /// For a link: the only rows that an unknown value may lead to, where that is known.
  public var candidates: [Int: Set<Int32>]
  /// For a link that was made of few texts: their codes.
  private(set) var linkCodes: LinkCodes?
  private var kept: KeptAnswers

  /// A column.
  public init(
    _ values: Values, unknown: Bitmap, none: Bitmap, candidates: [Int: Set<Int32>] = [:]
  ) {
    self.values = values
    self.unknown = unknown
    self.none = none
    self.candidates = candidates
    kept = KeptAnswers()
  }

  /// A link with the codes that it was made of.
  init(links: [Int32], _ codes: LinkCodes?, unknown: Bitmap, none: Bitmap) {
    self.init(.link(rows: links), unknown: unknown, none: none)
    linkCodes = codes
  }

  /// The rows whose answer is yes, and those where it is no; nil where the values are no answers.
  var answered: (yes: Bitmap, no: Bitmap)? {
    guard case .answer(let codes, let grounds) = values else { return nil }
    if case .truth(let yes, let no) = codes.storage,
      grounds.map(\.value).starts(with: [.yes, .no, .unknown])
    {
      return (yes, no)
    }
    return kept.bitmaps {
      (
        codes.rows(of: grounds.map { $0.value == .yes }),
        codes.rows(of: grounds.map { $0.value == .no })
      )
    }
  }

  /// Whether no value is unknown.
  /// - Complexity: O(rows / 64); O(1) once it was asked.
  var isKnownEverywhere: Bool { kept.isEmpty(unknown) }

  /// Whether the field applies to each row.
  /// - Complexity: O(rows / 64); O(1) once it was asked.
  var appliesEverywhere: Bool { kept.isEmpty(none) }

  /// The zones of some of the column's values; nil where they are few, or do not lie in order.
  /// - Complexity: O(rows) where they lie in order, else O(1); O(1) once it was asked.
  func zones(of values: PlainValues) -> Zones? {
    guard count >= Zones.leastRows else { return nil }
    let isEverywhere = isKnownEverywhere && appliesEverywhere
    return kept.zones(of: values, without: [unknown, none]) {
      Zones(values, valued: isEverywhere ? nil : ~(unknown | none))
    }
  }

  /// How many rows there are.
  public var count: Int { unknown.count }

  /// Whether a row has a value: one that is known and applies.
  package func isKnown(_ row: Int) -> Bool { !unknown[row] && !none[row] }

  /// Whether each known value is one number or day, and not one of several.
  var isPrecise: Bool {
    switch values {
    case .number(let low, let high):
      low.isSame(as: high) || low.indices.allSatisfy { !isKnown($0) || low[$0] == high[$0] }
    case .date(let first, let last):
      Numbers.shareBuffer(first, last)
        || first.indices.allSatisfy { !isKnown($0) || first[$0] == last[$0] }
    case .answer, .history, .text, .link: true
    }
  }
}

extension Column: Equatable {
  /// Whether the values are the same, however they are held.
  public static func == (a: Column, b: Column) -> Bool {
    a.values == b.values && a.unknown == b.unknown && a.none == b.none
      && a.candidates == b.candidates
  }
}

extension Column {
  /// A column with a value in every row.
  public init(_ values: Values, count: Int) {
    self.init(values, unknown: Bitmap(count: count), none: Bitmap(count: count))
  }

  /// An answer column from a code for each row.
  public static func answers(_ codes: Codes, grounds: [Ground]) -> Column {
    let unknown = Bitmap(count: codes.count) { grounds[codes[$0]].value == .unknown }
    return Column(
      .answer(codes: codes, grounds: grounds), unknown: unknown, none: Bitmap(count: codes.count))
  }
}

extension Column.Values {
  /// Numbers that are precise, unless their high ends are given. Precise ones share one buffer.
  public static func numbers(_ low: [Double], _ high: [Double]? = nil) -> Column.Values {
    let numbers = Numbers(low)
    guard let high, high != low else { return .number(low: numbers, high: numbers) }
    return .number(low: numbers, high: Numbers(high))
  }
}
