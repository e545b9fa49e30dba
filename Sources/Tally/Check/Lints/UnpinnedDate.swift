// L101: an answer that will change when the record does.

extension Lint {
  /// A question whose answer depends on its date, and that names none.
  static let unpinnedDate = Lint(
    code: "L101", meaning: "a question that names no date, in a script that keeps",
    reason: """
      A question without a date is asked of the newest day of the record. The record grows, so \
      the same script gives another number next year. Name the date that the answer is of; say \
      as of latest where the newest is meant. Questions that no date changes, such as how many \
      counties there are, and those of rows that have dates of their own, need none.
      """,
    wrong: "count counties where detainers",
    right: "count counties as of 2026-05-18 where detainers",
    find: { script in
      script.unfinishedPeriods.map { period in
        Finding(
          span: period.span, message: "the record ends before this period does",
          help: ["the answer changes as the record grows; name its day"],
          fix: Fix(period.span, script.dataset.latest.description))
      }
        + script.queries.compactMap { query, line in
          let lines = script.used(by: line)
          guard !script.isDated(lines), script.dependsOnDate(query, lines) else { return nil }
          return Finding(
            span: script.place(of: query), message: "this answer changes as the record grows",
            help: ["name its date, for example as of \(script.dataset.latest)"],
            fix: script.pinned(query))
        }
    })
}

extension LintedScript {
  /// The periods that the record does not reach the end of; `latest` means what it says.
  fileprivate var unfinishedPeriods: [PeriodNode] {
    lines.compactMap(\.statement.asQuery).flatMap { query in
      let dates = DatesOfQuery(query)
      return dates.all + dates.compared + query.core.innermost.years
    }.filter { node in node.period.map { $0.last > dataset.latest } ?? false }
  }

  /// Whether one of some lines names a date.
  fileprivate func isDated(_ lines: [Line]) -> Bool {
    lines.compactMap(\.statement.asQuery).contains { query in
      !DatesOfQuery(query).all.isEmpty || query.core.spansDates
    }
  }

  /// Whether a question over some lines has another answer on another day. One over rows with dates
  /// of their own takes no date.
  fileprivate func dependsOnDate(_ query: Query, _ lines: [Line]) -> Bool {
    let core = query.core.innermost
    if core.isResult || core.verb.text == "check" || asksOfResults(core) { return false }
    let heads = lines.compactMap(\.statement.asQuery).flatMap { DatesOfQuery($0).heads }
      .compactMap { schema(of: $0.text) }
    if heads.contains(where: { if case .dated = $0.timing { true } else { false } }) {
      return false
    }
    let words = lines.reduce(into: Set<String>()) { $0.formUnion($1.words) }
    if !heads.isEmpty, heads.allSatisfy({ $0.timing == .undated }), !leavesOwnRows(heads, words) {
      return false
    }
    if core.verb.text == "show" { return core.place != nil && isDateable(core.subject) }
    if words.contains(where: isOfItsDay) { return true }
    let isShown = query.stages.contains { $0.name.text == "show" }
    guard !isShown, ["list", "top", "bottom"].contains(core.verb.text), let first = heads.first
    else { return false }
    return first.shown.contains(where: isOfItsDay)
  }

  /// Whether a question over rows of the user's own asks of rows of the record, by a link.
  private func leavesOwnRows(_ heads: [RelationSchema], _ words: Set<String>) -> Bool {
    heads.flatMap(\.fields).contains { field in
      guard case .link(let target) = field.type, words.contains(field.name) else { return false }
      return schema(of: target)?.timing != .undated
    }
  }

  /// Whether a row that is shown may be shown as of a day: not where it has dates of its own.
  private func isDateable(_ subject: Name?) -> Bool {
    let relation = dataset.relations.first { $0.schema.singular == subject?.text }
    if case .dated = relation?.schema.timing { return false }
    return relation != nil
  }

  /// Whether a word names lists of certain days, or an answer.
  private func isOfItsDay(_ word: String) -> Bool {
    switch schema(of: word)?.timing {
    case .snapshots, .list: return true
    case .always, .undated, .dated, nil:
      return dataset.relations.contains { relation in
        relation.schema.fields.contains { $0.name == word && $0.type == .answer }
      }
    }
  }

  private func asksOfResults(_ core: Core) -> Bool {
    if case .result = core.set?.first.head { true } else { false }
  }

  /// What a date would belong to: the set that is asked about.
  fileprivate func place(of query: Query) -> Span {
    let core = query.core.innermost
    guard let set = core.set else { return core.span }
    if case .name(let name) = set.first.head { return name.span }
    return set.first.span
  }

  /// The date behind the one set that is asked about, or behind what is shown.
  fileprivate func pinned(_ query: Query) -> Fix? {
    let core = query.core.innermost
    let date = " as of \(dataset.latest)"
    guard let set = core.set else {
      return core.place.map { Fix($0.span, source.text($0.span) + date) }
    }
    guard set.rest.isEmpty, query.core.against == nil, case .name(let name) = set.first.head,
      schema(of: name.text) != nil
    else { return nil }
    return Fix(name.span, name.text + date)
  }
}
