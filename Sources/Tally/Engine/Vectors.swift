// Values of all rows, as the evaluator passes them between its steps.

/// A number for each row, from `low` to `high`; a row that is unknown has no bounds.
struct NumberVector: Sendable {
  var low: Numbers
  var high: Numbers
  var unknown: Bitmap
  var none: Bitmap
}

extension NumberVector {
  /// Whether both ends are known as they are written: where not, sums of both are binary, so that
  /// ends that are one stay one.
  var areDecimals: Bool { low.decimals != nil && high.decimals != nil }

  /// Numbers that were computed.
  init(low: [Double], high: [Double], unknown: Bitmap, none: Bitmap) {
    let numbers = Numbers(low)
    self.init(
      low: numbers, high: high == low ? numbers : Numbers(high), unknown: unknown, none: none)
  }
}

extension NumberVector {
  /// Puts the ends of each row in their order, and makes unknown what is no number. An end may be
  /// without a bound: the low one is then negative infinity, the high one infinity.
  mutating func settle() {
    func isNoNumber(_ a: Double, _ b: Double) -> Bool {
      a.isNaN || b.isNaN || a == b && a.isInfinite
    }
    if low.indices.allSatisfy({ low[$0] <= high[$0] && !isNoNumber(low[$0], high[$0]) }) { return }
    var (least, most) = (Array(low), Array(high))
    for row in least.indices {
      if isNoNumber(least[row], most[row]) {
        unknown[row] = unknown[row] || !none[row]
        (least[row], most[row]) = (0, 0)
      } else if least[row] > most[row] {
        (least[row], most[row]) = (most[row], least[row])
      }
    }
    self = NumberVector(low: least, high: most, unknown: unknown, none: none)
  }
}

extension NumberVector {
  /// The numbers of the rows that a way leads to, which is known wherever there is one.
  func carried(along way: Gathered) -> NumberVector {
    let rows = way.rows
    func carried(_ numbers: Numbers) -> Numbers {
      switch numbers.storage {
      case .bytes(let values): Numbers(.bytes(rows.map { values[Int($0)] }), numbers.decimals)
      case .shorts(let values): Numbers(.shorts(rows.map { values[Int($0)] }), numbers.decimals)
      case .ints(let values): Numbers(.ints(rows.map { values[Int($0)] }), numbers.decimals)
      case .doubles(let values): Numbers(.doubles(rows.map { values[Int($0)] }), numbers.decimals)
      }
    }
    func carried(_ set: Bitmap) -> Bitmap {
      if set.isEmpty { return Bitmap(count: rows.count) }
      return Bitmap(count: rows.count) { !way.none[$0] && set[Int(rows[$0])] }
    }
    let least = carried(low)
    return NumberVector(
      low: least, high: low.isSame(as: high) ? least : carried(high), unknown: carried(unknown),
      none: way.none | carried(none))
  }
}

/// A text for each row, as a code into distinct texts.
struct TextVector: Sendable {
  var codes: Codes
  var texts: TextPool
  var unknown: Bitmap
  var none: Bitmap
}

extension TextVector {
  /// Texts that were computed.
  init(codes: Codes, texts: [String], unknown: Bitmap, none: Bitmap) {
    self.init(codes: codes, texts: TextPool(texts), unknown: unknown, none: none)
  }
}

/// A date for each row, from the first to the last day that it can mean.
struct DateVector: Sendable {
  var first: [Int32]
  var last: [Int32]
  var unknown: Bitmap
  var none: Bitmap
}

/// The rows that a chain of to-one links leads to.
struct Gathered: Sendable {
  /// The number of the target's row, for each row; means nothing where unknown or none.
  var rows: [Int32]
  var unknown: Bitmap
  var none: Bitmap
}

extension Gathered {
  /// Where one link leads that every row has; nil for another.
  init?(_ column: Column) {
    guard case .link(let rows) = column.values, column.isKnownEverywhere, column.appliesEverywhere
    else { return nil }
    self.init(rows: rows, unknown: column.unknown, none: column.none)
  }
}
