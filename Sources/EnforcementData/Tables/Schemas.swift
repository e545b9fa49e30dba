// The relations of the record: a list of schemas, one file each.

package import Tally

/// Every schema.
package enum Schemas {
  /// In the order in which the relations are shown.
  package static let all: [RelationSchema] = [
    counties, states, agencies, agreements, stateRules, facts, facilities, facilityYears,
    detainerLimits, listings, figures, departments, programs, events, statements, sources,
    neighbors, crosswalk,
  ]

  /// Facts that this project put together, each with its source.
  static let compiled = Licence(
    "Apache-2.0", "compiled for this project, with a source in each row")
  /// The terms of lists that others made, which DATA.md gives in full.
  static let government = Licence("other-pd", "a list of the US government")
  /// The terms of what the Census Bureau counts.
  static let census = Licence("other-pd", "facts of the US Census Bureau")

  /// The terms of the counties.
  static let places = Licence(
    "Apache-2.0",
    "places: facts of the US Census Bureau, public domain; answers: compiled for this project")
}
