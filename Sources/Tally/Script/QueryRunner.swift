// Asks one question of a dataset: bound, optimized, run.

/// What a question is asked of, and how long.
struct QueryRunner {
  let dataset: Dataset
  /// The day of questions that name none; nil for the record's latest.
  var usual: Day?
  /// The year of totals that questions ask of which name no date.
  var edition: Int?
  /// The threads that scans of long tables may use.
  var workers = Workers.alone
  /// The most rows that an answer may have; nil for any number.
  var mostRows: Int?
  var shouldStop: @Sendable () -> Bool

  /// The plan of a query, with warnings and notes.
  func bound(
    _ query: Query, _ source: Source
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    try Binder.bind(query, dataset, source, usual: usual, edition: edition)
  }

  /// The answer of a query whose names are written out.
  /// - Parameter span: of the statement, in the source.
  func answer(
    _ query: Query, _ source: Source, _ span: Span
  ) throws(Diagnostic) -> (answer: Answer, notes: [Diagnostic]) {
    let planned = try planned(query, source, span)
    return (try answer(planned), planned.notes)
  }

  /// A query that can be run, and what was said of it.
  struct Planned: Sendable {
    fileprivate let plan: QueryPlan
    let notes: [Diagnostic]
    fileprivate let query: Query
    fileprivate let span: Span
  }

  /// A query with its names written out, bound and optimized.
  func planned(
    _ query: Query, _ source: Source, _ span: Span
  ) throws(Diagnostic) -> Planned {
    var (plan, notes) = try bound(query, source)
    plan.text = source.text(span)
    plan.plan = Optimizer.optimized(plan.plan)
    return Planned(plan: plan, notes: notes, query: query, span: span)
  }

  /// The answer of a planned query.
  func answer(_ planned: Planned) throws(Diagnostic) -> Answer {
    let shouldStop = StopSign(shouldStop).isUp
    var executor = Executor(dataset: planned.plan.dataset, shouldStop: shouldStop)
    if case .check = planned.plan.plan { executor.ask = { recomputed($0, shouldStop) } }
    executor.workers = workers
    executor.mostRows = mostRows
    let answer: Answer
    do throws(ExecutionError) {
      answer = try executor.answer(planned.plan)
    } catch {
      throw diagnostic(error, planned.query, planned.span)
    }
    if answer.provenance.asOf == .unstated, let said = UndatedRows(planned.query) {
      throw said.refusal(dataset.relations.map(\.schema))
    }
    return answer
  }

  /// Why a query has no answer, in words.
  private func diagnostic(_ error: ExecutionError, _ query: Query, _ span: Span) -> Diagnostic {
    switch error {
    case .stopped: .stopped(span)
    case .unreadable(let fault): .unreadable(span, fault)
    case .tooLong(let most): .tooLong(span, most)
    case .tooWide(let count): .tooWide(query.core.across?.span ?? span, count)
    case .undivided(.imprecise(let key, let rows)):
      .groupsWantNumbers(query.core.divided ?? span, key, rows)
    case .undivided(.tooMany): .tooManyGroups(query.core.divided ?? span)
    }
  }

  /// What a query that stands in the record gives: parsed, checked and run like any other, except
  /// that it may not itself ask for checks. Where it names no day it means the record's latest,
  /// whatever the day of the session: its verdict is the same for everybody.
  private func recomputed(
    _ query: String, _ shouldStop: @escaping @Sendable () -> Bool
  ) -> Recomputed {
    let source = Source(query)
    let (program, syntax) = Parser.parse(source, table: .language)
    guard program.statements.count == 1, let statement = program.statements.first,
      !statement.isBroken, let question = statement.query
    else {
      return .refused(syntax.first.map { "\($0.code), \($0.message)" } ?? "it is no one question")
    }
    do throws(Diagnostic) {
      var plan = try Binder.bind(question, dataset, source).plan
      if case .check = plan.plan { return .refused("it asks for checks itself") }
      plan.text = source.text(statement.span)
      plan.plan = Optimizer.optimized(plan.plan)
      let executor = Executor(dataset: plan.dataset, shouldStop: shouldStop)
      let answer: Answer
      switch Result(catching: { () throws(ExecutionError) in try executor.answer(plan) }) {
      case .success(let found): answer = found
      case .failure(.stopped): return .refused("it was stopped")
      case .failure(.unreadable(let fault)): return .refused(fault)
      case .failure(.tooLong(let most)): return .refused("it has more than \(most) rows")
      case .failure(.tooWide(let count)): return .refused("across makes \(count) columns")
      case .failure(.undivided): return .refused("its rows make no groups")
      }
      let set = plan.plan.measure?.set ?? plan.plan.set
      return .answered(
        answer,
        rows: set.map { set in
          Recomputed.Rows(
            relation: set.relation, table: plan.dataset.relations[set.relation],
            possible: executor.rows(of: set).possible)
        })
    } catch {
      return .refused("\(error.code), \(error.message)")
    }
  }
}

extension Core {
  /// What its answer is divided by, of its own or of the question in it.
  fileprivate var divided: Span? {
    let spans = (grouping + [across].compactMap(\.self)).map(\.span)
    guard let first = spans.first, let last = spans.last else { return inner.first?.divided }
    return Span(first.start, last.end)
  }
}
