// counties: the 3,143 counties and equivalents of the Census list of 2020.

package import Tally

extension Schemas {
  package static let counties = RelationSchema(
    "counties", singular: "county",
    meaning: "a county or equivalent of the Census list of 2020, Connecticut by its eight counties",
    key: "fips", title: "name", within: "state",
    fieldsLater: placeFields + answerFields,
    links: [
      Link(
        "agreements", to: "agreements", inverse: "county", isComplete: true,
        meaning: "287(g) agreements of an agency of the county itself"),
      Link(
        "agencies", to: "agencies", inverse: "county", isComplete: true,
        meaning: "agencies of the county itself that have a 287(g) agreement"),
      Link(
        "municipal_agencies", to: "agencies", inverse: "located_in", isComplete: true,
        meaning: "agencies of cities and towns in it that have a 287(g) agreement"),
      Link(
        "neighbors", to: "counties", inverse: "county", through: "neighbors", onward: "neighbor",
        isComplete: true, meaning: "counties that touch it"),
    ] + placeLinks(to: "county"),
    shown: ["name", "state", "population", "agreement_287g", "detainers", "notify"],
    place: PlaceNaming(
      name: "name", code: "fips", within: "state",
      suffixes: [
        "County", "Parish", "Borough", "Census Area", "Municipality", "City and Borough", "city",
        "City",
      ]),
    sources: ["census-counties-2020"], licence: places)

  private static let placeFields = [
    Field("fips", .text, label: "FIPS code", meaning: "the five digits of the Census code"),
    Field("name", .text, label: "name", meaning: "the name in the Census list"),
    Field("state", .link(to: "states"), label: "state", meaning: "the state that it lies in"),
    Field(
      "region", .text, label: "Census region", meaning: "the Census region of its state"),
    Field(
      "population", .number, label: "population",
      meaning: "the Census estimate for 2018-07-01", unit: ("person", "people"),
      asOf: Day(2018, 7, 1), sources: ["census-population-2018"]),
    Field(
      "latitude", .number, label: "latitude",
      meaning: "degrees north of the centre of its population in 2010", asOf: Day(2010, 4, 1),
      sources: ["census-centers-2010"]),
    Field(
      "longitude", .number, label: "longitude",
      meaning: "degrees east of the centre of its population in 2010", asOf: Day(2010, 4, 1),
      sources: ["census-centers-2010"]),
  ]
}
