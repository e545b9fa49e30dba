// departments: the police departments of the round table of 2011.

internal import Tally

extension Schemas {
  static let departments = RelationSchema(
    "departments", singular: "department",
    meaning: "a police department at ICE's round table of September 2011",
    key: "name",
    fieldsLater: [
      Field("name", .text, label: "name", meaning: "place and state"),
      Field("place", .text, label: "place", meaning: "the place, as the release names it"),
      Field("state", .link(to: "states"), label: "state", meaning: "the state"),
      Field("date", .date, label: "date", meaning: "when the round table was"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the release"),
    ],
    shown: ["name", "state", "date"], timing: .dated(since: "date", until: nil), licence: compiled)
}
