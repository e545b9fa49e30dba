// What the columns of the state rules do not say, read off their notes and their README, row by.

/// What the columns of the state rules do not say, read off their notes and their README, row by
/// row. Each entry is one decision.
enum Coverage {
  /// Rules whose `county_value` is blank, whose effect is `requires`, and whose note says that they
  /// bar local bans on asking: officers may ask, so `inquiry` is yes.
  static let barsOnLocalBans: Set<String> = [
    "IA-inquiry-1",  // "Bars local bans only"
    "ID-inquiry-1",  // "Bars local bans only"
    "MS-inquiry-1",  // "Bars local bans only"
    "TN-inquiry-1",  // "Bars local bans only"; officers may but need not ask
    "TX-inquiry-1",  // "Bars local bans only"
    "WV-inquiry-1",  // "Bars local bans only"
  ]

  /// States that nobody searched by itself, by the README of the state rules.
  static let notSearched: Set<String> = ["AK", "MI", "ND", "PA"]

  /// Fields of a state that nobody searched: the README says of North Carolina that its act of 2015
  /// on local bans was not looked up.
  static let fieldsNotSearched: [String: Set<String>] = ["NC": ["resources"]]

  /// Fields of a state on which there is a text that was not reached, by the same README: jail
  /// access in Iowa (27A.4) and Texas (752.053(b)), and the statute of Oklahoma.
  static let textNotRead: [String: Set<String>] = [
    "IA": ["access_limited"],
    "TX": ["access_limited"],
    "OK": Set(StateRuleList.fields),
  ]

  /// Rules whose value is blank because their text was not read.
  static let rulesNotRead: Set<String> = ["SD-resources-1", "WY-resources-1"]

  /// Why a field of a state has no rule in force. It never means that there is no law.
  static func reason(_ field: String, in state: String) -> String {
    if notSearched.contains(state) || fieldsNotSearched[state]?.contains(field) == true {
      return "not searched"
    }
    return textNotRead[state]?.contains(field) == true ? "text not read" : "no rule found"
  }

  /// Why rules in force settle nothing.
  static func openReason(_ rules: [StateRule]) -> String {
    rules.allSatisfy { rulesNotRead.contains($0.id) } ? "text not read" : "rule leaves it open"
  }

  /// Refuses a suspension, a rule that reaches agreements, or a ban that ends contracts, whose rule
  /// is not in the file, and a rule that reaches agreements without a source that says so.
  static func checkTables(
    _ known: Set<String>, reaching: [String: Source] = ReachesAgreements.all, report: Report
  ) {
    let place = Place(file: "state-rules.csv", line: 1)
    for (id, source) in reaching.sorted(by: { $0.key < $1.key })
    where source.title.isEmpty || source.place.isEmpty {
      report.refused("rule-of-a-table", at: place, "\(id) has no source with title and place")
    }
    let named = Suspension.all.reduce(Set(reaching.keys)) { $0.union($1.rules) }
    for id in named.union(CountyAnswers.endingContracts).sorted() where !known.contains(id) {
      report.refused("rule-of-a-table", at: place, "no rule \(id)")
    }
  }

  /// Refuses an entry of the table above that its row does not bear out.
  static func check(_ rules: [StateRule], report: Report) {
    let known = Set(rules.map(\.id))
    for rule in rules where barsOnLocalBans.contains(rule.id) {
      let isBar = rule.cells["note"].lowercased().contains("bars local bans")
      if rule.effect != .requires || rule.countyValue != nil || !isBar {
        report.refused("bar-on-local-bans", at: rule.place, "\(rule.id) is no such rule")
      }
    }
    for rule in rules
    where rule.field == "inquiry" && rule.effect == .requires && rule.countyValue == nil
      && !barsOnLocalBans.contains(rule.id)
    {
      report.refused("bar-on-local-bans", at: rule.place, "\(rule.id) is in no list")
    }
    checkTables(known, report: report)
    for id in barsOnLocalBans.union(rulesNotRead).sorted() where !known.contains(id) {
      let place = Place(file: "state-rules.csv", line: 1)
      report.refused("bar-on-local-bans", at: place, "no rule \(id)")
    }
  }
}
