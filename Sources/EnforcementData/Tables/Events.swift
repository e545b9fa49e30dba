// events: what agencies announced or decided on a day.

internal import Tally

extension Schemas {
  static let events = RelationSchema(
    "events", singular: "event", meaning: "an announcement or decision of an agency",
    key: "id", title: "title",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "E and a date"),
      Field("date", .date, label: "date", meaning: "the day"),
      Field("title", .text, label: "title", meaning: "what it was about"),
      Field(
        "kind", .category(["announcement", "decision"]), label: "kind", meaning: "what it was"),
      Field("organisation", .text, label: "organisation", meaning: "whose it was"),
      Field("capacity", .text, label: "capacity", meaning: "in what capacity"),
      Field(
        "official", .text, label: "official",
        meaning: "the public official who spoke for the office"
      ),
      Field(
        "state", .link(to: "states"), label: "state",
        meaning: "the state that it concerns; none for the country"),
      Field(
        "county", .link(to: "counties"), label: "county",
        meaning: "the county that it concerns; none for the country", within: "state"),
      Field("summary", .text, label: "summary", meaning: "what was said or decided"),
      Field("source", .link(to: "sources"), label: "source", meaning: "where it was read"),
    ],
    shown: ["date", "title", "organisation"], timing: .dated(since: "date", until: nil),
    licence: compiled)
}
