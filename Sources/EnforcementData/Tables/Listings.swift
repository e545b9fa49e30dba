// listings: the places on a list that the Department of Homeland Security published in May 2025.

internal import Tally

extension Schemas {
  static let listings = RelationSchema(
    "listings", singular: "listing",
    meaning: "a place on the Homeland Security list of 2025-05-31, which was withdrawn within days "
      + "and disputed",
    key: "id", title: "place", within: "state",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "a key made of state, kind, place and day"),
      Field("list", .text, label: "list", meaning: "the list"),
      Field("date", .date, label: "date", meaning: "the day of the list"),
      Field(
        "kind", .category(["state", "county", "city"]), label: "kind",
        meaning: "the level under which it stands"),
      Field("place", .text, label: "place", meaning: "the place as the list names it"),
      Field("state", .link(to: "states"), label: "state", meaning: "the state that it lies in"),
      Field(
        "county", .link(to: "counties"), label: "county",
        meaning: "the county that the entry names; none for states, for cities in a county, and "
          + "for New York City, which is five counties", within: "state"),
      Field(
        "given_reason", .category(["self_identified", "court_order"]), label: "given reason",
        meaning: "the reason that the department gave; none for most places"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list"),
    ],
    shown: ["place", "kind", "state", "list"],
    locatedBy: ["state"],
    caveat: "the Homeland Security list of 2025-05-31 was withdrawn within days and disputed by "
      + "places on it: it says what the department listed, not what a place does; an entry of a "
      + "city inside a county, or of New York City, is not counted for a county",
    sources: ["dhs-list-2025-05-31"], timing: .list(of: Day(2025, 5, 31) ?? Day(number: 0)),
    licence: government)
}
