// How many rows lead to each row: links counted, and numbers looked up by place.

/// Loops over the links of rows. A link is the number of a row; a negative one leads nowhere.
enum LinkKernels {
  /// How many rows of a set lead to each of so many rows.
  static func counts(
    _ rows: Swift.Span<UInt64>, _ links: Swift.Span<Int32>, _ count: Int
  ) -> [Int32] {
    var counts = [Int32](repeating: 0, count: count)
    var sums = counts.mutableSpan
    for word in 0..<min(rows.count, (links.count + 63) / 64) {
      var rest = rows[word]
      while rest != 0 {
        let row = word &* 64 &+ rest.trailingZeroBitCount
        rest &= rest &- 1
        let target = Int(links[row])
        if target >= 0 { sums[target] &+= 1 }
      }
    }
    return counts
  }

  /// Adds to each number the one of its place: the first of `numbers` is for place -1.
  static func add(
    _ numbers: Swift.Span<Int32>, at places: Swift.Span<Int32>, to counts: inout [Int32]
  ) {
    var sums = counts.mutableSpan
    for row in 0..<min(sums.count, places.count) {
      sums[row] &+= numbers[Int(places[row]) &+ 1]
    }
  }

  /// For each row whose link is known whether it leads into a set: 1 or 0.
  static func reached(_ links: Swift.Span<Int32>, _ set: Bitmap) -> [Int32] {
    var found = [Int32](repeating: 0, count: links.count)
    var out = found.mutableSpan
    let words = set.words
    let bits = words.span
    for row in 0..<links.count where links[row] >= 0 {
      let target = Int(links[row])
      out[row] = Int32(truncatingIfNeeded: bits[target >> 6] &>> UInt64(target & 63) & 1)
    }
    return found
  }
}
