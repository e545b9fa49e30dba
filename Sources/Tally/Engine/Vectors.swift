// Values of all rows, as the evaluator passes them between its steps.

/// A number for each row, from `low` to `high`; a row that is unknown has no bounds.
struct NumberVector: Sendable {
  var low: Numbers
  var high: Numbers
  var unknown: Bitmap
  var none: Bitmap
}

extension NumberVector {
  /// Numbers that were computed.
  init(low: [Double], high: [Double], unknown: Bitmap, none: Bitmap) {
    let numbers = Numbers(low)
    self.init(
      low: numbers, high: high == low ? numbers : Numbers(high), unknown: unknown, none: none)
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
