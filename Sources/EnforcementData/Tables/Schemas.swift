// The relations of the record: a list of schemas, one file each.

internal import Tally

/// Every schema.
enum Schemas {
  static let all: [RelationSchema] = [
    states, counties, sources, agencies, agreements, stateRules, figures, facts, facilities,
    facilityYears, listings, detainerLimits, neighbors, crosswalk, departments, programs, events,
    statements,
  ]

  /// The order in which the relations are shown.
  static let shownFirst = [
    "counties", "states", "agencies", "agreements", "state_rules", "facts", "facilities",
    "facility_years", "detainer_limits", "listings", "figures", "departments", "programs", "events",
    "statements", "sources", "neighbors", "crosswalk",
  ]
}
