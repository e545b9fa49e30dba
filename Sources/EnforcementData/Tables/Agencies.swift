// agencies: the law enforcement agencies on ICE's list of 287(g) agreements.

internal import Tally

extension Schemas {
  static let agencies = RelationSchema(
    "agencies", singular: "agency",
    meaning: "a law enforcement agency on ICE's newest list of 287(g) agreements at the date",
    key: "id", title: "name", within: "state",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "a key made of state, name and list"),
      Field("name", .text, label: "name", meaning: "the name in ICE's list"),
      Field("state", .link(to: "states"), label: "state", meaning: "the state that it lies in"),
      Field(
        "kind", .category(agencyKinds), label: "kind",
        meaning: "whose agency it is, by its name: a county's, a municipality's, a state's"),
      Field(
        "county", .link(to: "counties"), label: "county",
        meaning: "the county whose own agency it is; none for other agencies", within: "state",
        candidates: "county_candidates"),
      Field(
        "located_in", .link(to: "counties"), label: "located in",
        meaning: "the county that a municipality's agency lies in, where the list gives it",
        within: "state"),
      Field("snapshot", .date, label: "list", meaning: "the day of the list that it stands on"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list itself"),
    ],
    links: [
      Link(
        "agreements", to: "agreements", inverse: "agency", isComplete: true,
        meaning: "its 287(g) agreements")
    ],
    shown: ["name", "state", "kind", "county"],
    locatedBy: ["state"], timing: .snapshots(field: "snapshot"), licence: government)

  static let agencyKinds = ["county", "municipality", "state"]
}
