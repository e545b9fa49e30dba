// Makes sure that every link of the tables leads somewhere.

/// Makes sure that every link of the tables leads somewhere.
enum Links {
  /// A column that names rows of another table. The cell may be empty, `unknown`, or, where `many`,
  /// several keys with blanks between them.
  struct Link {
    let table: String
    let column: String
    let to: String
    var many = false
  }

  /// The links of the shipped tables.
  static let all =
    CountyAnswers.fields.map { Link(table: "counties.csv", column: $0, to: "timelines.csv") } + [
      Link(table: "timelines.csv", column: "ground", to: "grounds.csv"),
      Link(table: "counties.csv", column: "state", to: "states.csv"),
      Link(table: "agencies.csv", column: "state", to: "states.csv"),
      Link(table: "agencies.csv", column: "county", to: "counties.csv"),
      Link(table: "agencies.csv", column: "located_in", to: "counties.csv"),
      Link(table: "agencies.csv", column: "county_candidates", to: "counties.csv", many: true),
      Link(table: "agreements.csv", column: "agency", to: "agencies.csv"),
      Link(table: "agreements.csv", column: "county", to: "counties.csv"),
      Link(table: "agreements.csv", column: "county_candidates", to: "counties.csv", many: true),
      Link(table: "agreements.csv", column: "state", to: "states.csv"),
      Link(table: "agencies.csv", column: "source", to: "sources.csv"),
      Link(table: "agreements.csv", column: "source", to: "sources.csv"),
      Link(table: "facts.csv", column: "source", to: "sources.csv", many: true),
      Link(table: "state_rules.csv", column: "state", to: "states.csv"),
      Link(table: "state_rules.csv", column: "source", to: "sources.csv"),
      Link(table: "figures.csv", column: "source", to: "sources.csv"),
      Link(table: "figures.csv", column: "denominator", to: "figures.csv"),
      Link(table: "grounds.csv", column: "rules", to: "state_rules.csv", many: true),
      Link(table: "grounds.csv", column: "sources", to: "sources.csv", many: true),
    ] + OtherTables.links

  /// Reports each cell that names a row which does not exist.
  static func check(_ tables: [Table], links: [Link] = all, report: Report) {
    let byName = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for link in links {
      guard let table = byName[link.table], let target = byName[link.to] else { continue }
      let keys = Set(target.rows.compactMap(\.first)).union(["", unknown])
      for (index, cell) in table.cells(link.column).enumerated() {
        let cells = link.many ? cell.split(separator: " ").map(String.init) : [cell]
        for key in cells where !keys.contains(key) {
          report.refused(
            "dangling-link", at: Place(file: table.name, line: index + 2),
            "\(link.column) '\(key)' is not in \(link.to)")
        }
      }
    }
  }
}
