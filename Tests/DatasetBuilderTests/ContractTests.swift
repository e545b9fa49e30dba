// Tests: Contracts to hold people for ICE.

import Testing

@testable import DatasetBuilder

@Suite("Contracts to hold people for ICE")
struct ContractTests {
  private let county = Samples.counties[0]
  private let report = Report()

  private func row(
    _ name: String = "EXAMPLE COUNTY JAIL", county: String = "EXAMPLE", city: String = "EXAMPLE",
    type: String = "IGSA", status: String = "AUTHORIZED", owner: String = "COUNTY",
    run: String = "COUNTY (SHERIFF)", code: String = "EXAMPLE", state: String = "ZZ"
  ) -> RawRow {
    RawRow(
      place: Samples.place,
      cells: [
        "DETLOC": code, "Name": name, "City": city, "County": county, "State": state, "Type": type,
        "Facility Operator": run, "Facility Owner": owner, "Authorization Status": status,
      ])
  }

  private func facilities(_ rows: [RawRow]) -> [Facility] {
    FacilityList(geography: Samples.geography, report: report)
      .facilities(RawFile(name: "f", bytes: [], rows: rows))
  }

  private func years(_ facilities: [Facility], _ sheets: [[String: String]]) -> FacilityYears.Years
  {
    let rows = sheets.map { changes in
      let cells = [
        "fiscal_year": "FY19", "facility_name": "Example County Jail", "facility_state": "ZZ",
        "detloc": "EXAMPLE", "facility_type_detailed": "IGSA", "adp": "1.5",
      ].merging(changes) { $1 }
      return RawRow(place: Samples.place, cells: cells)
    }
    return FacilityYears(geography: Samples.geography, report: report)
      .years(RawFile(name: "y", bytes: [], rows: rows), facilities: facilities)
  }

  private func said(
    _ rows: [RawRow], _ day: String = "2017-11-06", of county: County? = nil,
    sheets: [[String: String]] = [], rules: [[String: String]] = []
  ) throws -> String {
    let facilities = facilities(rows)
    let bans = rules.map {
      ["field": "detention_contract", "county_value": "no"].merging($0) { $1 }
    }
    let answers = CountyAnswers(
      law: StateLaw(rules: Samples.rules(bans)), series: AgreementSeries(issues: []),
      contracts: ContractRecord(facilities: facilities, years: years(facilities, sheets)))
    let ground = answers.ground(
      "detention_contract", county ?? self.county, on: try Samples.day(day))
    return ground.value == "unknown" ? ground.reason : ground.value
  }

  @Test("the list speaks from its day to 2018-09-30")
  func window() throws {
    #expect(try said([row()], "2017-11-05") == "not covered")
    #expect(try said([row()], "2017-11-06") == "yes")
    #expect(try said([row()], "2018-09-30") == "yes")
    #expect(try said([row()], "2018-10-01") == "last known yes on 2017-11-06")
    let other = Samples.counties[1]
    #expect(try said([row()], of: other) == "no")
    #expect(try said([row()], "2018-10-01", of: other) == "last known no on 2017-11-06")
  }

  @Test("yes needs an authorised facility of this type that a county agency owns or runs")
  func yes() throws {
    #expect(try said([row(owner: "COUNTY", run: "GEO")]) == "yes")
    #expect(try said([row(owner: "", run: "COUNTY (JAILER)")]) == "yes")
    #expect(try said([row(type: "USMS IGA")]) == "marshals' rider only")
    #expect(try said([row(type: "USMS IGA", status: "USE PROHIBITED")]) == "marshals' rider only")
    #expect(try said([row(status: "NOT INSPECTED")]) == "listed, not authorised")
    #expect(try said([row(status: "USE PROHIBITED")]) == "listed, not authorised")
    let company = row(status: "NOT INSPECTED", owner: "", run: "GEO")
    #expect(try said([company]) == "city or company")
    #expect(try said([company, row(status: "NOT INSPECTED")]) == "listed, not authorised")
    #expect(try said([row(owner: "CITY", run: "CITY")]) == "city or company")
    #expect(try said([row(owner: "", run: "OTHER")]) == "city or company")
    #expect(try said([row(owner: "", run: "")]) == "owner not known")
    #expect(try said([row(type: "BOP")], of: Samples.counties[1]) == "not covered")
    #expect(try said([row(type: "BOP"), row(county: "TWIN", state: "YY")]) == "no")
  }

  @Test("a facility that no county could be given to leaves its state open")
  func unmatched() throws {
    let lost = row("LOST JAIL", county: "NOWHERE", city: "NOWHERE")
    #expect(try said([row(), lost]) == "yes")
    #expect(try said([row(), lost], of: Samples.counties[1]) == "unmatched facility")
    #expect(try said([row(), lost], of: Samples.counties[4]) == "no")
    #expect(report.rules(.unsettled).contains("unmatched-facility"))
  }

  @Test("a redacted row may lie anywhere, but is of a type that says nothing of a county")
  func redacted() throws {
    func hidden(_ type: String) -> RawRow {
      row("Redacted", county: "Redacted", type: type, code: "Redacted", state: "Redacted")
    }
    #expect(try said([row(), hidden("ORR")], of: Samples.counties[4]) == "no")
    #expect(try said([row(), hidden("IGSA")], of: Samples.counties[4]) == "unmatched facility")
  }

  @Test("a name and a cell that differ make neither county certain")
  func contradiction() throws {
    let both = row(county: "ST. SAMPLE")
    let reason = "whose facility it is is not settled"
    #expect(try said([both]) == reason)
    #expect(try said([both], of: Samples.counties[1]) == reason)
    #expect(report.rules(.contradiction).first == "county-against-name")
  }

