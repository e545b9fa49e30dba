// Sets, filters, places and periods.

extension Parser {
  /// set ::= setterm ( ( "union" setterm )+ | ( "intersect" setterm )+ | ( "minus" setterm )+ )?
  mutating func set() -> SetNode {
    let first = setTerm()
    var set = SetNode(first: first, span: first.span)
    while !failed, let operation = takeSetOperator(after: set.joins) {
      if let joins = set.joins, joins != operation {
        fail(.mixedSetOperators(previousSpan, joins.rawValue, operation.rawValue))
        return set
      }
      countStep()
      set.joins = operation
      set.rest.append(setTerm())
    }
    set.span = first.span.joined(previousSpan)
    return set
  }

  private mutating func takeSetOperator(after joins: SetNode.Operator?) -> SetNode.Operator? {
    if isWishing, current.kind == .end, let joins {
      wish(.word(joins.rawValue))
      return nil
    }
    if take("union") { return .union }
    if take("intersect") { return .intersect }
    return take("minus") ? .minus : nil
  }

  /// setterm ::= head filter* ( "of" setterm )?
  mutating func setTerm() -> SetTerm {
    nested(
      { $0.setTermBody() },
      else: { SetTerm(head: .name(Name(text: "", span: $0)), span: $0) })
  }

  private mutating func setTermBody() -> SetTerm {
    let start = current.span
    var term = SetTerm(head: head(), span: start)
    heads.append(term.head.relation)
    while let filter = filter() {
      countStep()
      term.filters.append(filter)
    }
    heads.removeLast()
    if take("of") { term.of = [setTerm()] }
    term.span = start.joined(previousSpan)
    return term
  }

  /// head ::= name | "(" set ")" | RESULT
  private mutating func head() -> SetTerm.Head {
    wish(.name(.result))
    if current.kind == .result {
      let token = takeCurrent()
      return .result(Name(text: token.text, span: token.span))
    }
    guard take(.open) else { return .name(name(.relation, "things to look at, such as counties")) }
    let set = set()
    expect(.close, "a closing bracket")
    return .group(set)
  }

  /// filter ::= "in" place ( "," place )* | "as" "of" period
  ///          | "with" quantity | "without" linkref | "where" expr
  private mutating func filter() -> Filter? {
    let start = current.span
    if take("in") {
      let places = commaSeparated { $0.place() }
      refuseWordBetweenPlaces()
      return .places(places, start.joined(previousSpan))
    }
    if takeAsOf() { return .asOf(period()) }
    if take("with") { return .with(quantity(from: start)) }
    if take("without") {
      let link = linkRef()
      return .without(link, start.joined(previousSpan))
    }
    guard take("where") else { return nil }
    let condition = expr()
    return .condition(condition, start.joined(previousSpan))
  }

  /// `count counties by state where detainers` with the condition before the groups; nil where no
  /// groups stand before it.
  func conditionBeforeGroups() -> Fix? {
    guard let by = tokens[..<index].lastIndex(where: { $0.isWord("by") }),
      let end = tokens[index...].firstIndex(where: endsCore)
    else { return nil }
    let start = tokens[..<by].lastIndex { $0.kind == .newline } ?? 0
    // A bracket between them has conditions of its own.
    let marks = tokens[start..<by].map(\.kind) + tokens[by..<index].map(\.kind)
    guard !marks.contains(.symbol(.pipe)),
      !tokens[by..<index].contains(where: { $0.kind == .symbol(.open) })
    else { return nil }
    let groups = tokens[by].span.joined(previousSpan)
    let condition = current.span.joined(tokens[end - 1].span)
    return Fix(
      groups.joined(condition), source.text(condition) + " " + source.text(groups))
  }

  private func endsCore(_ token: Token) -> Bool {
    token.kind == .end || token.kind == .newline || token.kind == .symbol(.pipe)
  }

  /// quantity ::= ( ( "at" ( "least" | "most" ) | "more" "than" | "exactly" ) INT )? linkref
  mutating func quantity(from start: Span) -> Quantity {
    let bound = bound()
    if bound == nil, !failed, isBareNumber { fail(.numberWithoutBound(current)) }
    let count = bound == nil ? 1 : integer("how many").value
    let link = linkRef()
    return Quantity(
      bound: bound ?? .atLeast, count: count, link: link, span: start.joined(previousSpan))
  }

  /// `2 agreements` or `two agreements`; a word alone is the name of what is linked.
  private var isBareNumber: Bool {
    current.kind == .number
      || current.kind == .word && next.kind == .word && NumberWords.digits(current.text) != nil
  }

  private mutating func bound() -> Quantity.Bound? {
    wish(.word("at least"))
    for words in ["at most", "more than", "exactly"] { wish(.phrase(words)) }
    wishAfter("at", ["least", "most"])
    wishAfter("more", ["than"])
    if current.isWord("at"), next.isWord("least") || next.isWord("most") {
      advance(2)
      return tokens[index - 1].text == "least" ? .atLeast : .atMost
    }
    if current.isWord("more"), next.isWord("than") {
      advance(2)
      return .moreThan
    }
    guard current.isWord("exactly"), next.kind == .number else { return nil }
    advance(1)
    return .exactly
  }

