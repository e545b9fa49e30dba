// facts: the evidence before it is resolved, a row for each county that a fact reaches.

internal import Tally

extension Schemas {
  static let facts = RelationSchema(
    "facts", singular: "fact",
    meaning: "what one rule, list, agreement or announcement says of one field of one county",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "a key made of the fact and the county"),
      Field(
        "county", .link(to: "counties"), label: "county", meaning: "the county that it reaches"),
      Field(
        "field", .category(answerFields.map(\.name)), label: "field",
        meaning: "the answer field of counties that it is about"),
      Field("value", .answer, label: "value", meaning: "what it says by itself"),
      Field(
        "reason", .text, label: "reason",
        meaning: "why it says neither yes nor no; none where it does"),
      Field(
        "basis", .category(["law", "agreement", "announced", "listed"]), label: "basis",
        meaning: "law: what a rule demands, permits or forbids; agreement: what was signed; "
          + "announced: what the county or its sheriff said; listed: what a federal list says"),
      Field(
        "confidence", .category(["high", "medium"]), label: "confidence",
        meaning: "high: official text or two sources; medium: one source or an inference"),
      Field(
        "conditions", .text, label: "conditions",
        meaning: "what limits it, in the project's words"),
      Field("since", .date, label: "since", meaning: "from when it holds"),
      Field(
        "until", .date, label: "until", meaning: "when it ends; none where it has not ended"),
      Field("citation", .text, label: "citation", meaning: "where it stands"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the document it rests on"),
      Field(
        "other_sources", .text, label: "other sources",
        meaning: "keys of further documents, such as the ruling that suspended a rule"),
    ],
    shown: ["county", "field", "value", "basis", "since", "until", "citation"],
    locatedBy: ["county"], timing: .dated(since: "since", until: "until"), licence: compiled)
}
