// Conditions and values.

extension Parser {
  /// expr ::= notx ( ( "and" notx )+ | ( "or" notx )+ )?
  mutating func expr() -> Expr {
    nested({ $0.exprBody() }, else: { .broken($0) })
  }

  private mutating func exprBody() -> Expr {
    let start = current.span
    let left = notx()
    let end = previousSpan
    guard let first = takeJunction(after: nil) else { return left }
    // Where the parts stand with their brackets: a tree has no brackets.
    var typed: [Span] = []
    var parts: [Expr] = []
    typed.reserveCapacity(2)
    parts.reserveCapacity(2)
    typed.append(start.joined(end))
    parts.append(left)
    // The words between them, once two of them differ.
    var words: [Expr.Junction] = []
    while true {
      let start = current.span
      parts.append(notx())
      typed.append(start.joined(previousSpan))
      guard let word = takeJunction(after: first) else { break }
      if word != first, words.isEmpty {
        words = [Expr.Junction](repeating: first, count: parts.count - 1)
      }
      if word != first || !words.isEmpty { words.append(word) }
    }
    guard words.isEmpty else {
      if !failed { fail(.mixedAndOr(typed, words.map(\.rawValue), in: source)) }
      return .broken(parts[0].span)
    }
    return .junction(first, parts)
  }

  private mutating func takeJunction(after first: Expr.Junction?) -> Expr.Junction? {
    if isWishing, current.kind == .end, let first {
      wish(.word(first.rawValue))
      return nil
    }
    if take("and") { return .and }
    if take("or") { return .or }
    switch current.kind {
    case .symbol(.ampersands): fail(.sqlMark(current.span, "&&", "and"))
    case .symbol(.pipes): fail(.sqlMark(current.span, "||", "or"))
    default: break
    }
    return nil
  }

  /// notx ::= ( "not" | "certainly" | "possibly" ) notx | cmp
  private mutating func notx() -> Expr {
    nested({ $0.notxBody() }, else: { .broken($0) })
  }

  private mutating func notxBody() -> Expr {
    let start = current.span
    if current.kind == .symbol(.bang) { fail(.sqlMark(start, "!", "not ")) }
    guard let modifier = takeModifier() else { return cmp() }
    let inner = notx()
    return .modified(modifier, inner, start.joined(previousSpan))
  }

  private mutating func takeModifier() -> Expr.Modifier? {
    if take("not") { return .not }
    if take("certainly") { return .certainly }
    return take("possibly") ? .possibly : nil
  }

  /// cmp ::= "has" quantity | sum comparison?
  private mutating func cmp() -> Expr {
    let start = current.span
    if take("has") {
      let quantity = quantity(from: start)
      return .has(quantity, start.joined(previousSpan))
    }
    let left = sum()
    return comparison(left) ?? refusedEquals(start.joined(previousSpan)) ?? left
  }

  /// comparison ::= ( "<" | "<=" | ">" | ">=" ) sum
  ///              | "is" "not"? ( "unknown" | "known" | "none" | sum )
  ///              | "between" sum "and" sum
  ///              | "not"? "in" "(" sum ( "," sum )* ")"
  ///              | ( "contains" | "matches" | ( "starts" | "ends" ) "with" ) STRING
  private mutating func comparison(_ left: Expr) -> Expr? {
    if !notesWishes, endsOperand { return nil }
    if let order = takeOrder() { return .compare(left, order, sum()) }
    if take("is") { return equality(left) }
    if take("between") {
      let low = sum()
      expect("and", "\"and\" and the upper end, as in: between 1 and 9")
      return .between(left, low, sum())
    }
    if let test = takeTextTest() { return textTest(left, test) }
    return membership(left)
  }

  /// Whether no comparison can follow: most conditions are one word, and stand beside another.
  private var endsOperand: Bool {
    switch current.kind {
    case .word: current.isText("and") || current.isText("or")
    case .newline, .end: true
    default: false
    }
  }

  private mutating func takeOrder() -> Expr.Order? {
    if take(.less) { return .less }
    if take(.atMost) { return .atMost }
    if take(.more) { return .more }
    return take(.atLeast) ? .atLeast : nil
  }

  private mutating func equality(_ left: Expr) -> Expr {
    let isNot = take("not")
    for state in [Expr.State.unknown, .known, .none] where take(state.rawValue) {
      return .state(left, isNot: isNot, state, left.span.joined(previousSpan))
    }
    if current.isWord("null") { fail(.sqlNull(current.span)) }
    return .equal(left, isNot: isNot, value(of: left))
  }

