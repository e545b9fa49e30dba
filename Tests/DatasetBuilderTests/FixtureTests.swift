// Tests: A small fixture that holds every fault, and exactly what the builder makes of it.

import Foundation
import Testing

@testable import DatasetBuilder

/// Made-up rows with every fault that the other relations' raw files have or could have. What is
/// expected was written down from the rows, fault by fault.
@Suite("The fixture of faults")
struct FixtureTests {
  private let report = Report()

  private let geography = Geography(
    states: Samples.states + [
      State(fips: "06", code: "CA", name: "California", region: "West", division: "x"),
      State(fips: "08", code: "CO", name: "Colorado", region: "West", division: "x"),
    ], counties: Samples.counties)

  private func file(_ name: String) throws -> RawFile {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixture/" + name)
    return try RawFile(name: name, bytes: [UInt8](try Data(contentsOf: url)), columns: [])
  }

  /// What was noticed: line, kind and rule.
  private var findings: [String] {
    report.sorted.map { "\($0.line) \($0.kind.rawValue) \($0.rule)" }
  }

  private func expect(_ expected: String) {
    #expect(findings == expected.split(separator: "\n").map(String.init))
  }

  private func column(_ table: Table, _ name: String) -> [String: String] {
    Dictionary(
      zip(table.rows.map { $0[0] }, table.cells(name)), uniquingKeysWith: { one, _ in one })
  }

  @Test("facilities")
  func facilities() throws {
    let list = FacilityTable(
      geography: geography, report: report,
      misspelt: ["ZZ": ["EXAMPEL": "Example County"]])
    let facilities = list.facilities(try file("facilities.csv"))
    let table = try FacilityTable.table(facilities)
    expect(
      """
      3 repair redacted-code
      3 repair no-fixed-capacity
      4 repair redacted-code
      5 unsettled county-or-city
      5 repair trim-blanks
      6 repair county-from-facility-name
      7 contradiction county-against-name
      8 repair county-from-city
      9 unsettled unmatched-facility
      10 repair misspelt-county
      11 refusal doubled-row
      12 refusal possible-date
      13 refusal number
      14 refusal known-type
      15 refusal known-state
      16 refusal known-status
      17 refusal named-key
      """)
    let county = column(table, "county")
    #expect(county["EXAMPLE"] == "98001")
    #expect(county["EXCITY"] == "98001")
    #expect(county["EXSPELT"] == "98001")
    #expect(county["redacted-2"] == "unknown")
    #expect(county["TWINHLD"] == "unknown")
    #expect(column(table, "county_candidates")["TWINHLD"] == "98005 98510")
    #expect(column(table, "county_candidates")["EXODD"] == "98001 98003")
    #expect(column(table, "capacity")["redacted-1"] == "")
    #expect(column(table, "contract_start")["EXAMPLE"] == "unknown")
    #expect(facilities.first?.years.map(\.year) == [2017])
    #expect(facilities.first?.years.map(\.average) == ["3.3068"])
  }

