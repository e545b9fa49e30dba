// A zone map: the least and the greatest value of each block of rows of a column that lies in order.

/// The values of the rows of one column as plain numbers.
enum PlainValues: Sendable {
  case codes(Codes)
  case numbers(Numbers)
  /// Days, or the numbers of linked rows.
  case whole([Int32])

  /// Whether two are one buffer.
  /// - Complexity: O(1).
  func isSame(as other: PlainValues) -> Bool {
    switch (self, other) {
    case (.codes(let a), .codes(let b)): a.isSame(as: b)
    case (.numbers(let a), .numbers(let b)): a.isSame(as: b)
    case (.whole(let a), .whole(let b)): Numbers.shareBuffer(a, b)
    case (.codes, _), (.numbers, _), (.whole, _): false
    }
  }

  /// How many rows there are.
  var count: Int {
    switch self {
    case .codes(let codes): codes.count
    case .numbers(let numbers): numbers.count
    case .whole(let numbers): numbers.count
    }
  }

  fileprivate subscript(row: Int) -> Double {
    switch self {
    case .codes(let codes): Double(codes[row])
    case .numbers(let numbers): numbers[row]
    case .whole(let numbers): Double(numbers[row])
    }
  }
}

/// Between which ends the values of each block of rows lie: a question whose answer these settle
/// need not look at the rows. Rows without a value are left out.
struct Zones: Sendable {
  /// How many rows a block has: what is tested at a time.
  static let blockRows = 65_536
  /// Columns of fewer rows are looked through in no time.
  static let leastRows = 4 * blockRows

  /// The ends of some values; the least above the most where there are none.
  struct Ends: Sendable, Equatable {
    var least = Double.infinity
    var most = -Double.infinity

    /// Takes a further value.
    mutating func add(_ value: Double) {
      least = min(least, value)
      most = max(most, value)
    }
  }

  /// The ends of each block.
  let ends: [Ends]

  /// The zones of values; nil where they do not lie in order, so that most blocks have values from
  /// everywhere and zones would settle nothing.
  /// - Parameter valued: the rows with a value; nil where all have one.
  /// - Complexity: O(rows) where a sample of them lies in order, else O(1).
  init?(_ values: PlainValues, valued: Bitmap?) {
    guard values.count >= Zones.leastRows, Zones.lieInOrder(values, valued) else { return nil }
    self.init(all: values, valued: valued)
  }

  /// The zones of values in any order.
  /// - Complexity: O(rows).
  init(all values: PlainValues, valued: Bitmap?) {
    let count = values.count
    ends = (0..<(count + Zones.blockRows - 1) / Zones.blockRows).map { block in
      let first = block * Zones.blockRows
      let rows = first..<min(first + Zones.blockRows, count)
      let words = valued.map { $0.words[first / 64..<(rows.upperBound + 63) / 64] }
      return Zones.ends(values, rows, words)
    }
  }

  private static func ends(
    _ values: PlainValues, _ rows: Range<Int>, _ valued: ArraySlice<UInt64>?
  ) -> Ends {
    switch values {
    case .codes(let codes):
      switch codes.storage {
      case .bytes(let codes): found(ZoneKernels.ends(codes.span.extracting(rows), valued))
      case .shorts(let codes): found(ZoneKernels.ends(codes.span.extracting(rows), valued))
      case .words(let codes): found(ZoneKernels.ends(codes.span.extracting(rows), valued))
      case .truth: Ends(least: 0, most: 2)
      }
    case .numbers(let numbers):
      switch numbers.storage {
      case .bytes(let numbers): found(ZoneKernels.ends(numbers.span.extracting(rows), valued))
      case .shorts(let numbers): found(ZoneKernels.ends(numbers.span.extracting(rows), valued))
      case .ints(let numbers): found(ZoneKernels.ends(numbers.span.extracting(rows), valued))
      case .doubles(let numbers):
        ZoneKernels.ends(numbers.span.extracting(rows), valued)
          .map { Ends(least: $0.least, most: $0.most) } ?? Ends()
      }
    case .whole(let numbers): found(ZoneKernels.ends(numbers.span.extracting(rows), valued))
    }
  }

  private static func found(_ ends: (least: some BinaryInteger, most: some BinaryInteger)?) -> Ends
  {
    ends.map { Ends(least: Double($0.least), most: Double($0.most)) } ?? Ends()
  }
}

extension Zones {
  /// A look at so many blocks, and so many rows of each.
  private static let sampledBlocks = 32
  private static let sampledRows = 8
  /// Values lie in order where of so many pairs of blocks one at least has no value in common.
  private static let pairs = 4

  /// Whether a sample of the rows lies in order: the values of a block apart from those of others,
  /// which no two samples of a shuffled column are, however its values are spread.
  private static func lieInOrder(_ values: PlainValues, _ valued: Bitmap?) -> Bool {
    let blocks = values.count / blockRows
    let looked = min(blocks, sampledBlocks)
    let samples = (0..<looked).map { number in
      var ends = Ends()
      let first = blocks * number / looked * blockRows
      for step in 0..<sampledRows {
        let row = first + (blockRows - 1) * step / (sampledRows - 1)
        if valued.map({ $0[row] }) ?? true { ends.add(values[row]) }
      }
      return ends
    }
    var apart = 0
    for (at, a) in samples.enumerated() {
      for b in samples[..<at] where a.most < b.least || b.most < a.least { apart += 1 }
    }
    return apart * pairs * 2 >= looked * (looked - 1)
  }
}
