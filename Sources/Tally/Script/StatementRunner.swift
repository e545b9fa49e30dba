// Runs the statements of a source one after the other: what each one knows is what stood above it.

/// A run over one source.
struct StatementRunner {
  /// How many files may include each other, one within the other.
  static let maximumIncludes = 16

  private(set) var state: SessionState
  let source: Source
  let host: Host
  /// The names of the files that include this source, the outermost first.
  private let outer: [String]
  /// The included file that the last mistake stands in; nil for the source itself.
  private var origin: Source?

  /// A run over a source that nothing includes.
  init(_ state: consuming SessionState, _ source: Source, _ host: Host) {
    self.init(state, source, host, outer: [])
  }

  private init(
    _ state: consuming SessionState, _ source: Source, _ host: Host, outer: [String]
  ) {
    self.state = state
    self.source = source
    self.host = host
    self.outer = outer
  }

  /// The names of the files that are being read, the outermost first.
  private var files: [String] { outer + [source.name] }

  /// Gives back what the run knows, which it holds no longer.
  mutating func give(to state: inout SessionState) { swap(&self.state, &state) }

  // MARK: Running

  /// Runs every statement up to the first that fails; all of them where the run goes on.
  mutating func run(goesOn: Bool, _ each: (Outcome) -> Bool) {
    let (program, syntax) = Parser.parse(source, table: state.language.table)
    let said = syntax.isEmpty ? [] : StatementRunner.shared(program, syntax)
    for number in program.statements.indices {
      var outcome = run(program.statements[number], said.isEmpty ? [] : said[number])
      if outcome.failed, StatementRunner.expected(after: number, program) != nil {
        outcome.isExpectedToFail = true
      }
      guard each(outcome) else { return }
      if outcome.failed, !outcome.isExpectedToFail, !goesOn { return }
    }
    if program.statements.isEmpty, let first = syntax.first {
      _ = each(Outcome(source: source, span: first.span, effect: nil, diagnostics: syntax))
    }
  }

  /// Runs one statement.
  /// - Parameter syntax: what the parser said of it.
  private mutating func run(_ statement: Statement, _ syntax: [Diagnostic]) -> Outcome {
    guard !statement.isBroken else {
      state.above = .failed(syntax.filter { $0.severity == .error }.map(\.code))
      let mended = syntax.map { $0.severity == .error ? verified($0, statement.span) : $0 }
      return Outcome(source: source, span: statement.span, effect: nil, diagnostics: mended)
    }
    origin = nil
    do throws(Diagnostic) {
      let (effect, notes) = try effect(of: statement)
      return Outcome(
        source: source, span: statement.span, effect: effect,
        diagnostics: .gathered(syntax, notes))
    } catch {
      if !statement.isExpectation { state.above = .failed([error.code]) }
      guard let origin else {
        let mended = verified(error, statement.span)
        return Outcome(
          source: source, span: statement.span, effect: nil, diagnostics: syntax + [mended])
      }
      return Outcome(source: origin, span: error.span, effect: nil, diagnostics: [error])
    }
  }

  private mutating func effect(
    of statement: Statement
  ) throws(Diagnostic) -> (Outcome.Effect, [Diagnostic]) {
    switch statement.body {
    case .query(let query): return try answer(query, statement.span)
    case .expect(let node):
      guard let above = state.above else { throw .nothingToExpect(statement.span) }
      return (.held(Expectation(node, source, statement.span, of: above)), [])
    case .define, .param, .include:
      return try learn(statement)
    }
  }

  private mutating func answer(
    _ query: Query, _ span: Span
  ) throws(Diagnostic) -> (Outcome.Effect, [Diagnostic]) {
    let asked = try asked(query, span)
    do throws(Diagnostic) {
      let found = try asked.runner.answer(asked.query, asked.source, asked.span)
      state.above = .answered(found.answer, isOrdered: asked.query.isOrdered)
      state.vocabulary.remember(asked.result)
      let notes = found.notes.isEmpty ? [] : found.notes.map(asked.source.typed)
      return (.answered(found.answer), notes)
    } catch {
      throw typed(error, in: asked)
    }
  }

  /// A mistake in the text as it was typed. A computed field where none can stand is called so.
  private func typed(_ error: Diagnostic, in asked: Asked) -> Diagnostic {
    let typed = asked.source.typed(error)
    let name = asked.source.text(error.span).lowercased()
    guard error.code == "T301", let relation = state.vocabulary.definition(name)?.relation else {
      return typed
    }
    return .computedFieldHere(typed.span, name, of: relation)
  }

  /// A query with its names written out, and what it is asked of.
  private struct Asked {
    let query: Query
    let source: Source
    let span: Span
    let runner: QueryRunner
    /// What `_` will stand for.
    let result: Vocabulary.Result
  }

