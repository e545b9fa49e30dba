// What is said about charts and maps: codes T481 to T484. Sorted by code.

extension Diagnostic {
  /// T481: a dot map of things without a position.
  static func noPosition(_ span: Span, _ relation: String, _ set: String) -> Diagnostic {
    Diagnostic(
      "T481", at: span, "\(relation) have no latitude and longitude, so they cannot be dots",
      help: ["a map shows counties as dots, or a number for each state as tiles"],
      fixes: [Fix(span, "count \(set) by state")])
  }

  /// T482: a map of a number that is not one for each state.
  static func mapWantsStates(_ core: Core, _ source: Source) -> Diagnostic {
    let first = core.grouping.first?.span ?? core.across?.span
    var fixes: [Fix] = []
    if let first, let last = core.grouping.last {
      fixes.append(Fix(first.joined(last.span), "state", for: "a number for each state"))
    } else if core.across == nil {
      let end = Span(core.span.end, core.span.end)
      fixes.append(Fix(end, " by state", for: "a number for each state"))
    }
    if core.verb.text == "count", first == nil, let set = core.set {
      fixes.append(Fix(core.span, source.text(set.span), for: "a dot for each"))
    }
    return Diagnostic(
      "T482", at: first.map { $0.joined(core.grouping.last?.span ?? $0) } ?? core.span,
      "a map of numbers has a tile for each state, so it wants by state and nothing else",
      help: ["for any other grouping a chart shows the numbers: chart … as bars"], fixes: fixes)
  }

  /// T483: a stage after which a picture would not show the whole answer.
  static func stageAfterPicture(_ stage: Name, _ verb: String, allowed: [String]) -> Diagnostic {
    let words = allowed.map { $0 == "known" ? "known only" : $0 }
    return Diagnostic(
      "T483", at: stage.span, "\(stage.text) cannot follow \(verb)",
      help: ["what may follow: \(WordList.joined(words))"])
  }

  /// T484: lines between groups that have no order in time.
  static func linesWantYears(_ form: Name) -> Diagnostic {
    Diagnostic(
      "T484", at: form.span, "lines join years, and this answer has none",
      help: ["for lines ask across years, as in: chart count counties across years 2019, latest"],
      fixes: [Fix(form.span, "bars"), Fix(form.span, "dots")])
  }
}
