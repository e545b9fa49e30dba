// Tokens to tree: the frame of a program, and the tools that every parsing function uses.

/// A recursive-descent parser with at most two tokens of look-ahead.
///
/// Parsing never fails: it returns a tree and diagnostics. At a statement's first mistake the
/// parser says what is wrong and moves to the statement's end, so that one mistake gives one
/// message.
struct Parser {
  /// The deepest nesting of brackets and prefixes; a limit, so that no input can exhaust the stack.
  static let maximumDepth = 256
  /// The longest statement in bytes: 64 KiB is a hundred times what people write.
  static let maximumStatement = 65_536

  let source: Source
  let tokens: [Token]
  let table: SyntaxTable
  private(set) var diagnostics: [Diagnostic]
  /// Whether the lexer said something: its messages stand before all of the parser's.
  private let hasLexicalMessages: Bool
  private(set) var index = 0
  private(set) var failed = false
  private var depth = 0
  /// Whether the statement holds a parameter or an earlier result.
  private var refers = false
  /// Filters, operators and stages of the statement so far: each makes its tree one step deeper.
  private var steps = 0
  /// Whether only wishes are wanted: then a mistake needs no words.
  private(set) var isWishing = false
  /// Whether what could stand at the end is noted. Most texts are whole: it is noted only once
  /// somebody asks, on a second reading.
  private(set) var notesWishes = false
  /// What stands behind the place that wishes are wanted for.
  private(set) var ahead: [Token] = []
  /// Whether a failed statement is looked at for SQL; not where such a rewrite is tried.
  private var mendsSQL = false
  /// What could stand at the end of the tokens, for completion and for help.
  var wishes: [Wish] = []
  /// The heads of the sets being parsed, innermost last: whose fields a word may be.
  var heads: [String] = []
  /// The field whose values may stand here: the left side of `is`.
  var valueOf: Path?

  /// The tree of a source, and what is wrong with it.
  /// - Complexity: O(tokens).
  static func parse(
    _ source: Source, table: SyntaxTable, mendsSQL: Bool = true
  ) -> (Program, [Diagnostic]) {
    let (tokens, diagnostics) = Lexer.tokens(of: source)
    var parser = Parser(source, tokens, table, diagnostics)
    parser.mendsSQL = mendsSQL
    let program = parser.program()
    if parser.diagnostics.isEmpty { return (program, []) }
    return (program, parser.diagnostics.sorted { $0.span.start < $1.span.start })
  }

  /// What could stand after the given tokens of one statement.
  /// - Parameter ahead: the tokens behind that place; `of counties` says whose fields are meant.
  static func wishes(
    after tokens: [Token], source: Source, table: SyntaxTable, ahead: [Token] = []
  ) -> [Wish] {
    let end = tokens.last?.span.end ?? 0
    let ended = tokens + [Token(kind: .end, span: Span(end, end), text: "")]
    var parser = Parser(source, ended, table, [])
    (parser.isWishing, parser.notesWishes) = (true, true)
    parser.ahead = ahead
    _ = parser.statement()
    return parser.wishes
  }

  private init(
    _ source: Source, _ tokens: [Token], _ table: SyntaxTable, _ diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.tokens = tokens
    self.table = table
    self.diagnostics = diagnostics
    hasLexicalMessages = !diagnostics.isEmpty
  }

  /// program ::= NEWLINE* ( statement ( NEWLINE+ statement )* NEWLINE* )?
  mutating func program() -> Program {
    var program = Program()
    while true {
      while current.kind == .newline { index += 1 }
      guard current.kind != .end else { return program }
      program.statements.append(statement())
    }
  }

  /// statement ::= include | param | define | expect | query
  mutating func statement() -> Statement {
    failed = false
    depth = 0
    steps = 0
    heads = []
    let start = current.span
    let first = index
    let lexicalMistake = refuseBadTokens(from: index)
    let body = statementRule()?(&self) ?? .query(query())
    if !failed, current.kind != .newline, current.kind != .end { unexpected() }
    if failed, mendsSQL { mendSQL(from: first) }
    let end = index > 0 ? tokens[index - 1].span : start
    return Statement(body: body, span: start.joined(end), isBroken: failed || lexicalMistake)
  }

  private mutating func statementRule() -> ((inout Parser) -> Statement.Body)? {
    if notesWishes, current.kind == .end {
      for rule in StatementRule.all { wish(.verb(rule.word, rule.meaning)) }
    }
    guard current.kind == .word, !failed else { return nil }
    let word = current.text
    let rule = StatementRule.all.firstIndex { $0.word == word }
    return rule.map { StatementRule.all[$0].parse }
  }

