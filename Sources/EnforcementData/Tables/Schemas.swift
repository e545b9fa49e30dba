// The relations of the record: a list of schemas, one file each.

package import Tally

/// Every schema.
package enum Schemas {
  package static let all: [RelationSchema] = described.map { schema in
    var schema = schema
    schema.licence = licence(of: schema.name)
    return schema
  }

  /// In the order in which the relations are shown.
  private static let described: [RelationSchema] = [
    counties, states, agencies, agreements, stateRules, facts, facilities, facilityYears,
    detainerLimits, listings, figures, departments, programs, events, statements, sources,
    neighbors, crosswalk,
  ]

  /// Facts that this project put together, each with its source.
  private static let compiled = Licence(
    "Apache-2.0", "compiled for this project, with a source in each row")
  private static let government = Licence("other-pd", "a list of the US government")
  private static let census = Licence("other-pd", "facts of the US Census Bureau")

  private static let places = Licence(
    "Apache-2.0",
    "places: facts of the US Census Bureau, public domain; answers: compiled for this project")

  /// The terms of a relation; those that are not this project's own DATA.md gives in full.
  private static func licence(of relation: String) -> Licence {
    switch relation {
    case "counties": places
    case "states", "neighbors", "crosswalk": census
    case "agencies", "agreements", "facilities", "facility_years", "listings", "detainer_limits":
      government
    default: compiled
    }
  }
}
