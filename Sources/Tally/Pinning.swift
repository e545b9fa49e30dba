// A question with its date said, so that its answer no longer changes with the record.

extension Session {
  /// A text of one question with `as of` and a period behind each thing that it asks about without
  /// a date; nil where there is no such thing, or the text is not one question.
  ///
  ///     Session.pinned("count counties where detainers", to: "2019")
  ///     // count counties as of 2019 where detainers
  ///
  /// Whether the question takes a date is for the checker to say: rows with dates of their own
  /// refuse any day but the latest.
  public static func pinned(_ text: String, to period: String) -> String? {
    let source = Source(text)
    let (program, diagnostics) = Parser.parse(source, table: .language)
    guard program.statements.count == 1, let query = program.statements.first?.query,
      !diagnostics.contains(where: { $0.severity == .error })
    else { return nil }
    var places: [Int] = []
    for core in query.core.andInner {
      let sets = [core.set, core.against].compactMap(\.self)
      for set in sets { add(set, to: &places) }
      if let place = core.place, core.asOf == nil { places.append(place.span.end) }
    }
    guard !places.isEmpty else { return nil }
    let date = " as of \(period)"
    let replacements = places.sorted().map { Replacement(span: Span($0, $0), text: date) }
    let whole = source.expanding(Span(0, source.bytes.count), replacements)
    return whole.text(Span(0, whole.bytes.count))
  }

  /// Adds the places behind the heads that have no date.
  private static func add(_ set: SetNode, to places: inout [Int]) {
    for term in [set.first] + set.rest {
      let isDated = term.filters.contains { if case .asOf = $0 { true } else { false } }
      guard !isDated else { continue }
      switch term.head {
      case .name(let name): places.append(name.span.end)
      case .result(let name): places.append(name.span.end)
      case .group(let inner): add(inner, to: &places)
      }
    }
  }
}

extension Core {
  /// It and the questions in it.
  fileprivate var andInner: [Core] { [self] + inner.flatMap(\.andInner) }
}