  /// query ::= ( "why" | "cite" | "plan" | sql )? core ( "|" stage )*
  mutating func query() -> Query {
    let preface = preface()
    let dialect = preface.flatMap { $0.text == "sql" ? sql() : nil }
    let core = core()
    var stages: [StageNode] = []
    while take(.pipe) {
      countStep()
      stages.append(stage())
    }
    return Query(core: core, stages: stages, preface: preface, dialect: dialect, refers: refers)
  }

  private mutating func preface() -> Name? {
    if current.kind == .end {
      for rule in table.prefaces { wish(.verb(rule.word, rule.meaning)) }
    }
    let word = current
    guard word.kind == .word, !failed, table.isPreface(word.text)
    else { return nil }
    index += 1
    return Name(text: word.text, span: word.span)
  }

  /// sql ::= "sql" ( "sqlite" | "duckdb" | "postgres" )?
  private mutating func sql() -> Name? {
    let word = current
    for dialect in ["sqlite", "duckdb", "postgres"] where take(dialect) {
      return Name(text: dialect, span: word.span)
    }
    return nil
  }

  /// core ::= count | list | share | aggregate | top | table | compare | changes | chart | map
  ///          | show | check | RESULT
  mutating func core() -> Core {
    let word = current
    wishForVerbs()
    wish(.name(.result))
    if word.kind == .result, !failed {
      index += 1
      return Core(verb: Name(text: word.text, span: word.span), span: word.span)
    }
    guard word.kind == .word, !failed, let rule = table.verb(word.text) else {
      let rest = statementSpan(from: index)
      let verbs = table.verbs.map(\.word)
      fail(.startWithVerb(word.span, source: source, rest: rest, verbs: verbs))
      return Core(verb: Name(text: "", span: word.span), span: word.span)
    }
    index += 1
    var core = Core(verb: Name(text: word.text, span: word.span), span: word.span)
    rule.parse(&self, &core)
    core.span = word.span.joined(previousSpan)
    return core
  }

  /// stage ::= columns | sort | take | skip | keep | add | total | known
  mutating func stage() -> StageNode {
    let word = current
    wishForStages()
    guard word.kind == .word, !failed, let rule = table.stage(word.text) else {
      unexpected(wanted: "a stage after |")
      return StageNode(name: Name(text: "", span: word.span), span: word.span)
    }
    index += 1
    var stage = StageNode(name: Name(text: word.text, span: word.span), span: word.span)
    rule.parse(&self, &stage)
    stage.span = word.span.joined(previousSpan)
    return stage
  }

  // MARK: Looking and taking

  /// The token at hand.
  @inline(__always)
  var current: Token { tokens[index] }

  /// The token after it.
  @inline(__always)
  var next: Token { tokens[min(index + 1, tokens.count - 1)] }

  /// Where the last taken token stands.
  var previousSpan: Span { tokens[max(0, index - 1)].span }

  /// Whether the token at hand is this word; at the end of the text, a wish for it.
  mutating func at(_ word: String) -> Bool {
    switch tokens[index].kind {
    case .word: return tokens[index].isText(word)
    case .end:
      wish(.word(word))
      return false
    default: return false
    }
  }

  /// Takes a word if it stands here.
  mutating func take(_ word: String) -> Bool {
    guard at(word) else { return false }
    index += 1
    return true
  }

  /// Takes a mark if it stands here.
  mutating func take(_ symbol: Symbol) -> Bool {
    switch tokens[index].kind {
    case .symbol(let found) where found == symbol:
      index += 1
      return true
    case .end:
      wish(.word(symbol.rawValue))
      return false
    default: return false
    }
  }

  /// Takes the token at hand, whatever it is.
  mutating func takeCurrent() -> Token {
    let token = current
    if token.kind != .end { index += 1 }
    return token
  }

  /// Moves past tokens that were looked at.
  mutating func advance(_ count: Int) { index = min(index + count, tokens.count - 1) }

  /// Takes a word that must stand here; says what is wanted if it does not.
  mutating func expect(_ word: String, _ wanted: @autoclosure () -> String = "") {
    if take(word) { return }
    let text = wanted()
    unexpected(wanted: text.isEmpty ? "\"\(word)\"" : text)
  }

  /// Takes a mark that must stand here.
  mutating func expect(_ symbol: Symbol, _ wanted: String) {
    if !take(symbol) { unexpected(wanted: wanted) }
  }

  // MARK: Mistakes

  /// Says what is wrong, once a statement, and moves to the statement's end.
  mutating func fail(_ diagnostic: Diagnostic) {
    guard !failed else { return }
    failed = true
    diagnostics.append(diagnostic)
    skipStatement()
  }

