// Questions of an edition that was published as totals: which they are, and which have an answer.

/// A query that asks of an edition of totals.
///
/// The edition is named by its bare year. It has numbers of all that it asked, for its own fields,
/// and nothing else: what needs a row, a group, a place, a link or another date is refused, with
/// what was published and with what would work.
struct TotalsQuestion {
  private let query: Query
  private let dataset: Dataset
  private let source: Source
  private let edition: TotalsEdition
  private let dates: DatesOfQuery

  /// The question, if the query asks of an edition's relation in the edition's year.
  /// - Parameter usual: the year of the edition that the session asks of; nil for none.
  init?(
    _ query: Query, _ dates: DatesOfQuery, _ dataset: Dataset, _ source: Source, usual: Int?
  ) {
    let years = query.core.years
    if usual == nil, !dates.hasAny, years.isEmpty { return nil }
    // A date that only an inner set has is no date of the query, which is the usual mistake.
    if let undated = dates.undated, undated == query.core.set?.first.span, !dates.all.isEmpty {
      return nil
    }
    let said = dates.all + years + dates.compared
    let asked = dataset.editions.first { edition in
      let isOfYear =
        said.contains { $0.period == edition.period }
        || said.isEmpty && usual == edition.year
      return isOfYear && Self.mentions(edition.relation, query, dates, dataset)
    }
    guard let asked else { return nil }
    self.query = query
    self.dataset = dataset
    self.source = source
    self.dates = dates
    edition = asked
  }

  /// Whether a query speaks of a relation's rows.
  private static func mentions(
    _ relation: String, _ query: Query, _ dates: DatesOfQuery, _ dataset: Dataset
  ) -> Bool {
    if dates.heads.contains(where: { $0.text == relation }) { return true }
    guard query.core.place != nil, let number = dataset.relation(relation) else { return false }
    return query.core.subject?.text == dataset.relations[number].schema.singular
  }

  /// The plan of the question.
  /// - Throws: T511 to T514 for what the totals cannot say.
  func plan() throws(Diagnostic) -> TotalsPlan {
    let core = query.core
    if let other = compared {
      throw .totalsBesideOthers(
        other.span, edition.name, other.words, published: edition.published,
        fixes: [dated].compactMap(\.self))
    }
    guard ["count", "share"].contains(core.verb.text), let set = core.set else {
      throw noRows(core.verb.span, fix: counted)
    }
    try checkDates()
    let parts = try conditions(of: set)
    let rest = core.onOneDay
    let divided = rest.grouping + [rest.across].compactMap(\.self)
    if let percent = core.percent {
      throw notPublished(
        percent.span, "as percentages", fix: Fix(Span(percent.span.start - 1, percent.span.end), "")
      )
    }
    if let first = divided.first, let last = divided.last {
      let rest = Span(set.span.end, last.span.end)
      throw notPublished(
        first.span, "by \(source.text(first.span))", fix: Fix(rest, "", for: "the whole number"))
    }
    if let stage = query.stages.first {
      let rest = Span(core.span.end, query.stages.last?.span.end ?? stage.span.end)
      throw noRows(stage.span, fix: Fix(rest, "", for: "the number alone"))
    }
    let relation = dataset.relation(edition.relation).map { dataset.relations[$0].schema }
    var unit = Unit(
      .count, singular: relation?.singular ?? "row", plural: relation?.name ?? "rows")
    var asked = parts
    if core.verb.text == "share", let condition = core.condition {
      if let part = parts.first { throw partOfTotals(part, condition) }
      unit.kind = .share
      asked = [condition]
    }
    let reader = TotalsReader(edition: edition, question: self)
    var bound: [TotalsCondition] = []
    for part in asked { bound.append(try reader.condition(part)) }
    return TotalsPlan(
      edition: edition, condition: bound.count < 2 ? bound.first : .all(bound), unit: unit)
  }

  /// What a comparison sets beside the edition.
  private var compared: (span: Span, words: String)? {
    if let other = dates.compared.first(where: { $0.period != edition.period })
      ?? dates.compared.last
    {
      return (other.span, "another date")
    }
    let core = query.core.inner.first ?? query.core
    return (query.core.against ?? core.against).map { ($0.span, "another set") }
  }

  /// Another date than the edition's.
  private func checkDates() throws(Diagnostic) {
    let years = query.core.years
    let beside = years.first { $0.period != edition.period } ?? years.first
    guard let other = dates.all.first(where: { $0.period != edition.period }) ?? beside
    else { return }
    throw .totalsBesideOthers(
      other.span, edition.name, "another date", published: edition.published,
      fixes: [years.isEmpty ? redated(other) : dated].compactMap { $0 })
  }

