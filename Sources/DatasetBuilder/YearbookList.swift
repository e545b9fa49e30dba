// Reads removals and returns by fiscal year as rows of the table of figures.

/// Reads removals and returns by fiscal year as rows of the table of figures.
struct YearbookList {
  let report: Report

  /// The columns of the raw file that are read.
  static let columns = ["Year", "Removals", "Returns"]
  /// The document's short name.
  static let document = "DHS yearbook 2013"

  /// The rows, in the columns of the table of figures.
  func rows(_ file: RawFile) -> [[String]] {
    var seen: Set<Int> = []
    return file.rows.flatMap { row -> [[String]] in
      let text = Check.trimmed(row["Year"])
      if Self.isDecade(text) {
        report.repaired(.decadeRow, at: row.place, from: row["Year"], to: "dropped")
        return []
      }
      guard let year = Int(text), (1800...2100).contains(year) else {
        report.refused("fiscal-year", at: row.place, "Year is '\(row["Year"])'")
        return []
      }
      guard seen.insert(year).inserted else {
        report.refused("doubled-row", at: row.place, "\(year) comes twice")
        return []
      }
      return ["Removals", "Returns"].compactMap { figure($0, year, row) }
    }
  }

  /// `1901-10` and `1892-1900` stand beside their years; adding both would count twice.
  static func isDecade(_ text: String) -> Bool {
    let parts = text.split(separator: "-")
    return parts.count == 2 && parts.allSatisfy { Int($0) != nil } && parts[0].count == 4
  }

  private func figure(_ column: String, _ year: Int, _ row: RawRow) -> [String]? {
    let text = row[column]
    guard !text.isEmpty else { return nil }
    let value = text.replacing(",", with: "")
    guard Int(value) != nil else {
      report.refused("number", at: row.place, "\(column) is '\(text)'")
      return nil
    }
    if value != text { report.repaired(.thousandsComma, at: row.place, from: text, to: value) }
    let name = column.lowercased()
    let period = Self.period(year)
    return [
      "Y\(year)-\(name)", "dhs_\(name)", "exact", value, name, "US", period.start, period.end,
      period.end, "", "", Self.document,
      "\(column) in fiscal year \(year), as the yearbook counts them",
      period.note, "", OtherSources.yearbook.key ?? unknown,
    ]
  }

  /// Fiscal years ran from July to June up to 1976, and from October to September since 1977.
  static func period(_ year: Int) -> (start: String, end: String, note: String) {
    if year >= 1977 { return ("\(year - 1)-10-01", "\(year)-09-30", "") }
    if year < 1976 { return ("\(year - 1)-07-01", "\(year)-06-30", "") }
    return (
      "1975-07-01", unknown,
      "whether July to September 1976, between two kinds of fiscal year, are in it is not said"
    )
  }
}
