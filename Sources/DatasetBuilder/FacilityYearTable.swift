// The average daily population of a facility in a fiscal year.

/// The average daily population of a facility in a fiscal year: FY2009 to FY2018 from the list of
/// 2017-11-06, later years from ICE's detention statistics.
struct FacilityYearTable {
  let report: Report
  /// The codes of the list of 2017-11-06.
  let listed: Set<String>

  /// The columns of the raw file that are read: what ICE's sheets say, nothing that the compiler
  /// added.
  static let columns = [
    "fiscal_year", "facility_name", "facility_city", "facility_state", "detloc",
    "facility_type_detailed", "adp",
  ]

  private static let shipped = [
    "id", "facility", "code", "name", "city", "state_code", "fiscal_year", "average_population",
    "coverage", "source",
  ]

  /// The first year that is taken from the statistics. FY2010 to FY2017 of that file were read off
  /// the list of 2017-11-06 and one of 2015.
  static let firstYear = 2019
  /// The years that were not over when their file was made: the list is of 2017-11-06, and no sheet
  /// after May 2026 is in the statistics.
  static let unfinished = [2018, 2026]

  /// What stands in place of a state for a facility outside the country.
  static let abroad = ["Cuba"]

  /// One row, before rows of one facility and year are joined.
  private struct Entry {
    let place: Place
    let code: String
    let year: Int
    let cells: [String]
    var average: String
  }

  /// The table, of the facilities of the list and of the rows of the statistics.
  func table(_ facilities: [FacilityTable.Facility], _ file: RawFile) throws -> Table {
    let early = facilities.flatMap { facility in
      facility.years.map { year, average in
        row(
          facility.code, year, [facility.cells[1], facility.cells[2], facility.cells[6]],
          average, RawOrigin.facilitiesKey)
      }
    }
    let late = joined(file.rows.compactMap(entry)).map {
      row($0.code, $0.year, $0.cells, $0.average, RawOrigin.facilityYearsKey)
    }
    return try Table("facility_years.csv", columns: Self.shipped, rows: early + late)
  }

  /// An average above zero, to four decimals; nil for zero. The list has ten years for every
  /// facility, most of them zero: those do not ship. The zeros of the statistics do.
  static func average(_ text: String) -> String? {
    guard Check.isNumber(text), let value = Double(text), value > 0 else { return nil }
    let rounded = (value * 10_000).rounded() / 10_000
    let whole = rounded.description
    return whole.hasSuffix(".0") ? String(whole.dropLast(2)) : whole
  }

  private func row(
    _ code: String, _ year: Int, _ cells: [String], _ average: String, _ source: String?
  ) -> [String] {
    let coverage = Self.unfinished.contains(year) ? "part" : "whole"
    return ["\(code)/FY\(year)", listed.contains(code) ? code : "", code] + cells + [
      "fy\(year)", average, coverage, source ?? unknown,
    ]
  }

  /// Tidies a row of the statistics; nil for a year before the first, and for one that is refused.
  private func entry(_ row: RawRow) -> Entry? {
    guard row["fiscal_year"].hasPrefix("FY"), row["fiscal_year"].utf8.count == 4,
      let digits = Int(row["fiscal_year"].dropFirst(2))
    else {
      report.refused("fiscal-year", at: row.place, "fiscal_year is '\(row["fiscal_year"])'")
      return nil
    }
    guard 2000 + digits >= Self.firstYear else { return nil }
    let isAbroad = Self.abroad.contains(row["facility_state"])
    guard isAbroad || Check.isPostalCode(row["facility_state"]) else {
      report.refused("known-state", at: row.place, "state is '\(row["facility_state"])'")
      return nil
    }
    guard Check.isNumber(row["adp"]) else {
      report.refused("number", at: row.place, "adp is '\(row["adp"])'")
      return nil
    }
    let repairs = CellRepairs(report: report)
    let name = repairs.tidy(row["facility_name"], at: row.place)
    return Entry(
      place: row.place, code: code(row, name), year: 2000 + digits,
      cells: [
        name, repairs.tidy(row["facility_city"], at: row.place),
        isAbroad ? "" : row["facility_state"],
      ], average: Self.average(row["adp"]) ?? "0")
  }

  /// A row without ICE's code gets one made of its state and name.
  private func code(_ row: RawRow, _ name: String) -> String {
    guard row["detloc"] == "NA" else { return row["detloc"] }
    let code = AgencyResolver.slug(name, in: row["facility_state"])
    report.repaired(.madeCode, at: row.place, from: row["detloc"], to: code)
    return code
  }

  /// Two rows of one code and year are parts of one facility: they are added. That they are parts
  /// shows in FY2019, whose rows add up to 49,142 with them (ICE's own average is 49,403).
  private func joined(_ entries: [Entry]) -> [Entry] {
    var order: [String] = []
    var byKey: [String: Entry] = [:]
    for entry in entries {
      let key = "\(entry.code)/\(entry.year)"
      guard var first = byKey[key] else {
        order.append(key)
        byKey[key] = entry
        continue
      }
      guard first.cells != entry.cells || first.average != entry.average else {
        report.refused("doubled-row", at: entry.place, "\(key) comes twice")
        continue
      }
      let sum = (Double(first.average) ?? 0) + (Double(entry.average) ?? 0)
      let text = Self.average(sum.description) ?? first.average
      report.repaired(
        .facilityParts, at: entry.place, from: "\(first.average) and \(entry.average)", to: text)
      first.average = text
      byKey[key] = first
    }
    return order.compactMap { byKey[$0] }
  }
}
