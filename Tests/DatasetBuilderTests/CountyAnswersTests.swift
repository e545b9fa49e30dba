import Testing

@testable import DatasetBuilder

@Suite("Answers of counties")
struct CountyAnswersTests {
  private let county = Samples.counties[0]
  private let sheriff = "Example County Sheriff's Office"

  private func ground(
    _ field: String, rows: [RawRow] = [], rules: [[String: String]] = [], of county: County? = nil
  ) throws -> Ground {
    let answers = CountyAnswers(
      law: StateLaw(rules: Samples.rules(rules)), agreements: try Samples.agreements(rows),
      day: try Samples.day("2026-05-18"), listSource: "S002")
    return answers.ground(field, county ?? self.county)
  }

  @Test("on the list yes, off the list no: the list is complete for its day")
  func list() throws {
    let rows = [Samples.listRow(sheriff)]
    let listed = try ground("agreement_287g", rows: rows)
    #expect(listed.value == "yes")
    #expect(listed.basis == "agreement")
    #expect(listed.sources == ["S002"])
    #expect(try ground("agreement_287g", rows: rows, of: Samples.counties[1]).value == "no")
  }

  @Test("city police and state agencies do not count")
  func others() throws {
    let rows = [
      Samples.listRow("Example Police Department", type: "Municipality"),
      Samples.listRow("Exampleland State Police", type: "State Agency"),
    ]
    #expect(try ground("agreement_287g", rows: rows).value == "no")
  }

  @Test("an unmatched county agency makes the unlisted counties of its state unknown")
  func unmatched() throws {
    let rows = [
      Samples.listRow(sheriff), Samples.listRow("Sample Regional Jail Authority", line: 3),
    ]
    #expect(try ground("agreement_287g", rows: rows).value == "yes")
    let open = try ground("agreement_287g", rows: rows, of: Samples.counties[1])
    #expect(open.value == "unknown")
    #expect(open.reason == "unmatched agency")
    #expect(try ground("agreement_287g", rows: rows, of: Samples.counties[4]).value == "no")
  }

  @Test("no law fills agreement_287g")
  func duties() throws {
    let duty = ["field": "agreement_287g", "county_value": "yes"]
    #expect(try ground("agreement_287g", rules: [duty]).value == "no")
  }

  @Test("an agreement for the jail makes detainers yes")
  func agreement() throws {
    let yes = try ground("detainers", rows: [Samples.listRow(sheriff)])
    #expect(yes.value == "yes")
    #expect(yes.basis == "agreement")
  }

  @Test("a pending document, a task force and an agency without a jail give nothing")
  func nothing() throws {
    for row in [
      Samples.listRow(sheriff, document: "link pending"),
      Samples.listRow(sheriff, model: "Task Force Model"),
      Samples.listRow("Example County Attorney's Office"),
    ] {
      let open = try ground("detainers", rows: [row])
      #expect(open.value == "unknown")
      #expect(open.reason == "no rule found")
    }
  }

  @Test("law and agreement that say the same stand together; that differ, it is unknown")
  func both() throws {
    let rows = [Samples.listRow(sheriff)]
    let same = try ground("detainers", rows: rows, rules: [["confidence": "medium"]])
    #expect(same.basis == "law+agreement")
    #expect(same.confidence == "high")
    #expect(same.rules == ["ZZ-detainers-1"])
    #expect(same.sources == ["S001", "S002"])
    let differ = try ground("detainers", rows: rows, rules: [["county_value": "no"]])
    #expect(differ.value == "unknown")
    #expect(differ.reason == "law and agreement differ")
    #expect(differ.rules == ["ZZ-detainers-1"])
  }

  @Test("a rule that leaves it open does not silence the agreement")
  func open() throws {
    let rows = [Samples.listRow(sheriff)]
    let blank = ["county_value": ""]
    #expect(try ground("detainers", rows: rows, rules: [blank]).basis == "agreement")
    #expect(try ground("detainers", rules: [blank]).reason == "rule leaves it open")
  }

  @Test(
    "where the state runs the jails a county has none",
    arguments: ["detainers", "notify", "access_limited"])
  func stateJails(field: String) throws {
    let vermont = Samples.county("50001", "Example County", "VT")
    let open = try ground(field, of: vermont)
    #expect(open.reason == "no county jail")
    #expect(try ground("resources", of: vermont).reason == "no rule found")
  }

  @Test("grounds are numbered yes, no, unknown, each once")
  func numbers() {
    let grounds: [Ground] = [
      .unsettled("no rule found"), .settled(.no, basis: "law", confidence: "high"),
      .settled(.yes, basis: "law", confidence: "high"), .unsettled("no rule found"),
    ]
    let ids = Ground.numbered(grounds)
    #expect(grounds.map { ids[$0] } == ["G003", "G002", "G001", "G003"])
  }
}
