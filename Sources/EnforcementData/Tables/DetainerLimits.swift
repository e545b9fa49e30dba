// detainer_limits: the places that ICE listed as limiting detainers, each in a category.

internal import Tally

extension Schemas {
  static let detainerLimits = RelationSchema(
    "detainer_limits", singular: "detainer limit",
    meaning: "a place on a list of ICE as limiting detainers, in one of four categories",
    key: "id", title: "place", within: "state",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "a key made of state, kind and place"),
      Field("place", .text, label: "place", meaning: "the place"),
      Field(
        "kind", .category(["state", "county", "city"]), label: "kind", meaning: "its level"),
      Field("state", .link(to: "states"), label: "state", meaning: "the state that it lies in"),
      Field(
        "county", .link(to: "counties"), label: "county",
        meaning: "the county; none for states and cities", within: "state"),
      Field("enacted", .date, label: "enacted", meaning: "the month that the list gives"),
      Field(
        "category",
        .category([
          "declines_all", "needs_judicial_warrant", "serious_offences_only", "other",
        ]), label: "category",
        meaning: "what the list says: declines_all, no detainer; needs_judicial_warrant, a judge's "
          + "warrant or order only; serious_offences_only, for listed offences; other, any other "
          + "condition, a warrant whose issuer is not said among them"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list"),
    ],
    shown: ["place", "kind", "state", "enacted", "category"],
    locatedBy: ["state"],
    caveat: "the newest entry of ICE's list is of September 2014, and that month's end is taken as "
      + "its day; ICE suspended its report of such places in April 2017 for errors",
    sources: ["ice-detainer-limits"], timing: .list(of: Day(2014, 9, 30) ?? Day(number: 0)),
    licence: government)
}