  /// linkref ::= ( name "." )* ( name | "(" set ")" )
  mutating func linkRef(after path: [String] = []) -> LinkRef {
    let role = NameRole.link(of: heads.last ?? "", after: path)
    if take(.open) {
      wish(.name(role))
      let set = set()
      expect(.close, "a closing bracket")
      return .set(set)
    }
    let word = name(role, "linked things, such as agreements")
    guard !failed, take(.dot) else { return .name(word) }
    guard path.count < Parser.maximumDepth else {
      fail(.nestedTooDeep(word.span, limit: Parser.maximumDepth))
      return .name(word)
    }
    return .through(word, linkRef(after: path + [word.text]))
  }

  /// place ::= name | "or" | "in" | STRING | FIPS | PARAMETER
  mutating func place(_ role: NameRole = .place) -> Place {
    wish(.name(role))
    wish(.name(.parameter))
    let token = current
    switch token.kind {
    case .string: return place(.text, takeCurrent())
    case .fips: return place(.fips, takeCurrent())
    case .parameter: return place(.parameter, takeCurrent())
    case .word where Reserved.places.contains(token.text): return place(.name, takeCurrent())
    case .word where !Reserved.contains(token.text):
      refuseAdjacentWords()
      // After a mistake the token at hand is the statement's end, which is no part of it.
      return place(.name, failed ? token : takeCurrent())
    case .number where token.text.utf8.count == 5 && token.span.end - token.span.start == 5:
      fail(.fipsWithoutMark(token.span, token.text))
      return place(.fips, token)
    default:
      unexpected(wanted: "a place, such as TX, Texas, \"Cook, IL\" or #17031")
      return place(.name, token)
    }
  }

  private func place(_ kind: Place.Kind, _ token: Token) -> Place {
    let text = kind == .name ? source.text(token.span) : token.text
    return Place(kind: kind, text: text, span: token.span)
  }

  /// `in TX and CO`: with a place behind it, the word is meant as a comma.
  private mutating func refuseWordBetweenPlaces() {
    guard !failed, current.isWord("and") || current.isWord("or") else { return }
    let isPlace =
      next.kind == .string || next.kind == .fips
      || next.kind == .word
        && (!Reserved.contains(next.text) || Reserved.places.contains(next.text))
    if isPlace { fail(.placesByComma(current, before: previousSpan)) }
  }

  /// Two words side by side after `in` are a name that wants quotes: `New York`.
  private mutating func refuseAdjacentWords() {
    if next.kind == .word, table.stage(next.text) != nil, !isWishing {
      return fail(.stageWithoutBar(next))
    }
    guard next.kind == .word, !Reserved.contains(next.text), !next.isWord("by"),
      SQLHabits.inside[next.text] == nil
    else { return }
    fail(.placeNeedsQuotes(current.span.joined(next.span), in: source))
  }

  /// period ::= YEAR | FISCAL | MONTH | DAY | "latest" | PARAMETER
  mutating func period() -> PeriodNode {
    wish(.name(.period))
    wish(.name(.parameter))
    let token = current
    if take("latest") { return PeriodNode(period: nil, span: token.span) }
    if token.kind == .parameter {
      _ = takeCurrent()
      let name = Name(text: token.text, span: token.span)
      return PeriodNode(period: nil, span: token.span, parameter: name)
    }
    let period: Period? =
      switch token.kind {
      case .number where token.text.utf8.count == 4 && token.span.end - token.span.start == 4:
        Period(token.text)
      case .fiscal: Period("fy" + token.text)
      case .month, .day: Period(token.text)
      default: nil
      }
    guard let period else {
      unexpected(wanted: "a period: a year, a month such as 2025-07, a day, fy2018 or latest")
      return PeriodNode(period: nil, span: token.span)
    }
    _ = takeCurrent()
    return PeriodNode(period: period, span: token.span)
  }

  /// rankkey ::= "count" "of" setterm | aggregator measured "of" setterm
  ///           | "share" "where" expr "among" setterm | measured ( "named" name )?
  mutating func rankKey() -> RankKey {
    let start = current
    for word in ["count", "share"] { wish(.word(word)) }
    for words in ["count of", "share where"] { wish(.phrase(words)) }
    for word in Aggregator.allCases { wish(.phrase(word.rawValue)) }
    wishAfter("count", ["of"])
    wishAfter("share", ["where"])
    if start.isWord("count"), next.isWord("of") {
      advance(2)
      let set = setTerm()
      return .count(set, start.span.joined(previousSpan))
    }
    if start.isWord("share"), next.isWord("where") {
      advance(1)
      let (condition, set) = shareBody { SetNode(first: $0.setTerm()) }
      return .share(condition, set.first, start.span.joined(previousSpan))
    }
    if start.kind == .word, Aggregator.named(start.text) != nil,
      next.kind == .word && !Reserved.contains(next.text) || next.kind == .symbol(.open)
        || isWishing && next.kind == .end
    {
      advance(1)
      return rankAggregate(start)
    }
    var column = ShownColumn(value: measured(), name: nil, span: start.span)
    if isWorkedOut {
      unexpected(
        wanted: "the end; a number that is worked out stands in brackets, as in: by (a * 2)")
    }
    if take("named") { column.name = name(nil, "a name for the column") }
    column.span = start.span.joined(previousSpan)
    return .column(column)
  }

