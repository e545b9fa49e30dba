// The grounds of the answers: how each value came about, with the rules that it rests on.

internal import Tally

/// The shipped grounds by their keys.
struct GroundList {
  private let grounds: [String: Ground]

  /// Reads the grounds; a law's detail is its citation.
  init(_ tables: EmbeddedTables) throws(DatasetError) {
    var citations: [String: String] = [:]
    for rule in try tables.rows("state_rules") { citations[rule["id"] ?? ""] = rule["citation"] }
    var grounds: [String: Ground] = [:]
    for row in try tables.rows("grounds") {
      let rules = (row["rules"] ?? "").split(separator: " ")
      let reason = row["reason"] ?? ""
      grounds[row["id"] ?? ""] = Ground(
        value: Truth(rawValue: row["value"] ?? "") ?? .unknown,
        reason: reason.isEmpty ? nil : reason, basis: row["basis"] ?? "",
        confidence: row["confidence"] ?? "",
        detail: rules.compactMap { citations[String($0)] }.joined(separator: "; "),
        sources: (row["sources"] ?? "").split(separator: " ").map(String.init))
    }
    self.grounds = grounds
  }

  /// The ground of a cell of a field. What an agreement says depends on the field.
  func ground(field: String, cell: String) -> Ground? {
    guard var ground = grounds[cell] else { return nil }
    guard ground.basis != "law", ground.value != .unknown else { return ground }
    let said = GroundList.agreementWords[field]?[ground.value] ?? ""
    ground.detail = [ground.detail, said].filter { !$0.isEmpty }.joined(separator: "; ")
    return ground
  }

  private static let agreementWords: [String: [Truth: String]] = [
    "agreement_287g": [
      .yes: "an agency of the county is on ICE's list",
      .no: "no agency of the county is on ICE's list, which is complete for its day",
    ],
    "detainers": [.yes: "has signed to serve ICE's warrants in its jail"],
  ]
}
