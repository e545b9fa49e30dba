// The table of facilities: ICE's list of 2017-11-06, as far as it was not redacted.

/// The table of facilities: ICE's list of 2017-11-06, as far as it was not redacted. The county of
/// a row is the one that `FacilityList` reads, so that table and answers agree.
struct FacilityTable {
  let geography: Geography
  let report: Report
  var misspelt = Self.known

  /// Cells of COUNTY of types that `FacilityList` does not read: letters differ, never the place.
  static let known: [String: [String: String]] = [
    "CA": ["SANTA BARBRA": "Santa Barbara County"], "FL": ["DADE": "Miami-Dade County"],
    "LA": ["VERMILLION": "Vermilion Parish"],
  ]

  /// A facility: its code, the cells of its row, and its average populations by fiscal year.
  struct Facility {
    let code: String
    let cells: [String]
    let years: [(year: Int, average: String)]
  }

  /// The columns of the raw file that are read. Prices and inspections stay behind.
  static let columns =
    [
      "DETLOC", "Name", "City", "County", "State", "Type", "Type Detailed", "Capacity",
      "Population Count", "Date of First Use", "Date of Last Use", "Facility Operator",
      "Facility Owner", "Best Known Contract Initiation Date",
      "Best Known Contract Expiration Date", "Authorization Status",
    ] + years.map { "FY\($0) ADP" }

  /// The fiscal years of the list, two digits as its columns have them.
  static let years = ["09", "10", "11", "12", "13", "14", "15", "16", "17", "18"]

  private static let shipped = [
    "code", "name", "city", "county", "county_as_listed", "state", "state_code", "type",
    "type_detailed", "capacity", "held", "operator", "owner", "authorization", "first_use",
    "last_use", "contract_start", "contract_end", "source", "county_candidates",
  ]
  private static let types = ["IGSA", "Other", "USMS IGA", "ORR", "BOP", "CDF", "SPC", "MIRP"]
  private static let detailed =
    types + ["HOLD", "HOSPITAL", "JUVENILE", "DIGSA", "STAGING", "FAMILY", "USMS CDF"]
  private static let statuses = ["AUTHORIZED", "NOT INSPECTED", "USE PROHIBITED"]
  private static let dates = [
    "Date of First Use", "Date of Last Use", "Best Known Contract Initiation Date",
    "Best Known Contract Expiration Date",
  ]

  /// The facilities, without rows that were refused.
  func facilities(_ file: RawFile) -> [Facility] {
    var redacted = 0
    var seen: Set<String> = []
    let cities = FacilityList(geography: geography, report: Report()).countiesByCity(file.rows)
    return file.rows.compactMap { row in
      guard let fault = fault(row) else {
        let code = code(row, &redacted)
        guard seen.insert(code).inserted else {
          report.refused("doubled-row", at: row.place, "\(code) comes twice")
          return nil
        }
        return facility(row, code, cities)
      }
      report.refused(fault.rule, at: row.place, fault.detail)
      return nil
    }
  }

  /// The table of facilities.
  static func table(_ facilities: [Facility]) throws -> Table {
    try Table("facilities.csv", columns: shipped, rows: facilities.map(\.cells))
  }

  /// A category as the tables write it: `USMS IGA` is `usms_iga`.
  static func word(_ text: String) -> String { text.lowercased().replacing(" ", with: "_") }

  /// The redacted rows share one code. Each gets the number that it has among them.
  private func code(_ row: RawRow, _ redacted: inout Int) -> String {
    guard row["DETLOC"] == "Redacted" else {
      return CellRepairs(report: report).tidy(row["DETLOC"], at: row.place)
    }
    redacted += 1
    let code = "redacted-\(redacted)"
    report.repaired(.redactedCode, at: row.place, from: row["DETLOC"], to: code)
    return code
  }