  @Test("county-from-facility-name, county-from-city, and a county or a city of one name")
  func matching() {
    let named = facilities([row(county: "NOWHERE")])
    #expect(named.map(\.county?.fips) == ["98001"])
    #expect(named.map(\.isNamedAfterCounty) == [true])
    let inCity = facilities([row(), row("A JAIL", county: "COUNTY", code: "B")])
    #expect(inCity.last?.county?.fips == "98001")
    #expect(report.rules(.repair) == ["county-from-facility-name", "county-from-city"])
    let twin = facilities([row("A JAIL", county: "TWIN", code: "C")])
    #expect(twin.last?.possible.map(\.fips) == ["98005", "98510"])
    let city = facilities([row("TWIN CITY JAIL", county: "TWIN", code: "D")])
    #expect(city.last?.county?.fips == "98510")
  }

  @Test("misspelt-county knows a facility's county by letters")
  func misspelt() {
    let virginia = State(fips: "51", code: "VA", name: "Virginia", region: "South", division: "x")
    let county = Samples.county("51003", "Albemarle County", "VA")
    let list = FacilityList(
      geography: Geography(states: [virginia], counties: [county]), report: report)
    let found = list.facilities(
      RawFile(name: "f", bytes: [], rows: [row("A JAIL", county: "ABERMARLE ", state: "VA")]))
    #expect(found.first?.county == county)
    #expect(Set(report.rules(.repair)) == ["misspelt-county"])
  }

  @Test("a later sheet says yes for its year, never no, where type and county are certain")
  func sheets() throws {
    let listed = [row(status: "NOT INSPECTED")]
    #expect(try said(listed, "2018-09-30", sheets: [[:]]) == "listed, not authorised")
    #expect(try said(listed, "2018-10-01", sheets: [[:]]) == "yes")
    #expect(try said(listed, "2019-09-30", sheets: [[:]]) == "yes")
    #expect(try said(listed, "2019-10-01", sheets: [[:]]) == "last known yes on 2019-09-30")
    for change in [
      ["adp": "0"], ["facility_type_detailed": "USMS IGA"], ["detloc": "OTHER"],
      ["fiscal_year": "FY17"], ["facility_state": "YY"],
    ] {
      #expect(try said(listed, "2018-10-01", sheets: [change]) == "not covered")
    }
    let sheet = ["facility_name": "A Jail"]
    func unnamed(_ run: String) -> [RawRow] {
      [row("A JAIL", status: "NOT INSPECTED", run: run)]
    }
    #expect(try said(unnamed("COUNTY (JAILER)"), "2018-10-01", sheets: [sheet]) == "yes")
    #expect(try said(unnamed("GEO"), "2018-10-01", sheets: [sheet]) == "not covered")
    let owned = [row(status: "NOT INSPECTED", run: "GEO")]
    #expect(try said(owned, "2018-10-01", sheets: [[:]]) == "yes")
    let two = [[:], ["facility_type_detailed": "USMS IGA"]]
    #expect(try said(listed, "2018-10-01", sheets: two) == "not covered")
  }

  @Test("a county with people held in 2019 is not answered no for 2017")
  func laterYear() throws {
    let elsewhere = [row(county: "TWIN", state: "YY")]
    #expect(try said(elsewhere) == "no")
    #expect(try said(elsewhere, sheets: [["detloc": "NEW"]]) == "listed in a later year")
  }

  @Test("a ban says no, but not against the record, nor where a contract may run on")
  func bans() throws {
    let ban = ["effective_from": "2019-05-21"]
    let other = Samples.counties[1]
    #expect(try said([row()], "2019-12-31", of: other, rules: [ban]) == "no")
    let hidden = row(
      "Redacted", county: "Redacted", type: "IGSA", code: "Redacted", state: "Redacted")
    let open = "end of contract not known"
    #expect(try said([row(), hidden], "2019-12-31", of: other, rules: [ban]) == open)
    #expect(try said([row()], "2019-12-31", rules: [ban]) == "end of contract not known")
    let prohibited = [row(status: "NOT INSPECTED")]
    #expect(try said(prohibited, "2019-12-31", rules: [ban]) == "end of contract not known")
    #expect(try said([row(type: "USMS IGA")], "2019-12-31", rules: [ban]) == "no")
    #expect(try said([row(owner: "CITY", run: "CITY")], "2019-12-31", rules: [ban]) == "no")
    let differ = try said([row()], "2019-06-01", sheets: [[:]], rules: [ban])
    #expect(differ == "law and agreement differ")
  }

  @Test(
    "a duty never fills it, and where a rule leaves it open the record says why nothing is known")
  func duties() throws {
    let duty = ["county_value": "yes", "effective_from": "2010-01-01"]
    #expect(try said([row()], "2015-01-01", rules: [duty]) == "not covered")
    let open = ["county_value": "", "effective_from": "2010-01-01"]
    #expect(try said([row()], "2015-01-01", rules: [open]) == "not covered")
    #expect(try said([row()], rules: [open]) == "yes")
    #expect(try said([row()], "2019-12-31", rules: [open]) == "last known yes on 2017-11-06")
    let coming = ["effective_from": "2026-05-20"]
    #expect(try said([row()], "2019-12-31", rules: [coming]) == "last known yes on 2017-11-06")
  }

  @Test("a row outside the domains is refused")
  func refused() {
    #expect(facilities([row(type: "HOTEL"), row(status: "MAYBE")]).isEmpty)
    #expect(report.rules(.refusal) == ["known-facility-type", "known-status"])
  }
}
