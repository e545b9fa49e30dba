// The Census list of 2020: 3,143 counties and what the Census counts as counties, in the fifty.

/// The Census list of 2020: 3,143 counties and what the Census counts as counties, in the fifty
/// states and the District of Columbia.
struct CountyList {
  let report: Report

  /// Codes that stand under the vintage of 2020 in the raw file but not in the list of 2020.
  static let retired = [
    "02261": "Valdez-Cordova Census Area was split into 02063 and 02066 on 2019-01-02",
    "51515": "Bedford city became a town of Bedford County (51019) on 2013-07-01",
  ]

  /// Counties of the list of 2020 that the raw file lacks.
  static let added = ["02063": "Chugach Census Area"]

  /// The Census name of each code for which the raw file has a second or an older name.
  static let official = [
    "02158": "Kusilvak Census Area",
    "02195": "Petersburg Borough",
    "11001": "District of Columbia",
    "22059": "LaSalle Parish",
    "36005": "Bronx County",
    "36047": "Kings County",
    "36061": "New York County",
    "36085": "Richmond County",
    "46102": "Oglala Lakota County",
  ]

  /// The former code of a county whose code changed and whose land did not.
  static let renumbered = ["46102": "46113", "02158": "02270"]

  /// Reads the list, and joins the population and the centre of population to it.
  func counties(
    vintages: RawFile, population: RawFile, centers: RawFile, states: [State]
  ) -> [County] {
    let byFips = Dictionary(uniqueKeysWithValues: states.map { ($0.fips, $0) })
    let names = names(vintages, states: byFips)
    let people = values(population, key: "fips") { $0["pop_2018"] }
    let points = values(centers, key: "fips") { $0["pclat10"] + " " + $0["pclon10"] }
    return names.sorted { $0.key < $1.key }.compactMap { fips, name in
      guard let state = byFips[String(fips.prefix(2))] else { return nil }
      var county = County(fips: fips, name: name, state: state.code, region: state.region)
      county.population = number(people[fips]?.value)
      (county.latitude, county.longitude) = point(fips, points)
      return county
    }
  }

  /// The name of each code in the vintage of 2020, without territories.
  private func names(_ file: RawFile, states: [String: State]) -> [String: String] {
    var found: [String: [RawRow]] = [:]
    for row in file.rows where row["vintage"] == "2020" {
      let fips = row["fips"]
      guard Check.isCountyCode(fips) else {
        report.refused("county-code", at: row.place, "'\(fips)' is not five digits")
        continue
      }
      guard let state = states[String(fips.prefix(2))], state.hasCounties else { continue }
      found[fips, default: []].append(row)
    }
    for (fips, reason) in Self.retired.sorted(by: { $0.key < $1.key }) {
      guard let row = found.removeValue(forKey: fips)?.first else { continue }
      report.repaired(.retiredCounty, at: row.place, from: "\(fips) \(row["name"])", to: reason)
    }
    var names = found.mapValues { _ in "" }
    for (fips, rows) in found { names[fips] = name(fips, rows) }
    for (fips, name) in Self.added where names[fips] == nil {
      names[fips] = name
      let place = Place(file: file.name, line: 1)
      report.repaired(.addedCounty, at: place, from: "no row", to: "\(fips) \(name)")
    }
    return names
  }

  /// The Census name of a code. A second name that no rule settles is refused.
  private func name(_ fips: String, _ rows: [RawRow]) -> String {
    let names = Set(rows.map { $0["name"] })
    if let official = Self.official[fips] {
      for row in rows where row["name"] != official {
        report.repaired(.officialName, at: row.place, from: row["name"], to: official)
      }
      return official
    }
    if let row = rows.last, names.count > 1 {
      report.refused("one-name-per-code", at: row.place, "\(fips) has the names \(names.sorted())")
    }
    return rows.first?["name"] ?? ""
  }

  private func number(_ text: String?) -> String {
    guard let text, !text.isEmpty, Int(text) != nil else { return unknown }
    return text
  }

  private func point(_ fips: String, _ points: [String: (row: RawRow, value: String)]) -> (
    String, String
  ) {
    var found = points[fips]
    if found == nil, let former = Self.renumbered[fips], let row = points[former] {
      report.repaired(.renumberedCentre, at: row.row.place, from: former, to: fips)
      found = row
    }
    let parts = (found?.value ?? "").split(separator: " ").map(String.init)
    guard parts.count == 2, Double(parts[0]) != nil, Double(parts[1]) != nil else {
      return (unknown, unknown)
    }
    return (parts[0], parts[1])
  }

  /// One value for each code; a code that is no code or comes twice is refused.
  private func values(_ file: RawFile, key: String, _ value: (RawRow) -> String) -> [String: (
    row: RawRow, value: String
  )] {
    var values: [String: (row: RawRow, value: String)] = [:]
    for row in file.rows {
      if !Check.isCountyCode(row[key]) {
        report.refused("county-code", at: row.place, "'\(row[key])' is not five digits")
      }
      if values[row[key]] != nil {
        report.refused("doubled-row", at: row.place, "\(row[key]) comes twice")
      }
      values[row[key]] = (row, value(row))
    }
    return values
  }
}
