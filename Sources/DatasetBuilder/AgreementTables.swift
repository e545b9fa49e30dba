// The tables of agencies and agreements.

/// The tables of agencies and agreements.
enum AgreementTables {
  /// The lists and their days, oldest first.
  static let lists: [(RawOrigin, Day)] = [
    (RawOrigin.agreements202501, Day(2025, 1, 22)), (.agreements202507, Day(2025, 7, 18)),
    (.agreements, Day(2026, 5, 18)),
  ].compactMap { origin, day in day.map { (origin, $0) } }

  /// The key of a list's source.
  static func source(_ snapshot: Day) -> String { "ice-287g-\(snapshot)" }

  /// One row for each agency of each list.
  static func agencies(_ agencies: [Agency]) throws -> Table {
    try Table(
      "agencies.csv",
      columns: [
        "id", "name", "state", "kind", "county", "located_in", "snapshot", "source",
        "county_candidates",
      ],
      rows: agencies.map {
        [
          $0.id, $0.name, $0.state, $0.kind.rawValue, $0.county, $0.locatedIn,
          $0.snapshot.description, source($0.snapshot), $0.countyCandidates,
        ]
      })
  }

  /// One row for each model that an agency signed.
  static func agreements(_ agreements: [Agreement]) throws -> Table {
    let columns = [
      "id", "agency", "kind", "county", "state", "model", "signed", "document", "snapshot",
      "source", "county_candidates",
    ]
    let rows = agreements.map { agreement in
      let agency = agreement.agency
      return [
        agreement.id, agency.id, agency.kind.rawValue, agency.county, agency.state,
        agreement.model.rawValue, agreement.signed, agreement.document,
        agreement.snapshot.description, source(agreement.snapshot), agency.countyCandidates,
      ]
    }
    return try Table("agreements.csv", columns: columns, rows: rows)
  }

  /// The agencies of some agreements, each once, by key.
  static func distinct(_ agreements: [Agreement]) -> [Agency] {
    let byID = Dictionary(
      agreements.map { ($0.agency.id, $0.agency) }, uniquingKeysWith: { first, _ in first })
    return byID.values.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
