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

  /// A rule, numbered within its state and field in the file's order; refused where a value is
  /// outside its domain, or an end comes before its start.
  private func rule(_ row: RawRow, _ numbers: inout [String: Int]) -> StateRule? {
    func refuse(_ rule: String, _ detail: String) -> StateRule? {
      report.refused(rule, at: row.place, detail)
      return nil
    }
    for column in Self.columns where !Check.isTrimmed(row[column]) {
      return refuse("no-blanks-at-ends", column)
    }
    let (state, field) = (row["state"], row["field"])
    guard states.contains(state) else { return refuse("known-state", "'\(state)'") }
    guard Self.fields.contains(field) else { return refuse("known-field", "'\(field)'") }
    guard let effect = StateRule.Effect(rawValue: row["effect"]) else {
      return refuse("known-effect", "'\(row["effect"])'")
    }
    guard Check.isOne(of: ["yes", "no", ""], row["county_value"]) else {
      return refuse("known-value", "'\(row["county_value"])'")
    }
    guard Check.isOne(of: Self.instruments, row["instrument"]) else {
      return refuse("known-instrument", "'\(row["instrument"])'")
    }
    guard Check.isOne(of: ["high", "medium"], row["confidence"]) else {
      return refuse("known-confidence", "'\(row["confidence"])'")
    }
    guard let from = PartialDate(row["effective_from"]) else {
      return refuse("possible-date", "effective_from is '\(row["effective_from"])'")
    }
    let to = PartialDate(row["effective_to"])
    if to == nil, !row["effective_to"].isEmpty {
      return refuse("possible-date", "effective_to is '\(row["effective_to"])'")
    }
    if let to, to.last < from.first { return refuse("end-after-start", "\(to.last)") }
    guard !row["source_url"].isEmpty else { return refuse("sourced", "no source") }
    numbers["\(state)-\(field)", default: 0] += 1
    return StateRule(
      id: "\(state)-\(field)-\(numbers["\(state)-\(field)", default: 1])", place: row.place,
      state: state, field: field, effect: effect,
      countyValue: Answer(rawValue: row["county_value"]), from: from, to: to, instrument: row["instrument"], confidence: row["confidence"], cells: row,
      source: "")
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
