// Reads the sheets by fiscal year: where people were held for ICE in a county's own facility.

/// Reads the sheets by fiscal year: where people were held for ICE in a county's own facility.
struct FacilityYears {
  let geography: Geography
  let report: Report

  /// The columns that are read.
  static let columns = [
    "fiscal_year", "facility_name", "facility_state", "detloc", "facility_type_detailed", "adp",
  ]

  /// What the sheets give: yes for a county and a fiscal year, and the counties after which a
  /// facility of the sheet of 2019 is named.
  struct Years: Equatable {
    var held: [String: Set<Int>] = [:]
    var named2019: Set<String> = []
  }

  /// The first sheet after the list of 2017. There is none of fiscal year 2018; those before are
  /// made of the list itself.
  static let firstYear = 2019

  /// A sheet speaks where its type is an agreement with a government (IGSA, or DIGSA for a
  /// dedicated one) in every row of the code and year, people were held, and the county is certain:
  /// the code is one of the list of 2017, which settles the county and says that its agency runs
  /// the facility, or owns it and gave it its name. An owner alone is no more than what was so in
  /// 2017.
  func years(_ file: RawFile, facilities: [Facility]) -> Years {
    let byCode = Dictionary(grouping: facilities, by: \.code)
    let otherTypes = Set(file.rows.filter { !Self.isAgreement($0) }.map(Self.key))
    var years = Years()
    let names = FacilityList(geography: geography, report: report)
    for row in file.rows {
      guard let year = Self.year(row["fiscal_year"]) else {
        report.refused("fiscal-year", at: row.place, "'\(row["fiscal_year"])'")
        continue
      }
      guard year >= Self.firstYear, Self.isAgreement(row), let held = Double(row["adp"]), held > 0
      else { continue }
      if year == Self.firstYear,
        let named = names.countyInName(row["facility_name"], in: row["facility_state"])
      {
        years.named2019.insert(named.fips)
      }
      let same = byCode[row["detloc"]] ?? []
      guard same.count == 1, let facility = same.first, facility.state == row["facility_state"],
        let county = Self.holder(facility), !otherTypes.contains(Self.key(row))
      else { continue }
      years.held[county.fips, default: []].insert(year)
    }
    return years
  }

  /// The county whose agency holds people in a facility in later years too.
  private static func holder(_ facility: Facility) -> County? {
    guard facility.isRunByCounty || facility.holder == .county && facility.isNamedAfterCounty
    else { return nil }
    return facility.county
  }

  private static func isAgreement(_ row: RawRow) -> Bool {
    ["IGSA", "DIGSA"].contains(row["facility_type_detailed"])
  }

  private static func key(_ row: RawRow) -> String { row["fiscal_year"] + row["detloc"] }

  /// `FY19` is 2019.
  static func year(_ text: String) -> Int? {
    guard text.hasPrefix("FY"), text.utf8.count == 4, let year = Int(text.dropFirst(2)) else {
      return nil
    }
    return 2000 + year
  }

  /// The fiscal year of a day: it begins on 1 October of the year before.
  static func year(of day: Day) -> Int { day.month >= 10 ? day.year + 1 : day.year }
}
