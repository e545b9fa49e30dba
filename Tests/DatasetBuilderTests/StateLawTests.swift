// Tests: State rules.

import Testing

@testable import DatasetBuilder

@Suite("State rules")
struct StateLawTests {
  private func standing(_ from: String, _ to: String?, _ day: String) throws -> Standing {
    Standing(
      from: try #require(PartialDate(from)), to: to.flatMap(PartialDate.init),
      on: try Samples.day(day))
  }

  @Test("a rule holds from the last day of its start to the first day of its end")
  func standing() throws {
    #expect(try standing("2025", nil, "2024-12-31") == .notYet)
    #expect(try standing("2025", nil, "2025-12-30") == .startUncertain)
    #expect(try standing("2025", nil, "2025-12-31") == .inForce)
    #expect(try standing("2025-02", nil, "2025-02-28") == .inForce)
    #expect(try standing("2014", "2021", "2021-01-01") == .inForce)
    #expect(try standing("2014", "2021", "2021-01-02") == .endUncertain)
    #expect(try standing("2014", "2021", "2022-01-01") == .over)
    #expect(try standing("2014", "2017-12-31", "2017-12-31") == .inForce)
  }

  private func outcome(
    _ changes: [[String: String]], on day: String = "2026-05-18", field: String = "detainers",
    state: String = "ZZ"
  ) throws -> LawAnswer.Outcome {
    StateLaw(rules: Samples.rules(changes))
      .answer(field, in: state, on: try Samples.day(day)).outcome
  }

  @Test("a rule in force settles its field")
  func settled() throws {
    #expect(try outcome([[:]]) == .settled(.yes))
    #expect(try outcome([]) == .unsettled(reason: "no rule found"))
  }

  @Test("a rule that starts later is named as not yet in force, unless another is in force")
  func coming() throws {
    let reason = "rule not yet in force"
    #expect(try outcome([["effective_from": "2026-05-19"]]) == .unsettled(reason: reason))
    #expect(try outcome([["effective_from": "2026-07"]]) == .unsettled(reason: reason))
    #expect(try outcome([[:], ["effective_from": "2026-05-19"]]) == .settled(.yes))
    let blank = ["county_value": ""]
    let open = "rule leaves it open"
    #expect(try outcome([blank, ["effective_from": "2027"]]) == .unsettled(reason: open))
    let answer = StateLaw(rules: Samples.rules([["effective_from": "2026-05-19"]]))
      .answer("detainers", in: "ZZ", on: try Samples.day("2026-05-18"))
    #expect(answer.rules.map(\.id) == ["ZZ-detainers-1"])
    let ended = [["effective_from": "2010-01-01", "effective_to": "2012-01-01"]]
    #expect(try outcome(ended) == .unsettled(reason: "no rule found"))
  }

  @Test("a start that is not known to the day leaves it open in between")
  func start() throws {
    let reason = "start not known to the day"
    #expect(try outcome([["effective_from": "2026"]]) == .unsettled(reason: reason))
  }

  @Test("in one series the newest rule replaces the older")
  func newest() throws {
    let newer = ["county_value": "no", "effect": "forbids", "effective_from": "2024-01-01"]
    #expect(try outcome([[:], newer]) == .settled(.no))
    #expect(try outcome([[:], newer], on: "2023-12-31") == .settled(.yes))
  }

  @Test("a newer rule of uncertain start matters only where it would change the value")
  func uncertainSuccessor() throws {
    #expect(try outcome([[:], ["effective_from": "2026"]]) == .settled(.yes))
    let other = ["county_value": "no", "effective_from": "2026"]
    let reason = "start not known to the day"
    #expect(try outcome([[:], other]) == .unsettled(reason: reason))
  }

  @Test("an end that is not known to the day leaves it open, unless a newer rule replaced it")
  func end() throws {
    let reason = "end not known to the day"
    #expect(try outcome([["effective_to": "2026"]]) == .unsettled(reason: reason))
    let newer = ["county_value": "no", "effective_from": "2024-01-01"]
    #expect(try outcome([["effective_to": "2026"], newer]) == .settled(.no))
  }

