// Some rows of a block as a list of their places: slots found, counted and added up place by place.

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
  static func slots<Code: FixedWidthInteger>(
    _ codes: Swift.Span<Code>, less least: UInt32, _ places: Swift.Span<UInt32>,
    _ slots: inout [UInt32]
  ) {
    var out = slots.mutableSpan
    for at in 0..<min(places.count, out.count) {
      out[unchecked: at] = UInt32(truncatingIfNeeded: codes[Int(places[at])]) &- least
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

  /// Adds up whole numbers of the places of a set.
  static func sum<Number: FixedWidthInteger>(
    _ values: Swift.Span<Number>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [Int]
  ) {
    var sums = sums.mutableSpan
    for at in 0..<min(places.count, slots.count) {
      let place = places[unchecked: at]
      let keep = 0 &- Int(truncatingIfNeeded: bit(rows, place))
      sums[Int(slots[unchecked: at])] &+= Int(truncatingIfNeeded: values[Int(place)]) & keep
    }
  }

  /// Adds up numbers of the places of a set, without error.
  static func sum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [ExactSum]
  ) {
    var sums = sums.mutableSpan
    for at in 0..<min(places.count, slots.count) {
      let place = places[unchecked: at]
      guard bit(rows, place) != 0 else { continue }
      sums[Int(slots[unchecked: at])].add(values[Int(place)])
    }
  }

  /// One where a row is in a set, else zero.
  @inline(__always)
  private static func bit(_ rows: Swift.Span<UInt64>, _ place: UInt32) -> UInt64 {
    rows[Int(place &>> 6)] &>> UInt64(place & 63) & 1
  }
}
