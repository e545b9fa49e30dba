// Reads the list of facilities of 2017-11-06: which county each lies in, and whose it is.

/// A facility that held people for ICE, or may.
struct Facility: Equatable {
  /// Who owns or runs it.
  enum Holder { case county, state, other, unknown }

  let code: String
  let name: String
  /// The county whose it is; nil where its name and its cells do not settle it.
  let county: County?
  /// Every county that it may stand in or be of, the settled one among them.
  let possible: [County]
  let state: String
  let type: String
  let authorised: Bool
  let holder: Holder
  /// Whether the facility's name carries the settled county.
  let isNamedAfterCounty: Bool
  /// Whether the list of 2017 says that a county agency runs it, not only owns it.
  let isRunByCounty: Bool

  var isIGSA: Bool { type == "IGSA" }
  var isMarshals: Bool { type == "USMS IGA" }
}

/// Reads ICE's list of facilities of 2017-11-06.
struct FacilityList {
  let geography: Geography
  let report: Report
  /// The facilities whose county a list settles, or leaves open.
  var places = FacilityPlaces.all

  /// The columns that are read.
  static let columns = [
    "DETLOC", "Name", "City", "County", "State", "Type", "Facility Operator", "Facility Owner",
    "Authorization Status",
  ]

  private static let types = [
    "IGSA", "USMS IGA", "Other", "ORR", "BOP", "CDF", "SPC", "MIRP",
  ]
  private static let statuses = ["NOT INSPECTED", "AUTHORIZED", "USE PROHIBITED"]

  /// Cells of COUNTY that differ from the Census name by letters, by state.
  static let misspelt: [String: [String: String]] = ["VA": ["ABERMARLE": "Albemarle County"]]

  /// The facilities under an agreement with a government (IGSA) or the Marshals' (USMS IGA), of
  /// states with counties. Only these types say anything of a county: a facility of another type,
  /// redacted or not, is none of the two, wherever it stands.
  func facilities(_ file: RawFile) -> [Facility] {
    let rows = file.rows.filter(isKnown)
    let cities = countiesByCity(rows)
    return rows.filter { ["IGSA", "USMS IGA"].contains($0["Type"]) }.compactMap { row in
      facility(row, cities)
    }
  }

  private func isKnown(_ row: RawRow) -> Bool {
    guard Check.isOne(of: Self.types, row["Type"]) else {
      report.refused("known-facility-type", at: row.place, "Type is '\(row["Type"])'")
      return false
    }
    guard Check.isOne(of: Self.statuses, row["Authorization Status"]) else {
      report.refused("known-status", at: row.place, "'\(row["Authorization Status"])'")
      return false
    }
    return true
  }

  /// One facility; nil where it stands in no state that has counties. A facility whose state is
  /// redacted may stand anywhere: its state is `unknown`.
  private func facility(_ row: RawRow, _ cities: [String: Set<String>]) -> Facility? {
    let isHidden = row["State"] == "Redacted"
    guard isHidden || geography.counties.contains(where: { $0.state == row["State"] }) else {
      return nil
    }
    let location = isHidden ? Location(nil, []) : location(row, cities)
    let named = countyInName(row["Name"], in: row["State"])
    return Facility(
      code: row["DETLOC"], name: row["Name"], county: location.county,
      possible: location.possible, state: isHidden ? unknown : row["State"], type: row["Type"],
      authorised: row["Authorization Status"] == "AUTHORIZED", holder: Self.holder(row),
      isNamedAfterCounty: named != nil && named == location.county,
      isRunByCounty: Self.isCountyRun(row))
  }

  /// A county's where the list says so of owner or operator; unknown where it says nothing. Where
  /// the state or its regional authority runs the jails, COUNTY means theirs.
  static func holder(_ row: RawRow) -> Facility.Holder {
    let owner = row["Facility Owner"]
    let operatedBy = row["Facility Operator"]
    if owner == "COUNTY" || operatedBy.hasPrefix("COUNTY") {
      return StateList.hasCountyJails(row["State"]) ? .county : .state
    }
    return owner.isEmpty && operatedBy.isEmpty ? .unknown : .other
  }

  private static func isCountyRun(_ row: RawRow) -> Bool {
    holder(row) == .county && row["Facility Operator"].hasPrefix("COUNTY")
  }

  /// The counties that the cells of a city's facilities give.
  func countiesByCity(_ rows: [RawRow]) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for row in rows {
      let settled = places.settled[row["State"]]?[row["DETLOC"]]
      let listed = settled.flatMap { geography.county($0, in: row["State"]) }
      let given = listed.map { [$0] } ?? countiesInCell(row, reports: false)
      if given.count == 1 { found[Self.city(row), default: []].insert(given[0].fips) }
    }
    return found
  }

  private static let suffixes = [
    "", " County", " Parish", " city", " Borough", " Census Area", " Municipality",
    " City and Borough",
  ]

  /// The counties that a cell of COUNTY can mean: in Virginia a county and a city share names.
  func countiesInCell(_ row: RawRow, reports: Bool = true) -> [County] {
    let cell = Check.trimmed(row["County"])
    let state = row["State"]
    guard !cell.isEmpty else { return [] }
    if let name = Self.misspelt[state]?[cell], let county = geography.county(name, in: state) {
      if reports { report.repaired(.misspeltCounty, at: row.place, from: cell, to: name) }
      return [county]
    }
    let found = Self.suffixes.compactMap { geography.county(spelt: cell + $0, in: state) }
    return Set(found.map(\.fips)).sorted().compactMap { fips in found.first { $0.fips == fips } }
  }

  /// The county with which a name begins: `EXAMPLE COUNTY JAIL`, `EXAMPLE PARISH JAIL`, and
  /// `EXAMPLE CITY JAIL` where the Census counts the city as a county.
  func countyInName(_ name: String, in state: String) -> County? {
    let words = name.split(separator: " ").map(String.init)
    let ends = ["COUNTY", "PARISH", "CITY"]
    guard let end = words.firstIndex(where: { ends.contains($0.uppercased()) }), end > 0 else {
      return nil
    }
    return geography.county(spelt: words[...end].joined(separator: " "), in: state)
  }
}
