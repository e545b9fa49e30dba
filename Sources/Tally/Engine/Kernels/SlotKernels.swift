// Rows counted and added up by slot: a slot is a small number that each row has.

/// Loops over the rows of a block. A slot is below the number of counts or sums.
enum SlotKernels {
  /// Counts all rows. Two lists of counts take turns, for the next row is often of the same slot,
  /// and its count would have to wait.
  static func count(_ slots: Swift.Span<UInt32>, _ counts: inout [Int]) {
    var other = [Int](repeating: 0, count: counts.count)
    var first = counts.mutableSpan
    var second = other.mutableSpan
    var row = 0
    while row &+ 1 < slots.count {
      first[Int(slots[row])] &+= 1
      second[Int(slots[row &+ 1])] &+= 1
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
    for index in 0..<rows.count {
      var rest = rows[index]
      while rest != 0 {
        sums[Int(slots[index &* 64 &+ rest.trailingZeroBitCount])] &+= 1
        rest &= rest &- 1
      }
    }
  }

  /// Adds up whole numbers of the rows of a set.
  static func sum<Number: FixedWidthInteger>(
    _ values: Swift.Span<Number>, _ rows: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>,
    _ sums: inout [Int]
  ) {
    var sums = sums.mutableSpan
    for index in 0..<rows.count {
      var rest = rows[index]
      while rest != 0 {
        let row = index &* 64 &+ rest.trailingZeroBitCount
        sums[Int(slots[row])] &+= Int(truncatingIfNeeded: values[row])
        rest &= rest &- 1
      }
    }
  }

  /// Adds up numbers of the rows of a set, without error.
  static func sum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>,
    _ sums: inout [ExactSum]
  ) {
    var sums = sums.mutableSpan
    for index in 0..<rows.count {
      var rest = rows[index]
      while rest != 0 {
        let row = index &* 64 &+ rest.trailingZeroBitCount
        sums[Int(slots[row])].add(values[row])
        rest &= rest &- 1
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
    for row in 0..<min(words.count, yes.count &* 64) {
      let (word, bit) = (row &>> 6, UInt64(row & 63))
      let isYes = UInt32(truncatingIfNeeded: yes[word] &>> bit & 1)
      let isNo = UInt32(truncatingIfNeeded: no[word] &>> bit & 1)
      words[row] = 2 &- isYes &- isYes &- isNo
    }
  }
}
