// Reads the figures that were taken from five documents, and leaves their quoted sentences out.

/// Reads the figures that were taken from five documents, and leaves their quoted sentences out.
struct FigureList {
  let report: Report

  /// The columns of the raw file that are read. `quote` stays behind.
  static let columns = [
    "id", "seed", "metric", "qualifier", "value", "unit", "geography", "period_start",
    "period_end", "as_of", "denominator", "stated_percent", "note",
  ]

  private static let qualifiers = ["exact", "more_than", "nearly", "approximately", "at_most"]

  /// The table of figures. `source` gives the key of a document.
  func table(
    _ file: RawFile, source: (Source) -> String, yearbook: [[String]] = []
  ) throws -> Table {
    let ids = Set(file.rows.map { $0["id"] })
    let copied = [
      "metric", "qualifier", "value", "unit", "geography", "period_start", "period_end", "as_of",
      "denominator", "stated_percent",
    ]
    let rows = file.rows.compactMap { row -> [String]? in
      guard let fault = fault(row, ids) else {
        let document = SeedDocument.all[row["seed"]]
        return [row["id"]] + copied.map { $0 == "as_of" ? Self.day(row) : row[$0] } + [
          document?.name ?? unknown, FigureText.descriptions[row["id"]] ?? "", note(row),
          FigureText.queries[row["id"]] ?? "",
          document.map { source($0.source) } ?? unknown,
        ] + FigureSums.cells(row["id"])
      }
      report.refused(fault.rule, at: row.place, fault.detail)
      return nil
    }
    return try Table(
      "figures.csv",
      columns: ["id"] + copied + ["document", "description", "note", "about", "source"]
        + ["sums_to", "sum_group"],
      rows: rows + yearbook.map { $0 + FigureSums.cells($0[0]) })
  }

  /// When a figure held: its own day, or the end of the period that it counts.
  private static func day(_ row: RawRow) -> String {
    row["as_of"].isEmpty ? row["period_end"] : row["as_of"]
  }

  /// The check that a row fails, if any.
  private func fault(_ row: RawRow, _ ids: Set<String>) -> (rule: String, detail: String)? {
    if SeedDocument.all[row["seed"]] == nil { return ("known-document", "'\(row["seed"])'") }
    if FigureText.descriptions[row["id"]] == nil { return ("described", "'\(row["id"])'") }
    if !Check.isOne(of: Self.qualifiers, row["qualifier"]) {
      return ("known-qualifier", "'\(row["qualifier"])'")
    }
    if !Check.isNumber(row["value"]) { return ("number", "value is '\(row["value"])'") }
    for column in ["period_start", "period_end", "as_of"]
    where !row[column].isEmpty && PartialDate(row[column]) == nil {
      return ("possible-date", "\(column) is '\(row[column])'")
    }
    if !row["denominator"].isEmpty, !ids.contains(row["denominator"]) {
      return ("known-figure", "no figure '\(row["denominator"])'")
    }
    return nil
  }

  private func note(_ row: RawRow) -> String {
    guard let note = FigureText.notes[row["id"]], note != row["note"] else { return row["note"] }
    report.repaired(.movedNote, at: row.place, from: row["note"], to: note)
    return note
  }
}
