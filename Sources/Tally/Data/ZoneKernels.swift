// The least and the greatest of a block's values.

/// Loops over the values of a block.
enum ZoneKernels {
  /// The least and the greatest value; nil where there are none.
  /// - Parameter valued: a bit for each value that counts, 64 a word; nil where all count.
  static func ends<Value: Comparable & BitwiseCopyable>(
    _ values: Swift.Span<Value>, _ valued: ArraySlice<UInt64>?
  ) -> (least: Value, most: Value)? {
    guard let valued else { return all(values) }
    var found: (least: Value, most: Value)?
    for (at, word) in valued.enumerated() where word != 0 {
      let rows = at * 64..<min(at * 64 + 64, values.count)
      if word == .max {
        add(all(values.extracting(rows)), to: &found)
        continue
      }
      var rest = word
      while rest != 0 {
        let row = rows.lowerBound + rest.trailingZeroBitCount
        guard row < rows.upperBound else { break }
        add((values[row], values[row]), to: &found)
        rest &= rest &- 1
      }
    }
    return found
  }

  @inline(__always)
  private static func all<Value: Comparable & BitwiseCopyable>(
    _ values: Swift.Span<Value>
  ) -> (least: Value, most: Value)? {
    guard !values.isEmpty else { return nil }
    var (least, most) = (values[0], values[0])
    // Choices without a branch, so that several values are compared at once.
    for row in 1..<max(1, values.count) {
      let value = values[row]
      least = value < least ? value : least
      most = value > most ? value : most
    }
    return (least, most)
  }

  private static func add<Value: Comparable>(
    _ ends: (least: Value, most: Value)?, to found: inout (least: Value, most: Value)?
  ) {
    guard let ends else { return }
    found = (min(found?.least ?? ends.least, ends.least), max(found?.most ?? ends.most, ends.most))
  }
}
