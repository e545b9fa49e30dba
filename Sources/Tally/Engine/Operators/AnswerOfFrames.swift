// Frames and figures as answers: cells, notes, provenance.

/// A plan with what the answer must say of it.
struct QueryPlan: Sendable {
  var plan: LogicalPlan
  /// The record at the day that is asked of.
  var dataset: Dataset
  /// The query's own text.
  var text: String
  /// A query that lists the rows whose membership is not settled; empty where there is none.
  var possibleQuery = ""
  /// The query without `why` or `cite` before it.
  var question = ""
  /// Whether the answer is asked for to be cited.
  var isCited = false
  /// What is asked for instead of the answer: the query in another language.
  var code: CodeText?
  /// How its answer is drawn; nil for an answer without a picture.
  var picture: PicturePlan?
}

extension Executor {
  /// The answer of a plan.
  /// - Throws: `ExecutionError.stopped` when the host asks for it.
  func answer(_ query: QueryPlan) throws(ExecutionError) -> Answer {
    guard query.isCited else { return drawn(try whole(query), query) }
    var question = query
    question.text = query.question
    return try whole(question).cited(as: query.text)
  }

  /// The answer, unless somebody asked to stop: then a loop may have ended early, and what it made
  /// must not be seen.
  private func whole(_ query: QueryPlan) throws(ExecutionError) -> Answer {
    let answer = try told(query)
    guard !shouldStop() else { throw .stopped }
    return answer
  }

  private func told(_ query: QueryPlan) throws(ExecutionError) -> Answer {
    guard !shouldStop() else { throw .stopped }
    if let code = query.code {
      let date = AnswerDate(dataset.asOf)
      return Answer(.code(code), provenance: provenance(query, date, SourceTrail(self)))
    }
    if case .totals(let plan) = query.plan { return answer(plan, query) }
    if case .across(let days, let place) = query.plan {
      return try answer(query, onDays: days, place: place)
    }
    if case .compare(let plan) = query.plan { return try answer(query, comparing: plan) }
    if case .changes(let plan) = query.plan { return try answer(query, changes: plan) }
    var trail = SourceTrail(self)
    let part = try part(query, &trail)
    return Answer(
      part.content, provenance: provenance(query, date(of: query.plan, trail), trail),
      notes: part.notes)
  }

  /// Where an answer comes from.
  func provenance(_ query: QueryPlan, _ date: AnswerDate, _ trail: SourceTrail) -> Provenance {
    Provenance(
      query: query.text, asOf: date, dataset: dataset.name, version: dataset.version,
      hash: dataset.hash, sources: trail.references)
  }

  /// What a plan finds on the dataset's day, and what must be said of it.
  func part(
    _ query: QueryPlan, _ trail: inout SourceTrail
  ) throws(ExecutionError) -> (content: Answer.Content, notes: [String]) {
    guard !shouldStop() else { throw .stopped }
    let content: Answer.Content
    let sets = AskedSet.all(of: query.plan)
    var notes = settledNotes(query.plan)
    notes.gather(decreeNotes(sets))
    notes.gather(emptyNotes(query.plan))
    notes.gather(noneNotes(sets))
    notes.gather(linkedNotes(sets))
    notes.gather(percentNotes(query.plan))
    guard !shouldStop() else { throw .stopped }
    switch query.plan {
    case .figure(let measure):
      content = .figure(figure(measure, &trail, asked: sets[0].all))
      notes.gather(timelessNotes(query.plan))
    case .card(let plan):
      let card = card(plan, &trail)
      if let fault = trail.fault { throw .unreadable(fault) }
      return (.card(card), notes + cardNotes(query.plan))
    case .check(let plan):
      content = .verdicts(try verdicts(plan, &trail))
    case .funnel(let plan):
      content = .funnel(funnel(plan, query.question, &trail))
    case .catalogue(let plan):
      content = .rows(catalogue(plan))
      if let fault = dataset.relations.lazy.compactMap(\.error?.faults.first).first {
        throw .unreadable(fault)
      }
    case .group, .rows, .rank, .keep, .sort, .limit, .columns, .add, .total, .across, .totals,
      .compare,
      .changes:
      let frame = try frame(of: query.plan)
      if let mostRows, frame.rows.count > mostRows { throw .tooLong(mostRows) }
      trail.add(frame, query.plan)
      notes += frame.notes + shownNotes(frame) + timelessNotes(query.plan, showing: frame)
      notes += evidenceNotes(frame, query.plan).filter { !notes.contains($0) }
      let table = table(frame, query.possibleQuery)
      content = frame.number == nil ? .groups(table) : .rows(table)
    }
    if let fault = trail.fault { throw .unreadable(fault) }
    notes.gather(trail.caveats)
    if content.isOpen, trail.hasJoins, let set = query.plan.measure?.set ?? query.plan.set {
      notes += trail.linkNotes(base: rows(of: set).basePossible, of: set.relation)
    }
    notes.gather(trail.dateNotes)
    return (content, notes)
  }