  @Test("series that disagree are conflicting; a blank one adds nothing")
  func series() throws {
    let court = ["instrument": "court ruling", "county_value": "no"]
    #expect(try outcome([[:], court]) == .unsettled(reason: "conflicting"))
    #expect(
      try outcome([[:], ["instrument": "court ruling", "county_value": ""]]) == .settled(.yes))
  }

  @Test("a series that is clear settles what an unclear one can only confirm")
  func confirmed() throws {
    let court = [
      "instrument": "court ruling", "county_value": "no", "effective_from": "2014-04-11",
      "effective_to": "2021",
    ]
    let statute = ["county_value": "no", "effective_from": "2021"]
    #expect(try outcome([court, statute], on: "2021-01-01") == .settled(.no))
    #expect(try outcome([court, statute], on: "2021-12-31") == .settled(.no))
    let open = "end not known to the day"
    #expect(try outcome([court, statute], on: "2021-06-30") == .unsettled(reason: open))
    let yes = ["county_value": "yes", "effective_from": "2021"]
    let start = "start not known to the day"
    #expect(try outcome([court, yes], on: "2021-01-01") == .unsettled(reason: start))
  }

  @Test("a rule without a value leaves it open")
  func open() throws {
    let reason = "rule leaves it open"
    #expect(try outcome([["county_value": ""]]) == .unsettled(reason: reason))
  }

  @Test("no rule is never no law: the reason says whether anybody looked")
  func coverage() {
    #expect(Coverage.reason("detainers", in: "AK") == "not searched")
    #expect(Coverage.reason("resources", in: "NC") == "not searched")
    #expect(Coverage.reason("notify", in: "NC") == "no rule found")
    #expect(Coverage.reason("access_limited", in: "TX") == "text not read")
    #expect(Coverage.reason("detainers", in: "WI") == "no rule found")
    let text = Samples.rules([["state": "ZZ"]])
    #expect(Coverage.openReason(text) == "rule leaves it open")
  }

  @Test("a bar on local bans makes inquiry yes, and an unlisted one is refused")
  func bars() throws {
    let row = ["field": "inquiry", "county_value": "", "note": "Bars local bans only"]
    let report = Report()
    Coverage.check(Samples.rules([row]), report: report)
    #expect(report.rules(.refusal).first == "bar-on-local-bans")
    let list = StateRuleList(report: Report(), states: ["TX"])
    let texas = RawFile(
      name: "x.csv", bytes: [], rows: [Samples.ruleRow(row.merging(["state": "TX"]) { $1 })])
    let rules = list.rules(texas) { _ in "S001" }
    #expect(rules.map(\.id) == ["TX-inquiry-1"])
    #expect(rules.map { StateLaw.value($0, "inquiry") } == [.yes])
  }

  @Test("rules are numbered within state and field")
  func ids() {
    let rules = Samples.rules([[:], ["field": "notify"], [:]])
    #expect(rules.map(\.id) == ["ZZ-detainers-1", "ZZ-notify-1", "ZZ-detainers-2"])
  }

  @Test(
    "a row outside the domains is refused by a named check",
    arguments: [
      ("state", "XX", "known-state"), ("field", "height", "known-field"),
      ("effect", "hints", "known-effect"), ("county_value", "maybe", "known-value"),
      ("instrument", "rumour", "known-instrument"), ("confidence", "low", "known-confidence"),
      ("effective_from", "2025-02-30", "possible-date"), ("effective_to", "x", "possible-date"),
      ("effective_to", "2019", "end-after-start"), ("source_url", "", "sourced"),
      ("summary", "blank ", "no-blanks-at-ends"),
    ])
  func refused(column: String, value: String, rule: String) {
    let report = Report()
    #expect(Samples.rules([[column: value]], report: report).isEmpty)
    #expect(report.rules(.refusal) == [rule])
  }
}