  /// A question that was read by itself, planned; mistakes are told of the text as it was typed.
  func planned(_ query: Query, _ span: Span) throws(Diagnostic) -> QueryRunner.Planned {
    let asked = try asked(query, span)
    do throws(Diagnostic) {
      return try asked.runner.planned(asked.query, asked.source, asked.span)
    } catch {
      throw verified(typed(error, in: asked), span)
    }
  }

  private func asked(_ query: Query, _ span: Span) throws(Diagnostic) -> Asked {
    var (written, whole, isNew) = (query, source, false)
    var (usual, edition) = (state.usual, state.edition)
    if query.refers || state.givesNames {
      let expander = Expander(
        vocabulary: state.vocabulary, dataset: state.dataset, usual: usual, edition: edition,
        language: state.language)
      (written, whole) = try expander.expanded(query, source, span)
      isNew = whole != source
      if query.core.isResult {
        // A result is asked again of the day that it was of.
        let result = try state.vocabulary.result(query.core.verb)
        (usual, edition) = (result.usual, result.edition)
      }
    }
    var runner = state.runner(host.shouldStop)
    (runner.usual, runner.edition) = (usual, edition)
    let end = (written.stages.last?.span ?? written.core.span).end
    return Asked(
      query: written, source: whole, span: isNew ? Span(0, whole.bytes.count) : span,
      runner: runner,
      result: Vocabulary.Result(
        text: whole.compact(Span(written.core.span.start, end)), usual: usual, edition: edition))
  }

  // MARK: Learning

  private mutating func learn(
    _ statement: Statement
  ) throws(Diagnostic) -> (Outcome.Effect, [Diagnostic]) {
    switch statement.body {
    case .define(let node):
      let runner = state.runner(host.shouldStop)
      let definer = Definer(
        vocabulary: state.vocabulary, dataset: state.dataset, source: source,
        span: statement.span,
        bind: { query, source throws(Diagnostic) in _ = try runner.bound(query, source) })
      let definition = try definer.definition(node)
      let before = state.vocabulary.definition(definition.name)
      state.vocabulary.define(definition)
      let isNew = before == nil || before == definition
      return (.defined(definition), isNew ? [] : [.nameHasNewMeaning(node.name)])
    case .param(let node):
      // What a script says is what holds where nothing is given from outside.
      let isHeld = !source.name.isEmpty && state.vocabulary.held.contains(node.name.text)
      let given = isHeld ? state.vocabulary.parameters[node.name.text] : nil
      let value = given ?? source.text(node.span)
      state.vocabulary.set(node.name.text, value)
      return (.set(name: node.name.text, value: value), [])
    case .include(let name): return (try include(name), [])
    case .query, .expect: throw .onlyDefinitions(statement.span)
    }
  }

  /// Reads the definitions of a file. A file that was read before is not read again.
  private mutating func include(_ name: Quoted) throws(Diagnostic) -> Outcome.Effect {
    guard files.count <= StatementRunner.maximumIncludes else {
      throw .includeTooDeep(name, limit: StatementRunner.maximumIncludes)
    }
    let file: Source
    switch host.load(name.text, source.name) {
    case .success(let source): file = source
    case .failure(let refusal): throw .cannotInclude(name, because: refusal.reason)
    }
    if let start = files.firstIndex(of: file.name) {
      throw .includesItself(name, Array(files[start...]))
    }
    guard state.vocabulary.included.insert(file.name).inserted else {
      return .included(name: file.name, count: 0)
    }
    let (program, syntax) = Parser.parse(file, table: state.language.table)
    var inner = StatementRunner(state, file, host, outer: files)
    do throws(Diagnostic) {
      if let error = syntax.first(where: { $0.severity == .error }) { throw error }
      for statement in program.statements { _ = try inner.learn(statement) }
    } catch {
      state.vocabulary.included.remove(file.name)
      origin = inner.origin ?? file
      throw error
    }
    state.vocabulary = inner.state.vocabulary
    return .included(name: file.name, count: program.statements.count)
  }

  // MARK: Checking

  /// Every diagnostic, without asking anything.
  func check() -> [Diagnostic] {
    let (program, syntax) = Parser.parse(source, table: state.language.table)
    var runner = self
    var found = syntax.filter { $0.severity != .error }
    let shared = StatementRunner.shared(program, syntax)
    for (number, statement) in program.statements.enumerated() {
      let own = shared[number]
      let before = runner
      let said = runner.checked(statement, own)
      if let code = StatementRunner.expected(after: number, program),
        said.contains(where: { $0.code == code })
      {
        continue
      }
      found += said.map { $0.severity == .error ? before.verified($0, statement.span) : $0 }
    }
    if program.statements.isEmpty { found = syntax }
    return found.sorted { $0.span.start < $1.span.start }
  }

