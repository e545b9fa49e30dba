// Tests: Repairs.

import Testing

@testable import DatasetBuilder

@Suite("Repairs")
struct RepairTests {
  private let report = Report()

  private func county(_ cell: String) -> String? {
    CountyCell(geography: Samples.geography, report: report)
      .county(cell, in: "ZZ", at: Samples.place)?.name
  }

  @Test("every repair has its own name and says what it does")
  func named() {
    #expect(Set(Repair.allCases.map(\.rawValue)).count == Repair.allCases.count)
    #expect(Repair.allCases.allSatisfy { !$0.purpose.isEmpty })
  }

  @Test("trim-blanks, join-blanks and straight-apostrophe")
  func cells() {
    let repairs = CellRepairs(report: report)
    #expect(repairs.tidy("\nExample  County \u{2019}s ", at: Samples.place) == "Example County 's")
    #expect(report.rules(.repair) == ["trim-blanks", "join-blanks", "straight-apostrophe"])
    #expect(repairs.tidy("Example County", at: Samples.place) == "Example County")
    #expect(report.of(.repair).count == 3)
  }

  @Test("a report names file, line, rule and change")
  func text() {
    _ = CellRepairs(report: report).tidy("a ", at: Samples.place)
    #expect(report.findings.map(\.text) == ["example.csv:7: repair [trim-blanks]: 'a ' -> 'a'"])
  }

  @Test("placeholder-county")
  func placeholder() {
    #expect(county("#NA") == nil)
    #expect(county("N/A") == nil)
    #expect(report.rules(.repair) == ["placeholder-county", "placeholder-county"])
  }

  @Test("county-spelling")
  func spelling() {
    #expect(county("Saint Sample County") == "St. Sample County")
    #expect(county("EXAMPLE county") == "Example County")
    #expect(report.rules(.repair) == ["county-spelling", "county-spelling"])
  }

  @Test("county-suffix, but not where a city has the same name")
  func suffix() {
    #expect(county("Example") == "Example County")
    #expect(report.rules(.repair) == ["county-suffix"])
    #expect(county("Twin") == nil)
  }

  @Test("misspelt-county knows a spelling in its own state only")
  func misspelt() {
    let state = State(fips: "05", code: "AR", name: "Arkansas", region: "South", division: "x")
    let geography = Geography(
      states: [state], counties: [Samples.county("05115", "Pope County", "AR")])
    let cell = CountyCell(geography: geography, report: report)
    #expect(cell.county("Pop County", in: "AR", at: Samples.place)?.fips == "05115")
    #expect(cell.county("Pop County", in: "ZZ", at: Samples.place) == nil)
    #expect(report.rules(.repair) == ["misspelt-county"])
  }

  @Test("an exact name is no repair, and an unknown one is no county")
  func exact() {
    #expect(county("Example County") == "Example County")
    #expect(county("Nowhere County") == nil)
    #expect(county("") == nil)
    #expect(report.findings.isEmpty)
  }

  @Test("county-from-agency-name and misspelt-county-in-name")
  func fromName() throws {
    let rows = [Samples.listRow("Example County Sheriff's Office", county: "")]
    let agreements = try Samples.agreements(rows, report: report)
    #expect(agreements.map(\.agency.county) == ["98001"])
    #expect(report.rules(.repair) == ["county-from-agency-name"])
    let virginia = State(fips: "51", code: "VA", name: "Virginia", region: "South", division: "x")
    let geography = Geography(
      states: [virginia], counties: [Samples.county("51670", "Hopewell city", "VA")])
    let owner = AgencyName(geography: geography)
      .owner("Hopewell County Sheriff's Office", type: "County", in: "VA")
    #expect(
      owner == .county(Samples.county("51670", "Hopewell city", "VA"), misspelt: true))
  }

  @Test("one-sheriff-per-county merges only where the list has both names")
  func oneSheriff() throws {
    let both = [
      Samples.listRow("Example County Sheriff's Office", model: "Task Force Model"),
      Samples.listRow("Example County Sheriff's Department", line: 3),
    ]
    let agreements = try Samples.agreements(both, report: report)
    #expect(Set(agreements.map(\.agency.slug)) == ["ZZ-example-county-sheriffs-office"])
    #expect(report.rules(.repair) == ["one-sheriff-per-county"])
    let one = try Samples.agreements([Samples.listRow("Twin County Sheriff's Department")])
    #expect(one.map(\.agency.name) == ["Twin County Sheriff's Department"])
  }

  @Test("impossible-date makes the day unknown")
  func date() throws {
    let rows = [Samples.listRow("Example County Sheriff's Office", signed: "5025-07-07")]
    let agreements = try Samples.agreements(rows, report: report)
    #expect(agreements.map(\.signed) == ["unknown"])
    #expect(report.rules(.repair) == ["impossible-date"])
  }

  @Test(
    "missing-slash reads a month, a day and a year, and nothing else",
    arguments: [
      ("7/72025", "2025-07-07"), ("05/082025", "2025-05-08"), ("5025-07-07", "5025-07-07"),
      ("2025-07-07", "2025-07-07"), ("13/012025", "13/012025"), ("7/7/2025", "7/7/2025"),
    ])
  func slash(text: String, repaired: String) {
    #expect(CellRepairs(report: report).slashed(text, at: Samples.place) == repaired)
    #expect(report.rules(.repair) == (text == repaired ? [] : ["missing-slash"]))
  }

  @Test(
    "misspelt-county, as the list of 2025-07-18 has them",
    arguments: [
      ("AL", "Frankin County", "Franklin County"), ("AR", "Layafette County", "Lafayette County"),
      ("FL", "Flagere County", "Flagler County"), ("PA", "Alleghany County", "Allegheny County"),
      ("SC", "McCorkmick County", "McCormick County"),
      ("TX", "Lampass County", "Lampasas County"), ("MI", "Berrian County", "Berrien County"),
    ])
  func misspelt(code: String, cell: String, name: String) {
    let state = State(fips: "97", code: code, name: "Somewhere", region: "South", division: "x")
    let geography = Geography(
      states: [state], counties: [Samples.county("97001", name, code)])
    let found = CountyCell(geography: geography, report: report)
      .county(cell, in: code, at: Samples.place)
    #expect(found?.name == name)
    #expect(report.rules(.repair) == ["misspelt-county"])
  }
}
