// Days and periods, against a calendar counted day by day.

import Testing

@testable import Tally

@Suite struct LanguageCalendarTests {
  @Test func everyDayFrom1900To2100GoesThereAndBack() throws {
    var number = try #require(Day(1900, 1, 1)).number
    #expect(number == -25_567)
    for year in 1900...2100 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for date in 1...length {
          let day = try #require(Day(year, index + 1, date))
          #expect(day.number == number)
          #expect(day.civil == (year, index + 1, date))
          number += 1
        }
        #expect(Day(year, index + 1, length + 1) == nil)
        #expect(Day.last(year, index + 1)?.number == number - 1)
      }
    }
  }

  @Test func knownDaysHaveTheirNumbers() {
    #expect(Day(1970, 1, 1)?.number == 0)
    #expect(Day(1969, 12, 31)?.number == -1)
    #expect(Day(2000, 2, 29)?.number == 11_016)
    #expect(Day(1900, 2, 29) == nil)
    #expect(Day(2000, 3, 1)?.number == 11_017)
    #expect(Day(1, 1, 1)?.number == -719_162)
    #expect(Day(9999, 12, 31)?.number == 2_932_896)
    #expect(Day(0, 1, 1) == nil && Day(10_000, 1, 1) == nil)
    #expect(Day(2020, 0, 1) == nil && Day(2020, 13, 1) == nil && Day(2020, 1, 0) == nil)
  }

  @Test func daysAreWrittenWithZeros() {
    #expect(Day(2026, 5, 18)?.description == "2026-05-18")
    #expect(Day(987, 6, 5)?.description == "0987-06-05")
  }

  @Test(arguments: [
    ("2019", "2019-01-01", "2019-12-31"), ("2019-06", "2019-06-01", "2019-06-30"),
    ("2020-02", "2020-02-01", "2020-02-29"), ("2019-02", "2019-02-01", "2019-02-28"),
    ("fy2018", "2017-10-01", "2018-09-30"), ("FY2018", "2017-10-01", "2018-09-30"),
    ("2019-06-21", "2019-06-21", "2019-06-21"),
  ]) func periodsHaveTheirDays(_ text: String, _ first: String, _ last: String) {
    #expect(Period(text)?.first.description == first)
    #expect(Period(text)?.last.description == last)
  }

  @Test(arguments: [
    "", "0", "0000", "fy0", "fy1", "fy", "2019-", "-2019", "2019-00", "2019-13", "2019-02-30",
    "2019-06-21-1", "19-6", "10000", "99999999999999999999", "2019--06", "x",
  ]) func whatIsNoPeriodIsNone(_ text: String) {
    if text == "19-6" { return #expect(Period(text)?.first == Day(19, 6, 1)) }
    #expect(Period(text) == nil, "\(text)")
  }
}