  /// A sum on the right of a field, whose values may stand here.
  private mutating func value(of left: Expr) -> Expr {
    if case .path(let path) = left { valueOf = path }
    defer { valueOf = nil }
    return sum()
  }

  private mutating func membership(_ left: Expr) -> Expr? {
    wish(.word("in ("))
    wish(.phrase("not in ("))
    wishAfter("not", ["in ("])
    wishAfter("in", ["("])
    let isNot = current.isWord("not") && next.isWord("in")
    guard isNot || current.isWord("in") && next.kind == .symbol(.open) else { return nil }
    advance(isNot ? 2 : 1)
    expect(.open, "values in brackets, as in: state in (TX, CA)")
    let values = commaSeparated { $0.value(of: left) }
    expect(.close, "a closing bracket")
    return .member(left, isNot: isNot, values, left.span.joined(previousSpan))
  }

  private mutating func takeTextTest() -> Expr.TextTest? {
    if take("contains") { return .contains }
    if take("matches") { return .matches }
    wish(.phrase("starts with"))
    wish(.phrase("ends with"))
    let isStart = take("starts")
    guard isStart || take("ends") else { return nil }
    expect("with", "\"with\" and a text in quotes")
    return isStart ? .startsWith : .endsWith
  }

  private mutating func textTest(_ left: Expr, _ test: Expr.TextTest) -> Expr {
    guard current.kind == .string else {
      unexpected(wanted: "a text in double quotes")
      return left
    }
    let token = takeCurrent()
    return .text(left, test, token.text, left.span.joined(token.span))
  }

  /// `=` and its kin are not of the language; the rewrite depends on what follows.
  private mutating func refusedEquals(_ left: Span) -> Expr? {
    switch current.kind {
    case .symbol(.equals), .symbol(.doubleEquals):
      fail(.equalsSign(current, left, right: next, in: source, isNot: false))
    case .symbol(.notEquals), .symbol(.lessMore):
      fail(.equalsSign(current, left, right: next, in: source, isNot: true))
    default: break
    }
    return nil
  }

  /// sum ::= term ( ( "+" | "-" ) term )*
  mutating func sum() -> Expr {
    var left = term()
    while true {
      if current.kind == .symbol(.plus) || current.kind == .symbol(.minus) { countStep() }
      if take(.plus) {
        left = .arithmetic(left, .plus, term())
      } else if take(.minus) {
        left = .arithmetic(left, .minus, term())
      } else {
        return left
      }
    }
  }

  /// term ::= unary ( ( "*" | "/" ) unary )*
  private mutating func term() -> Expr {
    var left = unary()
    while true {
      if current.kind == .symbol(.times) || current.kind == .symbol(.over) { countStep() }
      if take(.times) {
        left = .arithmetic(left, .times, unary())
      } else if take(.over) {
        left = .arithmetic(left, .over, unary())
      } else {
        return left
      }
    }
  }

  /// unary ::= "-"? atom
  private mutating func unary() -> Expr {
    let start = current.span
    guard take(.minus) else { return atom() }
    let inner = atom()
    return .negative(inner, start.joined(previousSpan))
  }

  /// atom ::= literal | linked | call | path | PARAMETER | "(" expr ")"
  private mutating func atom() -> Expr {
    if let literal = literal() ?? linked() { return literal }
    wish(.name(.parameter))
    if current.kind == .parameter {
      let token = takeCurrent()
      return .parameter(Name(text: token.text, span: token.span))
    }
    if take(.open) {
      let saved = valueOf
      valueOf = nil
      let inner = expr()
      valueOf = saved
      expect(.close, "a closing bracket")
      return inner
    }
    if current.kind == .word, !Reserved.contains(current.text), next.kind == .symbol(.open) {
      return call()
    }
    if valueOf == nil {
      wishForValues()
      if current.kind == .end {
        wish(.name(.function(of: heads.last ?? "")))
        wish(.name(.linkNumber(of: heads.last ?? "")))
      }
    }
    return .path(path())
  }

