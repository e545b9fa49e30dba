// `why`: the plan of a number taken apart into its base and its conditions.

extension Binder {
  /// The plan of `why` before a query of this plan.
  /// - Throws: T442 where the answer is not one number of one relation's rows.
  static func funnel(
    _ query: Query, _ plan: LogicalPlan, _ source: Source, _ checker: Checker,
    _ date: QueryDate
  ) throws(Diagnostic) -> LogicalPlan {
    guard query.core.grouping.isEmpty, let node = query.core.set, node.rest.isEmpty,
      let measure = followed(plan, checker), measure.settledOnly == false
    else { throw .whyFollowsOneNumber(query.core.span.joined(query.stages.last?.span ?? .none)) }
    var base = measure.set
    var scopes: [Condition] = []
    var conditions: [Condition] = []
    peeling: while true {
      switch base {
      case .scope(let inner, let condition):
        scopes.insert(condition, at: 0)
        base = inner
      case .filter(let inner, let condition):
        conditions.insert(condition, at: 0)
        base = inner
      case .scan: break peeling
      case .combine, .settled: throw .whyFollowsOneNumber(node.span)
      }
    }
    var steps = steps(texts(of: node), conditions, source)
    if case .share(let condition) = measure.kind, let expr = query.core.condition {
      steps += self.steps([.condition(expr, expr.span)], [condition], source)
    }
    let (rows, open) = queries(query, node, source, date)
    return .funnel(
      FunnelPlan(
        measure: measure, base: scopes.reduce(base) { .scope($0, $1) }, steps: steps,
        rowsQuery: rows, openQuery: open, unsaidDay: date.isUnsaid ? date.day : nil))
  }

  /// The number that is followed: of a count or a share, and of a list how many rows it has.
  private static func followed(_ plan: LogicalPlan, _ checker: Checker) -> Measure? {
    switch plan {
    case .figure(let measure):
      if case .aggregate = measure.kind { nil } else { measure }
    case .rows(.settled): nil
    case .rows(let set):
      Measure(kind: .count, set: set, unit: checker.countUnit(set.relation))
    case .sort(let inner, _, _), .limit(let inner, _, _), .columns(let inner, _),
      .add(let inner, _):
      followed(inner, checker)
    case .group, .rank, .keep, .total, .card, .catalogue, .check, .funnel, .across, .totals,
      .compare, .changes:
      nil
    }
  }

  /// The conditions of a set in their order, those of an inner set first.
  private static func texts(of node: SetNode) -> [Filter] {
    var filters: [Filter] = []
    if case .group(let inner) = node.first.head { filters = texts(of: inner) }
    return filters
      + node.first.filters.filter { filter in
        switch filter {
        case .condition, .with, .without: true
        case .places, .asOf: false
        }
      }
  }

  /// A step for each condition; one that is joined by `and` has a step for each of its parts.
  private static func steps(
    _ filters: [Filter], _ conditions: [Condition], _ source: Source
  ) -> [FunnelPlan.Step] {
    zip(filters, conditions).flatMap { filter, condition -> [FunnelPlan.Step] in
      switch filter {
      case .condition(.junction(.and, let parts), _):
        guard case .all(let bound) = condition, bound.count == parts.count else { break }
        return zip(parts, bound).map { part, condition in
          FunnelPlan.Step(text: whole(part.span, source), condition: condition)
        }
      case .condition(let expr, _):
        return [FunnelPlan.Step(text: whole(expr.span, source), condition: condition)]
      case .with(let quantity):
        return [FunnelPlan.Step(text: source.text(quantity.span), condition: condition)]
      case .without(_, let span):
        return [FunnelPlan.Step(text: source.text(span), condition: condition)]
      case .places, .asOf: break
      }
      return [FunnelPlan.Step(text: "all conditions together", condition: condition)]
    }
  }

  /// The text of a part with the brackets that belong to it, for a tree has none. Brackets are
  /// tokens: those inside a text are letters of it.
  private static func whole(_ span: Span, _ source: Source) -> String {
    let brackets = Lexer.tokens(of: source).tokens.filter {
      $0.kind == .symbol(.open) || $0.kind == .symbol(.close)
    }
    var (start, end) = (span.start, span.end)
    var (unopened, unclosed) = (0, 0)
    for token in brackets where token.span.start >= start && token.span.end <= end {
      if token.kind == .symbol(.open) {
        unclosed += 1
      } else if unclosed > 0 {
        unclosed -= 1
      } else {
        unopened += 1
      }
    }
    for token in brackets.reversed() where token.span.end <= span.start && unopened > 0 {
      unopened += token.kind == .symbol(.open) ? -1 : 1
      start = token.span.start
    }
    for token in brackets where token.span.start >= span.end && unclosed > 0 {
      unclosed += token.kind == .symbol(.close) ? -1 : 1
      end = token.span.end
    }
    return source.text(Span(start, end))
  }

  /// The queries that list the rows that are counted, and those that leave the answer open.
  private static func queries(
    _ query: Query, _ node: SetNode, _ source: Source, _ date: QueryDate
  ) -> (rows: String, open: String) {
    guard let words = SetWords(node, source, date) else { return ("", "") }
    guard let condition = query.core.condition else {
      return (date.isUnsaid ? words.members : "list " + source.text(node.span), words.open)
    }
    let text = whole(condition.span, source)
    guard !text.contains("--"), !text.contains("\n") else { return ("", "") }
    return (words.members(where: text), words.open(share: text))
  }
}
