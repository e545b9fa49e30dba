// A test of each row's value, as bits: one bit a row, lowest row in the lowest bit.

/// Loops that test the values of rows. The output has a word for each 64 rows; the bits behind the
/// last row are zero.
enum TestKernels {
  /// The rows whose value lies between two ends, both included.
  static func within<Number: FixedWidthInteger>(
    _ values: Swift.Span<Number>, _ low: Number, _ high: Number, _ out: inout [UInt64]
  ) where Number.Magnitude: FixedWidthInteger {
    guard low <= high else { return clear(&out) }
    // One comparison does for both ends: what is below the low one wraps around to the top.
    let width = Number.Magnitude(truncatingIfNeeded: high &- low)
    pack(values.count, &out) { row in
      Number.Magnitude(truncatingIfNeeded: values[unchecked: row] &- low) <= width
    }
  }

  /// The rows whose number lies between two ends, both included.
  static func within(
    _ values: Swift.Span<Double>, _ low: Double, _ high: Double, _ out: inout [UInt64]
  ) {
    pack(values.count, &out) { row in
      let value = values[unchecked: row]
      return UInt8(value >= low ? 1 : 0) & UInt8(value <= high ? 1 : 0) == 1
    }
  }

  /// The rows whose code is accepted: `accepted` has 1 or 0 for each code, and 0 at its end, which
  /// stands for every code that there is not.
  static func accepted<Code: FixedWidthInteger>(
    _ codes: Swift.Span<Code>, _ accepted: Swift.Span<UInt8>, _ out: inout [UInt64]
  ) {
    let last = UInt(accepted.count) &- 1
    guard accepted.count > 0 else { return clear(&out) }
    pack(codes.count, &out) { row in
      // The place is never above the last one, so that no check is needed.
      accepted[unchecked: Int(min(UInt(truncatingIfNeeded: codes[unchecked: row]), last))] != 0
    }
  }

  private static func clear(_ out: inout [UInt64]) {
    for index in out.indices { out[index] = 0 }
  }

  /// A bit for each row: a byte for each of 64 rows first, in a loop without branches, then eight
  /// bytes at a time are drawn together by one multiplication.
  ///
  /// `row` is below `count` whenever `test` is called, so that a test may leave out the check.
  @inline(__always)
  private static func pack(_ count: Int, _ out: inout [UInt64], _ test: (Int) -> Bool) {
    var words = out.mutableSpan
    let whole = min(count / 64, words.count)
    // The bytes stand in memory of their own: they are read again as words of eight.
    withUnsafeTemporaryAllocation(byteCount: 64, alignment: 8) { bytes in
      for word in 0..<whole {
        for at in 0..<64 {
          bytes.storeBytes(of: test(word &* 64 &+ at) ? 1 : 0, toByteOffset: at, as: UInt8.self)
        }
        var bits: UInt64 = 0
        for part in 0..<8 {
          let eight = UInt64(littleEndian: bytes.load(fromByteOffset: part &* 8, as: UInt64.self))
          bits |= ((eight &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(part &* 8)
        }
        words[word] = bits
      }
    }
    guard whole < words.count else { return }
    var bits: UInt64 = 0
    let rest = whole * 64
    for row in min(rest, count)..<count where test(row) { bits |= 1 << UInt64(row - rest) }
    words[whole] = bits
    for index in (whole + 1)..<max(words.count, whole + 1) { words[index] = 0 }
  }
}
