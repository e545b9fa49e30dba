// Cells to days: ISO dates, and dates with slashes where a whole column agrees on their order.

/// The ways in which a column can write its dates.
enum DateOrder: Sendable, CaseIterable {
  /// `2019-06-21`, also `2019-06`.
  case iso
  /// `6/21/2019`
  case monthFirst
  /// `21/6/2019`
  case dayFirst
}

/// Reads dates of tables.
enum DateText {
  /// The days that a cell can mean in an order; nil where it is no such date.
  static func period(_ cell: some Collection<UInt8>, _ order: DateOrder) -> Period? {
    switch order {
    case .iso: iso(cell)
    case .monthFirst: parts(cell).flatMap { day($0.2, $0.0, $0.1) }
    case .dayFirst: parts(cell).flatMap { day($0.2, $0.1, $0.0) }
    }
  }

  /// Whether a cell is a date in any order.
  static func isDate(_ cell: some Collection<UInt8>) -> Bool {
    DateOrder.allCases.contains { period(cell, $0) != nil }
  }

  /// The order of the fields of a declared format; nil for formats that are not read.
  static func order(format: String) -> DateOrder? {
    switch format {
    case "default", "any", "%Y-%m-%d", "%Y-%m": .iso
    case "%m/%d/%Y": .monthFirst
    case "%d/%m/%Y", "%d.%m.%Y": .dayFirst
    default: nil
    }
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Period? {
    Day(year, month, day).map { Period($0) }
  }

  /// `2019-06-21`, `2019-06`, and a day with a time of midnight.
  private static func iso(_ cell: some Collection<UInt8>) -> Period? {
    var numbers = [0, 0, 0]
    var digits = [0, 0, 0]
    var part = 0
    var rest = cell[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "-"), part < 2 {
        part += 1
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), digits[part] < 4 {
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
        digits[part] += 1
      } else {
        break
      }
      rest.removeFirst()
    }
    guard digits[0] == 4, digits[1] == 2, rest.isEmpty || part == 2 && isMidnight(rest) else {
      return nil
    }
    if part == 1 { return Period(year: numbers[0], month: numbers[1]) }
    return digits[2] == 2 ? day(numbers[0], numbers[1], numbers[2]) : nil
  }

  private static func isMidnight(_ rest: some Collection<UInt8>) -> Bool {
    [" 00:00", "T00:00", " 00:00:00", "T00:00:00", "T00:00:00Z", " 00:00:00.000"].contains {
      rest.elementsEqual($0.utf8)
    }
  }

  /// Three numbers with slashes or points between, the last of four digits.
  private static func parts(_ cell: some Collection<UInt8>) -> (Int, Int, Int)? {
    var numbers = [0, 0, 0]
    var digits = [0, 0, 0]
    var part = 0
    var mark: UInt8?
    for byte in cell {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "."):
        guard part < 2, digits[part] > 0, mark == nil || mark == byte else { return nil }
        (mark, part) = (byte, part + 1)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits[part] < 4 else { return nil }
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
        digits[part] += 1
      default: return nil
      }
    }
    guard part == 2, digits[0] <= 2, digits[1] <= 2, digits[2] == 4 else { return nil }
    return (numbers[0], numbers[1], numbers[2])
  }
}
