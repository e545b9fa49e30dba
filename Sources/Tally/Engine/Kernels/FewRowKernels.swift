// Some rows of a block as a list of their places: slots found, counted and added up place by place.

internal import CBlockMasks

/// Loops over places of rows within a block. Each place has a slot; a row that is not in the set
/// that is asked for counts nothing, without a branch.
enum FewRowKernels {
  /// The places of the rows of a set, in order. A pointer, for the shim reads the words; there is
  /// room for what it writes.
  /// - Parameter places: grows where it is too short; what stands behind the last place is left.
  /// - Returns: how many there are.
  static func places(_ rows: Swift.Span<UInt64>, _ places: inout [UInt32]) -> Int {
    let room = BitKernels.population(rows) + Int(tally_places_ahead)
    if places.count < room { places = [UInt32](repeating: 0, count: room * 2) }
    return rows.withUnsafeBufferPointer { words in
      words.isEmpty ? 0 : Int(tally_places(words.baseAddress, Int64(words.count), &places))
    }
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
  /// Pointers, for the shim counts bits by the processor's instruction; it is told where each list
  /// ends.
  static func count(
    _ part: Swift.Span<UInt64>, of whole: Swift.Span<UInt64>, _ slots: Swift.Span<UInt32>,
    _ counts: inout [Int]
  ) {
    let words = Int64(min(part.count, whole.count))
    let counted = Int64(counts.count)
    part.withUnsafeBufferPointer { part in
      whole.withUnsafeBufferPointer { whole in
        slots.withUnsafeBufferPointer { slots in
          counts.withUnsafeMutableBufferPointer { counts in
            tally_count_among(
              part.baseAddress, whole.baseAddress, words, slots.baseAddress, Int64(slots.count),
              counts.baseAddress, counted)
          }
        }
      }
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

  /// Adds up decimals of the places of a set as the whole numbers that they are.
  static func sum(
    _ values: Swift.Span<Double>, _ decimals: Decimals, _ rows: Swift.Span<UInt64>,
    _ places: Swift.Span<UInt32>, _ slots: Swift.Span<UInt32>, _ sums: inout [Int]
  ) {
    var sums = sums.mutableSpan
    let power = decimals.power
    forEach(places, of: values) { at, place in
      let keep = 0 &- Int(truncatingIfNeeded: bit(rows, place))
      sums[Int(slots[at])] &+= Decimals.whole(values[Int(place)], power) & keep
    }
  }

  /// Adds up numbers of the places of a set, without error.
  static func sum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [ExactSum]
  ) {
    let count = min(places.count, slots.count)
    guard sums.count <= mostPairs, count > sums.count, rows.count * 64 >= values.count,
      sums.first?.isBinary ?? false
    else {
      return plainSum(values, rows, places, slots, &sums)
    }
    var pairs = [Int64](repeating: 0, count: 2 * sums.count)
    var at = 0
    while at < count {
      at = sum(values, rows, places, slots, behind: at, count, &pairs)
      // What does not fit is added by itself.
      if at < count { sums[Int(slots[at])].add(values[Int(places[at])]) }
      at += 1
    }
    for slot in sums.indices {
      let whole = Int128(pairs[2 * slot]) &<< 47
      sums[slot].add(fixed: whole &+ Int128(pairs[2 * slot + 1]))
    }
  }

  /// The same number by number, which it is held to.
  static func plainSum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, _ sums: inout [ExactSum]
  ) {
    var sums = sums.mutableSpan
    forEach(places, of: values) { at, place in
      if bit(rows, place) != 0 { sums[Int(slots[at])].add(values[Int(place)]) }
    }
  }

  /// Up to so many slots have pairs of whole numbers, which are cheap to make for a block.
  private static let mostPairs = 1 << 10

  /// Adds numbers as pairs of whole ones, and says where it stopped. Pointers, for the shim reads
  /// them; it is told how many values, places and slots there are, and leaves out what lies beyond.
  private static func sum(
    _ values: Swift.Span<Double>, _ rows: Swift.Span<UInt64>, _ places: Swift.Span<UInt32>,
    _ slots: Swift.Span<UInt32>, behind first: Int, _ count: Int, _ pairs: inout [Int64]
  ) -> Int {
    let slotCount = Int64(pairs.count / 2)
    let end = values.withUnsafeBufferPointer { values in
      rows.withUnsafeBufferPointer { rows in
        places.withUnsafeBufferPointer { places in
          slots.withUnsafeBufferPointer { slots in
            tally_sum_places(
              values.baseAddress, Int64(values.count), rows.baseAddress, places.baseAddress,
              slots.baseAddress, Int64(first), Int64(count), &pairs, slotCount)
          }
        }
      }
    }
    return Int(end)
  }

  /// How many places ahead the values are asked for.
  private static let ahead = Int(tally_fetched_ahead)

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
