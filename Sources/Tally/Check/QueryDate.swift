// The one date of a query: where it is said, and what it means for the relations asked.

/// The day that a query asks of, and where it says so.
struct QueryDate: Equatable {
  var day: Day
  /// Where the query says it; nil where it is the session's.
  var span: Span?
  /// The record's last day.
  var latest: Day

  /// Whether it is neither said in the query nor what a query means that says none.
  var isUnsaid: Bool { span == nil && day != latest }

  /// The date of a query over a dataset at its latest day.
  /// - Parameter usual: the session's date, where the query says none.
  /// - Throws: T502 for a period that begins after the record's end, T504 for two dates.
  static func of(
    _ dates: DatesOfQuery, _ dataset: Dataset, usual: Day?
  ) throws(Diagnostic) -> (date: QueryDate, notes: [Diagnostic]) {
    let usual = usual ?? dataset.latest
    guard let first = dates.all.first else {
      return (QueryDate(day: usual, latest: dataset.latest), [])
    }
    let day = try self.day(first, dataset)
    for other in dates.all.dropFirst() where try self.day(other, dataset) != day {
      throw .twoDates(other.span, day, try self.day(other, dataset))
    }
    if day != usual, let undated = dates.undated {
      throw .datedInPart(undated, first.span, day)
    }
    let isClipped = first.period.map { $0.last > dataset.latest } ?? false
    return (
      QueryDate(day: day, span: first.span, latest: dataset.latest),
      isClipped ? [.dateClipped(first.span, dataset.latest)] : []
    )
  }

  /// The day that a period means: its last one, and no later than the record's end.
  static func day(_ node: PeriodNode, _ dataset: Dataset) throws(Diagnostic) -> Day {
    guard let period = node.period else { return dataset.latest }
    if period.first > dataset.latest { throw .dateAhead(node.span, dataset.latest) }
    return min(period.last, dataset.latest)
  }
}

/// The dates that a query says, and the first of its outermost sets that says none.
struct DatesOfQuery {
  private(set) var all: [PeriodNode] = []
  private(set) var undated: Span?
  /// The words that sets begin with.
  private(set) var heads: [Name] = []
  /// The periods that are set beside each other, after `from` and `to`.
  private(set) var compared: [PeriodNode] = []

  /// Whether a date is said anywhere but after `years`.
  var hasAny: Bool { !all.isEmpty || !compared.isEmpty }

  /// Looks at every set of a query.
  init(_ query: Query) {
    add(query.core)
    for stage in query.stages { for expr in stage.expressions { add(expr) } }
  }

  private mutating func add(_ core: Core) {
    if let date = core.asOf { all.append(date) }
    if let from = core.from { compared.append(from) }
    if let to = core.to { compared.append(to) }
    if let set = core.set { addOutermost(set) }
    if let set = core.against { addOutermost(set) }
    if let condition = core.condition { add(condition) }
    if let rank = core.rank { add(rank) }
    for dimension in core.grouping { if case .value(let value, _) = dimension { add(value) } }
    if case .value(let value, _) = core.across { add(value) }
    if let value = core.measure { add(value) }
    for measure in core.measures {
      for part in [measure.value, measure.condition].compactMap(\.self) { add(part) }
    }
    for inner in core.inner { add(inner) }
  }

  private mutating func addOutermost(_ set: SetNode) {
    if !isDated(set.first) { undated = undated ?? set.first.span }
    for term in set.rest where !isDated(term) { undated = undated ?? term.span }
    add(set)
  }

  /// Whether a set says a date for all of itself.
  private func isDated(_ term: SetTerm) -> Bool {
    for at in term.filters.indices { if case .asOf = term.filters[at] { return true } }
    guard case .group(let inner) = term.head else { return false }
    return isDated(inner.first) && inner.rest.allSatisfy(isDated)
  }

  private mutating func add(_ set: SetNode) {
    add(set.first)
    for term in set.rest { add(term) }
  }

  private mutating func add(_ term: SetTerm) {
    switch term.head {
    case .name(let name): heads.append(name)
    case .group(let inner): add(inner)
    case .result: break
    }
    for at in term.filters.indices {
      switch term.filters[at] {
      case .places: break
      case .asOf(let period): all.append(period)
      case .with(let quantity): add(quantity.link)
      case .without(let link, _): add(link)
      case .condition(let expr, _): add(expr)
      }
    }
    for at in term.of.indices { add(term.of[at]) }
  }

  private mutating func add(_ link: LinkRef) {
    switch link {
    case .name(let name): heads.append(name)
    case .set(let set): add(set)
    case .through(_, let inner): add(inner)
    }
  }

  private mutating func add(_ rank: RankKey) {
    switch rank {
    case .column(let column): add(column.value)
    case .count(let term, _): add(term)
    case .aggregate(_, let value, let term, _):
      add(value)
      add(term)
    case .share(let expr, let term, _):
      add(expr)
      add(term)
    }
  }

  private mutating func add(_ expr: Expr) {
    switch expr {
    case .literal, .path, .parameter, .broken: break
    case .linked(_, let inner, let link, _):
      if let inner { add(inner) }
      add(link)
    case .call(_, let arguments, _): for argument in arguments { add(argument) }
    case .negative(let inner, _), .state(let inner, _, _, _), .text(let inner, _, _, _),
      .modified(_, let inner, _):
      add(inner)
    case .arithmetic(let a, _, let b), .compare(let a, _, let b), .equal(let a, _, let b):
      add(a)
      add(b)
    case .between(let a, let b, let c): for part in [a, b, c] { add(part) }
    case .member(let a, _, let values, _): for part in [a] + values { add(part) }
    case .has(let quantity, _): add(quantity.link)
    case .junction(_, let parts): for at in parts.indices { add(parts[at]) }
    }
  }
}

extension Checker {
  /// Refuses a relation that has no rows of the day: before its first list, or where rows have
  /// dates of their own.
  func checkTiming(of relation: Int, at span: Span) throws(Diagnostic) {
    let schema = schema(relation)
    switch schema.timing {
    case .always, .undated: return
    case .snapshots:
      let lists = dataset.lists(of: relation)
      guard let first = lists.first, dataset.asOf < first else { return }
      throw .beforeFirstList(span, dateSpan, schema.name, lists)
    case .list(of: let day):
      guard dataset.asOf < day else { return }
      throw .beforeFirstList(span, dateSpan, schema.name, [day])
    case .dated(let since, let until):
      guard dataset.asOf != dataset.latest else { return }
      throw .rowsHaveDates(
        span, dateSpan, schema.name, since: since, until: until, day: dataset.asOf)
    }
  }
}
