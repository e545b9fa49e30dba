// The embedding API: a dataset, and what can be asked of it.

/// A conversation with one dataset. A session is a value: a failed statement leaves it as it was.
///
///     var session = Session(dataset: data)
///     let outcome = session.run(Source("count counties"))[0]
///     // outcome.answer?.content is a figure: low 3143, high 3143
public struct Session: Sendable {
  private(set) var state: SessionState
  private var names: LaterNames
  private var completions = CompletionCache()
  /// The dataset without what the user added.
  private let base: Dataset

  /// A session over a dataset.
  /// - Parameters:
  ///   - dataset: what is asked.
  ///   - language: its verbs and functions.
  ///   - workers: the threads that scans of long tables may use.
  public init(
    dataset: Dataset, language: Language = .standard, workers: Workers = .alone
  ) {
    let dataset = dataset.adding(functions: language.ownFunctions)
    base = dataset
    state = SessionState(dataset: dataset, language: language, workers: workers)
    names = LaterNames(dataset)
  }

  /// Puts tables and links of the user's own beside the dataset, in the place of those that were
  /// added before. Definitions, parameters and results stay.
  ///
  ///     try session.extend(by: OwnData(tables: [visits]))
  ///     // session.run(Source("count visits"))
  ///
  /// - Throws: `DatasetError` with every name that is taken and every link that cannot be made; the
  ///   session is then as it was.
  public mutating func extend(by own: OwnData) throws(DatasetError) {
    let faults = own.tables.compactMap { OwnNames.fault($0, definitions) }
    if !faults.isEmpty { throw DatasetError(faults: faults) }
    state.dataset = try base.extended(by: own)
    names = LaterNames(dataset)
    completions = CompletionCache()
  }

  /// What is asked of.
  public var dataset: Dataset { state.dataset }
  /// The day that a query asks of where it names none; nil for the record's latest.
  public var asOf: Day? { state.usual }
  /// The year of the published totals that a query asks of where it names no date, if `asOf` was
  /// set to one.
  public var edition: Int? { state.edition }
  /// The names that statements have defined, in order.
  public var definitions: [Definition] { state.vocabulary.definitions }
  /// The values of parameters as they were typed, by name.
  public var parameters: [String: String] { state.vocabulary.parameters }
  /// How many questions were answered: the number of the last result.
  public var resultCount: Int { state.vocabulary.results.count }

  /// Sets the day that a query asks of where it names none.
  /// - Parameter text: a period (its last day is meant) or `latest`.
  /// - Returns: what is wrong with it, or a note that the record ends before the period does.
  public mutating func setAsOf(_ text: String) -> Diagnostic? {
    let span = Span(0, text.utf8.count)
    if text.lowercased() == "latest" {
      (state.usual, state.edition) = (nil, nil)
      return nil
    }
    guard let period = Period(text) else { return .noPeriod(span, text) }
    let node = PeriodNode(period: period, span: span)
    do throws(Diagnostic) {
      state.usual = try QueryDate.day(node, dataset)
      state.edition = dataset.editions.first { $0.period == period }?.year
    } catch {
      return error
    }
    return period.last > dataset.latest ? .dateClipped(span, dataset.latest) : nil
  }

  /// Gives a parameter a value that is typed in the language, as `param name = value` would. Any
  /// other text goes to `set(parameter:to:)` as a `ParameterValue`.
  /// - Returns: what is wrong with it.
  public mutating func set(parameter name: String, toLiteral value: String) -> Diagnostic? {
    let source = Source("param \(name) = \(value)")
    guard Session.statementCount(source) <= 1 else {
      return .notOneValue(Span(0, source.bytes.count))
    }
    var failure: Diagnostic?
    run(source) { outcome in
      failure = outcome.diagnostics.first { $0.severity == .error }
      return true
    }
    return failure
  }

  /// Gives a parameter a literal of the language.
  mutating func give(_ name: String, _ literal: String) { state.vocabulary.set(name, literal) }

  /// Parameters whose values hold in the scripts that follow, whatever `param` says of them there.
  package var heldParameters: Set<String> {
    get { state.vocabulary.held }
    set { state.vocabulary.held = newValue }
  }

  /// Takes a parameter its value.
  /// - Returns: whether it had one.
  public mutating func unset(parameter name: String) -> Bool { state.vocabulary.unset(name) }

  /// Runs every statement of a source in order, up to and including the first that fails.
  ///
  /// An `expect` that is not met does not end the run; neither does an error that the `expect`
  /// below it asks for.
  ///
  /// - Parameters:
  ///   - source: the text; its name stands in messages.
  ///   - host: what reads included files and may end a query.
  ///   - isTest: whether the run goes on after statements that fail.
  ///   - each: takes each outcome as it comes; false ends the run.
  /// - Complexity: O(bytes) to read, then O(rows) for each column that a statement uses.
  public mutating func run(
    _ source: Source, host: Host = Host(), isTest: Bool = false, each: (Outcome) -> Bool
  ) {
    var runner = StatementRunner(state.lend(), source, host)
    runner.run(goesOn: isTest, each)
    runner.give(to: &state)
  }

  /// Runs every statement of a source in order, up to and including the first that fails.
  /// - Parameters:
  ///   - source: the text; its name stands in messages.
  ///   - shouldStop: asked between the operators of a query, not inside one; true ends it with the
  ///     error T601.
  public mutating func run(
    _ source: Source, shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> [Outcome] {
    var outcomes: [Outcome] = []
    run(source, host: Host(shouldStop: shouldStop)) { outcome in
      outcomes.append(outcome)
      return true
    }
    return outcomes
  }

  /// How many statements a source has.
  public static func statementCount(
    _ source: Source, language: Language = .standard
  ) -> Int {
    Parser.parse(source, table: language.table).0.statements.count
  }

  /// Whether a source is one question and nothing else: no definition, parameter, file or
  /// expectation, so that asking it changes no more than the number of the last result.
  public static func isQuestion(_ source: Source, language: Language = .standard) -> Bool {
    let statements = Parser.parse(source, table: language.table).0.statements
    guard statements.count == 1, case .query? = statements.first?.body else { return false }
    return true
  }

  /// Every diagnostic of a source, without evaluating anything.
  public func check(_ source: Source, host: Host = Host()) -> [Diagnostic] {
    StatementRunner(state, source, host).check()
  }

  /// Whether a text is a whole statement, so that Enter may run it: no open bracket, and no word at
  /// its end that asks for more.
  public func isComplete(_ text: String) -> Bool { !Lexer.isOpen(text) }

  /// The roles of the words of a text, in order, without overlap.
  public func highlight(_ text: String) -> [Highlight] {
    var names = names.value
    for definition in definitions {
      if definition.relation == nil {
        names.relations.insert(definition.name)
      } else {
        names.fields.insert(definition.name)
      }
    }
    return Highlighter.highlights(text, table: state.language.table, names: names)
  }

  /// What could be typed at a byte offset of a text.
  public func complete(_ text: String, at offset: Int) -> Completions {
    let completer = Completer(
      dataset: dataset, table: state.language.table, scope: state.scope(ofQuery:),
      given: state.vocabulary.given, cache: completions)
    return completer.completions(text, at: offset)
  }
}