  private func facility(
    _ row: RawRow, _ code: String, _ cities: [String: Set<String>]
  ) -> Facility {
    let repairs = CellRepairs(report: report)
    func text(_ column: String) -> String {
      let cell = repairs.tidy(row[column], at: row.place)
      return cell.isEmpty || cell == "Redacted" ? unknown : cell
    }
    let place = location(row, cities)
    let operation = [text("Facility Operator"), text("Facility Owner")]
    let cells =
      [
        code, text("Name"), text("City"), place.county, text("County"), place.state,
        text("State"), Self.word(row["Type"]), Self.word(row["Type Detailed"]), capacity(row),
        row["Population Count"],
      ] + operation + [Self.word(row["Authorization Status"])] + Self.dates.map(text)
      + [RawOrigin.facilitiesKey, place.candidates]
    let years = Self.years.compactMap { year -> (year: Int, average: String)? in
      guard let number = Int(year), let average = FacilityYearTable.average(row["FY\(year) ADP"])
      else { return nil }
      return (2000 + number, average)
    }
    return Facility(code: code, cells: cells, years: years)
  }

  /// The keys of state and county. A territory has no counties in the record, and may not be one of
  /// its states.
  private func location(
    _ row: RawRow, _ cities: [String: Set<String>]
  ) -> (state: String, county: String, candidates: String) {
    let state = row["State"]
    guard state != "Redacted" else { return (unknown, unknown, "") }
    guard geography.states.contains(where: { $0.code == state && $0.hasCounties }) else {
      return (Self.territories.contains(state) ? state : "", "", "")
    }
    let found = counties(row, cities)
    if let county = found.county { return (state, county.fips, "") }
    return (state, unknown, found.possible.map(\.fips).joined(separator: " "))
  }

  /// The counties that a row can lie in. What `FacilityList` says of the types that it reads is in
  /// the report already.
  private func counties(_ row: RawRow, _ cities: [String: Set<String>]) -> FacilityList.Location {
    guard !["IGSA", "USMS IGA"].contains(row["Type"]) else {
      return FacilityList(geography: geography, report: Report()).location(row, cities)
    }
    if let name = misspelt[row["State"]]?[row["County"]],
      let county = geography.county(name, in: row["State"])
    {
      report.repaired(.misspeltCounty, at: row.place, from: row["County"], to: name)
      return FacilityList.Location(county, [county])
    }
    return FacilityList(geography: geography, report: report).location(row, cities)
  }

  /// The territories that `states` has.
  private static let territories = ["GU", "MP"]

  /// `AS NEEDED` says that there is no fixed capacity.
  private func capacity(_ row: RawRow) -> String {
    guard row["Capacity"] == "AS NEEDED" else { return row["Capacity"] }
    report.repaired(.noCapacity, at: row.place, from: row["Capacity"], to: "")
    return ""
  }

  /// The check that a row fails, if any.
  private func fault(_ row: RawRow) -> (rule: String, detail: String)? {
    func bad(_ rule: String, _ column: String) -> (rule: String, detail: String) {
      (rule, "\(column) is '\(row[column])'")
    }
    if row["DETLOC"].isEmpty { return bad("named-key", "DETLOC") }
    if row["State"] != "Redacted", !geography.states.contains(where: { $0.code == row["State"] }) {
      return bad("known-state", "State")
    }
    if !Check.isOne(of: Self.types, row["Type"]) { return bad("known-type", "Type") }
    if !Check.isOne(of: Self.detailed, row["Type Detailed"]) {
      return bad("known-type", "Type Detailed")
    }
    if !Check.isOne(of: Self.statuses, row["Authorization Status"]) {
      return bad("known-status", "Authorization Status")
    }
    if row["Capacity"] != "AS NEEDED", !Check.isNumber(row["Capacity"]) {
      return bad("number", "Capacity")
    }
    for column in ["Population Count"] + Self.years.map({ "FY\($0) ADP" })
    where !Check.isNumber(row[column]) {
      return bad("number", column)
    }
    for column in Self.dates where !row[column].isEmpty && Day(row[column]) == nil {
      return bad("possible-date", column)
    }
    return nil
  }
}
