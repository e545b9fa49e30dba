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
  /// dedicated one), people were held, and the county is certain: the code is one of the list of
  /// 2017, whose name and cell give the same county, which owns or runs it.
  func years(_ file: RawFile, facilities: [Facility]) -> Years {
    let byCode = Dictionary(grouping: facilities, by: \.code)
    var years = Years()
    let names = FacilityList(geography: geography, report: report)
    for row in file.rows {
      guard let year = Self.year(row["fiscal_year"]) else {
        report.refused("fiscal-year", at: row.place, "'\(row["fiscal_year"])'")
        continue
      }
      guard year >= Self.firstYear, ["IGSA", "DIGSA"].contains(row["facility_type_detailed"]),
        let held = Double(row["adp"]), held > 0
      else { continue }
      if year == Self.firstYear,
        let named = names.countyInName(row["facility_name"], in: row["facility_state"])
      {
        years.named2019.insert(named.fips)
      }
      let same = byCode[row["detloc"]] ?? []
      guard same.count == 1, let facility = same.first, facility.isNamedAfterCounty,
        facility.holder == .county, facility.state == row["facility_state"]
      else { continue }
      years.held[facility.counties[0].fips, default: []].insert(year)
    }
    return years
  }

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
