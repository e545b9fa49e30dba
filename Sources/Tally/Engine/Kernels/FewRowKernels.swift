// Some rows of a block as a list of their places: slots found, counted and added up place by place.

internal import CBlockMasks

/// Loops over places of rows within a block. Each place has a slot; a row that is not in the set
/// that is asked for counts nothing, without a branch.
enum FewRowKernels {
  /// The places of the rows of a set, in order.
  /// - Parameter places: has room for all of them and four more.
  /// - Returns: how many there are.
  static func places(_ rows: Swift.Span<UInt64>, _ places: inout [UInt32]) -> Int {
    var out = places.mutableSpan
    var count = 0
    for index in 0..<rows.count {
      var bits = rows[index]
      let first = UInt32(truncatingIfNeeded: index &* 64)
      let end = count &+ bits.nonzeroBitCount
      // Four at a time; what is written beyond the last one is written over.
      while count < end {
        for ahead in 0..<4 {
          out[count &+ ahead] = first &+ UInt32(truncatingIfNeeded: bits.trailingZeroBitCount & 63)
          bits &= bits &- 1
        }
        count &+= 4
      }
      count = end
    }
    return count
  }

  /// The slots of some places: their codes, less the least of them.
  static func slots<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Swift.Span<Code>, less least: UInt32, _ places: Swift.Span<UInt32>,
    _ slots: inout [UInt32]
  ) {
    var out = slots.mutableSpan
    forEach(places, of: codes) { at, place in
      out[at] = UInt32(truncatingIfNeeded: codes[Int(place)]) &- least
    }
  }

  /// What two sets say of each place: 0 for the first, 1 for the second, 2 for neither.
  static func answers(
    _ yes: Swift.Span<UInt64>, _ no: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: inout [UInt32]
  ) {
    var out = slots.mutableSpan
    for at in 0..<min(places.count, out.count) {
      let (isYes, isNo) = (bit(yes, places[at]), bit(no, places[at]))
      out[unchecked: at] = UInt32(truncatingIfNeeded: 2 &- (isYes &<< 1) &- (isNo & ~isYes))
    }
  }

  /// One slot for the places of a set.
  static func mark(
    _ rows: Swift.Span<UInt64>, with slot: UInt32, _ places: Swift.Span<UInt32>,
    _ slots: inout [UInt32]
  ) {
    var out = slots.mutableSpan
    for at in 0..<min(places.count, out.count) where bit(rows, places[at]) != 0 {
      out[unchecked: at] = slot
    }
  }

  /// Counts the places of a set.
  static func count(
    _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>, _ slots: Swift.Span<UInt32>,
    _ counts: inout [Int]
  ) {
    var sums = counts.mutableSpan
    for at in 0..<min(places.count, slots.count) {
      sums[Int(slots[unchecked: at])] &+= Int(truncatingIfNeeded: bit(rows, places[at]))
    }
  }

  /// Counts the places of a set that lies within the one whose places there are, and has few of
  /// its rows: the place of a row among all is how many bits of the whole stand before it.
  static func count(
    _ part: Swift.Span<UInt64>, of whole: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>,
    _ counts: inout [Int]
  ) {
    var sums = counts.mutableSpan
    var before = 0
    for index in 0..<min(part.count, whole.count) {
      let all = whole[index]
      var rest = part[index] & all
      while rest != 0 {
        let lower = (rest & (0 &- rest)) &- 1
        let place = before &+ (all & lower).nonzeroBitCount
        if place < slots.count { sums[Int(slots[place])] &+= 1 }
        rest &= rest &- 1
      }
      before &+= all.nonzeroBitCount
    }
  }

  /// Adds up whole numbers of the places of a set.
  static func sum<Number: FixedWidthInteger & BitwiseCopyable>(
    _ values: Swift.Span<Number>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [Int]
  ) {
    var sums = sums.mutableSpan
    forEach(places, of: values) { at, place in
      let keep = 0 &- Int(truncatingIfNeeded: bit(rows, place))
      sums[Int(slots[at])] &+= Int(truncatingIfNeeded: values[Int(place)]) & keep
    }
  }

  /// Adds up numbers of the places of a set, without error.
  static func sum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [ExactSum]
  ) {
    var sums = sums.mutableSpan
    forEach(places, of: values) { at, place in
      if bit(rows, place) != 0 { sums[Int(slots[at])].add(values[Int(place)]) }
    }
  }

  /// How many places ahead the values are asked for: they lie far apart, and memory takes longer
  /// than adding them up does.
  private static let ahead = 32

  /// Calls a closure for each place. A pointer, for the addresses of values to come: they are asked
  /// for there, and never read through it.
  @inline(__always)
  private static func forEach<Value: BitwiseCopyable>(
    _ places: Swift.Span<UInt32>, of values: Swift.Span<Value>, _ body: (Int, UInt32) -> Void
  ) {
    values.withUnsafeBufferPointer { memory in
      guard let base = memory.baseAddress else { return }
      let fetched = max(0, places.count - ahead)
      for at in 0..<fetched {
        tally_fetch(base + Int(places[unchecked: at &+ ahead]))
        body(at, places[unchecked: at])
      }
      for at in fetched..<places.count { body(at, places[unchecked: at]) }
    }
  }

  /// One where a row is in a set, else zero.
  @inline(__always)
  private static func bit(_ rows: Swift.Span<UInt64>, _ place: UInt32) -> UInt64 {
    rows[Int(place &>> 6)] &>> UInt64(place & 63) & 1
  }
}
