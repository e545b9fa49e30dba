// What answers are divided by, and what follows "as".

extension Parser {
  /// grouping ::= "by" dim ( "," dim )* ( "across" dim )? | "across" dim
  mutating func grouping(of set: SetNode?, into core: inout Core) {
    if take("by") { core.grouping = dimensions(of: set) }
    across(of: set, into: &core)
  }

  /// The dimensions after `by`.
  mutating func dimensions(of set: SetNode?) -> [DimensionNode] {
    of(set) { parser in parser.commaSeparated { $0.dimension() } }
  }

  /// What follows `across`, if it stands here.
  mutating func across(of set: SetNode?, into core: inout Core) {
    guard take("across") else { return }
    if [.number, .fiscal, .month, .day].contains(current.kind) {
      fail(.acrossWantsYears(current.span))
    }
    core.across = of(set) { $0.dimension() }
  }

  /// Runs a rule whose words are fields of a set.
  mutating func of<T>(_ set: SetNode?, _ rule: (inout Parser) -> T) -> T {
    heads.append(set?.first.head.relation ?? "")
    defer { heads.removeLast() }
    return rule(&self)
  }

  /// dim ::= "years" period ( "," period )* | call | path | "(" expr ")"
  private mutating func dimension() -> DimensionNode {
    let start = current.span
    wish(.word("years"))
    if current.isWord("years"), isPeriod(next) || isWishing && next.kind == .end {
      advance(1)
      var periods = [period()]
      while !failed, current.kind == .symbol(.comma),
        isPeriod(next) || isWishing && next.kind == .end
      {
        advance(1)
        periods.append(period())
      }
      if current.kind == .end { wish(.word(",")) }
      return .years(periods, start.joined(previousSpan))
    }
    if current.kind == .word, !Reserved.contains(current.text), next.kind == .symbol(.open) {
      let call = call()
      return .value(call, call.span)
    }
    wishForValues()
    wish(.name(.function(of: heads.last ?? "")))
    guard take(.open) else { return .path(path()) }
    let value = expr()
    expect(.close, "a closing bracket")
    return .value(value, start.joined(previousSpan))
  }

  /// Whether a token begins a period.
  private func isPeriod(_ token: Token) -> Bool {
    switch token.kind {
    case .fiscal, .month, .day, .parameter: true
    case .number: token.text.utf8.count == 4 && token.span.end - token.span.start == 4
    case .word: token.text == "latest"
    case .percent, .string, .fips, .result, .block, .symbol, .newline, .end, .invalid: false
    }
  }

  /// percent ::= "as" "percent" ( "of" path )?
  mutating func percent(of set: SetNode?) -> PercentNode? {
    let start = current.span
    guard takeAs("percent") else {
      refuseAs(unless: ["of", "bars", "lines", "dots"], wanted: "percent")
      return nil
    }
    let path = take("of") ? of(set) { $0.path() } : nil
    return PercentNode(of: path, span: start.joined(previousSpan))
  }

  /// Takes `as` and a word, if both stand here.
  mutating func takeAs(_ word: String) -> Bool {
    if wishAfterAs(word) { return false }
    wish(.word("as"))
    guard current.isWord("as"), next.isWord(word) else { return false }
    advance(2)
    return true
  }

  /// Says of the word after `as` that it does not fit, and not of `as` itself.
  mutating func refuseAs(unless others: [String], wanted: String) {
    guard !isWishing, current.isWord("as"), next.kind == .word, !others.contains(next.text)
    else { return }
    advance(1)
    unexpected(wanted: wanted)
  }

  /// Takes `as of`, or says that `of` is missing where no other word after `as` stands.
  mutating func takeAsOf() -> Bool {
    if wishAfterAs("of") { return false }
    wish(.word("as"))
    guard current.isWord("as") else { return false }
    let isOther = next.kind == .word && ["percent", "bars", "lines", "dots"].contains(next.text)
    guard !isOther else { return false }
    advance(1)
    expect("of", "\"of\" and a period, as in: as of 2026-05-18")
    return true
  }

  /// Where the text ends with `as`, what could follow it is left to whoever asks for wishes.
  private mutating func wishAfterAs(_ word: String) -> Bool {
    guard isWishing, current.isWord("as"), next.kind == .end else { return false }
    wishes.append(.word(word))
    return true
  }

  /// Where the text ends with a word that asks for another, what may follow it is wished for.
  mutating func wishAfter(_ word: String, _ others: [String]) {
    guard isWishing, current.isWord(word), next.kind == .end, !failed else { return }
    for other in others { wishes.append(.phrase(other)) }
  }
}
