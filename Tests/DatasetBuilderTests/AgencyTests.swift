// Tests: Whose agency it is.

import Testing

@testable import DatasetBuilder

@Suite("Whose agency it is")
struct AgencyTests {
  private let report = Report()

  private func agency(_ row: RawRow) throws -> Agency {
    try #require(try Samples.agreements([row], report: report).first).agency
  }

  @Test(
    "the name settles the county",
    arguments: [
      "Example County Sheriff's Office", "Example County Jail",
      "Example County Constable Precinct 2",
      "County of Example / Example County Jail", "Metropolitan Example County Sheriff's Office",
    ])
  func own(name: String) throws {
    let agency = try agency(Samples.listRow(name, model: "Task Force Model"))
    #expect(agency.kind == .county)
    #expect(agency.county == "98001")
    #expect(agency.locatedIn == "")
    #expect(report.findings.isEmpty)
  }

  @Test(
    "a city's police are no county's own, whatever TYPE says",
    arguments: ["Example Police Department", "Example County Regional Police Department"])
  func police(name: String) throws {
    let agency = try agency(Samples.listRow(name))
    #expect(agency.kind == .municipality)
    #expect(agency.county == "")
    #expect(agency.locatedIn == "unknown")
    #expect(report.rules(.contradiction) == ["type-against-name"])
  }

  @Test("a municipality's county is where COUNTY puts it, and unknown where COUNTY does not")
  func located() throws {
    let known = try agency(Samples.listRow("Example Police Department", type: "Municipality"))
    #expect(known.locatedIn == "98001")
    let row = Samples.listRow(
      "Sample Police Department", type: "Municipality", county: "Nowhere County")
    #expect(try agency(row).locatedIn == "unknown")
    #expect(report.rules(.unsettled) == ["county-not-in-state"])
  }

  @Test(
    "towns that the list types as counties lie where COUNTY puts them; Yoakum does not",
    arguments: [
      ("IN", "Shirley Police Department", "18059"), ("TX", "Stamford Police Department", "48253"),
      ("VA", "Gordonsville Department of Public Safety", "51137"),
      ("WY", "Shoshoni Police Department", "56013"),
      ("FL", "Alachua Police Departent", "12001"),
      ("MI", "Metro Police Authority of Genesee County", "26049"),
      ("PA", "Pennsylvania State Constables Office Cambria County", "42021"),
      ("TX", "Yoakum Police Department", "unknown"),
    ])
  func plainlyLocated(code: String, name: String, fips: String) throws {
    let state = State(fips: "97", code: code, name: "Somewhere", region: "South", division: "x")
    let county = Samples.county(fips, "Some County", code)
    let list = AgreementList(
      geography: Geography(states: [state], counties: [county]), report: Report(),
      snapshot: try Samples.day("2026-05-18"))
    let row = Samples.listRow(
      name, county: "Some County", model: "Task Force Model", state: "SOMEWHERE")
    let agreements = try list.agreements(RawFile(name: "list.csv", bytes: [], rows: [row]))
    let agency = try #require(agreements.first).agency
    #expect(agency.kind == .municipality)
    #expect(agency.county == "")
    #expect(agency.locatedIn == fips)
  }

  @Test("a police force that municipalities share is municipal, though it is named after a county")
  func regionalPolice() throws {
    let row = Samples.listRow("Example County Regional Police Department", type: "Municipality")
    let agency = try agency(row)
    #expect(agency.kind == .municipality)
    #expect(agency.county == "")
    #expect(agency.countyCandidates == "")
  }

  @Test("a state agency has no county")
  func state() throws {
    let agency = try agency(
      Samples.listRow("Exampleland Department of Corrections", type: "State Agency"))
    #expect(agency.kind == .state)
    #expect(agency.county == "")
    #expect(agency.locatedIn == "")
  }

  @Test("the office of a judicial district is no county's own")
  func district() throws {
    let name = "Office of The District Attorney - Example District"
    #expect(try agency(Samples.listRow(name)).kind == .state)
    #expect(report.rules(.contradiction) == ["type-against-name"])
  }

