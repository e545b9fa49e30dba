// The tables of agencies and agreements.

/// The tables of agencies and agreements.
enum AgreementTables {
  /// One row for each agency.
  static func agencies(_ agencies: [Agency]) throws -> Table {
    try Table(
      "agencies.csv",
      columns: ["id", "name", "state", "kind", "county", "located_in", "county_candidates"],
      rows: agencies.map {
        [
          $0.id, $0.name, $0.state, $0.kind.rawValue, $0.county, $0.locatedIn,
          $0.countyCandidates,
        ]
      })
  }

  /// One row for each model that an agency signed.
  static func agreements(_ agreements: [Agreement]) throws -> Table {
    let columns = [
      "id", "agency", "kind", "county", "state", "model", "signed", "document", "snapshot",
      "county_candidates",
    ]
    let rows = agreements.map { agreement in
      let agency = agreement.agency
      return [
        agreement.id, agency.id, agency.kind.rawValue, agency.county, agency.state,
        agreement.model.rawValue, agreement.signed, agreement.document,
        agreement.snapshot.description, agency.countyCandidates,
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
