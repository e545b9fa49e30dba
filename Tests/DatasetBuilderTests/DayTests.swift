// Tests: Dates.

import Testing

@testable import DatasetBuilder

@Suite("Dates")
struct DayTests {
  @Test(
    "a date means the days from its first to its last",
    arguments: [
      ("2025", "2025-01-01", "2025-12-31"), ("2025-02", "2025-02-01", "2025-02-28"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2025-02-28", "2025-02-28", "2025-02-28"),
    ])
  func span(text: String, first: String, last: String) throws {
    let date = try #require(PartialDate(text))
    #expect(date.first.description == first)
    #expect(date.last.description == last)
  }

  @Test(
    "a date that cannot be is no date",
    arguments: ["7/72025", "05/082025", "2025-02-30", "2025-13", "25", "", "2025-2-1", "2025-"])
  func impossible(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test("days sort as the calendar does")
  func order() throws {
    #expect(try Samples.day("2025-12-31") < Samples.day("2026-01-01"))
    #expect(Day("2025-02") == nil)
  }

  @Test("a signing date must be a day, not after the list, and not before the model")
  func signing() throws {
    let snapshot = try Samples.day("2026-05-18")
    func fault(_ text: String, _ model: Agreement.Model) -> String? {
      SigningDate.fault(text, model: model, snapshot: snapshot)
    }
    #expect(fault("2026-05-18", .taskForce) == nil)
    #expect(fault("2026-05-19", .taskForce) == "after the list's own day")
    #expect(fault("2016-03-19", .taskForce) == "before the model could be signed")
    #expect(fault("2016-03-19", .jailEnforcement) == nil)
    #expect(fault("2018-12-31", .warrantServiceOfficer) == "before the model could be signed")
    #expect(fault("5025-07-07", .taskForce) == "after the list's own day")
    #expect(fault("7/72025", .taskForce) == "not a day of the calendar")
  }
}
