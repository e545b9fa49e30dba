// Reads ICE's list of places that limit detainers.

/// Reads ICE's list of places that limit detainers.
struct DetainerLimitList {
  let geography: Geography
  let report: Report

  /// The columns of the raw file that are read.
  static let columns = [
    "Location", "Date Enacted", "Criteria for Honoring Detainer", "Designation",
  ]

  /// What stands in Location, and what it stands for. Each was read off the scanned list.
  static let places = [
    "Cass County, lowa": "Cass County, Iowa", "East Haven. Connecticut": "East Haven, Connecticut",
    "Franklin County, Washington 99301": "Franklin County, Washington",
    "Berkley, California": "Berkeley, California",
    "Washington, DC": "Washington, District of Columbia",
  ]
  /// Rows that speak of every county jail of a state.
  static let statewide = ["Colorado County Jails, Colorado": "Colorado"]

  private static let kinds = ["1": "city", "2": "county", "3": "state"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The table: one row for each row of the list.
  func table(_ file: RawFile) throws -> Table {
    var raw: Set<[String]> = []
    var times: [String: Int] = [:]
    let rows = file.rows.compactMap { row -> [String]? in
      guard raw.insert(Self.columns.map { row[$0] }).inserted else {
        report.repaired(.repeatedRow, at: row.place, from: row["Location"], to: "dropped")
        return nil
      }
      guard var cells = cells(row) else { return nil }
      times[cells[0], default: 0] += 1
      if let count = times[cells[0]], count > 1 { cells[0] += "-\(count)" }
      return cells
    }
    return try Table(
      "detainer_limits.csv",
      columns: ["id", "place", "kind", "state", "county", "enacted", "category", "source"],
      rows: rows)
  }

  private func cells(_ row: RawRow) -> [String]? {
    func refuse(_ rule: String, _ column: String) -> [String]? {
      report.refused(rule, at: row.place, "\(column) is '\(row[column])'")
      return nil
    }
    guard var kind = Self.kinds[row["Designation"]] else {
      return refuse("known-level", "Designation")
    }
    let location = location(row)
    if location.isStatewide {
      report.repaired(.statewideJails, at: row.place, from: row["Location"], to: "state")
      kind = "state"
    }
    guard let state = geography.state(named: location.state) else {
      return refuse("known-state", "Location")
    }
    guard let enacted = month(row["Date Enacted"], at: row.place) else {
      return refuse("possible-date", "Date Enacted")
    }
    var county = ""
    if kind == "county" {
      guard
        let found = geography.county(location.name, in: state.code)
          ?? geography.county(spelt: location.name, in: state.code)
      else { return refuse("known-county", "Location") }
      if found.name != location.name {
        report.repaired(.countySpelling, at: row.place, from: location.name, to: found.name)
      }
      county = found.fips
    }
    return [
      AgencyResolver.slug("\(kind) \(location.name)", in: state.code), location.name, kind,
      state.code, county, enacted, category(row).rawValue, OtherSources.limits.key ?? unknown,
    ]
  }

  /// The place and the state of Location.
  private func location(_ row: RawRow) -> (name: String, state: String, isStatewide: Bool) {
    var text = CellRepairs(report: report).tidy(row["Location"], at: row.place)
    if let state = Self.statewide[text] { return ("County jails of \(state)", state, true) }
    if let place = Self.places[text] {
      report.repaired(.scannedPlace, at: row.place, from: text, to: place)
      text = place
    }
    guard let comma = text.lastIndex(of: ",") else { return (text, text, false) }
    let state = Check.trimmed(String(text[text.index(after: comma)...]))
    return (String(text[..<comma]), state, false)
  }

  /// `Sep-14` is September 2014. A spreadsheet made 2014-08 of some into 2015-08-14, the fourteenth
  /// of the current year's month.
  func month(_ text: String, at place: Place) -> String? {
    let parts = text.split(separator: "-").map(String.init)
    if parts.count == 2, let month = Self.months.firstIndex(of: parts[0]), parts[1].count == 2,
      let year = Int(parts[1])
    {
      return "\(2000 + year)-\(Self.padded(month + 1))"
    }
    guard parts.count == 3, let day = Day(text), day.year == 2015, day.day <= 17 else { return nil }
    let month = "\(2000 + day.day)-\(Self.padded(day.month))"
    report.repaired(.spreadsheetMonth, at: place, from: text, to: month)
    return month
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func category(_ row: RawRow) -> DetainerLimitText.Category {
    var text = row["Criteria for Honoring Detainer"]
    for (read, printed) in DetainerLimitText.scanned.sorted(by: { $0.key < $1.key })
    where text.contains(read) {
      report.repaired(.scannedWord, at: row.place, from: read, to: printed)
      text = text.replacing(read, with: printed)
    }
    return DetainerLimitText.category(CellRepairs.joinedBlanks(text.lowercased()))
  }
}
