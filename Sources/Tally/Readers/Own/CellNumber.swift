// Bytes to numbers: eight digits at once, and every other spelling with the marks of its column.

/// Reads numbers of tables.
enum CellNumber {
  /// The whole number of one to eight bytes that are all digits; below zero for others.
  ///
  /// The eight bytes that end with the cell are read, so eight before its end must be readable;
  /// those that are not the cell's count as zeros. Three products add pairs, fours and eights.
  /// `NumberTextTests` holds it to the plain loop.
  @inline(__always)
  static func digits(_ cell: UnsafePointer<UInt8>, _ length: Int) -> Int {
    let word = (UnsafeRawPointer(cell) + (length &- 8)).loadUnaligned(as: UInt64.self).littleEndian
    let foreign = UInt64(truncatingIfNeeded: 64 &- length &* 8)
    let keep: UInt64 = foreign >= 64 ? 0 : .max &<< foreign
    return number((word & keep) | (zeros & ~keep))
  }

  /// Eight zeros.
  private static let zeros: UInt64 = 0x3030_3030_3030_3030

  /// The number of eight digits, the first in the lowest byte; below zero where one is none.
  @inline(__always)
  private static func number(_ digits: UInt64) -> Int {
    var value = digits
    let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    guard value & high == zeros, (value &+ 0x0606_0606_0606_0606) & high == zeros else { return -1 }
    value = ((value & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) &>> 8
    value = ((value & 0x00FF_00FF_00FF_00FF) &* 6_553_601) &>> 16
    value = ((value & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) &>> 32
    return Int(truncatingIfNeeded: value)
  }

  /// The number of up to seven digits with one mark among them, and how many stand behind the mark;
  /// below zero for others, which `fraction` looks at byte by byte.
  ///
  /// The eight bytes that end with the cell are read at once, as `digits` does. The digits before
  /// the mark move over it, and zeros stand in the place that they leave.
  @inline(__always)
  static func shortFraction(
    _ cell: UnsafePointer<UInt8>, _ length: Int, mark: UInt8
  ) -> (digits: Int, places: Int) {
    guard length &- 3 < 6, length > 2 else { return (-1, 0) }
    let word = (UnsafeRawPointer(cell) + (length &- 8)).loadUnaligned(as: UInt64.self).littleEndian
    let foreign = UInt64(truncatingIfNeeded: 64 &- length &* 8)
    let ones: UInt64 = 0x0101_0101_0101_0101
    // A byte that is the mark is zero here; the lowest such byte is found without error.
    let difference = (word ^ (UInt64(mark) &* ones)) | ~(.max &<< foreign)
    let found = (difference &- ones) & ~difference & 0x8080_8080_8080_8080
    guard found != 0 else { return (-1, 0) }
    let at = UInt64(truncatingIfNeeded: found.trailingZeroBitCount) & 56
    guard at > foreign, at < 56 else { return (-1, 0) }
    let before = word & ~(.max &<< at) & (.max &<< foreign)
    let behind = word & (.max &<< (at &+ 8))
    let lead = zeros & ~(.max &<< (foreign &+ 8))
    return (number(behind | before &<< 8 | lead), Int(truncatingIfNeeded: (56 &- at) &>> 3))
  }

  /// The number of up to fifteen digits with one mark among them and perhaps a minus before; not a
  /// number for others. `places` are the digits behind the mark; `isOpen` says that the mark could
  /// as well stand between thousands.
  @inline(__always)
  static func fraction(
    _ cell: UnsafePointer<UInt8>, _ length: Int, mark: UInt8
  ) -> (value: Double, places: Int, isOpen: Bool) {
    let (digits, places) = shortFraction(cell, length, mark: mark)
    let whole = length &- 1 &- places
    if digits >= 0, whole == 1 || cell[0] != UInt8(ascii: "0") {
      let isOpen = places == 3 && whole < 4 && cell[0] != UInt8(ascii: "0")
      return (Double(digits) / powers[places], places, isOpen)
    }
    return longFraction(cell, length, mark: mark)
  }

  /// The same byte by byte.
  static func longFraction(
    _ cell: UnsafePointer<UInt8>, _ length: Int, mark: UInt8
  ) -> (value: Double, places: Int, isOpen: Bool) {
    let isNegative = cell[0] == UInt8(ascii: "-")
    var position = isNegative ? 1 : 0
    let first = position
    guard length &- first <= 16, length > first else { return (.nan, 0, false) }
    var mantissa: Int64 = 0
    while position < length {
      let digit = cell[position] &- UInt8(ascii: "0")
      if digit > 9 { break }
      mantissa = mantissa &* 10 &+ Int64(digit)
      position &+= 1
    }
    let whole = position &- first
    let startsWithZero = cell[first] == UInt8(ascii: "0")
    guard whole > 0, whole == 1 || !startsWithZero, position &+ 1 < length, cell[position] == mark
    else { return (.nan, 0, false) }
    position &+= 1
    let places = length &- position
    while position < length {
      let digit = cell[position] &- UInt8(ascii: "0")
      if digit > 9 { return (.nan, 0, false) }
      mantissa = mantissa &* 10 &+ Int64(digit)
      position &+= 1
    }
    let value = Double(mantissa) / powers[places]
    return (
      isNegative ? 0 - value : value, places, places == 3 && whole < 4 && !startsWithZero
    )
  }

  /// The number of a cell; nil where it is none with these marks.
  ///
  /// Up to fifteen digits and a power of ten up to 22 are both exact as `Double`, so that one
  /// division rounds correctly (Clinger, 1990). Others go through the standard library.
  static func value(
    _ cell: UnsafePointer<UInt8>, _ length: Int, _ marks: NumberMarks
  ) -> Double? {
    var position = 0
    let isNegative = length > 0 && cell[0] == UInt8(ascii: "-")
    if length > 0, isNegative || cell[0] == UInt8(ascii: "+") { position = 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var places = -1
    var sinceGroup = -1
    while position < length {
      let byte = cell[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        digits &+= 1
        if places >= 0 { places &+= 1 } else if sinceGroup >= 0 { sinceGroup &+= 1 }
      } else if byte == marks.decimal, places < 0, sinceGroup < 0 || sinceGroup == 3 {
        places = 0
        sinceGroup = -1
      } else if byte == marks.group, places < 0, sinceGroup == 3 || sinceGroup < 0 && digits < 4,
        digits > 0
      {
        sinceGroup = 0
      } else {
        return general(cell, length, marks)
      }
      position &+= 1
    }
    guard digits > 0, sinceGroup < 0 || sinceGroup == 3 else { return nil }
    guard digits <= 15 else { return general(cell, length, marks) }
    let value = places > 0 ? Double(mantissa) / powers[places] : Double(mantissa)
    return isNegative ? 0 - value : value
  }

  /// The number of a cell of any spelling that the standard library takes, after the marks have
  /// become those that it knows.
  private static func general(
    _ cell: UnsafePointer<UInt8>, _ length: Int, _ marks: NumberMarks
  ) -> Double? {
    var plain: [UInt8] = []
    for position in 0..<length {
      let byte = cell[position]
      switch byte {
      case marks.decimal: plain.append(UInt8(ascii: "."))
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "e"), UInt8(ascii: "E"),
        UInt8(ascii: "-"), UInt8(ascii: "+"):
        plain.append(byte)
      case marks.group: continue
      default: return nil
      }
    }
    let evidence = NumberEvidence(of: UnsafeBufferPointer(start: cell, count: length))
    let misread: NumberEvidence =
      marks.decimal == UInt8(ascii: ",")
      ? [.other, .point, .groupedByComma]
      : marks.group == nil
        ? [.other, .comma, .openComma, .groupedByComma, .groupedByPoint]
        : [.other, .comma, .groupedByPoint]
    guard evidence.isDisjoint(with: misread) else { return nil }
    let value = Double(String(decoding: plain, as: UTF8.self))
    return value?.isFinite == true ? value : nil
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
