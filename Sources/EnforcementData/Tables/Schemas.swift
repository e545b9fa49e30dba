// The relations of the record: a list of schemas, one file each.

internal import Tally

/// Every schema. A relation comes after those that its links lead to.
enum Schemas {
  static let all: [RelationSchema] = [
    states, counties, sources, agencies, agreements, stateRules, figures, facilities,
    facilityYears, listings, detainerLimits, neighbors, crosswalk, departments, programs, events,
    statements,
  ]

  /// The relations that links lead to.
  static let targets = Set(
    all.flatMap(\.fields).compactMap { field -> String? in
      if case .link(let target) = field.type { target } else { nil }
    })

  /// The order in which the relations are shown.
  static let shownFirst = [
    "counties", "states", "agencies", "agreements", "state_rules", "facilities",
    "facility_years", "detainer_limits", "listings", "figures", "departments", "programs", "events",
    "statements", "sources", "neighbors", "crosswalk",
  ]
}
