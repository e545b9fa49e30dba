// Tests: Answers of counties.

import Testing

@testable import DatasetBuilder

@Suite("Answers of counties")
struct CountyAnswersTests {
  private let county = Samples.counties[0]
  private let sheriff = "Example County Sheriff's Office"

  private func ground(
    _ field: String, rows: [RawRow] = [], rules: [[String: String]] = [], of county: County? = nil
  ) throws -> Ground {
    try answer(field, of: county ?? self.county, try Samples.agreements(rows), rules)
  }

  private func answer(
    _ field: String, of county: County, _ agreements: [Agreement], _ rules: [[String: String]] = []
  ) throws -> Ground {
    let day = try Samples.day("2026-05-18")
    let issue = AgreementSeries.Issue(day: day, source: "S002", agreements: agreements)
    return CountyAnswers(
      law: StateLaw(rules: Samples.rules(rules)), series: AgreementSeries(issues: [issue]),
      source: { _ in "S009" }
    ).ground(field, county, on: day)
  }

  private func signed(
    _ name: String, _ county: County, _ model: Agreement.Model = .warrantServiceOfficer,
    document: String = "linked"
  ) throws -> Agreement {
    let agency = Agency(
      slug: name, name: name, state: county.state, kind: .county, county: county.fips,
      locatedIn: "", snapshot: try Samples.day("2026-05-18"))
    return Agreement(
      agency: agency, model: model, signed: "2025-06-01", document: document,
      snapshot: try Samples.day("2026-05-18"))
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

  @Test(
    "West Virginia's jails are regional: no county jail, whatever the rule says",
    arguments: ["detainers", "notify", "access_limited"])
  func regionalJails(field: String) throws {
    let county = Samples.county("54001", "Example County", "WV")
    let open = try answer(
      field, of: county, [try signed(sheriff, county)], [["state": "WV", "field": field]])
    #expect(open.value == "unknown")
    #expect(open.reason == "no county jail")
    #expect(StateList.jailSystems["WV"] == "regional")
    let resources = [["state": "WV", "field": "resources"]]
    #expect(try answer("resources", of: county, [], resources).value == "yes")
  }

  @Test(
    "where another than the sheriff runs the jail, or may, a sheriff's agreement gives nothing",
    arguments: [
      ("KY", "21001"), ("NM", "35001"), ("PA", "42001"), ("ND", "38011"), ("ND", "38025"),
      ("ND", "38075"), ("SC", "45045"),
    ])
  func jailRunner(state: String, fips: String) throws {
    let county = Samples.county(fips, "Example County", state)
    let sheriffs = try signed(sheriff, county)
    let open = try answer("detainers", of: county, [sheriffs])
    #expect(open.value == "unknown")
    #expect(open.reason == "who runs the jail is not settled")
    #expect(open.sources == ["S002", "S009"])
    #expect(try answer("agreement_287g", of: county, [sheriffs]).value == "yes")
    let silence = Coverage.reason("detainers", in: state)
    let pending = try signed(sheriff, county, document: "pending")
    #expect(try answer("detainers", of: county, [pending]).reason == silence)
    let taskForce = try signed(sheriff, county, .taskForce)
    #expect(try answer("detainers", of: county, [taskForce]).reason == silence)
    let jail = try signed("Example County Detention Center", county)
    #expect(try answer("detainers", of: county, [sheriffs, jail]).value == "yes")
  }

  @Test("a law settles what an agreement of a sheriff without a jail does not")
  func lawAndDoubt() throws {
    let county = Samples.county("45045", "Example County", "SC")
    let sheriffs = [try signed(sheriff, county)]
    let bar = ["state": "SC", "county_value": "no"]
    #expect(try answer("detainers", of: county, sheriffs, [bar]).value == "no")
    #expect(try answer("detainers", of: county, sheriffs, [["state": "SC"]]).basis == "law")
    let coming = ["state": "SC", "effective_from": "2026-05-20"]
    let open = try answer("detainers", of: county, sheriffs, [coming])
    #expect(open.reason == "who runs the jail is not settled")
    #expect(open.rules == ["SC-detainers-1"])
    let unclear = ["state": "SC", "effective_from": "2026"]
    let reason = try answer("detainers", of: county, sheriffs, [unclear]).reason
    #expect(reason == "start not known to the day")
  }

  @Test("a listed agency that may be the county's own makes that county alone unknown")
  func candidate() throws {
    let oklahoma = State(fips: "40", code: "OK", name: "Oklahoma", region: "South", division: "x")
    let kay = Samples.county("40071", "Kay County", "OK")
    let other = Samples.county("40103", "Noble County", "OK")
    let list = AgreementList(
      geography: Geography(states: [oklahoma], counties: [kay, other]), report: Report(),
      snapshot: try Samples.day("2026-05-18"))
    let row = Samples.listRow(
      "Office of The District Attorney - Eighth District", county: "Kay County",
      model: "Task Force Model", state: "OKLAHOMA")
    let agreements = try list.agreements(RawFile(name: "list.csv", bytes: [], rows: [row]))
    let agency = try #require(agreements.first).agency
    #expect(agency.kind == .state)
    #expect(agency.county == "")
    #expect(agency.countyCandidates == "40071")
    let open = try answer("agreement_287g", of: kay, agreements)
    #expect(open.value == "unknown")
    #expect(open.reason == "whose agency it is is not settled")
    #expect(open.sources == ["S002"])
    #expect(try answer("agreement_287g", of: other, agreements).value == "no")
  }

  @Test("grounds are numbered yes, no, unknown, each once")
  func numbers() {
    let grounds: [Ground] = [
      .unsettled("no rule found"), .settled(.no, basis: "law", confidence: "high"),
      .settled(.yes, basis: "law", confidence: "high"), .unsettled("no rule found"),
    ]
    let ids = Ground.numbered(grounds)
    #expect(grounds.map { ids[$0] } == ["G0003", "G0002", "G0001", "G0003"])
  }

  @Test("no county jail rests on a page that opens, by who runs the jails")
  func jailPages() {
    #expect(Set(StateList.jailSources.keys) == Set(StateList.jailSystems.values))
    for source in StateList.jailSources.values {
      #expect(source.published != unknown)
      #expect(source.address.hasPrefix("https://"))
    }
  }
}
