// Reads the Homeland Security list of 2025-05-31.

/// Reads the Homeland Security list of 2025-05-31, which was withdrawn within days and disputed.
/// That a place stands on it is a fact of that day, and says nothing of what the place does.
struct Listing {
  let geography: Geography
  let report: Report
  var consolidated = Self.governments
  var swapped = Self.swaps
  var cities = ListedCity.all

  /// The columns of the raw file that are read.
  static let columns = ["state", "level", "jurisdiction", "basis"]
  /// The day of the list.
  static let day = "2025-05-31"
  /// What the list is called in every row.
  static let title = "Homeland Security list of 2025-05-31 (withdrawn within days, disputed)"

  /// Counties that share a government with a city, as the list and as the Census names them.
  static let governments = ["GA": ["Athens-Clarke County": "Clarke County"]]
  /// Places whose levels stand the wrong way round: the city of Lawrence lies in Douglas County.
  static let swaps = ["KS": ["Lawrence": "city", "Douglas County": "county"]]

  private static let levels = ["state", "county", "city"]
  private static let reasons = [
    "": "", "Self-Identification as a State Sanctuary Jurisdiction": "self_identified",
    "Self-Identification as Local Sanctuary Jurisdiction": "self_identified",
    "Court Order Requiring State Sanctuary Requirements": "court_order",
  ]

  /// The table: one row for each place on the list.
  func table(_ file: RawFile) throws -> Table {
    var seen: Set<String> = []
    let rows = file.rows.compactMap { row -> [String]? in
      guard let cells = cells(row) else { return nil }
      guard seen.insert(cells[0]).inserted else {
        report.refused("doubled-row", at: row.place, "\(cells[0]) comes twice")
        return nil
      }
      return cells
    }
    return try Table(
      "listings.csv",
      columns: [
        "id", "list", "date", "kind", "place", "state", "county", "given_reason", "source",
      ], rows: rows)
  }

  private func cells(_ row: RawRow) -> [String]? {
    func refuse(_ rule: String, _ column: String) -> [String]? {
      report.refused(rule, at: row.place, "\(column) is '\(row[column])'")
      return nil
    }
    let repairs = CellRepairs(report: report)
    let name = repairs.tidy(row["jurisdiction"], at: row.place)
    guard let state = geography.state(named: row["state"]) else {
      return refuse("known-state", "state")
    }
    guard Check.isOne(of: Self.levels, row["level"]) else { return refuse("known-level", "level") }
    guard !name.isEmpty else { return refuse("named-place", "jurisdiction") }
    guard let reason = Self.reasons[row["basis"]] else { return refuse("known-reason", "basis") }
    let kind = kind(row, name, in: state.code)
    var county = ""
    if kind == "county" {
      guard let found = self.county(name, in: state.code, at: row.place) else {
        return refuse("known-county", "jurisdiction")
      }
      county = found.fips
    } else if kind == "city", let city = cities[state.code]?[name] {
      guard let found = geography.county(city.county, in: state.code) else {
        return refuse("known-county", "jurisdiction")
      }
      report.repaired(
        .cityIsCounty, at: row.place, from: name, to: "\(found.name): \(city.reason)")
      county = found.fips
    }
    let id = AgencyResolver.slug("\(kind) \(name)", in: state.code) + "/" + Self.day
    return [
      id, Self.title, Self.day, kind, name, state.code, county, reason,
      OtherSources.listing.key ?? unknown,
    ]
  }

  private func kind(_ row: RawRow, _ name: String, in state: String) -> String {
    guard let kind = swapped[state]?[name], kind != row["level"] else { return row["level"] }
    report.repaired(.swappedLevel, at: row.place, from: "\(row["level"]) \(name)", to: kind)
    return kind
  }

  private func county(_ name: String, in state: String, at place: Place) -> County? {
    if let county = geography.county(name, in: state) { return county }
    if let other = consolidated[state]?[name], let county = geography.county(other, in: state) {
      report.repaired(.consolidatedCounty, at: place, from: name, to: other)
      return county
    }
    guard let county = geography.county(spelt: name, in: state) else { return nil }
    report.repaired(.countySpelling, at: place, from: name, to: county.name)
    return county
  }
}
