// Tests: The list of counties.

import Testing

@testable import DatasetBuilder

@Suite("The list of counties")
struct CountyListTests {
  private let report = Report()
  private let states = [
    State(fips: "46", code: "SD", name: "South Dakota", region: "Midwest", division: "x"),
    State(fips: "51", code: "VA", name: "Virginia", region: "South", division: "x"),
    State(fips: "02", code: "AK", name: "Alaska", region: "West", division: "x"),
    State(fips: "66", code: "GU", name: "Guam", region: "", division: ""),
  ]

  private func file(_ text: String) throws -> RawFile {
    try RawFile(name: "example.csv", bytes: Array(text.utf8), columns: [])
  }

  private func counties(
    _ rows: String, population: String = "", centers: String = ""
  ) throws -> [County] {
    CountyList(report: report).counties(
      vintages: try file("vintage,fips,name\n" + rows),
      population: try file("fips,pop_2018\n" + population),
      centers: try file("fips,pclat10,pclon10\n" + centers), states: states)
  }

  @Test("added-county: the raw file lacks Chugach")
  func added() throws {
    let list = try counties("2020,46001,Example County\n")
    #expect(list.map(\.name) == ["Chugach Census Area", "Example County"])
    #expect(report.rules(.repair) == ["added-county"])
  }

  @Test("retired-county, other vintages and territories are left out")
  func left() throws {
    let rows = "2010,46003,Old County\n2020,51515,Bedford city\n2020,66010,Guam\n"
    #expect(try counties(rows).map(\.fips) == ["02063"])
    #expect(report.rules(.repair) == ["retired-county", "added-county"])
  }

  @Test("official-county-name, and two names that no rule settles are refused")
  func names() throws {
    let rows = "2020,46102,Shannon County\n2020,46102,Oglala Lakota County\n"
    #expect(try counties(rows).last?.name == "Oglala Lakota County")
    #expect(report.rules(.repair).contains("official-county-name"))
    #expect(report.of(.refusal).isEmpty)
    _ = try counties("2020,46001,Example County\n2020,46001,Sample County\n")
    #expect(report.rules(.refusal) == ["one-name-per-code"])
  }

  @Test("renumbered-centre takes the former code's centre; what is missing is unknown")
  func centres() throws {
    let list = try counties(
      "2020,46102,Oglala Lakota County\n2020,46001,Example County\n",
      population: "46102,14309\n", centers: "46113,43.1,-102.4\n46001,NA,NA\n")
    #expect(list.map(\.latitude) == ["unknown", "unknown", "43.1"])
    #expect(list.map(\.population) == ["unknown", "unknown", "14309"])
    #expect(report.rules(.repair).contains("renumbered-centre"))
  }

  @Test("a code without its leading zero, and a code that comes twice, are refused")
  func codes() throws {
    _ = try counties("2020,2013,Example Borough\n")
    #expect(report.rules(.refusal) == ["county-code"])
    _ = try counties("", population: "46001,1\n46001,2\n")
    #expect(report.rules(.refusal) == ["county-code", "doubled-row"])
  }

  @Test("a state's code is two capitals")
  func stateCodes() throws {
    let raw = try file("fips,postal,name,region,division\n98,zz,Exampleland,South,x\n")
    #expect(StateList(report: report).states(raw).isEmpty)
    #expect(report.rules(.refusal) == ["state-code"])
  }
}
