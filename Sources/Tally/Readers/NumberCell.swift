// Digits to numbers, exactly.

/// Reads the numbers that tables hold.
enum NumberCell {
  /// The number of a cell; nil where it is none.
  ///
  /// Up to fifteen digits and a power of ten up to 22 are both exact as `Double`, so that one
  /// division rounds correctly (Clinger, "How to read floating point numbers accurately", 1990);
  /// other spellings go through the standard library.
  static func value(_ cell: ArraySlice<UInt8>) -> Double? {
    var digits = 0
    var places = 0
    var mantissa: Int64 = 0
    var seenPoint = false
    let isNegative = cell.first == UInt8(ascii: "-")
    for byte in isNegative ? cell.dropFirst() : cell {
      if byte == UInt8(ascii: "."), !seenPoint {
        seenPoint = true
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits < 15 else {
        return general(cell)
      }
      mantissa = mantissa * 10 + Int64(byte &- UInt8(ascii: "0"))
      digits += 1
      places += seenPoint ? 1 : 0
    }
    guard digits > 0, !seenPoint || places > 0 else { return general(cell) }
    let value = Double(mantissa) / powers[places]
    return isNegative ? -value : value
  }

  private static func general(_ cell: ArraySlice<UInt8>) -> Double? {
    let value = Double(String(decoding: cell, as: UTF8.self))
    return value?.isFinite == true ? value : nil
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
