// states: the fifty states, the District of Columbia, and the territories with an agreement.

internal import Tally

extension Schemas {
  static let states = RelationSchema(
    "states", singular: "state",
    meaning: "a state, the District of Columbia, or a territory that has an agreement",
    key: "code",
    fieldsLater: [
      Field("code", .text, label: "postal code", meaning: "the two letters of the post"),
      Field("name", .text, label: "name", meaning: "the name in full"),
      Field(
        "region", .text, label: "Census region", meaning: "the region; none for a territory"),
      Field(
        "division", .text, label: "Census division",
        meaning: "the Census division; none for a territory"),
      Field(
        "jail_system", .category(["county", "state", "regional"]), label: "who runs the jails",
        meaning: "the counties, the state, or regional authorities of the state",
        sources: ["state-rules-notes"]),
    ],
    links: [
      Link(
        "counties", to: "counties", inverse: "state", isComplete: true,
        meaning: "the counties in it"),
      Link(
        "agencies", to: "agencies", inverse: "state", isComplete: true,
        meaning: "agencies in it that have a 287(g) agreement"),
      Link(
        "agreements", to: "agreements", inverse: "state", isComplete: true,
        meaning: "287(g) agreements of agencies in it"),
      Link(
        "state_rules", to: "state_rules", inverse: "state", isComplete: false,
        meaning: "rules of the state that were found"),
    ] + placeLinks(to: "state"),
    shown: ["code", "name", "region", "jail_system"],
    place: PlaceNaming(name: "name", code: "code"),
    caveat: "states are the fifty, the District of Columbia, and the territories that have an "
      + "agreement (GU, MP), whose counties are not in the record",
    sources: ["census-states"], licence: census)
}
