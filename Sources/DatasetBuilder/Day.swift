// A day of the calendar.

/// A day of the calendar.
struct Day: Comparable, Hashable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where the calendar has no such day.
  init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.days(in: month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2026-05-18`, and nothing else.
  init?(_ text: String) {
    guard let date = PartialDate(text), date.precision == .day else { return nil }
    self = date.first
  }

  static func < (left: Day, right: Day) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// The day after.
  var next: Day { Day(year, month, day + 1) ?? Day(year, month + 1, 1) ?? newYear }

  /// The day some days later.
  func adding(days: Int) -> Day { (0..<days).reduce(self) { day, _ in day.next } }

  /// The last day of a year that begins on this day.
  var lastOfYear: Day {
    let same = Day(year + 1, month, day) ?? Day(year + 1, 3, 1) ?? self
    return same.previous
  }

  /// The day before.
  var previous: Day {
    if let day = Day(year, month, day - 1) { return day }
    let last = month > 1 ? (year, month - 1) : (year - 1, 12)
    return Day(last.0, last.1, Day.days(in: last.1, of: last.0)) ?? self
  }

  private var newYear: Day { Day(year + 1, 1, 1) ?? self }

  /// How many days a month has.
  static func days(in month: Int, of year: Int) -> Int {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A date as precise as its source gives it: a year, a month or a day.
struct PartialDate: Hashable {
  /// How much of a date is known.
  enum Precision { case year, month, day }

  /// The first day that the date can mean.
  let first: Day
  /// The last day that the date can mean.
  let last: Day
  let precision: Precision

  /// Reads `2025`, `2025-02` or `2025-02-28`; refuses everything else.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    let lastMonth = month ?? 12
    let lastDay = day ?? Day.days(in: lastMonth, of: numbers[0])
    guard let first = Day(numbers[0], month ?? 1, day ?? 1),
      let last = Day(numbers[0], lastMonth, lastDay)
    else { return nil }
    self.first = first
    self.last = last
    precision = day != nil ? .day : month != nil ? .month : .year
  }
}
