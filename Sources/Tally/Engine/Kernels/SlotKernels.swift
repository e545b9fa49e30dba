// Rows counted and added up by slot: a slot is a small number that each row has.

/// Loops over the rows of a block. A slot is below the number of counts or sums.
enum SlotKernels {
  /// Lists of counts up to this long are cheap to make twice.
  private static let mostTwice = 1 << 12

  /// Counts all rows. Two lists of counts take turns, for the next row is often of the same slot,
  /// and its count would have to wait.
  static func count(_ slots: Swift.Span<UInt32>, _ counts: inout [Int]) {
    guard counts.count <= mostTwice else {
      var sums = counts.mutableSpan
      for row in 0..<slots.count { sums[Int(slots[row])] &+= 1 }
      return
    }
    var other = [Int](repeating: 0, count: counts.count)
    var first = counts.mutableSpan
    var second = other.mutableSpan
    var row = 0
    while row &+ 1 < slots.count {
      first[Int(slots[unchecked: row])] &+= 1
      second[Int(slots[unchecked: row &+ 1])] &+= 1
      row &+= 2
    }
    if row < slots.count { first[Int(slots[row])] &+= 1 }
    for slot in 0..<first.count { first[slot] &+= second[slot] }
  }

  /// Counts the rows of a set.
  static func count(
    _ rows: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>, _ counts: inout [Int]
  ) {
    var sums = counts.mutableSpan
    forEach(rows, whole: slots.count / 64) { row in
      sums[Int(slots[unchecked: row])] &+= 1
    } rest: { row in
      sums[Int(slots[row])] &+= 1
    }
  }

  /// Adds up whole numbers of the rows of a set.
  static func sum<Number: FixedWidthInteger>(
    _ values: Swift.Span<Number>, _ rows: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>,
    _ sums: inout [Int]
  ) {
    var sums = sums.mutableSpan
    forEach(rows, whole: min(values.count, slots.count) / 64) { row in
      sums[Int(slots[unchecked: row])] &+= Int(truncatingIfNeeded: values[unchecked: row])
    } rest: { row in
      sums[Int(slots[row])] &+= Int(truncatingIfNeeded: values[row])
    }
  }

  /// Adds up decimals of the rows of a set as the whole numbers that they are.
  static func sum(
    _ values: Swift.Span<Double>, _ decimals: Decimals, _ rows: Swift.Span<UInt64>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [Int]
  ) {
    var sums = sums.mutableSpan
    let power = decimals.power
    forEach(rows, whole: min(values.count, slots.count) / 64) { row in
      sums[Int(slots[unchecked: row])] &+= Decimals.whole(values[unchecked: row], power)
    } rest: { row in
      sums[Int(slots[row])] &+= Decimals.whole(values[row], power)
    }
  }

  /// Adds up numbers of the rows of a set, without error.
  static func sum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>,
    _ sums: inout [ExactSum]
  ) {
    var sums = sums.mutableSpan
    forEach(rows, whole: min(values.count, slots.count) / 64) { row in
      sums[Int(slots[unchecked: row])].add(values[unchecked: row])
    } rest: { row in
      sums[Int(slots[row])].add(values[row])
    }
  }

  /// Calls one of two closures for each row of a set, in order: the first for the rows of the first
  /// words, all 64 rows of which are there, so that it may leave out checks.
  @inline(__always)
  private static func forEach(
    _ rows: Swift.Span<UInt64>, whole: Int, _ body: (Int) -> Void, rest: (Int) -> Void
  ) {
    let whole = min(whole, rows.count)
    for index in 0..<whole {
      var bits = rows[index]
      while bits != 0 {
        body(index &* 64 &+ bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
    for index in whole..<rows.count {
      var bits = rows[index]
      while bits != 0 {
        rest(index &* 64 &+ bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
    }
  }

  /// Calls a closure for each row of a set, in order.
  @inline(__always)
  static func forEach(_ rows: Swift.Span<UInt64>, _ body: (Int) -> Void) {
    for index in 0..<rows.count {
      var rest = rows[index]
      while rest != 0 {
        body(index &* 64 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// The slots of a further key: each slot is divided into `distinct` ones.
  static func refine(_ slots: inout [UInt32], _ codes: Swift.Span<UInt32>, _ distinct: UInt32) {
    var words = slots.mutableSpan
    for row in 0..<min(codes.count, words.count) {
      words[row] = words[row] &* distinct &+ codes[row]
    }
  }

  /// Codes in four bytes, less the least of them.
  static func widen<Code: FixedWidthInteger>(
    _ codes: Swift.Span<Code>, less least: UInt32, _ out: inout [UInt32]
  ) {
    var words = out.mutableSpan
    for row in 0..<min(codes.count, words.count) {
      words[row] = UInt32(truncatingIfNeeded: codes[row]) &- least
    }
  }

  /// One code for the rows of a set.
  static func mark(_ rows: Swift.Span<UInt64>, with code: UInt32, _ out: inout [UInt32]) {
    var words = out.mutableSpan
    for index in 0..<rows.count {
      var rest = rows[index]
      while rest != 0 {
        words[index &* 64 &+ rest.trailingZeroBitCount] = code
        rest &= rest &- 1
      }
    }
  }

  /// 0 for the rows that are yes, 1 for no, 2 for neither.
  static func answers(
    _ yes: Swift.Span<UInt64>, _ no: Swift.Span<UInt64>, _ out: inout [UInt32]
  ) {
    var words = out.mutableSpan
    let whole = min(words.count / 64, yes.count, no.count)
    for word in 0..<whole {
      for part in 0..<8 {
        let digits = AnswerKernels.digits(yes[word], no[word], part)
        for row in 0..<8 {
          // There are 64 places for each word.
          words[unchecked: word &* 64 &+ part &* 8 &+ row] = UInt32(
            truncatingIfNeeded: digits &>> UInt64(truncatingIfNeeded: row &* 8) & 0xFF)
        }
      }
    }
    for row in (whole * 64)..<max(whole * 64, min(words.count, yes.count * 64)) {
      let digits = AnswerKernels.digits(yes[row / 64], no[row / 64], row % 64 / 8)
      words[row] = UInt32(
        truncatingIfNeeded: digits &>> UInt64(truncatingIfNeeded: row % 8 * 8) & 0xFF)
    }
  }
}