  /// The code of the error that the statement below expects.
  private static func expected(after number: Int, _ program: Program) -> String? {
    guard program.statements.indices.contains(number + 1),
      case .expect(.error(let name)) = program.statements[number + 1].body
    else { return nil }
    return name.text.uppercased()
  }

  /// What is wrong with a statement; learns what it gives names to.
  private mutating func checked(_ statement: Statement, _ syntax: [Diagnostic]) -> [Diagnostic] {
    let errors = syntax.filter { $0.severity == .error }
    if statement.isBroken || !errors.isEmpty {
      state.above = .failed(errors.map(\.code))
      return errors
    }
    do throws(Diagnostic) {
      switch statement.body {
      case .define, .param, .include:
        origin = nil
        return try learn(statement).1
      case .expect:
        if state.above == nil { throw .nothingToExpect(statement.span) }
        return []
      case .query(let query):
        state.above = state.above ?? .failed([])
        let asked = try asked(query, statement.span)
        state.vocabulary.remember(asked.result)
        do throws(Diagnostic) {
          return try asked.runner.bound(asked.query, asked.source).notes.map(asked.source.typed)
        } catch {
          throw typed(error, in: asked)
        }
      }
    } catch {
      guard let origin, case .include(let name) = statement.body else { return [error] }
      return [.inIncluded(name, origin, error)]
    }
  }

  /// How many rewrites one offered rewrite may be made of.
  static let maximumRewrites = 2

  /// A diagnostic with only those rewrites that work: made, they leave no mistake where they stand.
  /// Only the statement that holds it is read again. A rewrite that leaves one mistake there, in
  /// what it wrote, takes the one rewrite of that along; not where either is about a date, for two
  /// in a row would ask of another day than was meant.
  private func verified(_ diagnostic: Diagnostic, _ span: Span) -> Diagnostic {
    guard !diagnostic.fixes.isEmpty else { return diagnostic }
    var diagnostic = diagnostic
    var made: [Fix] = []
    let further = StatementRunner.isOfDate(diagnostic) ? 0 : Self.maximumRewrites - 1
    for fix in diagnostic.fixes {
      for fix in working(fix, span, left: further)
      where !made.contains(where: { $0.span == fix.span && $0.replacement == fix.replacement }) {
        made.append(fix)
      }
    }
    diagnostic.fixes = made
    return diagnostic
  }

  /// Whether a mistake is of the family of dates.
  private static func isOfDate(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.code.hasPrefix("T5")
  }

  /// A rewrite if it works, or what it becomes with the one rewrite of the mistake that it leaves.
  private func working(_ fix: Fix, _ span: Span, left: Int) -> [Fix] {
    let start = min(span.start, fix.span.start)
    let end = max(span.end, fix.span.end)
    let mended =
      source.text(Span(start, fix.span.start)) + fix.replacement
      + source.text(Span(fix.span.end, end))
    let place = Span(
      fix.span.start - start, fix.span.start - start + fix.replacement.utf8.count)
    let found = faults(mended).filter { fault in
      fault.severity == .error && fault.span.start <= place.end
        && fault.span.end >= place.start
    }
    guard let fault = found.first else { return [fix] }
    guard left > 0, !StatementRunner.isOfDate(fault), found.count == 1, fault.fixes.count == 1,
      let next = fault.fixes.first,
      next.span.start >= place.start, next.span.end <= place.end
    else { return [] }
    let inner = Span(next.span.start - place.start, next.span.end - place.start)
    let text = Fix(inner, next.replacement).applied(to: Source(fix.replacement))
    return working(Fix(fix.span, text, for: fix.purpose), span, left: left - 1)
  }

  /// The mistakes of a text, with all that this run knows.
  private func faults(_ text: String) -> [Diagnostic] {
    var runner = StatementRunner(state, Source(text), Host(), outer: outer)
    let (program, syntax) = Parser.parse(runner.source, table: state.language.table)
    let shared = StatementRunner.shared(program, syntax)
    return program.statements.enumerated().flatMap { number, statement in
      runner.checked(statement, shared[number])
    } + (program.statements.isEmpty ? syntax : [])
  }

  /// The diagnostics of each statement: those that begin in it, or behind it and before the next.
  /// - Complexity: O(statements + diagnostics).
  private static func shared(_ program: Program, _ diagnostics: [Diagnostic]) -> [[Diagnostic]] {
    var shared = [[Diagnostic]](repeating: [], count: program.statements.count)
    if diagnostics.isEmpty { return shared }
    var number = 0
    for diagnostic in diagnostics.sorted(by: { $0.span.start < $1.span.start }) {
      while number + 1 < shared.count,
        program.statements[number + 1].span.start <= diagnostic.span.start
      {
        number += 1
      }
      if number < shared.count { shared[number].append(diagnostic) }
    }
    return shared
  }
}
