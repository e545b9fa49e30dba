// The words and marks of a statement in their canonical spelling, and where a line may be broken.

/// Spells the tokens of one statement.
///
/// Words are in small letters, but for places and values, which are names of the record and stay
/// as they were typed. Nothing here changes what the tokens are.
struct StatementSpelling {
  /// The words that begin a restriction of a set, behind which `of` leads on to another set.
  private static let filters: Set<String> = ["where", "in", "with", "without", "as"]
  /// The words that begin any other clause.
  private static let others: Set<String> = [
    "by", "across", "among", "from", "against", "union", "intersect", "minus",
  ]

  private let tokens: [Token]
  private let source: Source
  /// Where the words stand that begin the statement and the questions in it.
  private let heads: Set<Int>
  private let verbs: Set<String>
  private var places: Set<Int> = []
  private var pieces: [LayoutPiece] = []
  /// Brackets that are open, each with whether it holds the values of `in (…)`.
  private var brackets: [Bool] = []
  /// The depths at which a `between` waits for its `and`.
  private var betweens: [Int] = []
  /// The word of the clause at hand; empty before the first.
  private var clause = ""
  /// Whether what follows has no clauses of its own: stages, measures, what is defined.
  private var isClosed = false
  /// How far clauses are indented: those of a rank further than those before it.
  private var indent = 2

  /// The pieces of a statement that parses.
  static func pieces(of statement: Statement, tokens: [Token], in source: Source) -> [LayoutPiece] {
    var spelling = StatementSpelling(statement, tokens, source)
    spelling.findPlaces()
    for index in tokens.indices { spelling.spell(index) }
    return spelling.pieces
  }

  private init(_ statement: Statement, _ tokens: [Token], _ source: Source) {
    self.tokens = tokens
    self.source = source
    heads = Set(statement.verbs.map(\.span.start) + [statement.span.start])
    verbs = Set(statement.verbs.map(\.text))
    isClosed = tokens.first?.isWord("define") ?? false
    pieces.reserveCapacity(tokens.count)
  }

  private mutating func spell(_ index: Int) {
    let token = tokens[index]
    var piece = LayoutPiece(text: text(index), span: token.span)
    piece.depth = brackets.count
    if isGlued(index) {
      piece.lineBreak = .none
    } else if isMark(index - 1, .comma) || isJunction(index) {
      piece.lineBreak = .part
    }
    piece.isJunction = isJunction(index)
    let startsClause = brackets.isEmpty && startsClause(index)
    if isMark(index, .pipe) { indent = 2 }
    if startsClause { piece.clause = indent }
    pieces.append(piece)
    follow(index, startsClause: startsClause)
  }

  /// Keeps in mind what the token says of the next ones.
  private mutating func follow(_ index: Int, startsClause: Bool) {
    let token = tokens[index]
    if token.kind == .symbol(.open) { brackets.append(isWord(index - 1, "in")) }
    if token.kind == .symbol(.close) { _ = brackets.popLast() }
    if token.kind == .symbol(.pipe) { isClosed = true }
    if token.isWord("between") { betweens.append(brackets.count) }
    if token.isWord("and"), betweens.last == brackets.count { betweens.removeLast() }
    if isClosed, isWord(0, "define"), token.isWord("as") { isClosed = false }
    guard startsClause else { return }
    clause = token.text
    if clause == "by", !verbs.isDisjoint(with: ["top", "bottom"]) { indent = 4 }
    if clause == "with", verbs.contains("table") { isClosed = true }
  }

  // MARK: Words

  private func text(_ index: Int) -> String {
    let token = tokens[index]
    switch token.kind {
    case .word: return keepsCase(index) ? source.text(token.span) : token.text
    case .string:
      return "\""
        + token.text.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    case .fiscal: return "fy" + token.text
    case .parameter: return "$" + token.text
    case .block: return "<<\n" + token.text + ">>"
    case .symbol(let symbol): return symbol.rawValue
    case .number, .percent, .fips, .month, .day, .result, .newline, .end, .invalid:
      return source.text(token.span)
    }
  }

