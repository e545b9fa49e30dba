// The embedding API: a dataset, and what can be asked of it.

/// What came of one statement.
public struct Outcome: Sendable {
  /// The text that the statement's spans point into.
  public let source: Source
  /// The statement's own stretch of it.
  public let span: Span
  /// The answer; nil where the statement failed.
  public let answer: Answer?
  /// Errors, warnings and notes, in the order of the text.
  public let diagnostics: [Diagnostic]

  /// Whether an error kept the statement from running.
  public var failed: Bool { answer == nil }
}

/// A conversation with one dataset. A session is a value: a failed statement leaves it as it was.
///
///     var session = Session(dataset: data)
///     let outcome = session.run(Source("count counties"))[0]
///     // outcome.answer?.content is a figure: low 3143, high 3143
public struct Session: Sendable {
  /// What is asked of.
  public let dataset: Dataset
  /// The day that a query asks of where it names none; nil for the record's latest.
  public private(set) var asOf: Day?
  /// The year of the published totals that a query asks of where it names no date, if `asOf` was
  /// set to one.
  public private(set) var edition: Int?
  private let names: HighlightNames

  /// A session over a dataset.
  public init(dataset: Dataset) {
    self.dataset = dataset
    names = HighlightNames(
      relations: Set(dataset.relations.map(\.schema.name)),
      fields: Set(
        dataset.relations.flatMap { relation in
          relation.schema.fields.map(\.name) + relation.schema.links.map(\.name)
        } + GroundAspect.allCases.map(\.rawValue)))
  }

  /// Sets the day that a query asks of where it names none.
  /// - Parameter text: a period (its last day is meant) or `latest`.
  /// - Returns: what is wrong with it, or a note that the record ends before the period does.
  public mutating func setAsOf(_ text: String) -> Diagnostic? {
    let span = Span(0, text.utf8.count)
    if text.lowercased() == "latest" {
      asOf = nil
      edition = nil
      return nil
    }
    guard let period = Period(text) else { return .noPeriod(span, text) }
    let node = PeriodNode(period: period, span: span)
    do throws(Diagnostic) {
      asOf = try QueryDate.day(node, dataset)
      edition = dataset.editions.first { $0.period == period }?.year
    } catch {
      return error
    }
    return period.last > dataset.latest ? .dateClipped(span, dataset.latest) : nil
  }

