// A question that is read once and asked many times.

/// A question that was read, checked and planned, to be asked as often as one likes.
///
///     let query = try session.prepare("count counties in $place where detainers")
///     let texas = try query.figure(["place": "TX"])  // 254 of 254
///     let utah = try query.figure(["place": "UT"])
///
/// It is a value and holds the dataset as it was: many tasks may ask it at once, each on its own
/// thread. Asking runs on the caller's thread and returns when the answer is there; a task that is
/// cancelled meanwhile gets `TallyError.stopped`.
public struct PreparedQuery: Sendable {
  /// The question as it was typed.
  public let text: String
  /// The names that stand for values, without `$`, in the order of the text.
  public let parameters: [String]
  /// Warnings and notes; for a question with parameters, those that do not depend on the values.
  public let diagnostics: [Diagnostic]

  private let state: SessionState
  private let source: Source
  private let statement: Statement
  /// The plan, where nothing in it waits for a value.
  private let planned: QueryRunner.Planned?

  /// - Throws: `TallyError.mistaken` where the text is no question, or one with mistakes.
  init(_ text: String, _ state: SessionState) throws(TallyError) {
    let source = Source(text)
    let (program, syntax) = Parser.parse(source, table: state.language.table)
    let errors = syntax.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .mistaken(errors, source) }
    guard program.statements.count == 1, let query = program.statements[0].query else {
      throw .mistaken([.notOneQuestion(Span(0, source.bytes.count))], source)
    }
    self.text = text
    self.state = state
    self.source = source
    statement = program.statements[0]
    parameters = NameUses(query, state.dataset).parameters
    let isReady = parameters.allSatisfy { state.vocabulary.parameters[$0] != nil }
    do throws(Diagnostic) {
      planned = isReady ? try PreparedQuery.plan(query, statement.span, source, state) : nil
    } catch {
      throw .mistaken([error], source)
    }
    diagnostics = syntax + (planned?.notes ?? [])
  }

  private static func plan(
    _ query: Query, _ span: Span, _ source: Source, _ state: SessionState
  ) throws(Diagnostic) -> QueryRunner.Planned {
    try StatementRunner(state, source, Host()).planned(query, span)
  }

  /// Whether it says in which order its rows stand.
  package var isOrdered: Bool { statement.query?.isOrdered ?? false }

  /// Asks the question.
  /// - Parameters:
  ///   - values: for its parameters, by name; those that the session has values for may be left
  ///     out.
  ///   - limits: what it may cost.
  /// - Throws: `TallyError.parameter`, `.mistaken` where a value does not fit, `.stopped`.
  /// - Complexity: as the plan; a question with parameters is read and planned each time.
  public func answer(
    _ values: [String: ParameterValue] = [:], limits: Limits = .none
  ) throws(TallyError) -> Answer {
    let state = try bound(values)
    let budget = Budget(limits)
    var runner = state.runner({ budget.step() })
    runner.mostRows = limits.rows
    do throws(Diagnostic) {
      guard let query = statement.query else {
        throw .notOneQuestion(Span(0, source.bytes.count))
      }
      let plan =
        if values.isEmpty, let planned { planned } else {
          try PreparedQuery.plan(query, statement.span, source, state)
        }
      let answer = try runner.answer(plan)
      guard let most = limits.rows, answer.content.rowCount > most else { return answer }
      throw .tooLong(statement.span, most)
    } catch {
      if error.code == Diagnostic.tooLongCode, let most = limits.rows {
        throw .stopped(.rows(most), query: text)
      }
      if let stop = budget.stop { throw .stopped(stop, query: text) }
      throw .mistaken([error], source)
    }
  }

  private func bound(_ values: [String: ParameterValue]) throws(TallyError) -> SessionState {
    var state = state
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard parameters.contains(name) else {
        let known = parameters.map { "$" + $0 }.joined(separator: ", ")
        throw .parameter(
          name: name,
          problem: "is not in the question, which has \(known.isEmpty ? "no parameters" : known)")
      }
      do throws(UnwritableValue) {
        state.vocabulary.set(name, try value.literal())
      } catch {
        throw .parameter(name: name, problem: error.problem)
      }
    }
    for name in parameters where state.vocabulary.parameters[name] == nil {
      throw .parameter(name: name, problem: "has no value")
    }
    return state
  }
}

extension NameUses {
  /// The names that stand for values, each once.
  fileprivate var parameters: [String] {
    var names: [String] = []
    for use in all {
      if case .parameter(let name) = use, !names.contains(name.text) { names.append(name.text) }
    }
    return names
  }
}

extension Answer.Content {
  /// How many rows it has; none for one number.
  fileprivate var rowCount: Int {
    switch self {
    case .groups(let table), .rows(let table): table.rows.count
    case .card(let card): card.entries.count
    case .verdicts(let verdicts): verdicts.findings.count
    case .transitions(let transitions): transitions.rows.count
    case .figure, .funnel, .citation, .code: 0
    }
  }
}

extension Session {
  /// Reads a question, to be asked many times.
  /// - Throws: `TallyError.mistaken`.
  /// - Complexity: O(bytes).
  public func prepare(_ text: String) throws(TallyError) -> PreparedQuery {
    try PreparedQuery(text, state)
  }
}

extension Session {
  /// Gives a parameter a value for the questions that follow, whatever is in the value.
  /// - Throws: `TallyError.parameter` where the language has no way to write it.
  public mutating func set(parameter name: String, to value: ParameterValue) throws(TallyError) {
    do throws(UnwritableValue) {
      give(name, try value.literal())
    } catch {
      throw .parameter(name: name, problem: error.problem)
    }
  }
}
