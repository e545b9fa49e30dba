// state_rules: state law on local cooperation, as far as it was found.

internal import Tally

extension Schemas {
  static let stateRules = RelationSchema(
    "state_rules", singular: "rule",
    meaning: "a rule of a state on one answer field; the list is not complete",
    key: "id",
    fieldsLater: [
      Field("id", .text, label: "key", meaning: "state, field and number"),
      Field("state", .link(to: "states"), label: "state", meaning: "whose rule it is"),
      Field(
        "field",
        .category([
          "agreement_287g", "detention_contract", "detainers", "notify", "access_limited",
          "inquiry", "resources",
        ]), label: "field", meaning: "the answer field that it bears on"),
      Field(
        "effect", .category(["requires", "forbids", "limits"]), label: "effect",
        meaning: "what the rule does to the field, as worded"),
      Field(
        "county_value", .category(["yes", "no"]), label: "value for counties",
        meaning: "what the rule alone says for every county of the state; none where it does not"),
      Field(
        "effective_from", .date, label: "in force from",
        meaning: "when it took effect, as precisely as is known"),
      Field(
        "effective_to", .date, label: "in force to",
        meaning: "when it ended; none where it is in force"),
      Field(
        "instrument", .text, label: "instrument", meaning: "statute, court ruling, order, opinion"),
      Field("citation", .text, label: "citation", meaning: "where the rule stands"),
      Field("summary", .text, label: "summary", meaning: "what it says, in the project's words"),
      Field(
        "confidence", .category(["high", "medium"]), label: "confidence",
        meaning: "high: official text or two sources; medium: one source or an inference"),
      Field("note", .text, label: "note", meaning: "exceptions and what was not read"),
      Field("source", .link(to: "sources"), label: "source", meaning: "the page that was read"),
    ],
    shown: ["state", "field", "effect", "effective_from", "citation"],
    caveat: "the list of state_rules is not complete: that a rule is not in it does not mean that "
      + "there is none",
    timing: .dated(since: "effective_from", until: "effective_to"), licence: compiled)
}
