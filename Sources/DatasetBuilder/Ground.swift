// What an answer of a county rests on.

/// What an answer of a county rests on. Counties that rest on the same rules and sources share one.
struct Ground: Hashable {
  let value: String
  let reason: String
  let basis: String
  let confidence: String
  let rules: [String]
  /// The evidence in words, with its date, for a county's card.
  let detail: String
  let sources: [String]

  /// A settled answer.
  static func settled(
    _ answer: Answer, basis: String, confidence: String, rules: [StateRule] = [],
    sources: [String] = [], detail: String = ""
  ) -> Ground {
    Ground(
      value: answer.rawValue, reason: "", basis: basis, confidence: confidence,
      rules: rules.map(\.id), detail: detail, sources: distinct(rules, sources))
  }

  /// An unknown, with its reason and with whatever speaks to it.
  static func unsettled(
    _ reason: String, rules: [StateRule] = [], sources: [String] = [], detail: String = ""
  ) -> Ground {
    Ground(
      value: unknown, reason: reason, basis: "", confidence: "", rules: rules.map(\.id),
      detail: detail, sources: distinct(rules, sources))
  }

  private static func distinct(_ rules: [StateRule], _ sources: [String]) -> [String] {
    Set(rules.map(\.source) + sources).sorted()
  }

  /// The cells of the table, after the id.
  var cells: [String] {
    [
      value, reason, basis, confidence, rules.joined(separator: " "), detail,
      sources.joined(separator: " "),
    ]
  }

  /// Numbers the distinct grounds: yes, no, unknown, and within these by their cells.
  static func numbered(_ grounds: some Sequence<Ground>) -> [Ground: String] {
    let order = ["yes": "0", "no": "1"]
    let keyed = Set(grounds).map { ground in
      (ground, ([order[ground.value] ?? "2"] + ground.cells).joined(separator: "\u{1}"))
    }
    let sorted = keyed.sorted { $0.1.utf8.lexicographicallyPrecedes($1.1.utf8) }
    var ids: [Ground: String] = [:]
    for (index, (ground, _)) in sorted.enumerated() {
      let digits = String(index + 1)
      ids[ground] = "G" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return ids
  }

  /// The table of grounds.
  static func table(_ ids: [Ground: String]) throws -> Table {
    try Table(
      "grounds.csv",
      columns: ["id", "value", "reason", "basis", "confidence", "rules", "detail", "sources"],
      rows: ids.map { [$0.value] + $0.key.cells })
  }
}
