// The relations beside counties, agreements, rules and figures.

/// The relations beside counties, agreements, rules and figures.
struct OtherTables {
  let geography: Geography
  let report: Report
  /// Gives a raw file that was read.
  let file: (RawOrigin) throws -> RawFile
  /// Gives the key of a document.
  let source: (Source) -> String

  /// All of them.
  func tables() throws -> [Table] {
    let counties = Set(geography.counties.map(\.fips))
    let list = FacilityTable(geography: geography, report: report)
      .facilities(try file(.facilities))
    let years = FacilityYearTable(report: report, listed: Set(list.map(\.code)))
    return [
      try FacilityTable.table(list),
      try years.table(list, try file(.facilityYears)),
      try Listing(geography: geography, report: report).table(try file(.listing)),
      try DetainerLimitList(geography: geography, report: report).table(try file(.limits)),
      try NeighborList(counties: counties, report: report).table(try file(.neighbors)),
      try Crosswalk(counties: counties, report: report).table(try file(.vintages)),
      try DepartmentList(geography: geography, report: report).table(
        try file(.departments), source: ReadingList.key("@001", source: source)),
      try ProgramList.table(source: source),
      try EventList.table(source: source),
      try StatementList.table(source: source),
    ]
  }

  /// The columns that each raw file must have.
  static let columns = [
    RawOrigin.facilities.file: FacilityTable.columns,
    RawOrigin.facilityYears.file: FacilityYearTable.columns,
    RawOrigin.listing.file: Listing.columns,
    RawOrigin.limits.file: DetainerLimitList.columns,
    RawOrigin.neighbors.file: NeighborList.columns,
    RawOrigin.departments.file: DepartmentList.columns,
    RawOrigin.yearbook.file: YearbookList.columns,
  ]

  /// The links of these tables.
  static let links =
    [
      "facilities", "facility_years", "listings", "detainer_limits", "neighbors", "crosswalk",
      "departments", "programs", "events", "statements",
    ].map { Links.Link(table: "\($0).csv", column: "source", to: "sources.csv") }
    + ["facilities", "listings", "detainer_limits", "departments", "events"].map {
      Links.Link(table: "\($0).csv", column: "state", to: "states.csv")
    }
    + ["facilities", "listings", "detainer_limits", "neighbors", "crosswalk", "events"].map {
      Links.Link(table: "\($0).csv", column: "county", to: "counties.csv")
    } + [
      Links.Link(table: "facility_years.csv", column: "facility", to: "facilities.csv"),
      Links.Link(
        table: "facilities.csv", column: "county_candidates", to: "counties.csv", many: true),
      Links.Link(table: "neighbors.csv", column: "neighbor", to: "counties.csv"),
      Links.Link(
        table: "neighbors.csv", column: "neighbor_candidates", to: "counties.csv", many: true),
      Links.Link(table: "programs.csv", column: "other_sources", to: "sources.csv", many: true),
    ]
}
