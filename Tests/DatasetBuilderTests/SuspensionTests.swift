// Tests: Suspended rules, duties to ask, and announcements.

import Testing

@testable import DatasetBuilder

@Suite("Suspensions, duties and announcements")
struct SuspensionTests {
  private func texas(_ field: String) -> StateLaw {
    let changes = ["detainers", "notify", "inquiry", "resources"].map {
      [
        "state": "TX", "field": $0, "effective_from": "2017-09-01",
        "county_value": $0 == "inquiry" ? "" : "yes",
      ]
    }
    return StateLaw(
      rules: StateRuleList(report: Report(), states: ["TX"])
        .rules(RawFile(name: "r", bytes: [], rows: changes.map(Samples.ruleRow))) { _ in "S1" })
  }

  @Test(
    "Texas SB 4 rests from 2017-08-30 to 2017-09-25 and holds from the day after",
    arguments: ["detainers", "notify", "inquiry", "resources"])
  func suspended(field: String) throws {
    let law = texas(field)
    func outcome(_ day: String) throws -> LawAnswer.Outcome {
      law.answer(field, in: "TX", on: try Samples.day(day)).outcome
    }
    let suspended = LawAnswer.Outcome.unsettled(reason: "suspended by a court")
    #expect(try outcome("2017-08-29") == .unsettled(reason: "rule not yet in force"))
    #expect(try outcome("2017-08-30") == suspended)
    #expect(try outcome("2017-09-01") == suspended)
    #expect(try outcome("2017-09-25") == suspended)
    #expect(try outcome("2017-09-26") == .settled(.yes))
  }

  @Test("Florida's duty to use best efforts rests from 2021-09-21 to 2023-04-13")
  func florida() throws {
    let row = [
      "state": "FL", "field": "resources", "effective_from": "2019-07-01", "county_value": "yes",
    ]
    let law = StateLaw(
      rules: StateRuleList(report: Report(), states: ["FL"])
        .rules(RawFile(name: "r", bytes: [], rows: [Samples.ruleRow(row)])) { _ in "S1" })
    func outcome(_ day: String) throws -> LawAnswer.Outcome {
      law.answer("resources", in: "FL", on: try Samples.day(day)).outcome
    }
    #expect(try outcome("2021-09-20") == .settled(.yes))
    #expect(try outcome("2021-09-21") == .unsettled(reason: "suspended by a court"))
    #expect(try outcome("2023-04-13") == .unsettled(reason: "suspended by a court"))
    #expect(try outcome("2023-04-14") == .settled(.yes))
  }

  @Test("every suspension has sources, and a suspended answer names them")
  func sources() throws {
    #expect(Suspension.all.count == 2)
    #expect(Suspension.all.allSatisfy { !$0.sources.isEmpty && $0.from <= $0.to })
    let county = Samples.county("48001", "Example County", "TX")
    let answers = CountyAnswers(
      law: texas("notify"), series: AgreementSeries(issues: []), source: { $0.key ?? "" })
    let ground = answers.ground("notify", county, on: try Samples.day("2017-09-10"))
    #expect(ground.sources == ["S1", "texas-sb4-injunction-2017", "texas-sb4-stay-2017"])
  }

  @Test("a duty to ask: both yes; a bar on local bans: inquiry alone; a ban: both no")
  func inquiry() throws {
    let texas = Samples.county("54001", "Example County", "WV")
    func values(_ changes: [String: String], _ county: County) throws -> [String] {
      let rules = Samples.rules([["field": "inquiry"].merging(changes) { $1 }])
      let answers = CountyAnswers(law: StateLaw(rules: rules), series: AgreementSeries(issues: []))
      let day = try Samples.day("2026-05-18")
      return ["inquiry", "inquiry_required"].map { answers.ground($0, county, on: day).value }
    }
    #expect(try values([:], Samples.counties[0]) == ["yes", "yes"])
    #expect(
      try values(["effect": "forbids", "county_value": "no"], Samples.counties[0])
        == ["no", "no"])
    #expect(try values(["state": "WV", "county_value": ""], texas) == ["yes", "unknown"])
  }

  private func announced(
    _ day: String, _ rules: [[String: String]] = [], value: Answer = .no
  ) throws -> Ground {
    let announcement = Announcement(
      county: "98001", field: "notify", value: value, day: try Samples.day("2019-02-26"),
      confidence: "high", summary: "an example",
      sources: [Source(title: "Example", publisher: "x", published: "x", place: "x", key: "A")])
    let notify = rules.map { ["field": "notify"].merging($0) { $1 } }
    return CountyAnswers(
      law: StateLaw(rules: Samples.rules(notify)), series: AgreementSeries(issues: []),
      announcements: [announcement], source: { $0.key ?? "" }
    ).ground("notify", Samples.counties[0], on: try Samples.day(day))
  }

  @Test("an announcement stands from its day for a year, and is then the last thing known")
  func year() throws {
    #expect(try announced("2019-02-25").reason == "no rule found")
    let first = try announced("2019-02-26")
    #expect(first.value == "no")
    #expect(first.basis == "announced")
    #expect(first.sources == ["A"])
    #expect(try announced("2020-02-25").value == "no")
    #expect(try announced("2020-02-26").reason == "last known no on 2019-02-26")
  }

  @Test("a law that is newer outranks it and shows it as superseded")
  func superseded() throws {
    let ground = try announced("2019-08-01", [["effective_from": "2019-07-01"]])
    #expect(ground.value == "yes")
    #expect(ground.basis == "law")
    #expect(ground.detail.contains("superseded: an example"))
    #expect(try announced("2019-06-30", [["effective_from": "2019-07-01"]]).value == "no")
  }

  @Test("with an older law it conflicts or agrees")
  func older() throws {
    let rule = ["effective_from": "2018-01-01"]
    #expect(try announced("2019-08-01", [rule]).reason == "conflicting")
    let agreed = try announced("2019-08-01", [rule], value: .yes)
    #expect(agreed.value == "yes")
    #expect(agreed.basis == "law+announced")
    #expect(try announced("2021-01-01", [rule]).basis == "law")
  }

  @Test("the Sheriff of Milwaukee County: notify no, for a year")
  func milwaukee() throws {
    let one = try #require(Announcement.all.first)
    #expect(Announcement.all.count == 1)
    #expect((one.county, one.field, one.value) == ("55079", "notify", .no))
    #expect(one.day.description == "2019-02-26")
    #expect(one.lastDay.description == "2020-02-25")
    #expect(one.summary.contains("without a judge's warrant"))
  }
}