  @Test(
    "a county agency that nothing matches stays unmatched and is reported",
    arguments: ["Nowhere County Sheriff's Office", "Example Regional Jail Authority"])
  func unmatched(name: String) throws {
    let agency = try agency(Samples.listRow(name, county: "#NA"))
    #expect(agency.isUnmatched)
    #expect(report.rules(.unsettled) == ["unmatched-agency"])
  }

  @Test("a COUNTY and a TYPE that differ from the name are reported, and the name is used")
  func contradictions() throws {
    let row = Samples.listRow(
      "Example County Sheriff's Office", type: "Municipality", county: "Twin County")
    #expect(try agency(row).county == "98001")
    #expect(report.rules(.contradiction).sorted() == ["county-against-name", "type-against-name"])
  }

  @Test("consolidated governments are known by name")
  func consolidated() {
    let nevada = State(fips: "32", code: "NV", name: "Nevada", region: "West", division: "x")
    let clark = Samples.county("32003", "Clark County", "NV")
    let name = AgencyName(geography: Geography(states: [nevada], counties: [clark]))
    let police = "Las Vegas Metropolitan Police Department"
    #expect(name.owner(police, type: "Municipality", in: "NV") == .county(clark, misspelt: false))
    #expect(AgencyName.runsJail(police))
  }

  @Test("sheriffs and jails run jails; prosecutors, constables and police do not")
  func jails() {
    #expect(AgencyName.runsJail("Example County Detention Center"))
    #expect(!AgencyName.runsJail("Example County District Attorney's Office"))
    #expect(!AgencyName.runsJail("Example County Constable Precinct 2"))
    #expect(!AgencyName.runsJail("Example County Police Department"))
  }

  @Test("a jail model of an agency that runs no jail is reported")
  func jailModel() throws {
    _ = try agency(Samples.listRow("Example County Attorney's Office"))
    #expect(report.rules(.contradiction) == ["jail-model-without-jail"])
  }

  @Test("a row outside the domains, and a doubled row, are refused")
  func refused() throws {
    let name = "Example County Sheriff's Office"
    let rows = [
      Samples.listRow(name, state: "NOWHERE"), Samples.listRow(name, type: "Federal"),
      Samples.listRow(name, model: "Other Model"), Samples.listRow(name, document: "lost"),
      Samples.listRow(""), Samples.listRow(name), Samples.listRow(name, line: 3),
    ]
    #expect(try Samples.agreements(rows, report: report).count == 1)
    #expect(
      report.rules(.refusal) == [
        "known-state", "known-type", "known-model", "known-document", "named-agency",
        "doubled-row",
      ])
  }

  @Test(
    "police and constables whom the list of 2025-07-18 types as a county's are municipal",
    arguments: [
      "Alachua Police Departent", "Metro Police Authority of Example County",
      "Coolspring Township Constbales Office", "South Pymathuning TWP State Constable",
      "Pennsylvania State Constables Office Example County",
    ])
  func typedAsCounty(name: String) throws {
    let agency = try agency(Samples.listRow(name, model: "Task Force Model"))
    #expect(agency.kind == .municipality)
    #expect(report.rules(.contradiction) == ["type-against-name"])
    #expect(report.of(.unsettled).isEmpty)
  }

  @Test("Miami-Dade is known without its hyphen")
  func miami() {
    let florida = State(fips: "12", code: "FL", name: "Florida", region: "South", division: "x")
    let dade = Samples.county("12086", "Miami-Dade County", "FL")
    let name = AgencyName(geography: Geography(states: [florida], counties: [dade]))
    for agency in ["Miami Dade Sheriff's Office", "Miami Dade Corrections and Rehabilitation"] {
      #expect(name.owner(agency, type: "County", in: "FL") == .county(dade, misspelt: false))
    }
  }

  @Test("a regional or district jail is of several counties, whatever TYPE says")
  func districtJail() throws {
    let row = Samples.listRow("Example District Jail", type: "State Agency")
    #expect(try agency(row).isUnmatched)
    #expect(report.rules(.contradiction) == ["type-against-name"])
  }
}