  private mutating func rankAggregate(_ word: Token) -> RankKey {
    let (measure, set) = aggregateBody { SetNode(first: $0.setTerm()) }
    return .aggregate(
      Name(text: word.text, span: word.span), measure, set.first, word.span.joined(previousSpan))
  }

  /// What follows `share`: `where` a condition `among` a set. The set's head is read ahead, so that
  /// the condition's words are known to be its fields.
  mutating func shareBody(_ set: (inout Parser) -> SetNode) -> (Expr, SetNode) {
    if current.isWord("of") { refuseShareOf() }
    expect("where", "\"where\" and a condition, as in: share where detainers among counties")
    heads.append(headAfter("among"))
    let condition = expr()
    heads.removeLast()
    expect("among", "\"among\" and the things that the share is of")
    return (condition, set(&self))
  }

  /// `share of counties where detainers` is `share where detainers among counties`.
  private mutating func refuseShareOf() {
    let start = tokens[index - 1].span
    advance(1)
    let term = setTerm()
    guard !failed else { return }
    let conditions = term.filters.compactMap { filter -> (Expr, Span)? in
      if case .condition(let expr, let span) = filter { (expr, span) } else { nil }
    }
    let whole = start.joined(term.span)
    guard conditions.count == 1, let (condition, span) = conditions.first else {
      return fail(.shareOrder(whole, fix: nil))
    }
    let before = source.text(Span(term.span.start, span.start))
    let after = source.text(Span(span.end, term.span.end))
    let set = (before + after).split(separator: " ").joined(separator: " ")
    let text = "share where \(source.text(condition.span)) among \(set)"
    fail(.shareOrder(whole, fix: Fix(whole, text)))
  }

  /// What follows an aggregator: a number of each row, `of` a set.
  mutating func aggregateBody(_ set: (inout Parser) -> SetNode) -> (Expr, SetNode) {
    let measure = measured()
    let isWorkedOut = isWorkedOut
    expect(
      "of",
      isWorkedOut
        ? "\"of\"; a number that is worked out stands in brackets, as in: sum (a * 2) of"
        : "\"of\" and the things to look at")
    return (measure, set(&self))
  }

  /// Whether a mark of arithmetic follows.
  private var isWorkedOut: Bool {
    [Symbol.plus, .minus, .times, .over].contains { current.kind == .symbol($0) }
  }

  /// measured ::= path | "(" expr ")"
  mutating func measured() -> Expr {
    heads.append(headAfter("of"))
    defer { heads.removeLast() }
    guard take(.open) else { return .path(path()) }
    let value = expr()
    expect(.close, "a closing bracket")
    return value
  }

  /// Whether a word stands further on in the statement.
  func isAhead(_ word: String) -> Bool {
    tokens[index...].prefix { $0.kind != .newline }.contains { $0.isWord(word) }
  }

  /// The word after the next `word` of the statement: for completion, which reads ahead.
  func headAfter(_ word: String) -> String {
    guard isWishing else { return "" }
    let rest = Array((tokens[index...] + ahead).prefix { $0.kind != .newline })
    for (place, token) in rest.enumerated() where token.isWord(word) {
      // The end of the text stands between what is before the cursor and what is behind it.
      let head = rest[(place + 1)...].first { $0.kind != .symbol(.open) && $0.kind != .end }
      if let head, head.kind == .word { return head.text }
    }
    return ""
  }
}

extension SetNode {
  /// A set of one term.
  init(first: SetTerm) {
    self.init(first: first, joins: nil, rest: [], span: first.span)
  }
}

extension SetTerm.Head {
  /// The relation's word that stands first, through brackets.
  var relation: String {
    switch self {
    case .name(let name): name.text
    case .group(let set): set.first.head.relation
    case .result(let name): name.text
    }
  }
}

/// The words that make one number of many.
///
/// aggregator ::= "sum" | "average" | "median" | "min" | "max"
enum Aggregator: String, Sendable, CaseIterable {
  case sum, average, median, min, max

  private static let words = NameTable(allCases.map(\.rawValue))

  /// The one of a word; nil where it is none.
  static func named(_ word: String) -> Aggregator? { words[word].map { allCases[$0] } }
}
