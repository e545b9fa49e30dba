// Days and periods without a clock: proleptic Gregorian arithmetic on whole days.

/// A calendar day, counted from 1970-01-01.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int32

  /// The day of a number.
  public init(number: Int32) { self.number = number }

  /// The day of a year, month and day; nil where the calendar has no such day or the year is
  /// not one of four digits.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(year, month)
    else { return nil }
    number = Day.count(year, month, day)
  }

  /// The last day of a month; nil where there is no such month.
  public static func last(_ year: Int, _ month: Int) -> Day? {
    guard (1...12).contains(month) else { return nil }
    return Day(year, month, length(year, month))
  }

  /// Days since 1970-01-01 of a date that exists, by counting in years that begin in March
  /// (the usual civil-from-days method: leap days fall at a year's end and need no case).
  private static func count(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// How many days a month has.
  static func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The year, month and day.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  /// Whether a day comes before another.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day: CustomStringConvertible {
  /// `2026-05-18`.
  public var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A stretch of days that a script can name: a day, a month, a year or a federal fiscal year.
public struct Period: Sendable, Hashable {
  /// The first day of it.
  public let first: Day
  /// The last day of it.
  public let last: Day

  /// A single day.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// A calendar year; nil for a year not of four digits.
  public init?(year: Int) {
    guard let first = Day(year, 1, 1), let last = Day(year, 12, 31) else { return nil }
    self.first = first
    self.last = last
  }

  /// A federal fiscal year, from October of the year before to September.
  public init?(fiscalYear year: Int) {
    guard let first = Day(year - 1, 10, 1), let last = Day(year, 9, 30) else { return nil }
    self.first = first
    self.last = last
  }

  /// A month of a year.
  public init?(year: Int, month: Int) {
    guard let first = Day(year, month, 1), let last = Day.last(year, month) else { return nil }
    self.first = first
    self.last = last
  }
}

extension Period {
  /// The period that a text names: `2019`, `2019-06`, `2019-06-21`, `fy2018`; nil for others.
  public init?(_ text: String) {
    let plain = Period.plainParts(text)
    if plain == nil, text.lowercased().hasPrefix("fy") {
      guard let year = Int(text.dropFirst(2)) else { return nil }
      self.init(fiscalYear: year)
      return
    }
    let parts =
      plain ?? text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch parts.count {
    case 1:
      guard let year = parts[0] else { return nil }
      self.init(year: year)
    case 2:
      guard let year = parts[0], let month = parts[1] else { return nil }
      self.init(year: year, month: month)
    case 3:
      guard let year = parts[0], let month = parts[1], let day = parts[2],
        let day = Day(year, month, day)
      else { return nil }
      self.init(day)
    default: return nil
    }
  }

  /// The numbers between dashes, where a text is nothing but digits and dashes; nil for any other.
  private static func plainParts(_ text: String) -> [Int?]? {
    // No date has more bytes, so that no number is too large.
    guard text.utf8.count <= 16 else { return nil }
    var parts: [Int?] = []
    parts.reserveCapacity(3)
    var (number, isEmpty) = (0, true)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        isEmpty = false
      case UInt8(ascii: "-"):
        parts.append(isEmpty ? nil : number)
        (number, isEmpty) = (0, true)
      default: return nil
      }
    }
    parts.append(isEmpty ? nil : number)
    return parts
  }
}

extension Period {
  /// A stretch of days at the precision that is known: `2019-06-21`, `2019-06`, `2019`, `fy2019`,
  /// or its two ends.
  static func text(_ first: Day, _ last: Day) -> String {
    let (year, month, day) = first.civil
    if first == last { return first.description }
    if day == 1, last == Day.last(year, month) { return String(first.description.dropLast(3)) }
    if day == 1, month == 1, last == Day.last(year, 12) {
      return String(first.description.dropLast(6))
    }
    if let fiscal = Period(fiscalYear: year + 1), fiscal.first == first, fiscal.last == last {
      return "fy" + String(last.description.prefix(4))
    }
    return "\(first) to \(last)"
  }
}
