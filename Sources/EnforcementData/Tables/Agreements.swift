// agreements: the 287(g) agreements on ICE's lists, one row for each model and list.

internal import Tally

extension Schemas {
  static let agreements = RelationSchema(
    "agreements", singular: "agreement",
    meaning: "a 287(g) agreement on ICE's newest list at the date: one agency and one model",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "a key made of agency, model and list"),
      Field("agency", .link(to: "agencies"), label: "agency", meaning: "the agency that signed"),
      Field("kind", .category(agencyKinds), label: "kind", meaning: "whose agency it is"),
      Field(
        "county", .link(to: "counties"), label: "county",
        meaning: "the county whose own agency signed; none for other agencies", within: "state",
        candidates: "county_candidates"),
      Field("state", .link(to: "states"), label: "state", meaning: "the state of the agency"),
      Field(
        "model", .category(["jail_enforcement", "warrant_service_officer", "task_force"]),
        label: "model",
        meaning: "what it is for: jail_enforcement, to question people in the jail and begin "
          + "removal; warrant_service_officer, to serve ICE's warrants in the jail; task_force, to "
          + "enforce immigration law on patrol"),
      Field(
        "signed", .date, label: "signed", meaning: "the day on which it was signed",
        caveat:
          "signed is known of the agreements on one list only: those that ended before it are "
          + "not in it"),
      Field(
        "document", .category(["linked", "pending"]), label: "document",
        meaning: "whether the list links to the signed document"),
      Field("snapshot", .date, label: "list", meaning: "the day of the list that it stands on"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list itself"),
    ],
    shown: ["agency", "state", "model", "signed"],
    locatedBy: ["state"],
    timing: .snapshots(field: "snapshot"), licence: government)
}
