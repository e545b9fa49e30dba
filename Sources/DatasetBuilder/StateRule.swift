// One rule of a state on what its counties and their officers must, may or may not do.

/// One rule of a state on what its counties and their officers must, may or may not do.
struct StateRule: Equatable {
  /// What the rule does to its field.
  enum Effect: String, CaseIterable { case requires, forbids, limits }

  let id: String
  let place: Place
  let state: String
  let field: String
  let effect: Effect
  /// What the rule alone says for every county of the state; nil where it does not settle it.
  let countyValue: Answer?
  let from: PartialDate
  let to: PartialDate?
  let instrument: String
  let confidence: String
  let cells: RawRow
  var source: String

  static func == (left: StateRule, right: StateRule) -> Bool { left.id == right.id }
}

/// An answer that is settled.
enum Answer: String { case yes, no }

/// Reads the state rules.
struct StateRuleList {
  let report: Report
  /// The codes of the states that ship.
  let states: Set<String>

  /// The columns of the raw file.
  static let columns = [
    "state", "field", "effect", "county_value", "effective_from", "effective_to", "instrument",
    "citation", "summary", "source_title", "source_publisher", "source_url", "source_date",
    "confidence", "note",
  ]

  /// The fields that a rule can speak to.
  static let fields = [
    "agreement_287g", "detention_contract", "detainers", "notify", "access_limited", "inquiry",
    "resources",
  ]

  /// The kinds of instrument.
  static let instruments = [
    "statute", "court ruling", "attorney-general directive/opinion", "executive order",
  ]

  /// The rules, in the file's order. `source` gives the key of a page by its address.
  func rules(_ file: RawFile, source: (String) -> String) -> [StateRule] {
    var numbers: [String: Int] = [:]
    return file.rows.compactMap { row in
      guard let rule = rule(row, &numbers) else { return nil }
      var sourced = rule
      sourced.source = source(row["source_url"])
      return sourced
    }
  }

  /// A rule, numbered within its state and field in the file's order; refused where a check fails.
  private func rule(_ row: RawRow, _ numbers: inout [String: Int]) -> StateRule? {
    if let fault = fault(row) {
      report.refused(fault.rule, at: row.place, fault.detail)
      return nil
    }
    let (state, field) = (row["state"], row["field"])
    guard let effect = StateRule.Effect(rawValue: row["effect"]),
      let from = PartialDate(row["effective_from"])
    else { return nil }
    let number = numbers["\(state)-\(field)", default: 0] + 1
    numbers["\(state)-\(field)"] = number
    return StateRule(
      id: "\(state)-\(field)-\(number)", place: row.place, state: state, field: field,
      effect: effect, countyValue: Answer(rawValue: row["county_value"]), from: from,
      to: PartialDate(row["effective_to"]), instrument: row["instrument"],
      confidence: row["confidence"], cells: row, source: "")
  }

  /// The first check that a row fails, if any.
  func fault(_ row: RawRow) -> (rule: String, detail: String)? {
    for column in Self.columns where !Check.isTrimmed(row[column]) {
      return ("no-blanks-at-ends", column)
    }
    let domains: [(column: String, rule: String, domain: [String])] = [
      ("state", "known-state", states.sorted()),
      ("field", "known-field", Self.fields),
      ("effect", "known-effect", StateRule.Effect.allCases.map(\.rawValue)),
      ("county_value", "known-value", ["yes", "no", ""]),
      ("instrument", "known-instrument", Self.instruments),
      ("confidence", "known-confidence", ["high", "medium"]),
    ]
    for (column, rule, domain) in domains where !Check.isOne(of: domain, row[column]) {
      return (rule, "\(column) is '\(row[column])'")
    }
    if row["source_url"].isEmpty { return ("sourced", "no source") }
    return dateFault(row)
  }

  /// A start has to be a date; an end, where there is one, too, and not before the start.
  private func dateFault(_ row: RawRow) -> (rule: String, detail: String)? {
    guard let from = PartialDate(row["effective_from"]) else {
      return ("possible-date", "effective_from is '\(row["effective_from"])'")
    }
    guard !row["effective_to"].isEmpty else { return nil }
    guard let to = PartialDate(row["effective_to"]) else {
      return ("possible-date", "effective_to is '\(row["effective_to"])'")
    }
    return to.last < from.first ? ("end-after-start", "ends on \(to.last)") : nil
  }

  /// The table of the rules.
  static func table(_ rules: [StateRule]) throws -> Table {
    let copied = [
      "state", "field", "effect", "county_value", "effective_from", "effective_to", "instrument",
      "citation", "summary", "confidence", "note",
    ]
    return try Table(
      "state_rules.csv", columns: ["id"] + copied + ["source"],
      rows: rules.map { rule in [rule.id] + copied.map { rule.cells[$0] } + [rule.source] })
  }
}
