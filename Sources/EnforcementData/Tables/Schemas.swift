// The relations of the record: a list of schemas, one file each.

internal import Tally

/// Every schema.
enum Schemas {
  static let all: [RelationSchema] = [
    states, counties, sources, agencies, agreements, stateRules, figures, facts,
  ]

  /// The order in which the relations are shown.
  static let shownFirst = [
    "counties", "states", "agencies", "agreements", "state_rules", "facts", "figures", "sources",
  ]
}
