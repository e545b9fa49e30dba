// The documents behind the relations beside counties, agreements, rules and the first figures.

/// The documents behind the relations beside counties, agreements, rules and the first figures.
/// Each has a key of its own, so none renumbers another.
enum OtherSources {
  static let listing = Source(
    title: "Sanctuary Jurisdictions Defying Federal Immigration Law (print of 2025-05-31 of a page "
      + "that was withdrawn within days and disputed)",
    publisher: "US Department of Homeland Security", published: "2025-05-29",
    place: "GitHub, menakiser/287g, Sanctuary Jurisdictions Defying Federal Immigration Law | "
      + "Homeland Security.pdf",
    key: "dhs-list-2025-05-31")
  static let limits = Source(
    title: "ICE's table of jurisdictions that limit detainers, newest entry September 2014",
    publisher: "US Immigration and Customs Enforcement, by way of GitHub", published: "2014",
    place: "GitHub, austinbrian/sheriffs, "
      + "data/Copy of Map- Sanctuary Cities, Counties and States.csv",
    key: "ice-detainer-limits")
  static let neighbors = Source(
    title: "Adjacent counties, boundaries of 2010",
    publisher: "US Census Bureau, by way of GitHub", published: "2010",
    place: "GitHub, btskinner/spatial, data/neighborcounties.csv",
    key: "census-neighbors-2010")
  static let countyChanges = Source(
    title: "Substantial Changes to Counties and County Equivalent Entities: 1970 to present",
    publisher: "US Census Bureau", published: unknown,
    place: "https://www.census.gov/programs-surveys/geography/technical-documentation/"
      + "county-changes.html",
    key: "census-county-changes")
  static let yearbook = Source(
    title: "Yearbook of Immigration Statistics: 2013, aliens removed or returned, fiscal years "
      + "1892 to 2013",
    publisher: "US Department of Homeland Security, Office of Immigration Statistics",
    published: "2014",
    place: "GitHub, flymperopoulos/US-Immigration, DHS/DHS_Data/removed.csv",
    key: "dhs-yearbook-2013")

  /// The sources of raw files; those of the project's own rows are in `ReadingList`.
  static let all =
    [listing, limits, neighbors, countyChanges, yearbook]
    + ReadingList.all
}
