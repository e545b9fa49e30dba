// Funnels and citations as JSON; the keys are a promise, as those of every answer.

extension Answer {
  /// The members of a funnel.
  func members(of funnel: Funnel) -> [(String, JSONValue)] {
    let steps = funnel.steps.map { step in
      JSONValue.object([
        ("condition", .string(step.condition)),
        ("kept", .integer(step.kept)),
        ("dropped", .integer(step.dropped)),
        ("aside", .integer(step.aside)),
        ("reasons", .counts(step.reasons)),
        ("sources", .array(sourceIdentifiers(step.sources).map { .string($0) })),
      ])
    }
    var members: [(String, JSONValue)] = [
      ("kind", .string("funnel")), ("question", .string(funnel.question)),
    ]
    members += funnel.figure.jsonNumbers + funnel.figure.jsonUnits
    members += [
      ("begin", .integer(funnel.base)),
      ("begin_aside", .integer(funnel.baseAside)),
      ("begin_sources", .array(sourceIdentifiers(funnel.baseSources).map { .string($0) })),
      ("steps", .array(steps)),
      ("aside", .integer(funnel.aside)),
      ("answered_no", .integer(funnel.answeredNo)),
      ("unsettled", .counts(funnel.figure.evidence?.unsettled ?? [])),
      ("reasons", .counts(funnel.figure.evidence?.reasons ?? [])),
      ("rows_query", .known(funnel.rowsQuery)),
      ("open_query", .known(funnel.openQuery)),
      ("repeat", .string(funnel.repeatLine)),
      ("as_of", provenance.asOf.json),
    ]
    return members
  }

  /// The members of a citation; its sources are those of every answer.
  func members(of citation: Citation) -> [(String, JSONValue)] {
    [
      ("kind", .string("citation")),
      ("question", .string(citation.question)),
      ("result", .string(citation.result)),
      ("answer_hash", .string(citation.hash)),
      ("as_of", provenance.asOf.json),
    ]
  }
}
