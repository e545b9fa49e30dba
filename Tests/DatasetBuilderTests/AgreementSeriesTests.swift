// Tests: What the lists of agreements say between their days.

import Testing

@testable import DatasetBuilder

@Suite("The lists of agreements as a series")
struct AgreementSeriesTests {
  static let sheriff = "Example County Sheriff's Office"
  private let county = Samples.counties[0]

  /// Two lists, of 2025-01-22 and 2025-07-18, and a third of 2026-05-18.
  static func series(_ old: [RawRow], _ new: [RawRow], _ last: [RawRow] = []) throws
    -> AgreementSeries
  {
    let lists = [("2025-01-22", old), ("2025-07-18", new), ("2026-05-18", last)]
    return AgreementSeries(
      issues: try lists.map { text, rows in
        let day = try Samples.day(text)
        let list = AgreementList(
          geography: Samples.geography, report: Report(), snapshot: day)
        let file = RawFile(name: "list.csv", bytes: [], rows: rows)
        return .init(day: day, source: "L" + text, agreements: try list.agreements(file))
      })
  }

  static func row(
    _ signed: String, model: String = "Warrant Service Officer", document: String = "link"
  ) -> RawRow {
    Samples.listRow(sheriff, model: model, signed: signed, document: document)
  }

  private func said(_ series: AgreementSeries, _ day: String) throws -> String {
    let ground = series.own(county, on: try Samples.day(day))
    return ground.value == "unknown" ? ground.reason : ground.value
  }

  @Test("before the first list nothing is known")
  func before() throws {
    let series = try Self.series([Self.row("2020-06-01")], [])
    #expect(try said(series, "2025-01-21") == "not covered")
    #expect(try said(series, "2025-01-22") == "yes")
  }

  @Test("on both lists, yes in between; on neither, no")
  func same() throws {
    let both = try Self.series([Self.row("2020-06-01")], [Self.row("2020-06-01")])
    #expect(try said(both, "2025-04-01") == "yes")
    let neither = try Self.series([], [])
    #expect(try said(neither, "2025-04-01") == "no")
    let ground = neither.own(county, on: try Samples.day("2025-04-01"))
    #expect(ground.basis == "listed")
    #expect(ground.sources == ["L2025-01-22", "L2025-07-18"])
  }

  @Test("joined: no before the day of signing, yes from it")
  func joined() throws {
    let series = try Self.series([], [Self.row("2025-03-10")], [Self.row("2025-03-10")])
    #expect(try said(series, "2025-01-22") == "no")
    #expect(try said(series, "2025-03-09") == "no")
    #expect(try said(series, "2025-03-10") == "yes")
    #expect(try said(series, "2025-07-18") == "yes")
    let ground = series.own(county, on: try Samples.day("2025-03-10"))
    #expect(ground.detail == "signed on 2025-03-10, on ICE's list of 2025-07-18")
  }

  @Test("joined on a day that is missing or cannot be: unknown, up to the next list")
  func missing() throws {
    let impossible = try Self.series([], [Self.row("5025-07-07")])
    #expect(try said(impossible, "2025-01-22") == "no")
    #expect(try said(impossible, "2025-01-23") == "signing date not known")
    #expect(try said(impossible, "2025-07-17") == "signing date not known")
    let second = Self.row("2025-05-01", model: "Task Force Model")
    let mixed = try Self.series([], [Self.row("5025-07-07"), second])
    #expect(try said(mixed, "2025-04-30") == "signing date not known")
    #expect(try said(mixed, "2025-05-01") == "yes")
  }

  @Test("a day of signing before a list that lacks the county makes that list no evidence")
  func differing() throws {
    let series = try Self.series([], [], [Self.row("2025-02-23")])
    let differ = "list and signing date differ"
    #expect(try said(series, "2025-01-22") == "no")
    #expect(try said(series, "2025-02-22") == "no")
    #expect(try said(series, "2025-02-23") == differ)
    #expect(try said(series, "2025-07-18") == differ)
    #expect(try said(series, "2026-05-17") == differ)
    #expect(try said(series, "2026-05-18") == "yes")
  }

  @Test("left: unknown until the list that lacks it, which is complete and says no")
  func left() throws {
    let series = try Self.series([Self.row("2020-06-01")], [])
    #expect(try said(series, "2025-01-23") == "last known yes on 2025-01-22")
    #expect(try said(series, "2025-07-17") == "last known yes on 2025-01-22")
    #expect(try said(series, "2025-07-18") == "no")
  }

  @Test("thirty days after the newest list it is the last thing known")
  func stale() throws {
    let series = try Self.series([], [], [Self.row("2025-09-01")])
    #expect(try said(series, "2026-06-17") == "yes")
    #expect(try said(series, "2026-06-18") == "last known yes on 2026-05-18")
    let absent = try Self.series([], [])
    #expect(try said(absent, "2026-06-17") == "no")
    #expect(try said(absent, "2026-06-18") == "last known no on 2026-05-18")
  }

  @Test("an unmatched agency on either list leaves the days between open, but for a signing")
  func unmatched() throws {
    let authority = Samples.listRow("Sample Regional Jail Authority", line: 3)
    let old = try Self.series([authority], [])
    #expect(try said(old, "2025-01-22") == "unmatched agency")
    #expect(try said(old, "2025-04-01") == "unmatched agency")
    #expect(try said(old, "2025-07-18") == "no")
    let new = try Self.series([], [authority])
    #expect(try said(new, "2025-04-01") == "unmatched agency")
    let joined = try Self.series([authority], [Self.row("2025-03-10")])
    #expect(try said(joined, "2025-03-09") == "unmatched agency")
    #expect(try said(joined, "2025-03-10") == "yes")
  }

  @Test("the oldest list has no TYPE and COUNTY: the name alone says whose an agency is")
  func names() throws {
    let report = Report()
    let list = AgreementList(
      geography: Samples.geography, report: report, snapshot: try Samples.day("2025-01-22"))
    let link = "https://example.org/agreement.pdf"
    let rows = [
      "Example County Sheriff's Office", "Department of Corrections", "Example Police Department",
      "Sample District Jail",
    ].enumerated().map { line, name in
      Samples.listRow(
        name, type: "", county: "", signed: "2020-06-01", document: link, line: line + 2)
    }
    let agreements = try list.agreements(RawFile(name: "list.csv", bytes: [], rows: rows))
    #expect(agreements.map(\.agency.kind) == [.county, .state, .municipality, .county])
    #expect(agreements.map(\.agency.county) == ["98001", "", "", "unknown"])
    #expect(agreements.allSatisfy { !$0.isPending })
    #expect(report.rules(.unsettled) == ["unmatched-agency"])
    #expect(report.of(.contradiction).isEmpty)
  }
}
