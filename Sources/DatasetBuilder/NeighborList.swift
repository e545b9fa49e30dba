// Reads which counties border on which, and maps them onto the list of 2020.

/// Reads which counties border on which, and maps them onto the list of 2020.
struct NeighborList {
  let counties: Set<String>
  let report: Report

  /// The columns of the raw file that are read.
  static let columns = ["orgfips", "adjfips"]

  /// Codes of the file whose land was merged into another county.
  static let merged = ["51515": "51019"]
  /// Codes of the file whose land was split. Which part borders on which neighbour is not known.
  static let split = ["02261": ["02063", "02066"]]
  /// The states of the list have codes below this; territories stand above.
  private static let firstTerritory = "57"

  /// The table of pairs. A pair that may be none has its neighbour under `neighbor_candidates`.
  func table(_ file: RawFile) throws -> Table {
    var certain: Set<[String]> = []
    var possible: Set<[String]> = []
    var raw: Set<[String]> = []
    for row in file.rows {
      let pair = [row["orgfips"], row["adjfips"]]
      guard isFit(row, pair) else { continue }
      guard raw.insert(pair).inserted else {
        report.refused("doubled-row", at: row.place, "\(pair[0]) and \(pair[1]) come twice")
        continue
      }
      guard pair.allSatisfy({ String($0.prefix(2)) < Self.firstTerritory }) else { continue }
      let ends = pair.map { codes($0, at: row.place) }
      let isCertain = ends.allSatisfy { $0.count == 1 }
      for one in ends[0] {
        for other in ends[1] where one != other {
          if isCertain { certain.insert([one, other]) } else { possible.insert([one, other]) }
        }
      }
    }
    for parts in Self.split.values where parts.allSatisfy(counties.contains) {
      possible.formUnion([parts, parts.reversed()])
    }
    for pair in raw where !raw.contains(pair.reversed()) {
      let place = Place(file: file.name, line: 1)
      report.refused("symmetric", at: place, "\(pair[1]) lacks its neighbour \(pair[0])")
    }
    let source = OtherSources.neighbors.key ?? unknown
    let rows =
      certain.map { [$0.joined(separator: "-"), $0[0], $0[1], "", source] }
      + possible.subtracting(certain).map {
        [$0.joined(separator: "-"), $0[0], unknown, $0[1], source]
      }
    return try Table(
      "neighbors.csv", columns: ["id", "county", "neighbor", "neighbor_candidates", "source"],
      rows: rows)
  }

  private func isFit(_ row: RawRow, _ pair: [String]) -> Bool {
    for code in pair where !Check.isCountyCode(code) {
      report.refused("county-code", at: row.place, "'\(code)' is not five digits")
      return false
    }
    guard pair[0] != pair[1] else {
      report.refused("own-neighbour", at: row.place, "\(pair[0]) borders on itself")
      return false
    }
    return true
  }

  /// The codes of the list of 2020 for a code of the file; none where no rule knows it.
  private func codes(_ code: String, at place: Place) -> [String] {
    if counties.contains(code) { return [code] }
    let now = CountyList.renumbered.first { $0.value == code }?.key ?? Self.merged[code]
    if let now {
      report.repaired(.formerNeighbor, at: place, from: code, to: now)
      return [now]
    }
    if let parts = Self.split[code] {
      report.repaired(.splitNeighbor, at: place, from: code, to: parts.joined(separator: " or "))
      return parts
    }
    report.refused("known-county", at: place, "'\(code)' is in no list")
    return []
  }
}
