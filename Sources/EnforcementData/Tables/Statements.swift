// statements: who announced, supported, opposed or disputed what.

internal import Tally

extension Schemas {
  static let statements = RelationSchema(
    "statements", singular: "statement",
    meaning: "what an organisation said of a program, a rule or a figure, in the project's words",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "ST and a number"),
      Field("date", .date, label: "date", meaning: "when, as precisely as is known"),
      Field("organisation", .text, label: "organisation", meaning: "who said it"),
      Field("role", .text, label: "role", meaning: "who spoke for it"),
      Field(
        "kind",
        .category([
          "federal", "sheriff", "county", "police_association", "sheriffs_association", "advocacy",
        ]), label: "kind", meaning: "what kind of organisation it is"),
      Field("on", .text, label: "on", meaning: "what it speaks of"),
      Field(
        "stance", .category(["announces", "supports", "opposes", "disputes"]), label: "stance",
        meaning: "how it stands to that"),
      Field("claim", .text, label: "claim", meaning: "what it says, in the project's words"),
      Field(
        "checkable", .category(["yes", "no"]), label: "checkable",
        meaning: "whether the claim is of a kind that a record can confirm or contradict"),
      Field("about", .text, label: "about", meaning: "a query that bears on it"),
      Field("source", .link(to: "sources"), label: "source", meaning: "where it was read"),
    ],
    shown: ["date", "organisation", "kind", "stance", "on"],
    timing: .dated(since: "date", until: nil), licence: compiled)
}