  /// Runs every statement of a source in order, up to and including the first that fails.
  ///
  /// - Parameters:
  ///   - source: the text; its name stands in messages.
  ///   - shouldStop: asked between the operators of a query, not inside one; true ends it with the
  ///     error T601.
  /// - Complexity: O(bytes) to read, then O(rows) for each column that a statement uses.
  public mutating func run(
    _ source: Source, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> [Outcome] {
    let (program, syntax) = Parser.parse(source, table: .language)
    var outcomes: [Outcome] = []
    for statement in program.statements {
      let outcome = run(statement, of: source, Self.within(statement, program, syntax), shouldStop)
      outcomes.append(outcome)
      if outcome.failed { return outcomes }
    }
    if program.statements.isEmpty, let first = syntax.first {
      return [Outcome(source: source, span: first.span, answer: nil, diagnostics: syntax)]
    }
    return outcomes
  }

  /// Every diagnostic of a source, without evaluating anything.
  public func check(_ source: Source) -> [Diagnostic] {
    let (program, syntax) = Parser.parse(source, table: .language)
    let diagnostics = faults(program, syntax, source)
    return diagnostics.map { diagnostic in
      guard diagnostic.severity == .error, !diagnostic.fixes.isEmpty else { return diagnostic }
      let statement = program.statements.last { $0.span.start <= diagnostic.span.start }
      return verified(diagnostic, source, statement?.span ?? diagnostic.span)
    }
  }

  /// The diagnostics of a source with every rewrite that was thought of.
  private func faults(_ source: Source) -> [Diagnostic] {
    let (program, syntax) = Parser.parse(source, table: .language)
    return faults(program, syntax, source)
  }

  private func faults(
    _ program: Program, _ syntax: [Diagnostic], _ source: Source
  ) -> [Diagnostic] {
    var diagnostics = syntax
    for statement in program.statements where !statement.isBroken {
      guard let query = statement.query else { continue }
      do throws(Diagnostic) {
        diagnostics += try Binder.bind(
          query, dataset, source, usual: asOf, edition: edition
        ).notes
      } catch {
        diagnostics.append(error)
      }
    }
    return diagnostics.sorted { $0.span.start < $1.span.start }
  }

  /// Whether a text is a whole statement, so that Enter may run it: no open bracket, and no word at
  /// its end that asks for more.
  public func isComplete(_ text: String) -> Bool { !Lexer.isOpen(text) }

  /// The roles of the words of a text, in order, without overlap.
  public func highlight(_ text: String) -> [Highlight] {
    Highlighter.highlights(text, table: .language, names: names)
  }

  /// What could be typed at a byte offset of a text.
  public func complete(_ text: String, at offset: Int) -> Completions {
    let executor = Executor(dataset: dataset, shouldStop: { false })
    let completer = Completer(
      dataset: dataset, table: .language, labels: executor.labels(of:),
      scope: { query, source in (try? Binder.scope(query, dataset, source)) ?? nil })
    return completer.completions(text, at: offset)
  }

  // MARK: One statement

  private func run(
    _ statement: Statement, of source: Source, _ syntax: [Diagnostic],
    _ shouldStop: @escaping @Sendable () -> Bool
  ) -> Outcome {
    func failure(_ diagnostics: [Diagnostic]) -> Outcome {
      Outcome(source: source, span: statement.span, answer: nil, diagnostics: diagnostics)
    }
    guard !statement.isBroken, let query = statement.query else {
      return failure(
        syntax.map { $0.severity == .error ? verified($0, source, statement.span) : $0 })
    }
    do throws(Diagnostic) {
      let bound = try Binder.bind(
        query, dataset, source, usual: asOf, edition: edition)
      var plan = bound.plan
      plan.text = source.text(statement.span)
      plan.plan = Optimizer.optimized(plan.plan)
      var executor = Executor(dataset: plan.dataset, shouldStop: shouldStop)
      executor.ask = { recomputed($0, shouldStop) }
      let answer: Answer
      switch Result(catching: { () throws(ExecutionError) in try executor.answer(plan) }) {
      case .success(let found): answer = found
      case .failure(.stopped): return failure([.stopped(statement.span)])
      case .failure(.unreadable(let fault)):
        return failure([.unreadable(statement.span, fault)])
      case .failure(.tooWide(let count)):
        return failure([.tooWide(query.core.across?.span ?? statement.span, count)])
      }
      return Outcome(
        source: source, span: statement.span, answer: answer, diagnostics: syntax + bound.notes)
    } catch {
      return failure(syntax + [verified(error, source, statement.span)])
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
      case .failure(.tooWide(let count)): return .refused(Diagnostic.tooWide(.none, count).message)
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

  /// A diagnostic with only those rewrites that work: made, they leave no mistake where they stand.
  /// Only the statement that holds it is read again.
  private func verified(_ diagnostic: Diagnostic, _ source: Source, _ span: Span) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.fixes = diagnostic.fixes.filter { fix in
      let start = min(span.start, fix.span.start)
      let end = max(span.end, fix.span.end)
      let mended =
        source.text(Span(start, fix.span.start)) + fix.replacement
        + source.text(Span(fix.span.end, end))
      let place = Span(
        fix.span.start - start, fix.span.start - start + fix.replacement.utf8.count)
      return !faults(Source(mended)).contains { fault in
        fault.severity == .error && fault.span.start <= place.end
          && fault.span.end >= place.start
      }
    }
    return diagnostic
  }

  /// The diagnostics of one statement: from the end of the one before it to its own end.
  private static func within(
    _ statement: Statement, _ program: Program, _ diagnostics: [Diagnostic]
  ) -> [Diagnostic] {
    let before = program.statements.last { $0.span.end <= statement.span.start }?.span.end ?? 0
    let isLast = program.statements.last?.span == statement.span
    return diagnostics.filter { diagnostic in
      diagnostic.span.start >= before && (isLast || diagnostic.span.start <= statement.span.end)
    }
  }
}
