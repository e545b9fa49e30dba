// sources: the documents that the record rests on.

internal import Tally

extension Schemas {
  static let sources = RelationSchema(
    "sources", singular: "source", meaning: "a document that the record rests on",
    key: "id", title: "title",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "S and a number"),
      Field("title", .text, label: "title", meaning: "its title"),
      Field("publisher", .text, label: "publisher", meaning: "who published it"),
      Field(
        "published", .date, label: "published",
        meaning: "when, as precisely as is known; none where the document bears no date"),
      Field("retrieved", .date, label: "retrieved", meaning: "when it was read"),
      Field("place", .text, label: "place", meaning: "the address where it is found"),
    ],
    links: [
      Link(
        "state_rules", to: "state_rules", inverse: "source", isComplete: true,
        meaning: "rules that were read there"),
      Link(
        "figures", to: "figures", inverse: "source", isComplete: true,
        meaning: "figures that it published"),
    ],
    shown: ["id", "title", "publisher", "published"],
    timing: .dated(since: "published", until: nil), licence: compiled)
}
