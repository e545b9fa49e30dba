// In which county a facility lies, as far as ICE's list settles it.

/// In which county a facility lies, as far as ICE's list settles it. COUNTY is free text: it can
/// hold a city, the word COUNTY, or the county of another row.
struct FacilityCounty {
  let geography: Geography
  let report: Report
  /// What ICE wrote, and what it stands for, by state: letters differ, never the place meant.
  var misspelt = Self.known

  /// The misspellings of the list of 2017-11-06.
  static let known: [String: [String: String]] = [
    "CA": ["SANTA BARBRA": "Santa Barbara County"],
    "FL": ["DADE": "Miami-Dade County"],
    "IA": ["BLACK HAWK CO JAIL": "Black Hawk County"],
    "LA": ["VERMILLION": "Vermilion Parish"],
    "MN": ["GOOD": "Goodhue County"],
    "TX": ["FT. BEND": "Fort Bend County"],
    "VA": ["ABERMARLE": "Albemarle County"],
  ]

  /// The county's code, or `unknown`. `name` is the facility's: `EXAMPLE COUNTY JAIL` settles what
  /// the cell leaves open; where cell and name differ neither is used.
  func fips(_ cell: String, name: String, in state: String, at place: Place) -> String {
    let named = county(inName: name, state)
    let written = county(inCell: cell, state, at: place)
    if let named, let written, named != written {
      let detail = "COUNTY is \(written.name), the name says \(named.name): \(name)"
      report.unsettled("county-against-name", at: place, detail)
      return unknown
    }
    if let written { return written.fips }
    if let named {
      report.repaired(.countyFromFacility, at: place, from: cell, to: named.name)
      return named.fips
    }
    report.unsettled("county-not-in-state", at: place, "\(state) has no one '\(cell)': \(name)")
    return unknown
  }

  private func county(inCell cell: String, _ state: String, at place: Place) -> County? {
    if let county = geography.county(cell, in: state) { return county }
    if let name = misspelt[state]?[cell], let county = geography.county(name, in: state) {
      report.repaired(.misspeltCounty, at: place, from: cell, to: county.name)
      return county
    }
    let endings = [
      "", " County", " Parish", " city", " Borough", " Census Area", " Municipality",
      " City and Borough",
    ]
    let found = endings.compactMap { geography.county(spelt: cell + $0, in: state) }
    return Set(found.map(\.fips)).count == 1 ? found.first : nil
  }

  /// `EXAMPLE COUNTY JAIL` and `TWIN CITY JAIL` name Example County and Twin city.
  private func county(inName name: String, _ state: String) -> County? {
    let words = name.split(separator: " ")
    for (index, word) in words.enumerated().dropFirst()
    where ["COUNTY", "PARISH"].contains(word.uppercased()) {
      let start = words[...index].joined(separator: " ")
      if let county = geography.county(spelt: start, in: state) { return county }
    }
    guard words.count > 1, words[1].uppercased() == "CITY" else { return nil }
    return geography.county(spelt: words[..<2].joined(separator: " "), in: state)
  }
}
