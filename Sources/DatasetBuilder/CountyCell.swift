// Reads the COUNTY cell of an agreement: which county of the state it names, if any.

/// Reads the COUNTY cell of an agreement: which county of the state it names, if any.
struct CountyCell {
  let geography: Geography
  let report: Report

  /// What ICE wrote, and what it stands for, by state. Each entry was read off a list
  /// of 2025 or 2026 and differs from the Census name by letters, never by the place meant.
  static let misspelt: [String: [String: String]] = [
    "AL": ["Frankin County": "Franklin County"],
    "AR": ["Layafette County": "Lafayette County", "Pop County": "Pope County"],
    "FL": [
      "Flager County": "Flagler County", "Flagere County": "Flagler County",
      "Lake Conty": "Lake County",
      "St. Luice County": "St. Lucie County",
    ],
    "IN": ["Stueben County": "Steuben County"],
    "KY": ["Whitely County": "Whitley County"],
    "LA": [
      "Arcadia County": "Acadia Parish", "Calacasieu Parish": "Calcasieu Parish",
      "Chalmette Parish": "St. Bernard Parish", "German Coast County": "St. Charles Parish",
      "Saint Landry County": "St. Landry Parish",
    ],
    "MI": ["Berrian County": "Berrien County"],
    "OK": ["Bryant County": "Bryan County", "Custer Countey": "Custer County"],
    "PA": ["Alleghany County": "Allegheny County", "Miffin County": "Mifflin County"],
    "SC": [
      "Lexignton County": "Lexington County", "McCorkmick County": "McCormick County",
    ],
    "TN": ["Sparta-White County": "White County"],
    "TX": [
      "Fall County": "Falls County", "Guadalupe Conty": "Guadalupe County",
      "Lampass County": "Lampasas County",
      "Neuces County": "Nueces County",
    ],
    "VA": ["Hopewell County": "Hopewell city"],
  ]

  /// The county that a tidied cell names; nil where it names none.
  func county(_ cell: String, in state: String, at place: Place) -> County? {
    let text = given(cell, at: place)
    guard !text.isEmpty else { return nil }
    if let county = geography.county(text, in: state) { return county }
    for repair in [bySpelling, bySuffix, byMisspelling] {
      if let (rule, county) = repair(text, state) {
        report.repaired(rule, at: place, from: text, to: county.name)
        return county
      }
    }
    return nil
  }

  /// Reads #NA and N/A as not given.
  func given(_ cell: String, at place: Place) -> String {
    guard ["#NA", "N/A", "NA"].contains(cell) else { return cell }
    report.repaired(.placeholderCounty, at: place, from: cell, to: "")
    return ""
  }

  private func bySpelling(_ text: String, _ state: String) -> (Repair, County)? {
    geography.county(spelt: text, in: state).map { (.countySpelling, $0) }
  }

  /// Adds County or Parish, unless a city of the same name makes it doubtful.
  private func bySuffix(_ text: String, _ state: String) -> (Repair, County)? {
    let found = [" County", " Parish", " city"].compactMap {
      geography.county(text + $0, in: state)
    }
    return found.count == 1 ? found.first.map { (.countySuffix, $0) } : nil
  }

  private func byMisspelling(_ text: String, _ state: String) -> (Repair, County)? {
    guard let name = Self.misspelt[state]?[text] else { return nil }
    return geography.county(name, in: state).map { (.misspeltCounty, $0) }
  }
}
