// What the federal lists of facilities say of a county's contract to hold people for ICE.

/// What the federal lists of facilities say of a county's contract to hold people for ICE.
///
/// The list of 2017-11-06 says yes or no from its day to the end of fiscal year 2018. A later sheet
/// says yes for its fiscal year, never no. Nothing else is said.
struct ContractRecord {
  /// What the list of 2017 says of a county.
  enum Listing: Equatable {
    case yes
    case no
    /// Neither, and why.
    case open(String)
  }

  private let byCounty: [String: [Facility]]
  /// States with a facility that no county could be given to; `unknown` where its state is hidden.
  private let unmatchedStates: Set<String>
  let years: FacilityYears.Years
  /// Whether there is a list at all.
  private let hasList: Bool

  init(facilities: [Facility] = [], years: FacilityYears.Years = FacilityYears.Years()) {
    var byCounty: [String: [Facility]] = [:]
    for facility in facilities {
      for county in facility.possible { byCounty[county.fips, default: []].append(facility) }
    }
    self.byCounty = byCounty
    unmatchedStates = Set(facilities.filter(\.possible.isEmpty).map(\.state))
    self.years = years
    hasList = !facilities.isEmpty
  }

  /// The day of the list, and the last day on which it speaks.
  static let listDay = Day(2017, 11, 6)
  static let lastDay = Day(2018, 9, 30)

  /// Yes: an authorised IGSA facility that a county agency owns or runs. No: no IGSA or Marshals'
  /// facility of any status that stands in the county or may. Else the reason that stands nearest
  /// to yes: what is the county's own, or may be, before what is a city's or a company's.
  func listing(_ county: County) -> Listing {
    let mine = byCounty[county.fips] ?? []
    let agreed = mine.filter(\.isIGSA)
    let own = agreed.filter { $0.holder != .other }
    let authorised = own.filter(\.authorised)
    if authorised.contains(where: { $0.county == county && $0.holder == .county }) { return .yes }
    if authorised.contains(where: { $0.county != county }) {
      return .open("whose facility it is is not settled")
    }
    if authorised.contains(where: { $0.holder == .unknown }) { return .open("owner not known") }
    if own.contains(where: { !$0.authorised }) { return .open("listed, not authorised") }
    if !agreed.isEmpty { return .open("city or company") }
    if !mine.isEmpty { return .open("marshals' rider only") }
    if mayHoldUnmatched(county) { return .open("unmatched facility") }
    return years.named2019.contains(county.fips) ? .open("listed in a later year") : .no
  }

  /// Whether a contract of the county may be in force that no page says the end of: a facility that
  /// is the county's own, or may be, was on the list, or on a sheet of a year that had begun.
  func mayHaveContract(_ county: County, on day: Day) -> Bool {
    let year = FacilityYears.year(of: day)
    if years.held[county.fips]?.contains(where: { $0 <= year }) == true { return true }
    if years.named2019.contains(county.fips) || mayHoldUnmatched(county) { return true }
    return (byCounty[county.fips] ?? []).contains {
      $0.isIGSA && [.county, .unknown].contains($0.holder)
    }
  }

  /// Whether a facility that no county could be given to may stand in the county: one of its state,
  /// or one whose state is hidden.
  private func mayHoldUnmatched(_ county: County) -> Bool {
    unmatchedStates.contains(county.state) || unmatchedStates.contains(unknown)
  }

  /// What the record says of a county on a day, without the law.
  func ground(_ county: County, on day: Day) -> Ground {
    guard hasList, let first = Self.listDay, let last = Self.lastDay, day >= first else {
      return .unsettled("not covered")
    }
    let year = FacilityYears.year(of: day)
    if years.held[county.fips]?.contains(year) == true {
      return .settled(
        .yes, basis: "listed", confidence: "medium",
        sources: [RawOrigin.facilityYearsKey, RawOrigin.facilitiesKey],
        detail: "people were held for ICE in a facility of the county in fiscal year \(year)")
    }
    if day <= last { return listed(county, first) }
    return lastKnown(county, before: year, first)
  }

  private func listed(_ county: County, _ first: Day) -> Ground {
    let sources = [RawOrigin.facilitiesKey]
    switch listing(county) {
    case .yes:
      return .settled(
        .yes, basis: "listed", confidence: "high", sources: sources,
        detail: "an authorised facility of the county is on ICE's list of \(first)")
    case .no:
      return .settled(
        .no, basis: "listed", confidence: "high", sources: sources,
        detail: "ICE's list of \(first) has no such facility of any status in the county")
    case .open(let reason):
      return .unsettled(
        reason, sources: sources, detail: "not settled by ICE's list of \(first)")
    }
  }

  /// What the newest list or sheet said that speaks no more.
  private func lastKnown(_ county: County, before year: Int, _ first: Day) -> Ground {
    if let newest = years.held[county.fips]?.filter({ $0 < year }).max() {
      return .unsettled(
        "last known yes on \(newest)-09-30",
        sources: [RawOrigin.facilityYearsKey, RawOrigin.facilitiesKey],
        detail: "people were held for ICE in a facility of the county in fiscal year \(newest)")
    }
    let ground = listed(county, first)
    guard ground.value != unknown else {
      return .unsettled("not covered", sources: ground.sources, detail: ground.detail)
    }
    return .unsettled(
      "last known \(ground.value) on \(first)", sources: ground.sources, detail: ground.detail)
  }

  /// The days on which the record of a county can change.
  func changeDays(_ county: County) -> [Day] {
    let ends = (years.held[county.fips] ?? []).compactMap { Day($0, 9, 30) }
    let starts = ends.compactMap { Day($0.year - 1, 10, 1) }
    return [Self.listDay, Self.lastDay?.next].compactMap { $0 } + starts + ends.map(\.next)
  }
}
