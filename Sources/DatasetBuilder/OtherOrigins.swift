// The raw files of the relations beside counties, agreements, rules and figures.

/// The raw files of the relations beside counties, agreements, rules and figures. Their sources are
/// in `OtherSources`, so that they do not renumber those of the first files.
extension RawOrigin {
  /// The Homeland Security list of 2025-05-31.
  static let listing = RawOrigin(
    file: "policies/dhs-sanctuary-list-2025-05-31.csv",
    origin: "GitHub, menakiser/287g, a print of the Homeland Security page of 2025-05-31",
    revision: "527386b697946fabf23c488152a0d9a67008fab4",
    licence: "A list of the US Department of Homeland Security: US government work",
    source: nil)

  /// ICE's list of places that limit detainers.
  static let limits = RawOrigin(
    file: "policies/detainer-limits-2014-2017.csv",
    origin: "GitHub, austinbrian/sheriffs, "
      + "data/Copy of Map- Sanctuary Cities, Counties and States.csv",
    revision: "9612d420e2bccbd2796881f799e3cdb4c7ab1d0f",
    licence: "A list of US Immigration and Customs Enforcement: US government work; its sentences "
      + "do not ship",
    source: nil)

  /// Pairs of adjacent counties.
  static let neighbors = RawOrigin(
    file: "counties/county-neighbors.csv",
    origin: "GitHub, btskinner/spatial, data/neighborcounties.csv",
    revision: "5db89d9acbe2217c71f436b85842fbeb3d964998",
    licence: "County adjacency of the US Census Bureau: public domain",
    source: nil)

  /// Removals and returns by fiscal year.
  static let yearbook = RawOrigin(
    file: "figures/removals-returns-1892-2013.csv",
    origin: "GitHub, flymperopoulos/US-Immigration, DHS/DHS_Data/removed.csv",
    revision: unknown,
    licence: "Yearbook of the US Department of Homeland Security: public domain",
    source: nil)

  /// The departments of the round table of 2011.
  static let departments = RawOrigin(
    file: "figures/roundtable-2011-departments.csv",
    origin: "compiled for this project from a news release in sources.csv",
    revision: unknown,
    licence: "Compiled for this project; facts of a US government release",
    source: nil)

  /// The files above.
  static let others = [
    listing, limits, neighbors, yearbook, departments,
  ]
}
