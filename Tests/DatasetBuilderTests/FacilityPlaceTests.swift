// Tests: Where a facility is.

import Testing

@testable import DatasetBuilder

@Suite("Where a facility is")
struct FacilityPlaceTests {
  private let report = Report()

  private func list(_ places: FacilityPlaces = FacilityPlaces()) -> FacilityList {
    FacilityList(geography: Samples.geography, report: report, places: places)
  }

  private func row(
    _ name: String, city: String = "NOWHERE", county: String, code: String = "EXAMPLE",
    type: String = "IGSA", state: String = "ZZ"
  ) -> RawRow {
    RawRow(
      place: Samples.place,
      cells: [
        "DETLOC": code, "Name": name, "City": city, "County": county, "State": state, "Type": type,
        "Facility Operator": "COUNTY", "Facility Owner": "", "Authorization Status": "AUTHORIZED",
      ])
  }

  private func facilities(_ rows: [RawRow], _ places: FacilityPlaces) -> [Facility] {
    list(places).facilities(RawFile(name: "f", bytes: [], rows: rows))
  }

  private func listing(_ facilities: [Facility], _ index: Int) -> ContractRecord.Listing {
    ContractRecord(facilities: facilities).listing(Samples.counties[index])
  }

  @Test("settled-facility: the list outranks a COUNTY of another county, which then has none")
  func settled() {
    let places = FacilityPlaces(settled: ["ZZ": ["EXAMPLE": "Example County"]])
    let found = facilities([row("EXAMPLE COUNTY JAIL", county: "ST. SAMPLE")], places)
    #expect(found.map(\.county?.fips) == ["98001"])
    #expect(found.map(\.isNamedAfterCounty) == [true])
    #expect(listing(found, 0) == .yes)
    #expect(listing(found, 1) == .no)
    #expect(report.rules(.repair) == ["settled-facility"])
  }

  @Test("a facility of several possible counties is no county's no, and no county's yes")
  func open() {
    let places = FacilityPlaces(open: ["ZZ": ["EXAMPLE": ["Example County", "Twin city"]]])
    let found = facilities([row("EXAMPLE CENTER", county: "ST. SAMPLE")], places)
    #expect(found.map(\.county) == [nil])
    #expect(listing(found, 0) == .open("whose facility it is is not settled"))
    #expect(listing(found, 3) == .open("whose facility it is is not settled"))
    #expect(listing(found, 1) == .no)
    #expect(report.rules(.unsettled) == ["facility-of-several"])
  }

  @Test("a city that is a county of its own may have what its cell City says stands in it")
  func ownCity() {
    let named = facilities(
      [row("EXAMPLE COUNTY JAIL", city: "TWIN", county: "EXAMPLE")], FacilityPlaces())
    #expect(listing(named, 0) == .yes)
    #expect(listing(named, 3) == .open("whose facility it is is not settled"))
    #expect(listing(named, 2) == .no)
    let regional = facilities(
      [row("REGIONAL JAIL", city: "TWIN", county: "EXAMPLE", type: "USMS IGA")], FacilityPlaces())
    #expect(regional.map(\.county) == [nil])
    #expect(listing(regional, 0) == .open("marshals' rider only"))
    #expect(listing(regional, 3) == .open("marshals' rider only"))
    let bare = facilities([row("A JAIL", city: "TWIN", county: "COUNTY")], FacilityPlaces())
    #expect(bare.map(\.county?.fips) == ["98510"])
  }

  @Test("county-from-city reads the list before a cell that it corrects")
  func cityByList() {
    let places = FacilityPlaces(settled: ["ZZ": ["EXAMPLE": "Example County"]])
    let rows = [
      row("EXAMPLE COUNTY JAIL", city: "SEAT", county: "ST. SAMPLE"),
      row("A JAIL", city: "SEAT", county: "COUNTY", code: "OTHER"),
    ]
    #expect(facilities(rows, places).map(\.county?.fips) == ["98001", "98001"])
  }

  @Test("where the state runs the jails, COUNTY is the state's and no county's")
  func stateJails() {
    let state = State(fips: "54", code: "WV", name: "West Virginia", region: "South", division: "x")
    let county = Samples.county("54039", "Kanawha County", "WV")
    let list = FacilityList(
      geography: Geography(states: [state], counties: [county]), report: report)
    let found = list.facilities(
      RawFile(name: "f", bytes: [], rows: [row("A JAIL", county: "KANAWHA", state: "WV")]))
    #expect(found.map(\.holder) == [.state])
    #expect(found.map(\.isRunByCounty) == [false])
    #expect(ContractRecord(facilities: found).listing(county) == .open("city or company"))
  }

  @Test("every county of the shipped lists is one that the facility's state has or may have")
  func names() {
    let all = FacilityPlaces.all
    let settled = all.settled.mapValues { Set($0.keys) }
    for (state, codes) in all.open {
      #expect(settled[state, default: []].isDisjoint(with: codes.keys))
      for names in codes.values { #expect(Set(names).count > 1) }
    }
  }
}
