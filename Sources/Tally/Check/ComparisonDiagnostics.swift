// What can be wrong with a comparison of two days or two sets: each mistake is one function.

extension Diagnostic {
  /// T504: a date in a query whose days follow `from` and `to`.
  static func dateBesideComparison(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T504", at: span, "the periods after from and to are the dates of this query",
      help: ["leave this one out"])
  }

  /// T506: a stage after two answers side by side.
  static func stageAfterComparison(_ stage: Name) -> Diagnostic {
    Diagnostic(
      "T506", at: stage.span, "nothing follows a comparison: its columns stand as they are",
      help: ["to sort or keep, ask for one date, as in: … as of 2019 | sort by …"])
  }

  /// T521: the later day first.
  static func laterDayFirst(_ span: Span, from: String, to: String) -> Diagnostic {
    Diagnostic(
      "T521", at: span, "from takes the earlier day, and \(from) is after \(to)",
      fixes: [Fix(span, "\(to) to \(from)")])
  }

  /// T522: a field whose answers rest on something else on the second day.
  static func definitionBreaks(_ span: Span, _ field: Field, fix: Fix?) -> Diagnostic {
    Diagnostic(
      "T522", at: span, "the answers of \(field.name) are not alike on these two days",
      help: [field.breaks], fixes: [fix].compactMap(\.self))
  }

  /// T523: several answers where a comparison has one on each side.
  static func acrossInComparison(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T523", at: span, "compare sets two answers beside each other, and across makes several",
      help: ["leave across out, or compare out"])
  }

  /// T307: numbers of different things, which are never one series.
  static func differentSeries(_ span: Span, _ a: String, _ b: String) -> Diagnostic {
    Diagnostic(
      "T307", at: span, "\(a) and \(b) are different things, so their numbers are not compared",
      help: ["a difference has one kind of thing on both sides"])
  }

  /// T471: two sets of which one alone has conditions.
  static func oneSidedConditions(_ span: Span, fix: Fix?) -> Diagnostic {
    Diagnostic(
      "T471", at: span, "one of the two sets has a condition of its own, and the other has none",
      help: ["compare takes two sets with conditions, or two without"],
      fixes: [fix].compactMap(\.self))
  }

  /// T472: what changes cannot follow from one day to another.
  static func changesWantAnswers(
    _ span: Span, _ text: String, because: String, answers: [String]
  ) -> Diagnostic {
    Diagnostic(
      "T472", at: span, "changes follows a yes/no field, and \(text) \(because)",
      help: answers.isEmpty ? [] : ["yes/no fields: " + answers.joined(separator: ", ")])
  }

  /// T473: a set that rows leave when the answer changes that is followed.
  static func changesOfOwnCondition(_ span: Span, _ field: String, fix: Fix?) -> Diagnostic {
    Diagnostic(
      "T473", at: span, "the set's own condition asks \(field), so what changes leaves it",
      fixes: [fix].compactMap(\.self))
  }
}