  /// Says something else of a stretch than was said so far.
  mutating func replaceDiagnostics(of span: Span, by others: [Diagnostic]) {
    diagnostics.removeAll { $0.span.start >= span.start && $0.span.end <= span.end }
    diagnostics += others
  }

  /// Says that the token at hand does not fit, and what would.
  mutating func unexpected(wanted: String = "") {
    guard !failed else { return }
    guard !notesWishes else {
      failed = true
      return skipStatement()
    }
    let wishes = wishesHere()
    if let mistake = misdated(wishes) { return fail(mistake) }
    let words = wishes.compactMap(\.word)
    if current.kind == .word, table.stage(current.text) != nil, words.contains("|") {
      return fail(.stageWithoutBar(current))
    }
    let isDate = current.isWord("as") && next.isWord("of")
    if isDate || current.isWord("where"), let fix = conditionBeforeGroups() {
      return fail(.conditionAfterGroups(current.span, isDate: isDate, fix))
    }
    let before = index > 0 && tokens[index - 1].kind == .word ? tokens[index - 1] : nil
    var place = current
    if index > 0, place.kind == .end || place.kind == .newline {
      // What is missing is missed where the words stop, not on a blank line below.
      place.span = Span(previousSpan.end, previousSpan.end)
    }
    fail(
      .unexpected(place, after: before, in: source, wanted: wanted, possible: words))
  }

  /// Runs a nested rule unless the nesting is too deep.
  mutating func nested<T>(
    _ rule: (inout Parser) -> T, else broken: (Span) -> T
  ) -> T {
    guard depth < Parser.maximumDepth else {
      let place = current.span
      fail(.nestedTooDeep(place, limit: Parser.maximumDepth))
      return broken(place)
    }
    depth += 1
    defer { depth -= 1 }
    return rule(&self)
  }

  /// Counts a filter, an operator or a stage. Chains of them make deep trees without a bracket, so
  /// they have the limit that brackets have.
  mutating func countStep() {
    steps += 1
    if steps > Parser.maximumDepth {
      fail(.tooManySteps(previousSpan, limit: Parser.maximumDepth))
    }
  }

  // MARK: Wishes

  /// Notes what could stand here, if this is the end of the text.
  @inline(__always)
  mutating func wish(_ wish: Wish) {
    if notesWishes, case .end = tokens[index].kind, !failed { wishes.append(wish) }
  }

  /// What could stand at the token at hand: the statement is read again up to here.
  private func wishesHere() -> [Wish] {
    let before = Array(tokens[statementStart(before: index)..<index])
    guard current.kind == .end else {
      return Parser.wishes(after: before, source: source, table: table)
    }
    var parser = Parser(source, before + [current], table, [])
    parser.notesWishes = true
    _ = parser.statement()
    return parser.wishes
  }

  private mutating func wishForVerbs() {
    guard current.kind == .end else { return }
    for rule in table.verbs { wish(.verb(rule.word, rule.meaning)) }
  }

  private mutating func wishForStages() {
    guard current.kind == .end else { return }
    for rule in table.stages { wish(.verb(rule.word, rule.meaning)) }
  }

  // MARK: Statements

  private mutating func skipStatement() {
    while current.kind != .newline, current.kind != .end { index += 1 }
  }

  /// What was said of a stretch that ends with the last message: the parser's messages come in the
  /// order of the text, so those of earlier statements need not be looked at.
  func said(of span: Span) -> [Diagnostic] {
    let latest = diagnostics.reversed().prefix { $0.span.start >= span.start }
    let near = hasLexicalMessages ? diagnostics : latest.reversed()
    return near.filter { $0.span.start >= span.start && $0.span.end <= span.end }
  }

  private func statementStart(before index: Int) -> Int {
    var start = index
    while start > 0, tokens[start - 1].kind != .newline { start -= 1 }
    return start
  }

  private func statementSpan(from index: Int) -> Span {
    var last = index
    while last + 1 < tokens.count, tokens[last + 1].kind != .newline, tokens[last + 1].kind != .end
    {
      last += 1
    }
    return tokens[index].span.joined(tokens[last].span)
  }

  /// Whether the statement holds what the lexer refused, or is too long: then its syntax is not
  /// judged, for one mistake gives one message.
  private mutating func refuseBadTokens(from start: Int) -> Bool {
    var end = start
    refers = false
    loop: while true {
      switch tokens[end].kind {
      case .newline, .end: break loop
      case .parameter, .result: refers = true
      case .invalid:
        failed = true
        skipStatement()
        return true
      default: break
      }
      end += 1
    }
    let span = tokens[start].span.joined(tokens[max(start, end - 1)].span)
    guard span.end - span.start > Parser.maximumStatement else { return false }
    fail(.statementTooLong(Span(span.start, span.start + 1), limit: Parser.maximumStatement))
    return true
  }
}
