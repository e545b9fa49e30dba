// crosswalk: which codes of counties changed, and what became of them.

internal import Tally

extension Schemas {
  static let crosswalk = RelationSchema(
    "crosswalk", singular: "change",
    meaning: "a change of a county's code since 2000",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "both codes"),
      Field("old", .text, label: "former code", meaning: "the code before; none for a new county"),
      Field(
        "new", .text, label: "code after",
        meaning: "the code after; none where no one code follows"),
      Field(
        "county", .link(to: "counties"), label: "county",
        meaning: "the county of the list of 2020 that has the code after"),
      Field(
        "change", .category(["renumbered", "merged", "split", "created", "replaced"]),
        label: "change", meaning: "what became of the former code"),
      Field("since", .date, label: "since", meaning: "when it took effect"),
      Field("note", .text, label: "note", meaning: "what happened"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the list of changes"),
    ],
    shown: ["old", "new", "change", "since", "note"],
    sources: ["census-county-changes"], timing: .dated(since: "since", until: nil), licence: census)
}
