// Tests: The shipped tables.

import Foundation
import Testing

@testable import DatasetBuilder

@Suite("The shipped tables")
struct RebuildTests {
  private func shipped(_ name: String) throws -> [UInt8] {
    let url = PackageFolder.url.appendingPathComponent("Sources/CDataset/tables/" + name)
    return [UInt8](try Data(contentsOf: url))
  }

  private func rows(_ name: String) throws -> [RawRow] {
    try RawFile(name: name, bytes: shipped(name), columns: []).rows
  }

  @Test(
    "rebuilt from the raw files, the tables are the same bytes",
    .enabled(if: PackageFolder.hasRaw, "skipped: the raw files are not beside the package"))
  func rebuilt() throws {
    let report = Report()
    let tables = try Build(rawFolder: PackageFolder.raw, report: report).tables()
    Links.check(tables, report: report)
    #expect(report.of(.refusal).isEmpty)
    for table in tables {
      let same = Array(CSVText.text(table).utf8) == (try shipped(table.name))
      #expect(same, "\(table.name) differs: run DatasetBuilder and commit")
    }
    #expect(try shipped("hash.txt") == Array((Output.hash(tables) + "\n").utf8))
  }

  @Test("the Census list of 2020 has 3,143 counties")
  func counties() throws {
    let counties = try rows("counties.csv")
    #expect(counties.count == 3143)
    #expect(counties.allSatisfy { Check.isCountyCode($0["fips"]) })
    let names = Set(counties.map { $0["state"] + $0["name"] })
    #expect(names.count == 3143)
  }

  @Test("the sources that the library names have their keys")
  func sourceKeys() throws {
    let keys = Set(try rows("sources.csv").map { $0["id"] })
    #expect(
      keys.isSuperset(of: [
        "census-population-2018", "ice-287g-2026-05-18", "census-centers-2010", "census-states",
        "census-counties-2020", "state-rules-notes",
      ]))
  }

  @Test("no county whose own agency is listed is answered no")
  func truth() throws {
    let grounds = Dictionary(
      try rows("grounds.csv").map { ($0["id"], $0["value"]) }, uniquingKeysWith: { one, _ in one })
    let signed = Set(try rows("agreements.csv").map { $0["county"] })
    for county in try rows("counties.csv") where signed.contains(county["fips"]) {
      #expect(grounds[county["agreement_287g"]] == "yes")
    }
  }

  @Test("every unknown has a reason, and every answer a basis, a confidence and a source")
  func grounds() throws {
    for ground in try rows("grounds.csv") {
      let isUnknown = ground["value"] == "unknown"
      #expect(ground["reason"].isEmpty != isUnknown)
      #expect(ground["basis"].isEmpty == isUnknown)
      #expect(ground["confidence"].isEmpty == isUnknown)
      #expect(isUnknown || !ground["sources"].isEmpty)
    }
  }
}
