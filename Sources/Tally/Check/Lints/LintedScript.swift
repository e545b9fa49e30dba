// A script as lints see it: its statements with their words, its comments, what it defines.

/// A script with what lints ask of it.
struct LintedScript {
  /// A statement that parses, with the words and parameters that it says.
  struct Line {
    let statement: Statement
    let tokens: ArraySlice<Token>
    /// Every word, names and words of the language alike.
    let words: Set<String>
  }

  let source: Source
  let dataset: Dataset
  /// The statements without those that are broken.
  let lines: [Line]
  /// The lines of the text that hold a comment.
  let commentLines: Set<Int>
  /// What the checker says of the script.
  let notes: [Diagnostic]
  /// What the names of the script stand for.
  let definitions: [String: Line]
  /// The values of its parameters.
  let parameters: [String: Literal]

  init(_ source: Source, _ program: Program, _ dataset: Dataset, notes: [Diagnostic]) {
    let (tokens, _) = Lexer.tokens(of: source)
    self.source = source
    self.dataset = dataset
    lines = Self.lines(program, tokens)
    self.notes = notes
    commentLines = Set(
      Comment.all(in: source, between: tokens).map { source.line(at: $0.span.start) })
    var definitions: [String: Line] = [:]
    var parameters: [String: Literal] = [:]
    for line in lines {
      if case .define(let node) = line.statement.body { definitions[node.name.text] = line }
      if case .param(let node) = line.statement.body { parameters[node.name.text] = node.value }
    }
    self.definitions = definitions
    self.parameters = parameters
  }

  private static func lines(_ program: Program, _ tokens: [Token]) -> [Line] {
    var rest = tokens[...]
    return program.statements.filter { !$0.isBroken }.map { statement in
      rest = rest.drop { $0.span.start < statement.span.start }
      let own = rest.prefix { $0.span.start < statement.span.end }
      let words = Set(own.filter { $0.kind == .word }.map(\.text))
      return Line(statement: statement, tokens: own, words: words)
    }
  }

  /// The questions, each with its line.
  var queries: [(query: Query, line: Line)] {
    lines.compactMap { line in line.statement.query.map { ($0, line) } }
  }

  /// A line and the definitions that it uses, and those that they use.
  func used(by line: Line) -> [Line] {
    var found = [line]
    var seen: Set<String> = []
    var next = 0
    while next < found.count {
      for word in found[next].words.sorted() {
        guard let definition = definitions[word], seen.insert(word).inserted else { continue }
        found.append(definition)
      }
      next += 1
    }
    return found
  }

  /// The relation that a word names, by itself or by a link.
  func schema(of word: String) -> RelationSchema? {
    if let number = dataset.relation(word) { return dataset.relations[number].schema }
    for relation in dataset.relations {
      guard let link = relation.schema.links.first(where: { $0.name == word }) else { continue }
      return dataset.relation(link.target).map { dataset.relations[$0].schema }
    }
    return nil
  }

  /// The day that a period means; nil where that is not known here.
  func day(_ node: PeriodNode) -> Day? {
    guard let name = node.parameter else { return try? QueryDate.day(node, dataset) }
    switch parameters[name.text] {
    case .period(let period): return min(period.last, dataset.latest)
    case .number(let number):
      let period = Int(exactly: number).flatMap { Period(year: $0) }
      return period.map { min($0.last, dataset.latest) }
    case .latest: return dataset.latest
    case .percent, .text, .fips, .answer, nil: return nil
    }
  }
}

extension Statement {
  /// The sets and conditions of a question or a definition, as a question about them.
  var asQuery: Query? {
    switch body {
    case .query(let query): return query
    case .define(let node):
      var core = Core(verb: node.name, span: span)
      switch node.meaning {
      case .set(let set): core.set = set
      case .field(_, let expr): core.condition = expr
      }
      return Query(core: core)
    case .include, .param, .expect: return nil
    }
  }
}

extension Core {
  /// The question that `compare`, `chart` or `map` is about; else itself.
  var innermost: Core { inner.first?.innermost ?? self }

  /// Whether it asks of several dates by its own form: `across years`, `from … to`.
  var spansDates: Bool {
    let dimensions = grouping + (across.map { [$0] } ?? [])
    let saysYears = dimensions.contains { if case .years = $0 { true } else { false } }
    return saysYears || from != nil || to != nil || inner.contains(where: \.spansDates)
  }
}
