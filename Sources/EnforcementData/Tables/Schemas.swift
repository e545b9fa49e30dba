// The relations of the record: a list of schemas, one file each.

package import Tally

/// Every schema.
package enum Schemas {
  package static let all: [RelationSchema] = described.map { schema in
    var schema = schema
    schema.licence = licences[schema.name] ?? compiled
    return schema
  }

  private static let described: [RelationSchema] = [
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

  /// Facts that this project put together, each with its source.
  private static let compiled = Licence(
    "Apache-2.0", "compiled for this project, with a source in each row")
  private static let government = Licence("other-pd", "a list of the US government")
  private static let census = Licence("other-pd", "facts of the US Census Bureau")

  private static let places = Licence(
    "Apache-2.0",
    "places: facts of the US Census Bureau, public domain; answers: compiled for this project")

  /// The terms of the relations that are not this project's own: DATA.md gives them in full.
  private static let licences = [
    "counties": places, "states": census, "neighbors": census, "crosswalk": census,
    "agencies": government, "agreements": government, "facilities": government,
    "facility_years": government, "listings": government, "detainer_limits": government,
  ]
}
