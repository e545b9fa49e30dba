// compare: the same question on two days, or of two sets.

extension Verb {
  /// Two answers and their difference.
  public static let compare = Verb(
    name: "compare", summary: "the same question on two days, or of two sets",
    grammar: #"""
      compare ::= "compare" ( count | share | aggregate )
        ( "from" period "to" period | "against" set )
      """#,
    examples: [
      "compare count counties where detainers from 2017 to 2019",
      "compare share where detainers among counties in TX against counties in CA",
    ],
    parse: { parser, core in
      core.inner = [parser.core(among: Parser.measuring)]
      if parser.take("against") {
        core.against = parser.set()
        return
      }
      parser.expect("from", "\"from\" and a period, or \"against\" and a set")
      core.from = parser.period()
      parser.expect("to", "\"to\" and a period")
      core.to = parser.period()
    },
    lower: { core, checker throws(Diagnostic) in
      guard let question = core.inner.first else { throw .wantsWord(core.span) }
      if let across = question.across
        ?? question.grouping.first(where: { if case .years = $0 { true } else { false } })
      {
        throw .acrossInComparison(across.span)
      }
      if let other = core.against {
        return .compare(try checker.comparison(question, against: other))
      }
      guard let from = core.from, let to = core.to else { throw .wantsWord(core.span) }
      let days = try checker.days(from: from, to: to, of: question)
      return .compare(try checker.comparison(question, days, core.span))
    })
}

extension Parser {
  /// The verbs whose answer is a number, or one for each group.
  static let measuring = ["count", "share"] + Aggregator.allCases.map(\.rawValue)

  /// A core that begins with one of some verbs.
  mutating func core(among words: [String]) -> Core {
    let word = current
    for rule in table.verbs where words.contains(rule.word) { wish(.verb(rule.word, rule.meaning)) }
    guard word.kind == .word, !failed, words.contains(word.text), let rule = table.verb(word.text)
    else {
      unexpected(wanted: "one of \(words.joined(separator: ", "))")
      return Core(verb: Name(text: "", span: word.span), span: word.span)
    }
    advance(1)
    var core = Core(verb: Name(text: word.text, span: word.span), span: word.span)
    rule.parse(&self, &core)
    core.span = word.span.joined(previousSpan)
    return core
  }
}

extension Checker {
  /// The same question on two days.
  fileprivate mutating func comparison(
    _ question: Core, _ days: ComparedDays, _ span: Span
  ) throws(Diagnostic) -> ComparisonPlan {
    let first = try measured(question, on: days.from)
    let second = try measured(question, on: days.to)
    let years = "across years \(source.text(days.from.span)), \(source.text(days.to.span))"
    var fields = PlanFields()
    for plan in [first, second] { plan.plan.addFields(to: &fields) }
    try checkBreaks(
      fields, between: days,
      fix: Fix(span, source.text(question.span) + " " + years, for: "both, side by side"))
    return ComparisonPlan(
      first: first, second: second, isOverTime: true,
      changesQuery: changesQuery(question, days) ?? "")
  }

  /// The same question of two sets on one day.
  fileprivate mutating func comparison(
    _ question: Core, against other: SetNode
  ) throws(Diagnostic) -> ComparisonPlan {
    guard let set = question.set else { throw .wantsWord(question.span) }
    var second = question
    second.set = other
    let first = try lowered(question)
    let against = try lowered(second)
    if let one = first.measure?.set.relation, let two = against.measure?.set.relation, one != two {
      throw .differentSeries(other.span, schema(one).name, schema(two).name)
    }
    if set.hasConditions != other.hasConditions {
      throw .oneSidedConditions(other.span, fix: sameConditions(set, other))
    }
    return ComparisonPlan(
      first: DatedPlan(label: source.text(set.span), day: dataset.asOf, plan: first),
      second: DatedPlan(label: source.text(other.span), day: dataset.asOf, plan: against),
      isOverTime: false)
  }

  private mutating func measured(
    _ question: Core, on side: ComparedDays.Side
  ) throws(Diagnostic) -> DatedPlan {
    var checker = on(side)
    let plan = try checker.lowered(question)
    takeNotes(of: checker)
    return DatedPlan(label: source.text(side.span), day: side.day, plan: plan)
  }

  /// The plan of the question that is asked twice: a number, or one for each group.
  private mutating func lowered(_ question: Core) throws(Diagnostic) -> LogicalPlan {
    guard let verb = Verb.all.first(where: { $0.name == question.verb.text }) else {
      throw .wantsWord(question.span)
    }
    return try verb.lower(question, &self)
  }

  /// The conditions of the one set for the other, where that is one stretch of text.
  private func sameConditions(_ set: SetNode, _ other: SetNode) -> Fix? {
    let (full, bare) = set.hasConditions ? (set, other) : (other, set)
    guard full.rest.isEmpty, bare.rest.isEmpty, bare.first.of.isEmpty else { return nil }
    let conditions = full.first.filters.compactMap(\.conditionSpan)
    guard conditions.count == 1 else { return nil }
    return Fix(
      Span(bare.span.end, bare.span.end), " " + source.text(conditions[0]),
      for: "the same condition for both")
  }

  /// What shows row by row how one answer changed: where it is all that the question asks.
  private func changesQuery(_ question: Core, _ days: ComparedDays) -> String? {
    let latest = QueryDate(day: dataset.latest, latest: dataset.latest)
    guard let set = question.set, let words = SetWords(set, source, latest) else { return nil }
    let conditions = set.first.filters.compactMap { filter in
      if case .condition(let expr, _) = filter { expr } else { nil as Expr? }
    }
    guard conditions.count == words.conditions.count,
      let asked = (conditions + [question.condition].compactMap(\.self)).first,
      conditions.count + (question.condition == nil ? 0 : 1) == 1
    else { return nil }
    var inner = asked
    if case .modified(.not, let negated, _) = asked { inner = negated }
    guard case .path(let path) = inner, path.rest.isEmpty else { return nil }
    return "changes in \(path.text) of \(words.scoped) from \(source.text(days.from.span)) to "
      + source.text(days.to.span)
  }
}

extension SetNode {
  /// Whether a condition of its own narrows it, beyond places.
  fileprivate var hasConditions: Bool {
    ([first] + rest).contains { term in
      let isInside = if case .group(let inner) = term.head { inner.hasConditions } else { false }
      return isInside || term.filters.contains { $0.conditionSpan != nil }
    }
  }
}

extension Filter {
  /// Where a condition stands, with its word; nil for what narrows the base.
  fileprivate var conditionSpan: Span? {
    switch self {
    case .condition(_, let span), .without(_, let span): span
    case .with(let quantity): quantity.span
    case .places, .asOf: nil
    }
  }
}

extension LogicalPlan {
  /// The fields that a number or its groups ask.
  fileprivate func addFields(to fields: inout PlanFields) {
    guard let measure else { return }
    fields.add(measure)
    for key in groups?.keys ?? [] { fields.add(key.value, of: measure.set.relation) }
  }
}
