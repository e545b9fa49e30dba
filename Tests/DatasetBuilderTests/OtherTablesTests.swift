// Tests: The shipped tables beside counties, agreements and rules.

import Foundation
import Testing

@testable import DatasetBuilder

/// What holds of the shipped tables. The numbers were counted in the raw files by hand or by a
/// script of another language.
@Suite("The other shipped tables")
struct OtherTablesTests {
  private func rows(_ name: String) throws -> [RawRow] {
    let url = PackageFolder.url.appendingPathComponent("Sources/CDataset/tables/" + name)
    return try RawFile(name: name, bytes: [UInt8](try Data(contentsOf: url)), columns: []).rows
  }

  @Test("neighbours are symmetric, and no county borders on itself")
  func neighbors() throws {
    let pairs = try rows("neighbors.csv").map { row in
      let isKnown = row["neighbor"] != "unknown"
      return [row["county"], isKnown ? row["neighbor"] : row["neighbor_candidates"]]
    }
    let all = Set(pairs)
    #expect(all.count == pairs.count)
    #expect(pairs.allSatisfy { all.contains($0.reversed()) && $0[0] != $0[1] })
    let alone = Set(try rows("counties.csv").map { $0["fips"] }).subtracting(pairs.map { $0[0] })
    #expect(alone == ["15001", "15003", "15007"])
  }

  @Test("removals of the years add up to the decades' rows, which do not ship")
  func yearbook() throws {
    let figures = try rows("figures.csv").filter { $0["document"] == "DHS yearbook 2013" }
    func sum(_ metric: String, _ years: ClosedRange<Int>) -> Int {
      let ids = Set(years.map { "Y\($0)-\(metric)" })
      return figures.filter { ids.contains($0["id"]) }.compactMap { Int($0["value"]) }
        .reduce(0, +)
    }
    #expect(figures.count == 209)
    #expect(sum("removals", 1901...1910) == 119_769)
    #expect(sum("removals", 1921...1930) == 281_464)
    #expect(sum("returns", 1941...1950) == 1_470_925)
    #expect(sum("returns", 1951...1960) == 3_883_660)
    #expect(sum("removals", 2011...2011) == 387_134)
  }

  @Test("the people held in fiscal year 2019 add up to the sheets' sum")
  func facilityYears() throws {
    let held = try rows("facility_years.csv").filter { $0["fiscal_year"] == "fy2019" }
      .compactMap { Double($0["average_population"]) }.reduce(0, +)
    #expect(abs(held - 49_142.3) < 0.05)
  }

