// One query from its tree to its plan: the verb lowers, then each stage.

/// Binds queries against a dataset.
enum Binder {
  /// The plan of a query, with warnings and notes.
  /// - Parameters:
  ///   - dataset: the record at its latest day; the plan has it at the query's.
  ///   - usual: the day asked of where the query names none; nil for the latest.
  ///   - edition: the year of the totals asked of where the query names no date.
  static func bind(
    _ query: Query, _ dataset: Dataset, _ source: Source, usual: Day? = nil,
    edition: Int? = nil
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    if let drawing = drawing(of: query.core) {
      return try drawn(query, drawing, dataset, source, usual: usual, edition: edition)
    }
    let end = query.stages.last?.span ?? query.core.span
    var (plan, notes) = try self.plan(query, dataset, source, usual: usual, edition: edition)
    plan.question = source.text(query.core.span.joined(end))
    plan.isCited = query.preface?.text == "cite"
    plan.code = try code(query, plan)
    return (plan, notes)
  }

  /// The query in another language, where `sql` or `plan` asks for it.
  private static func code(
    _ query: Query, _ plan: QueryPlan
  ) throws(Diagnostic) -> CodeText? {
    guard let preface = query.preface else { return nil }
    if preface.text == "plan" {
      let title = "plan of \(CleanText.line(plan.question)), as of \(plan.dataset.asOf)\n"
      return CodeText(
        language: "plan", text: title + PlanText(dataset: plan.dataset).text(plan.plan))
    }
    guard preface.text == "sql", let dialect = SQLDialect.named(query.dialect?.text) else {
      return nil
    }
    do throws(SQLRefusal) {
      let text = try SQLEmitter.statement(
        of: Optimizer.optimized(plan.plan), plan.dataset, dialect, query: plan.question,
        possibleQuery: plan.possibleQuery)
      return CodeText(language: "sql", dialect: dialect.name, text: text)
    } catch {
      throw .cannotBeSQL(query.core.span, error.reason)
    }
  }

  private static func plan(
    _ query: Query, _ dataset: Dataset, _ source: Source, usual: Day?, edition: Int?
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    let asksWhy = query.preface?.text == "why"
    if query.core.isResult { throw .noResultYet(query.core.verb.span) }
    let dates = DatesOfQuery(query)
    let years = query.core.years
    if edition != nil || dates.hasAny || !years.isEmpty,
      let asked = TotalsQuestion(query, dates, dataset, source, usual: edition)
    {
      let plan = try asked.plan()
      if asksWhy { throw .whyFollowsOneNumber(query.core.span) }
      return (QueryPlan(plan: .totals(plan), dataset: dataset, text: ""), [])
    }
    guard years.isEmpty else {
      if asksWhy { throw .whyFollowsOneNumber(query.core.span) }
      return try across(query, dataset, source)
    }
    let (date, notes) = try QueryDate.of(dates, dataset, usual: usual)
    do throws(Diagnostic) {
      let (plan, own) = try self.dated(query, dataset, source, date)
      return (plan, .gathered(notes, own))
    } catch {
      // The session's date is nobody's word about rows that have dates of their own.
      guard error.code == Diagnostic.rowsHaveDatesCode, date.span == nil else { throw error }
      let latest = QueryDate(day: dataset.latest, latest: dataset.latest)
      let bound = try self.dated(query, dataset, source, latest)
      return (bound.plan, [.sessionDateNotApplied(error.span, date.day)] + bound.notes)
    }
  }

  /// A query on one day.
  private static func dated(
    _ query: Query, _ dataset: Dataset, _ source: Source, _ date: QueryDate
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    let dataset = dataset.at(date.day)
    let bound = try stages(query, dataset, source, date)
    var plan = QueryPlan(
      plan: bound.plan, dataset: dataset, text: "",
      possibleQuery: possibleQuery(query, bound.plan, source, date))
    if query.preface?.text == "why" {
      plan.plan = try funnel(query, bound.plan, source, bound.checker, date)
    }
    return (plan, bound.checker.notes)
  }

  /// A query on several days: bound anew for each, for rows and places are those of the day.
  private static func across(
    _ query: Query, _ dataset: Dataset, _ source: Source
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    if let date = DatesOfQuery(query).all.first { throw .dateBesideYears(date.span) }
    let allowed = query.core.placeOfYears == nil ? ["total", "known"] : ["known"]
    if let stage = query.stages.first(where: { !allowed.contains($0.name.text) }) {
      throw .stageAfterYears(stage.span)
    }
    var onOneDay = query
    onOneDay.core = query.core.onOneDay
    var columns: [DatedPlan] = []
    var notes: [Diagnostic] = []
    for node in query.core.years {
      let day = try QueryDate.day(node, dataset)
      if columns.contains(where: { $0.day == day }) { throw .yearTwice(node.span, day) }
      if let period = node.period, period.last > dataset.latest {
        notes.append(.dateClipped(node.span, dataset.latest))
      }
      let date = QueryDate(day: day, span: node.span, latest: dataset.latest)
      let bound = try stages(onOneDay, dataset.at(day), source, date)
      notes += bound.checker.notes.filter { !notes.contains($0) }
      columns.append(DatedPlan(label: source.text(node.span), day: day, plan: bound.plan))
    }
    return (
      QueryPlan(plan: .across(columns, place: query.core.placeOfYears), dataset: dataset, text: ""),
      notes
    )
  }

  /// What names mean after a query.
  static func scope(
    _ query: Query, _ dataset: Dataset, _ source: Source
  ) throws(Diagnostic) -> Scope? {
    let date = try QueryDate.of(DatesOfQuery(query), dataset, usual: nil).date
    return try stages(query, dataset.at(date.day), source, date).scope
  }

  private static func stages(
    _ query: Query, _ dataset: Dataset, _ source: Source, _ date: QueryDate
  ) throws(Diagnostic) -> StageChecker {
    var checker = Checker(dataset, source, dateSpan: date.span)
    let name = query.core.verb.text
    guard let verb = Verb.all.firstIndex(where: { $0.name == name }) else {
      throw .wantsWord(query.core.span)
    }
    let plan = try Verb.all[verb].lower(query.core, &checker)
    let isComparison = plan.isComparison
    var stages = StageChecker(checker, plan)
    for node in query.stages {
      if isComparison { throw .stageAfterComparison(node.name) }
      guard let stage = Stage.all.first(where: { $0.word == node.name.text }) else {
        throw .wantsWord(node.span)
      }
      try stage.lower(node, &stages)
      stages.isFirst = false
    }
    return stages
  }

  /// The query that lists the rows which a list leaves open: its conditions, asked to be unknown.
  /// Empty where the set is more than one relation with conditions.
  private static func possibleQuery(
    _ query: Query, _ plan: LogicalPlan, _ source: Source, _ date: QueryDate
  ) -> String {
    guard plan.set != nil, let set = query.core.set else { return "" }
    return SetWords(set, source, date)?.open ?? ""
  }
}
