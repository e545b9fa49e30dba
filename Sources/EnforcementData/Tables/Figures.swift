// figures: numbers that were published about the subject.

internal import Tally

extension Schemas {
  static let figures = RelationSchema(
    "figures", singular: "figure",
    meaning: "a number that a document published, with what it says of its precision and period",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "F and a number"),
      Field("metric", .text, label: "metric", meaning: "what is counted"),
      Field(
        "qualifier", .category(["exact", "more_than", "nearly", "approximately", "at_most"]),
        label: "qualifier", meaning: "how the document qualifies the number"),
      Field(
        "value", .number, label: "value", meaning: "the number, in its unit", unitField: "unit"),
      Field("unit", .text, label: "unit", meaning: "what the number is of"),
      Field("geography", .text, label: "geography", meaning: "where"),
      Field("period_start", .date, label: "from", meaning: "the period's first day"),
      Field("period_end", .date, label: "to", meaning: "the period's last day"),
      Field(
        "as_of", .date, label: "as of",
        meaning: "when the number held: the end of its period where it counts one"),
      Field(
        "denominator", .text, label: "denominator",
        meaning: "the key of the figure that it is a part of"),
      Field(
        "stated_percent", .number, label: "stated percent",
        meaning: "the percentage that the document gives"),
      Field("document", .text, label: "document", meaning: "the document's short name"),
      Field(
        "description", .text, label: "description", meaning: "what it is, in the project's words"),
      Field("note", .text, label: "note", meaning: "what is odd about it"),
      Field(
        "about", .text, label: "recomputed by",
        meaning: "the query that gives the number from other rows of the record"),
      Field(
        "sums_to", .text, label: "adds up to",
        meaning: "the key of the figure that the parts of its group add up to"),
      Field(
        "sum_group", .text, label: "group of parts",
        meaning: "what the parts that add up to one figure share"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the document"),
    ],
    shown: ["id", "metric", "qualifier", "value", "unit", "document"],
    timing: .dated(since: "as_of", until: nil),
    licence: compiled,
    figures: FigureRoles(
      value: "value", qualifier: "qualifier", about: "about", document: "document",
      denominator: "denominator", statedPercent: "stated_percent", sumsTo: "sums_to",
      sumGroup: "sum_group", source: "source"))
}
