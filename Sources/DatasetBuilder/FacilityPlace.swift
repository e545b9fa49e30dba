// Which county a facility is of, and every county that it may stand in.

/// The facilities whose county their cells do not give, by state and code.
struct FacilityPlaces {
  /// Of this county, by name and city; COUNTY names another one, by mistake.
  var settled: [String: [String: String]] = [:]
  /// Of any of these: name, city and COUNTY differ, and none of them can be dropped.
  var open: [String: [String: [String]]] = [:]

  /// The list of 2017-11-06. Each settled name is a county's, and the city is its seat or lies in
  /// it, while COUNTY names a county elsewhere (Albany's jail in Kings, Broward's in Charles Mix).
  static let all = FacilityPlaces(
    settled: [
      "FL": ["BROCRFL": "Broward County"],
      "KY": ["FRANKKY": "Franklin County"],
      "MI": ["CALHOMI": "Calhoun County", "MICHIRE": "Chippewa County"],
      "MN": ["NOBLEMN": "Nobles County"],
      "MT": ["PARKCMT": "Park County"],
      "NE": ["SARJUNE": "Sarpy County"],
      "NY": ["ALBCONY": "Albany County"],
      "TX": ["BEXJUTX": "Bexar County", "BOWCOTX": "Bowie County"],
      "VA": ["PORTSVA": "Portsmouth city"],
    ],
    open: [
      "AK": ["AKKETCH": ["Ketchikan Gateway Borough", "Prince of Wales-Hyder Census Area"]],
      "CO": ["BROOMCO": ["Broomfield County", "Jefferson County"]],
      "LA": ["CATAHLA": ["Catahoula Parish", "Rapides Parish"]],
      "VA": [
        "ALBEMVA": ["Albemarle County", "Charlottesville city"],
        "CFREDVA": ["Clarke County", "Frederick County", "Winchester city"],
        "RAPPSVA": ["Stafford County", "Fredericksburg city"],
      ],
    ])
}

extension FacilityList {
  /// Where a facility is.
  struct Location: Equatable {
    /// The county whose it is; nil where that is not settled.
    let county: County?
    /// Every county that it may stand in or be of; none where nothing says.
    let possible: [County]

    init(_ county: County?, _ possible: [County]) {
      self.county = county
      self.possible = Dictionary(
        possible.map { ($0.fips, $0) }, uniquingKeysWith: { first, _ in first }
      ).values.sorted { $0.fips < $1.fips }
    }
  }

  /// Where a row of any type is: by the lists above, else by its name and its cells. A city that
  /// the Census counts as a county may have the facility, whatever name and COUNTY say.
  func location(_ row: RawRow, _ cities: [String: Set<String>]) -> Location {
    if let listed = listedPlace(row) { return listed }
    let cells = byCells(row, cities)
    guard let city = ownCity(row), !cells.possible.contains(city) else { return cells }
    let isNamed = countyInName(row["Name"], in: row["State"]) == cells.county
    return Location(isNamed ? cells.county : nil, cells.possible + [city])
  }

  private func listedPlace(_ row: RawRow) -> Location? {
    let state = row["State"]
    if let name = places.settled[state]?[row["DETLOC"]],
      let county = geography.county(name, in: state)
    {
      report.repaired(.settledFacility, at: row.place, from: row["County"], to: county.name)
      return Location(county, [county])
    }
    guard let names = places.open[state]?[row["DETLOC"]] else { return nil }
    report.unsettled(
      "facility-of-several", at: row.place, "\(row["Name"]): \(names.joined(separator: " or "))")
    return Location(nil, names.compactMap { geography.county($0, in: state) })
  }

  /// The county of a row by its name and COUNTY. Where the two differ, both: neither is certain.
  private func byCells(_ row: RawRow, _ cities: [String: Set<String>]) -> Location {
    let named = countyInName(row["Name"], in: row["State"])
    let given = countiesInCell(row)
    if let named {
      if given.isEmpty {
        report.repaired(.countyFromFacility, at: row.place, from: row["County"], to: named.name)
      }
      if given.isEmpty || given.contains(named) { return Location(named, [named]) }
      let detail = "County is \(given[0].name), the name says \(named.name): \(row["Name"])"
      report.contradiction("county-against-name", at: row.place, detail)
      return Location(nil, [named] + given)
    }
    if given.count == 1 { return Location(given[0], given) }
    if given.count > 1 {
      let names = given.map(\.name).joined(separator: " or ")
      report.unsettled("county-or-city", at: row.place, "\(row["Name"]): \(names)")
      return Location(nil, given)
    }
    return byCity(row, cities)
  }

  /// The county that the cells of the city's other facilities give, or all of them; the city itself
  /// where the Census counts it as a county.
  private func byCity(_ row: RawRow, _ cities: [String: Set<String>]) -> Location {
    let here = cities[Self.city(row)] ?? []
    var found = geography.counties.filter { here.contains($0.fips) }
    if found.isEmpty, let city = ownCity(row) { found = [city] }
    if found.count == 1 {
      report.repaired(.countyFromCity, at: row.place, from: row["County"], to: found[0].name)
      return Location(found[0], found)
    }
    report.unsettled(
      "unmatched-facility", at: row.place, "\(row["State"]) '\(row["County"])': \(row["Name"])")
    return Location(nil, found)
  }

  /// The city that the Census counts as a county, where the cell City names one.
  private func ownCity(_ row: RawRow) -> County? {
    let city = Check.trimmed(row["City"])
    let found =
      geography.county(spelt: city + " city", in: row["State"])
      ?? geography.county(spelt: city, in: row["State"])
    return found.flatMap { $0.name.lowercased().hasSuffix(" city") ? $0 : nil }
  }

  static func city(_ row: RawRow) -> String {
    row["State"] + "/" + Check.trimmed(row["City"])
  }
}