  /// Whether a word is a place, or may be a value and is no word of the language.
  private func keepsCase(_ index: Int) -> Bool {
    if places.contains(index) { return true }
    guard !Reserved.contains(tokens[index].text), !isMark(index + 1, .open),
      !isMark(index + 1, .dot), !isMark(index - 1, .dot)
    else { return false }
    let isCompared =
      isWord(index - 1, "is") || isWord(index - 1, "not") && isWord(index - 2, "is")
    return isCompared || brackets.last == true
      || index == 2 && isWord(0, "expect") && isWord(1, "error")
  }

  /// Finds the places: behind `in`, behind the commas there, and in `show county …`.
  private mutating func findPlaces() {
    for index in tokens.indices {
      if index > 1, isHead(index - 2), isWord(index - 2, "show"), tokens[index].kind == .word,
        !Reserved.contains(tokens[index].text) || Reserved.places.contains(tokens[index].text)
      {
        places.insert(index)
      }
      guard opensPlaces(index) else { continue }
      var place = index + 1
      places.insert(place)
      while isMark(place + 1, .comma) {
        place += 2
        places.insert(place)
      }
    }
  }

  /// Whether the token is an `in` before places, and not `in (…)` or `changes in …`.
  private func opensPlaces(_ index: Int) -> Bool {
    guard isWord(index, "in"), !places.contains(index), !isMark(index + 1, .open) else {
      return false
    }
    return !(isWord(index - 1, "changes") && isHead(index - 1))
  }

  // MARK: Blanks

  /// Whether no blank stands before the token.
  private func isGlued(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if [.open, .dot].contains(where: { isMark(index - 1, $0) }) { return true }
    if [.close, .comma, .dot].contains(where: { isMark(index, $0) }) { return true }
    if isMark(index - 1, .minus) { return !isOperand(index - 2) }
    return isMark(index, .open) && isCallee(index - 1)
  }

  /// Whether a bracket behind the token holds the arguments of a function, or the parameters of
  /// what is defined.
  private func isCallee(_ index: Int) -> Bool {
    tokens[index].kind == .word && !Reserved.contains(tokens[index].text) && !isHead(index)
  }

  /// Whether a `-` behind the token subtracts from it.
  private func isOperand(_ index: Int) -> Bool {
    guard index >= 0, !isHead(index) else { return false }
    if case .symbol(let symbol) = tokens[index].kind { return symbol == .close }
    return !Reserved.joins(tokens[index].text)
  }

  // MARK: Clauses

  /// Whether the token begins a clause, outside brackets.
  private func startsClause(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .symbol(.pipe) { return true }
    guard token.kind == .word, index > 0, !isClosed, !places.contains(index) else { return false }
    switch token.text {
    case "where": return !(isWord(index - 1, "share") && isShare(index - 1))
    case "in": return opensPlaces(index)
    case "with": return !isWord(index - 1, "starts") && !isWord(index - 1, "ends")
    case "of": return leadsOn(index)
    default: return Self.filters.contains(token.text) || Self.others.contains(token.text)
    }
  }

  /// Whether the word `share` asks for one, and is no name.
  private func isShare(_ index: Int) -> Bool { isHead(index) || isWord(index - 1, "by") }

  /// Whether an `of` stands between a set with its filters and the set that it is of.
  private func leadsOn(_ index: Int) -> Bool {
    guard Self.filters.contains(clause),
      !["as", "count", "percent"].contains(where: { isWord(index - 1, $0) })
    else { return false }
    var first = index - 1
    while isMark(first - 1, .dot) { first -= 2 }
    return first < 1 || Aggregator.named(tokens[first - 1].text) == nil
  }

  /// Whether the token joins conditions: `and` or `or`, where it is no part of `between` and no
  /// place.
  private func isJunction(_ index: Int) -> Bool {
    guard isWord(index, "and") || isWord(index, "or"), !places.contains(index) else { return false }
    return !(isWord(index, "and") && betweens.last == brackets.count)
  }

  // MARK: Looking

  /// Whether the token begins a statement, a question or a stage.
  private func isHead(_ index: Int) -> Bool {
    heads.contains(tokens[index].span.start) || isMark(index - 1, .pipe)
  }

  private func isWord(_ index: Int, _ word: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].isWord(word)
  }

  private func isMark(_ index: Int, _ symbol: Symbol) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .symbol(symbol)
  }
}

extension Statement {
  /// The words that begin its question and the questions in that.
  fileprivate var verbs: [Name] { query?.core.verbs ?? [] }
}

extension Core {
  fileprivate var verbs: [Name] { [verb] + inner.flatMap(\.verbs) }
}
