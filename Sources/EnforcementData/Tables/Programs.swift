// programs: what ICE and local agencies do together, by program.

internal import Tally

extension Schemas {
  static let programs = RelationSchema(
    "programs", singular: "program",
    meaning: "a program of ICE that works with local agencies, or a document that it sends them",
    key: "code", title: "name", fieldsLater: programFields,
    shown: ["code", "name", "works_in", "may_question", "may_process", "since"],
    caveat: "what no source was found for is unknown",
    timing: .dated(since: "since", until: nil), licence: compiled)

  private static let yesOrNo = FieldType.category(["yes", "no"])

  private static let programFields = [
    Field("code", .text, label: "code", meaning: "a short name"),
    Field("name", .text, label: "name", meaning: "the name"),
    Field("authority", .text, label: "authority", meaning: "the law that it rests on"),
    Field("works_in", .text, label: "works in", meaning: "where it works"),
    Field(
      "may_question", yesOrNo, label: "may question",
      meaning: "whether local officers may question about immigration status; none where the "
        + "program gives them no part"),
    Field(
      "may_process", yesOrNo, label: "may process",
      meaning: "whether local officers may prepare a removal; none where they have no part"),
    Field(
      "needs_arrest", yesOrNo, label: "needs a local arrest",
      meaning: "whether a local arrest has to come before"),
    Field("training", .text, label: "training", meaning: "the training of local officers"),
    Field(
      "background_check", .text, label: "background check",
      meaning: "the check of local officers"),
    Field("asked_by", .text, label: "asked for by", meaning: "who asked for it"),
    Field(
      "local_rules", .text, label: "local rules",
      meaning: "what it claims to do to state and local rules"),
    Field("disputed_by", .text, label: "disputed by", meaning: "who disputes it, and why"),
    Field(
      "hold_hours", .number, label: "hours", meaning: "how long a person may be held for ICE",
      unit: ("hour", "hours")),
    Field("hold_exception", .text, label: "exception", meaning: "the exception to the hours"),
    Field("since", .date, label: "since", meaning: "since when, as precisely as is known"),
    Field("summary", .text, label: "summary", meaning: "what it does"),
    Field("source", .link(to: "sources"), label: "source", meaning: "the main source"),
    Field(
      "other_sources", .text, label: "other sources", meaning: "keys of further sources"),
  ]
}