  @Test("listings and limits have the rows of their lists")
  func lists() throws {
    let kinds = Dictionary(grouping: try rows("listings.csv"), by: { $0["kind"] })
      .mapValues(\.count)
    #expect(kinds == ["state": 14, "county": 391, "city": 200])
    let counties = try rows("listings.csv").filter { $0["kind"] == "county" }.map { $0["county"] }
    #expect(Set(counties).count == 391)
    #expect(counties.allSatisfy(Check.isCountyCode))
    let cities = try rows("listings.csv").filter { $0["kind"] == "city" && $0["county"] != "" }
    #expect(
      Set(cities.map { $0["county"] }) == [
        "02020", "06075", "08031", "11001", "13059", "15003", "21111", "22071", "24510", "42101",
        "47037", "51510", "51540", "51650", "51680", "51683", "51690", "51700", "51740", "51760",
        "51810",
      ])
    #expect(cities.count == 21)
    let limits = try rows("detainer_limits.csv")
    #expect(limits.count == 165)
    #expect(limits.allSatisfy { $0["enacted"] <= "2014-09" })
  }

  @Test("entries under the cities that name a county leave out New York City's five counties")
  func newYork() throws {
    let city = try #require(rows("listings.csv").first { $0["place"] == "New York City" })
    #expect(city["kind"] == "city" && city["county"].isEmpty)
  }

  @Test("no rule says that an agreement or a contract exists, nor that no agreement does")
  func rulesAreNoRecord() throws {
    let rules = try rows("facts.csv").filter { $0["basis"] == "law" }
    let agreements = rules.filter { $0["field"] == "agreement_287g" }
    #expect(agreements.count == 20)
    #expect(agreements.allSatisfy { $0["value"] == "unknown" })
    let said = agreements.filter { $0["reason"] == "a rule, not a fact of record" }
    #expect(said.count == 9)
    let contracts = rules.filter { $0["field"] == "detention_contract" }
    #expect(Set(contracts.map { $0["value"] }) == ["no", "unknown"])
  }

  @Test("no query recomputes the hours of a warrant service officer from the same documents")
  func hours() throws {
    let hours = try rows("figures.csv").filter { ["F22", "F23"].contains($0["id"]) }
    #expect(hours.map { $0["value"] } == ["48", "48"])
    #expect(hours.allSatisfy { $0["about"].isEmpty })
  }

  @Test("a statement's claim is told as what somebody says or counts")
  func claims() throws {
    let claims = try rows("statements.csv").map { $0["claim"] }
    #expect(claims.count == 20)
    #expect(claims.allSatisfy { $0.hasPrefix("Says") || $0.hasPrefix("Counts") })
  }

  @Test("every source of a row can be opened: title, publisher and address")
  func sources() throws {
    let sources = Dictionary(
      uniqueKeysWithValues: try rows("sources.csv").map { ($0["id"], $0) })
    for name in OtherTables.links.filter({ $0.column == "source" }).map(\.table) {
      for row in try rows(name) {
        let source = try #require(sources[row["source"]], "\(name):\(row.place.line)")
        for column in ["title", "publisher", "place"] {
          #expect(source[column] != "unknown" && !source[column].isEmpty)
        }
        let hasDate = source["published"] != "unknown"
        #expect(hasDate || row["source"] == "census-county-changes")
      }
    }
  }

  @Test("every source that a schema names for a whole relation is a row of sources")
  func schemaSources() throws {
    let folder = PackageFolder.url.appendingPathComponent("Sources/EnforcementData/Tables")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    let named = texts.flatMap { $0.matches(of: /\bsources: \[([^\]]*)\]/) }
      .flatMap { String($0.output.1).matches(of: /"([^"]+)"/).map { String($0.output.1) } }
    #expect(named.count >= 12)
    #expect(Set(named).subtracting(try rows("sources.csv").map { $0["id"] }).isEmpty)
  }

  @Test("an official is named in events only, with the office")
  func officials() throws {
    let offices = ["Director of ICE", "Sheriff"]
    for event in try rows("events.csv") {
      #expect(offices.contains(where: event["official"].contains))
    }
    let names = try rows("events.csv").compactMap {
      $0["official"].split(separator: ",").first.map(String.init)
    }
    for table in ["statements.csv", "programs.csv", "figures.csv"] {
      for row in try rows(table) {
        let text = ["organisation", "role", "claim", "summary", "disputed_by", "description"]
          .map { row[$0] }.joined(separator: " ")
        #expect(!names.contains(where: text.contains), "\(table):\(row.place.line)")
      }
    }
  }

  @Test(
    "a criterion's category",
    arguments: [
      ("will not honor ice detainer", "declines_all"),
      ("will not honor ice detainer without a court order", "needs_judicial_warrant"),
      ("will not honor ice detainer unless a judge has approved it", "needs_judicial_warrant"),
      ("will not honor ice detainer without a warrant", "other"),
      ("will not honor ice detainer without court order or warrant", "other"),
      ("will not honor ice detainer unless ice pays for cost of detention", "other"),
      ("to the extent permissible by law, will not honor detainer requests", "other"),
      ("convicted of at least one felony", "serious_offences_only"),
      ("something that no rule knows", "other"),
    ])
  func category(criterion: String, category: String) {
    #expect(DetainerLimitText.category(criterion).rawValue == category)
  }
}
