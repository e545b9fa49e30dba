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
        "census-counties-2020", "state-rules-notes", "ice-287g-2025-01-22",
        "ice-287g-2025-07-18", "ice-facilities-2017-11-06", "ice-facility-years",
      ]))
  }

  /// The value of every county's answer on a day, by code.
  private func values(_ field: String) throws -> (String, String) -> String? {
    let grounds = Dictionary(
      try rows("grounds.csv").map { ($0["id"], $0["value"]) }, uniquingKeysWith: { one, _ in one })
    let pieces = Dictionary(grouping: try rows("timelines.csv"), by: { $0["id"] })
    let ids = Dictionary(
      try rows("counties.csv").map { ($0["fips"], $0[field]) }, uniquingKeysWith: { one, _ in one })
    return { fips, day in
      let piece = pieces[ids[fips] ?? ""]?.last { $0["since"] <= day }
      return piece.flatMap { grounds[$0["ground"]] }
    }
  }

  @Test("the three lists have 135, 832 and 1,843 agreements")
  func lists() throws {
    let snapshots = try rows("agreements.csv").map { $0["snapshot"] }
    let counts = Dictionary(grouping: snapshots, by: { $0 }).mapValues(\.count)
    #expect(counts == ["2025-01-22": 135, "2025-07-18": 832, "2026-05-18": 1843])
  }

  @Test("no county that signed by a day is answered no on it, up to the list that says so")
  func truth() throws {
    let value = try values("agreement_287g")
    let matched = try rows("agreements.csv").filter { !["", "unknown"].contains($0["county"]) }
    let latest = try Samples.day("2026-05-18")
    var wrong: Set<String> = []
    for agreement in matched {
      let last = try Samples.day(agreement["snapshot"])
      #expect(value(agreement["county"], last.description) == "yes")
      guard let signed = Day(agreement["signed"]) else { continue }
      var day = max(signed, try Samples.day("2025-01-22"))
      while day <= last && day <= latest {
        if value(agreement["county"], day.description) == "no" {
          wrong.insert("\(agreement["county"]) \(day)")
        }
        day = day.next
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "where a sheet of 2019 has people in a facility named after a county, nothing says no",
    .enabled(if: PackageFolder.hasRaw, "skipped: the raw files are not beside the package"))
  func held() throws {
    let value = try values("detention_contract")
    let sheets = try RawFile.read(
      "detention/facility-fiscal-year-2010-2026.csv", in: PackageFolder.raw, columns: ["adp"])
    let counties = try rows("counties.csv")
    var checked = 0
    for row in sheets.rows where row["fiscal_year"] == "FY19" {
      guard ["IGSA", "DIGSA"].contains(row["facility_type_detailed"]),
        let people = Double(row["adp"]), people > 0
      else { continue }
      for county in counties
      where county["state"] == row["facility_state"]
        && row["facility_name"].lowercased().hasPrefix(county["name"].lowercased() + " ")
      {
        checked += 1
        for day in ["2017-12-31", "2018-10-01", "2019-06-01", "2019-09-30", "2019-12-31"] {
          #expect(value(county["fips"], day) != "no", "\(county["name"]) \(day)")
        }
      }
    }
    #expect(checked > 50)
  }

  @Test("histories are in order, begin from ever, and neighbours differ")
  func histories() throws {
    var last: RawRow?
    for piece in try rows("timelines.csv") {
      if let last, last["id"] == piece["id"] {
        #expect(last["since"] < piece["since"])
        #expect(last["ground"] != piece["ground"])
      } else {
        #expect(piece["since"].isEmpty)
      }
      #expect(piece["since"] <= "2026-05-18")
      last = piece
    }
  }

  @Test("every fact has a value, a basis, counties and a source")
  func facts() throws {
    let facts = try rows("facts.csv")
    #expect(Set(facts.map { $0["field"] }) == Set(CountyAnswers.fields))
    #expect(Set(facts.map { $0["basis"] }) == ["law", "agreement", "listed", "announced"])
    for fact in facts {
      #expect(["yes", "no", "unknown"].contains(fact["value"]))
      #expect(fact["reason"].isEmpty == (fact["value"] != "unknown"))
      #expect(!fact["since"].isEmpty && !fact["citation"].isEmpty)
      #expect(!fact["source"].isEmpty && !fact["counties"].isEmpty && !fact["conditions"].isEmpty)
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