  /// linked ::= "count" "of" linkref | aggregator measured "of" linkref
  private mutating func linked() -> Expr? {
    let word = current
    guard word.kind == .word else { return nil }
    let name = Name(text: word.text, span: word.span)
    wishAfter("count", ["of"])
    wishForLinkedField()
    if word.text == "count", next.isWord("of"), !isResult(at: index + 2) {
      advance(2)
      let link = linkRef()
      return .linked(name, nil, link, word.span.joined(previousSpan))
    }
    guard Aggregator.named(word.text) != nil, isMeasuredBeforeOf(index + 1) else { return nil }
    advance(1)
    let value = measured()
    expect("of", "\"of\" and a link")
    let link = linkRef()
    return .linked(name, value, link, word.span.joined(previousSpan))
  }

  /// The bracket of a function's values, where the text ends with the word before it.
  mutating func wishForValues() {
    guard isWishing, !failed, current.kind == .word, next.kind == .end else { return }
    wishes.append(.name(.values(of: current.text)))
  }

  /// What may follow `sum`, and `sum` and a field, where the text ends.
  private mutating func wishForLinkedField() {
    guard isWishing, !failed, Aggregator.named(current.text) != nil else { return }
    if next.kind == .end {
      wishes.append(.name(.linkedField(of: heads.last ?? "")))
    }
    let after = min(index + 2, tokens.count - 1)
    if next.kind == .word, !Reserved.contains(next.text), tokens[after].kind == .end {
      wishes.append(.phrase("of"))
    }
  }

  private func isResult(at index: Int) -> Bool {
    index < tokens.count && tokens[index].kind == .result
  }

  /// The bracket that closes the one at a token.
  private func closing(_ open: Int) -> Int? {
    var depth = 0
    for at in open..<tokens.count {
      if tokens[at].kind == .symbol(.open) { depth += 1 }
      if tokens[at].kind == .symbol(.close) { depth -= 1 }
      if depth == 0 { return at }
    }
    return nil
  }

  /// Whether a path or a bracket, and then `of`, begin at a token.
  private func isMeasuredBeforeOf(_ start: Int) -> Bool {
    var at = start
    if at < tokens.count, tokens[at].kind == .symbol(.open) {
      guard let close = closing(at), close + 1 < tokens.count else { return false }
      return tokens[close + 1].isWord("of") && !isResult(at: close + 2)
    }
    while at + 1 < tokens.count, tokens[at].kind == .word, !Reserved.contains(tokens[at].text) {
      if tokens[at + 1].isWord("of") { return !isResult(at: at + 2) }
      guard tokens[at + 1].kind == .symbol(.dot) else { return false }
      at += 2
    }
    return false
  }

  /// call ::= name "(" expr ( "," expr )* ")"
  mutating func call() -> Expr {
    let word = takeCurrent()
    expect(.open, "an opening bracket")
    let arguments = commaSeparated { $0.expr() }
    expect(.close, "a closing bracket")
    return .call(
      Name(text: word.text, span: word.span), arguments, word.span.joined(previousSpan))
  }

  /// path ::= name ( "." name )*
  mutating func path() -> Path {
    let head = heads.last ?? ""
    var path = Path(first: name(role(head, after: []), "a field or a value"))
    while !failed, take(.dot) {
      // The names so far matter only where a completion is asked for: at the end.
      let before = current.kind == .end ? path.names.map(\.text) : []
      path.rest.append(name(role(head, after: before), "a field after the dot"))
    }
    return path
  }

  private func role(_ head: String, after: [String]) -> NameRole {
    if let valueOf {
      let path = valueOf.names.map(\.text)
      return heads.isEmpty ? .columnValue(path: path) : .value(of: head, path: path)
    }
    return heads.isEmpty ? .column(after: after) : .field(of: head, after: after)
  }

  /// literal ::= NUMBER | PERCENT | STRING | FISCAL | MONTH | DAY | FIPS | "yes" | "no" | "latest"
  mutating func literal() -> Expr? {
    let token = current
    let literal: Literal? =
      switch token.kind {
      case .number: Double(token.text).map(Literal.number)
      // Not divided by 100, which would round a second time.
      case .percent: Double(token.text + "e-2").map(Literal.percent)
      case .string: .text(token.text)
      case .fips: .fips(token.text)
      case .fiscal: Period("fy" + token.text).map(Literal.period)
      case .month, .day: Period(token.text).map(Literal.period)
      case .word where token.text == "yes": .answer(true)
      case .word where token.text == "no": .answer(false)
      case .word where token.text == "latest": .latest
      default: nil
      }
    guard let literal else { return nil }
    return .literal(literal, takeCurrent().span)
  }
}
