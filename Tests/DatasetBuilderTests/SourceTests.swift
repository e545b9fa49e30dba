// Tests: Sources.

import Testing

@testable import DatasetBuilder

@Suite("Sources")
struct SourceTests {
  private func source(_ place: String) -> Source {
    Source(title: "Example", publisher: "Example", published: "2020", place: place)
  }

  @Test("a file in a public repository opens at its address, with its path escaped")
  func address() {
    #expect(
      source("GitHub, example/data, a b/c, d|e.csv").address
        == "https://github.com/example/data/blob/HEAD/a%20b/c%2C%20d%7Ce.csv")
    #expect(source("https://example.org/1").address == "https://example.org/1")
    #expect(source("unknown").address == "unknown")
  }

  @Test("a page without a date takes it from the table of dates, and else bears none")
  func dates() {
    let place = "https://lawserver.com/law/state/montana/mt-code/montana_code_2-1-602"
    #expect(SourceDates.date("", at: place) == "2021")
    #expect(SourceDates.date("2022-03", at: place) == "2022-03")
    #expect(SourceDates.date("", at: "https://example.org/1").isEmpty)
    #expect(SourceDates.byPlace.values.allSatisfy { !$0.reason.isEmpty })
    #expect(SourceDates.byPlace.values.allSatisfy { PartialDate($0.date) != nil })
  }

  @Test("date-of-no-page: an entry that dates no page of the rules is reported")
  func unused() {
    let report = Report()
    let rules = RawFile(name: "rules.csv", bytes: [], rows: [Samples.ruleRow()])
    SourceDates.check(rules, report: report)
    #expect(report.rules(.unsettled).count == SourceDates.byPlace.count)
    #expect(Set(report.rules(.unsettled)) == ["date-of-no-page"])
  }

  @Test("constables make no county's yes, and their source stands beside the no")
  func constables() {
    let list = Constables.firstList
    func ruled(_ value: Answer, _ fips: String, _ sources: [String]) -> Ground {
      Constables.ruled(
        .settled(value, basis: "listed", confidence: "high", sources: sources, detail: "x"), fips,
        "key")
    }
    #expect(ruled(.no, Constables.county, [list]).sources == [list, "key"])
    #expect(ruled(.no, "98001", [list]).sources == [list])
    #expect(ruled(.yes, Constables.county, [list]).sources == [list])
    #expect(ruled(.no, Constables.county, ["other"]).sources == ["other"])
  }
}