  /// The conditions of a set that is one relation with conditions and no more.
  private func conditions(of set: SetNode) throws(Diagnostic) -> [Expr] {
    if let other = set.rest.first {
      throw .totalsBesideOthers(
        other.span, edition.name, "another set", published: edition.published,
        fixes: [joined(set), dated].compactMap { $0 })
    }
    let term = set.first
    var found: [Expr] = []
    switch term.head {
    case .group(let inner): found = try conditions(of: inner)
    case .result(let name): throw .noResultYet(name.span)
    case .name(let name):
      guard name.text == edition.relation else {
        throw notPublished(name.span, "of \(name.text)", fix: nil)
      }
    }
    for filter in term.filters {
      switch filter {
      case .asOf: break
      case .condition(let expr, _): found.append(expr)
      case .places(_, let span): throw notPublished(span, "by place", fix: without(span))
      case .with(let quantity):
        throw notPublished(quantity.span, "by links", fix: nil)
      case .without(_, let span):
        throw notPublished(span, "by links", fix: without(span))
      }
    }
    if let inner = term.of.first { throw notPublished(inner.span, "by links", fix: nil) }
    return found
  }

  // MARK: Refusals

  /// T512, with the record's own answers of the year's last day as the other way.
  func notPublished(_ span: Span, _ what: String, fix: Fix?) -> Diagnostic {
    .totalsNotPublished(
      span, edition.name, what, published: edition.published,
      fixes: [fix, dated].compactMap { $0 })
  }

  /// What the checker says of a condition over rows: a misspelt field is no matter of totals.
  func usualFault(_ expr: Expr) -> Diagnostic? {
    guard let relation = dataset.relation(edition.relation) else { return nil }
    var checker = Checker(dataset, source)
    let scope = Scope(relation: relation, schema: dataset.relations[relation].schema)
    do throws(Diagnostic) {
      _ = try checker.condition(expr, scope)
      return nil
    } catch {
      return error
    }
  }

  private func noRows(_ span: Span, fix: Fix?) -> Diagnostic {
    .totalsWithoutRows(
      span, edition.name, published: edition.published, fixes: [fix, dated].compactMap { $0 })
  }

  private func partOfTotals(_ part: Expr, _ condition: Expr) -> Diagnostic {
    let both = "(\(source.text(part.span))) and (\(source.text(condition.span)))"
    let counted = "count \(edition.relation) as of \(edition.year) where \(both)"
    return .shareOfPartOfTotals(
      part.span, edition.name, published: edition.published,
      fixes: [Fix(query.core.span, counted, for: "their number")])
  }

  // MARK: Rewrites

  /// The same of the record, on the last day of the year.
  private var dated: Fix? {
    guard let day = edition.period?.last else { return nil }
    let purpose = "the record's own rows"
    if let node = (dates.all + query.core.years + dates.compared).first(where: {
      $0.period == edition.period
    }) {
      return Fix(node.span, day.description, for: purpose)
    }
    guard let head = dates.heads.first else { return nil }
    return Fix(Span(head.span.end, head.span.end), " as of \(day)", for: purpose)
  }

  /// The other date for all.
  private func redated(_ other: PeriodNode) -> Fix? {
    dates.all.first { $0.period == edition.period }.map { node in
      Fix(node.span, source.text(other.span), for: "the record's own rows")
    }
  }

  /// The number in place of the rows.
  private var counted: Fix? {
    guard let set = query.core.set, case .name(let head) = set.first.head,
      head.text == edition.relation
    else { return nil }
    return Fix(query.core.span, "count " + source.text(set.span), for: "their number")
  }

  /// Without a filter and the blank behind it.
  private func without(_ span: Span) -> Fix {
    let isBlank = source.text(Span(span.end, min(span.end + 1, source.bytes.count))) == " "
    return Fix(Span(span.start, span.end + (isBlank ? 1 : 0)), "", for: "the whole number")
  }

  /// Two sets of the edition as one condition.
  private func joined(_ set: SetNode) -> Fix? {
    guard let other = set.rest.first, set.rest.count == 1,
      let joins = set.joins, joins != .minus,
      let a = try? conditions(of: SetNode(first: set.first, span: set.span)).first,
      let b = try? conditions(of: SetNode(first: other, span: other.span)).first
    else { return nil }
    let word = joins == .union ? "or" : "and"
    return Fix(
      set.span,
      "\(edition.relation) as of \(edition.year) where (\(source.text(a.span))) \(word) "
        + "(\(source.text(b.span)))", for: "one condition")
  }
}
