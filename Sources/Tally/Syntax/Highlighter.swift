// The roles of the words of a text that is being typed.

/// Names that a highlighter colours, beside the words of the grammar.
struct HighlightNames: Sendable {
  var relations: Set<String>
  var fields: Set<String>
}

/// Colours tokens by what they are; comments are what lies between tokens after `--`.
enum Highlighter {
  /// The roles, in order, without overlap.
  static func highlights(_ text: String, table: SyntaxTable, names: HighlightNames) -> [Highlight] {
    let source = Source(text)
    let (tokens, _) = Lexer.tokens(of: source)
    var highlights: [Highlight] = []
    var end = 0
    var opensClause = true
    for token in tokens {
      if let comment = comment(in: Span(end, token.span.start), source) {
        highlights.append(Highlight(span: comment, role: .comment))
      }
      if token.kind != .end, token.kind != .newline {
        let role = role(token, opensClause: opensClause, table: table, names: names)
        highlights.append(Highlight(span: token.span, role: role))
      }
      let staysOpen = opensClause && token.kind == .word && table.isPreface(token.text)
      opensClause = token.kind == .newline || token.kind == .symbol(.pipe) || staysOpen
      end = max(end, token.span.end)
    }
    return highlights
  }

  private static func comment(in gap: Span, _ source: Source) -> Span? {
    guard gap.end > gap.start + 1 else { return nil }
    for at in gap.start..<gap.end - 1
    where source.bytes[at] == UInt8(ascii: "-") && source.bytes[at + 1] == UInt8(ascii: "-") {
      return Span(at, gap.end)
    }
    return nil
  }

  private static func role(
    _ token: Token, opensClause: Bool, table: SyntaxTable, names: HighlightNames
  ) -> Role {
    switch token.kind {
    case .word: wordRole(token.text, opensClause: opensClause, table: table, names: names)
    case .number, .percent, .fiscal, .month, .day, .fips: .number
    case .string, .block: .string
    case .parameter, .result: .value
    case .invalid: .error
    case .symbol, .newline, .end: .plain
    }
  }

  private static func wordRole(
    _ word: String, opensClause: Bool, table: SyntaxTable, names: HighlightNames
  ) -> Role {
    if word == "unknown" { return .unknown }
    if word == "yes" || word == "no" { return .value }
    if Reserved.contains(word) { return .keyword }
    if opensClause, table.isPreface(word) || table.verb(word) != nil || table.stage(word) != nil {
      return .keyword
    }
    if names.relations.contains(word) { return .relation }
    return names.fields.contains(word) ? .field : .plain
  }
}
