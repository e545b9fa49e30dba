// Makes one agency of the rows that carry its name, and reports where TYPE and COUNTY say.

/// Makes one agency of the rows that carry its name, and reports where TYPE and COUNTY say
/// otherwise than the name.
struct AgencyResolver {
  let geography: Geography
  let report: Report
  let snapshot: Day

  /// The agency of some rows of one state and one name.
  func agency(_ rows: [AgreementList.Row]) -> Agency {
    guard let first = rows.first else {
      return Agency(
        slug: "", name: "", state: "", kind: .state, county: "", locatedIn: "", snapshot: snapshot)
    }
    let owner = AgencyName(geography: geography)
      .owner(first.name, type: first.type, in: first.state)
    let (kind, county) = settled(owner, rows)
    var candidates = ""
    if case .unsettled(let county) = owner { candidates = county.fips }
    for row in rows { compareType(row, kind) }
    var locatedIn = ""
    if kind == .municipality { locatedIn = location(rows) }
    return Agency(
      slug: Self.slug(first.name, in: first.state), name: first.name, state: first.state,
      kind: kind,
      county: county, locatedIn: locatedIn, countyCandidates: candidates,
      snapshot: snapshot)
  }

  /// A key that stays the same from one list to the next: the state and the name in lower case.
  static func slug(_ name: String, in state: String) -> String {
    var words: [String] = [""]
    for character in name.lowercased().replacing("'", with: "") {
      if character.isLetter || character.isNumber {
        words[words.count - 1].append(character)
      } else if words.last != "" {
        words.append("")
      }
    }
    return ([state] + words.filter { !$0.isEmpty }).joined(separator: "-")
  }

  private func settled(_ owner: AgencyName.Owner, _ rows: [AgreementList.Row]) -> (
    AgencyName.Kind, String
  ) {
    switch owner {
    case .state: return (.state, "")
    case .municipality: return (.municipality, "")
    case .unsettled(let county):
      for row in rows {
        report.unsettled("whose-agency", at: row.place, "\(row.name), \(county.name)?")
      }
      return (.state, "")
    case .unmatched:
      for row in rows {
        report.unsettled("unmatched-agency", at: row.place, "\(row.state) \(row.name)")
      }
      return (.county, unknown)
    case .county(let county, let misspelt):
      for row in rows { compareCounty(row, county, misspelt) }
      return (.county, county.fips)
    }
  }

  /// Reports a COUNTY cell that differs from the county in the agency's name, which was used.
  private func compareCounty(_ row: AgreementList.Row, _ county: County, _ misspelt: Bool) {
    if misspelt {
      report.repaired(.misspeltCountyInName, at: row.place, from: row.name, to: county.name)
    }
    guard !row.type.isEmpty else { return }
    let cell = CountyCell(geography: geography, report: report)
    guard let given = cell.county(row.county, in: row.state, at: row.place) else {
      report.repaired(.countyFromName, at: row.place, from: row.county, to: county.name)
      return
    }
    guard given != county else { return }
    let detail = "COUNTY is \(given.name), the name says \(county.name): \(row.name)"
    report.contradiction("county-against-name", at: row.place, detail)
  }

  /// Reports a TYPE that differs from the kind that the agency's name shows, which was used.
  private func compareType(_ row: AgreementList.Row, _ kind: AgencyName.Kind) {
    guard !row.type.isEmpty, Self.kind(of: row.type) != kind else { return }
    let detail = "TYPE is \(row.type), the name says \(kind.rawValue): \(row.name)"
    report.contradiction("type-against-name", at: row.place, detail)
  }

  private static func kind(of type: String) -> AgencyName.Kind {
    type == "County" ? .county : type == "Municipality" ? .municipality : .state
  }

  /// Municipal agencies whose COUNTY is used although TYPE contradicts the name, by state and name:
  /// the town or the township lies in it. Yoakum, Texas, is not one of them: it lies in Lavaca and
  /// DeWitt Counties, and COUNTY says Yoakum County.
  static let plainlyLocated: [String: Set<String>] = [
    "FL": ["Alachua Police Departent", "Neptune Beach Police Department"],
    "IN": ["Shirley Police Department"],
    "MI": ["Metro Police Authority of Genesee County"],
    "PA": [
      "Constable Unity Township", "Coolspring Township Constbales Office",
      "East Donegal Township Constables Office", "Greene Township Constables's Office",
      "Office of Constable Monroeville 6th Ward",
      "Pennsylvania State Constables Office Cambria County",
      "South Pymathuning TWP State Constable",
    ],
    "TX": ["Stamford Police Department"],
    "VA": ["Gordonsville Department of Public Safety"],
    "WY": ["Shoshoni Police Department"],
  ]

  /// The county of a municipality, where every row gives the same one. Where TYPE contradicts the
  /// name, COUNTY is used for the agencies of the list above only, since such a row may name the
  /// county that shares the city's name.
  private func location(_ rows: [AgreementList.Row]) -> String {
    let cell = CountyCell(geography: geography, report: report)
    var found: Set<String> = []
    for row in rows
    where Self.kind(of: row.type) == .municipality
      || Self.plainlyLocated[row.state]?.contains(row.name) == true
    {
      if let county = cell.county(row.county, in: row.state, at: row.place) {
        found.insert(county.fips)
      } else if !cell.given(row.county, at: row.place).isEmpty {
        let detail = "\(row.state) has no '\(row.county)': \(row.name)"
        report.unsettled("county-not-in-state", at: row.place, detail)
      }
    }
    return found.count == 1 ? found.first ?? unknown : unknown
  }
}
