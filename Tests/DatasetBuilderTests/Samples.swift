// Made-up states, counties and rows, recognisable as such: state ZZ, Example County.

@testable import DatasetBuilder

/// Made-up states, counties and rows, recognisable as such: state ZZ, Example County.
enum Samples {
  static let place = Place(file: "example.csv", line: 7)

  static let states = [
    State(fips: "98", code: "ZZ", name: "Exampleland", region: "South", division: "Nowhere"),
    State(fips: "99", code: "YY", name: "Otherland", region: "West", division: "Nowhere"),
  ]

  static let counties = [
    county("98001", "Example County", "ZZ"),
    county("98003", "St. Sample County", "ZZ"),
    county("98005", "Twin County", "ZZ"),
    county("98510", "Twin city", "ZZ"),
    county("99001", "Example County", "YY"),
  ]

  static let geography = Geography(states: states, counties: counties)

  static func county(_ fips: String, _ name: String, _ state: String) -> County {
    County(fips: fips, name: name, state: state, region: "South")
  }

  /// A row of a list of agreements.
  static func listRow(
    _ agency: String, type: String = "County", county: String = "Example County",
    model: String = "Warrant Service Officer", signed: String = "2025-06-01",
    document: String = "link", state: String = "EXAMPLELAND", line: Int = 2
  ) -> RawRow {
    RawRow(
      place: Place(file: "list.csv", line: line),
      cells: [
        "STATE": state, "LAW ENFORCEMENT AGENCY": agency, "TYPE": type, "COUNTY": county,
        "SUPPORT TYPE": model, "SIGNED": signed, "MOA": document, "ADDENDUM": "",
      ])
  }

  /// Reads rows as the list of 2026-05-18.
  static func agreements(_ rows: [RawRow], report: Report = Report()) throws -> [Agreement] {
    let list = AgreementList(geography: geography, report: report, snapshot: try day("2026-05-18"))
    return try list.agreements(RawFile(name: "list.csv", bytes: [], rows: rows))
  }

  /// A row of the state rules.
  static func ruleRow(_ changes: [String: String] = [:]) -> RawRow {
    var cells = [
      "state": "ZZ", "field": "detainers", "effect": "requires", "county_value": "yes",
      "effective_from": "2020-01-01", "effective_to": "", "instrument": "statute",
      "citation": "Example Code 1", "summary": "An example.", "source_title": "Example",
      "source_publisher": "Example", "source_url": "https://example.org/1", "source_date": "",
      "confidence": "high", "note": "",
    ]
    cells.merge(changes) { _, new in new }
    return RawRow(place: place, cells: cells)
  }

  /// Rules made of rows, each a change of the example.
  static func rules(_ changes: [[String: String]], report: Report = Report()) -> [StateRule] {
    let file = RawFile(name: "rules.csv", bytes: [], rows: changes.map(ruleRow))
    return StateRuleList(report: report, states: ["ZZ", "YY", "SC", "WV"]).rules(file) { _ in "S001"
    }
  }

  static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw BuildError(file: "Samples.swift", line: 0, reason: "\(text) is no day")
    }
    return day
  }
}

extension Report {
  /// The names of the rules of one kind of finding, in order.
  func rules(_ kind: Finding.Kind) -> [String] { of(kind).map(\.rule) }
}
