// Reads the police departments of the round table of 2011.

/// Reads the police departments of the round table of 2011.
struct DepartmentList {
  let geography: Geography
  let report: Report

  /// The columns of the raw file that are read.
  static let columns = ["place", "state"]

  /// The table: one row for each department.
  func table(_ file: RawFile, source: String) throws -> Table {
    let rows = file.rows.compactMap { row -> [String]? in
      let place = CellRepairs(report: report).tidy(row["place"], at: row.place)
      guard geography.states.contains(where: { $0.code == row["state"] }), !place.isEmpty else {
        report.refused("known-state", at: row.place, "'\(place)', '\(row["state"])'")
        return nil
      }
      return ["\(place), \(row["state"])", place, row["state"], "2011-09", source]
    }
    return try Table(
      "departments.csv", columns: ["name", "place", "state", "date", "source"], rows: rows)
  }
}