  /// The figure of a measure with its evidence and sources.
  func figure(_ measure: Measure, _ trail: inout SourceTrail) -> Figure {
    figure(measure, &trail, asked: measure.asked)
  }

  /// The same where the fields that its set and condition ask are at hand.
  private func figure(
    _ measure: Measure, _ trail: inout SourceTrail, asked: PlanFields
  ) -> Figure {
    if isLong(measure.set.relation), let figure = longFigure(measure, &trail) { return figure }
    if let figure = figureOfClasses(measure, asked, &trail) { return figure }
    let input = input(of: measure)
    var figure = input.figure()
    let relation = dataset.relations[measure.set.relation]
    var certain = input.rows.certain
    var possible = input.rows.possible
    if let condition = input.condition {
      let isSettled = input.rows.certain & condition.settled
      certain = certain & condition.yes
      possible = certain | (possible - isSettled)
    }
    figure.evidence = evidence(
      certain: certain, possible: possible, base: input.rows.basePossible,
      fields: asked.answers(of: measure.set.relation), relation: relation,
      number: measure.set.relation,
      isOfClasses: measure.isOfAnswersAlone)
    if !measure.restsOnAnswersAlone { figure.evidence?.dropBasis() }
    trail.add(measure, base: input.rows.basePossible, asked: asked)
    return figure
  }

  /// The rows of a plan after its stages.
  func frame(of plan: LogicalPlan) throws(ExecutionError) -> Frame {
    guard !shouldStop() else { throw .stopped }
    switch plan {
    case .rows(let set): return frame(of: set)
    case .group(let plan): return try frame(of: plan)
    case .rank(let inner, let value, let count, let isBottom):
      return ranked(try frame(of: inner), by: value, count: count, isBottom: isBottom)
    case .keep(let inner, let condition): return kept(try frame(of: inner), condition)
    case .sort(let inner, let orders, let first):
      return sorted(try frame(of: inner), by: orders, first: first)
    case .limit(let inner, let skip, let take):
      return limited(try frame(of: inner), skip: skip, take: take)
    case .columns(let inner, let columns):
      var frame = try frame(of: inner)
      frame.columns = columns
      return frame
    case .add(let inner, let columns): return try added(try frame(of: inner), columns)
    case .total(let inner):
      var frame = try frame(of: inner)
      frame.showsTotal = true
      return frame
    case .figure, .card, .catalogue, .check, .funnel, .across, .totals, .compare, .changes:
      return frame(of: .scan(0))
    }
  }

  private func table(_ frame: Frame, _ possibleQuery: String) -> Table {
    let cells = frame.columns.map { CellColumn(self, frame, $0.value) }
    let columns = zip(frame.columns, cells).map { column, cells in
      AnswerColumn(
        column.name, cells.type, unit: cells.unit, hasBase: cells.figures?.hasBase ?? true)
    }
    var rows: [[Cell]] = []
    rows.reserveCapacity(frame.rows.count)
    for (place, row) in frame.rows.enumerated() {
      // Of what is left out then nobody sees a part: no answer is made after a wish to stop.
      if place % Executor.rowsBetweenPolls == 0, shouldStop() { break }
      rows.append(cells.map { $0.cell(row) })
    }
    let total = cells.map { $0.figures.flatMap(\.whole).map(Cell.figure) ?? .none }
    return Table(
      columns: columns, rows: rows, unit: frame.unit, matched: frame.matched,
      possibleMore: frame.open.count,
      possibleQuery: !frame.open.isEmpty && frame.isOpenByConditions ? possibleQuery : "",
      total: frame.showsTotal ? total : nil, base: frame.base, baseLow: frame.baseLow)
  }
}