  @Test("facility years")
  func facilityYears() throws {
    let table = try FacilityYearTable(report: report, listed: ["EXAMPLE"])
      .table([], try file("facility-years.csv"))
    expect(
      """
      4 repair facility-parts
      6 refusal doubled-row
      7 repair made-facility-code
      8 refusal fiscal-year
      9 refusal known-state
      10 refusal number
      """)
    #expect(
      column(table, "average_population") == [
        "EXAMPLE/FY2019": "3.5", "EXAMPLE/FY2020": "1.5", "ZZ-made-up-center/FY2021": "0",
      ])
    #expect(column(table, "facility")["ZZ-made-up-center/FY2021"] == "")
    #expect(column(table, "fiscal_year")["EXAMPLE/FY2019"] == "fy2019")
  }

  @Test("listings")
  func listings() throws {
    let table = try Listing(
      geography: geography, report: report,
      consolidated: ["ZZ": ["Example-Town County": "St. Sample County"]],
      swapped: ["ZZ": ["Twin County": "county"]],
      cities: [
        "ZZ": [
          "City of Twin": ListedCity(county: "Twin city", reason: "made up"),
          "Lost City": ListedCity(county: "Lost County", reason: "made up"),
        ]
      ]
    ).table(try file("listings.csv"))
    expect(
      """
      3 repair county-spelling
      4 repair consolidated-county
      5 repair swapped-level
      6 repair trim-blanks
      7 refusal doubled-row
      8 refusal known-county
      9 refusal known-level
      10 refusal known-state
      11 refusal known-reason
      12 refusal named-place
      13 repair city-is-county
      14 refusal known-county
      """)
    #expect(
      column(table, "county") == [
        "ZZ-county-example-county/2025-05-31": "98001",
        "ZZ-county-saint-sample-county/2025-05-31": "98003",
        "ZZ-county-example-town-county/2025-05-31": "98003",
        "ZZ-county-twin-county/2025-05-31": "98005", "ZZ-state-exampleland/2025-05-31": "",
        "ZZ-city-city-of-twin/2025-05-31": "98510", "ZZ-city-hamlet/2025-05-31": "",
      ])
    let repair = report.of(.repair).first { $0.rule == "city-is-county" }
    #expect(repair?.detail.contains("Twin city: made up") == true)
  }

  @Test("detainer limits")
  func limits() throws {
    let table = try DetainerLimitList(geography: geography, report: report)
      .table(try file("detainer-limits.csv"))
    expect(
      """
      3 repair repeated-row
      4 repair spreadsheet-month
      5 repair county-spelling
      5 repair scanned-word
      6 repair scanned-place
      7 repair statewide-jails
      9 refusal known-county
      10 refusal known-state
      11 refusal possible-date
      12 refusal possible-date
      13 refusal known-level
      """)
    #expect(
      column(table, "category") == [
        "ZZ-county-example-county": "declines_all",
        "ZZ-county-example-county-2": "needs_judicial_warrant",
        "ZZ-county-saint-sample-county": "other", "CA-city-berkeley": "serious_offences_only",
        "CO-state-county-jails-of-colorado": "declines_all", "ZZ-state-exampleland": "other",
      ])
    #expect(column(table, "enacted")["ZZ-county-example-county-2"] == "2014-08")
    #expect(column(table, "enacted")["CA-city-berkeley"] == "2012-10")
  }

  @Test("neighbours")
  func neighbors() throws {
    let counties: Set = ["00001", "00003", "02063", "02066", "46102", "51019"]
    let table = try NeighborList(counties: counties, report: report)
      .table(try file("neighbors.csv"))
    expect(
      """
      1 refusal symmetric
      4 repair neighbor-by-former-code
      5 repair neighbor-by-former-code
      6 repair neighbor-of-split-county
      7 repair neighbor-of-split-county
      8 repair neighbor-by-former-code
      9 repair neighbor-by-former-code
      12 refusal own-neighbour
      13 refusal county-code
      14 refusal doubled-row
      15 repair neighbor-by-former-code
      16 refusal known-county
      17 refusal known-county
      """)
    let certain = table.rows.filter { $0[2] != "unknown" }.map { $0[0] }
    #expect(
      certain == ["00001-00003", "00001-46102", "00003-00001", "00003-46102", "46102-00001"])
    #expect(
      column(table, "neighbor_candidates").filter { !$0.value.isEmpty } == [
        "00003-02063": "02063", "00003-02066": "02066", "02063-00003": "00003",
        "02066-00003": "00003", "02063-02066": "02066", "02066-02063": "02063",
      ])
  }

  @Test("removals and returns")
  func yearbook() throws {
    let rows = YearbookList(report: report).rows(try file("removals.csv"))
    expect(
      """
      2 repair decade-row
      3 repair thousands-comma
      6 refusal doubled-row
      7 refusal fiscal-year
      8 refusal number
      """)
    #expect(
      rows.map { [$0[0], $0[3], $0[6], $0[7]] } == [
        ["Y1950-removals", "1234", "1949-07-01", "1950-06-30"],
        ["Y1976-removals", "5", "1975-07-01", "unknown"],
        ["Y1976-returns", "6", "1975-07-01", "unknown"],
        ["Y1977-removals", "7", "1976-10-01", "1977-09-30"],
      ])
  }

  @Test("departments")
  func departments() throws {
    let table = try DepartmentList(geography: geography, report: report)
      .table(try file("departments.csv"), source: "S001")
    expect("2 repair trim-blanks\n3 refusal known-state")
    #expect(table.cells("name") == ["Example Town, ZZ"])
  }

  @Test("a code that came or went without a row of the crosswalk is refused")
  func crosswalk() throws {
    let table = try Crosswalk(counties: ["00001", "00003", "46102"], report: report)
      .table(try file("county-vintages.csv"))
    expect("4 refusal covered-change")
    #expect(column(table, "county")["46113-46102"] == "46102")
    #expect(column(table, "county")["09001"] == "")
  }
}
