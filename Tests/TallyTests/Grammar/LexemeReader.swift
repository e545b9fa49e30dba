// Cuts one line of text into lexemes by the rules of Grammar/README.md, without tally's lexer.

/// A plain reading of the lexical rules, for sentences that stand in files.
enum LexemeReader {
  /// The lexemes of a line; what no rule takes comes as a stray one.
  static func lexemes(_ line: String) -> [Lexeme] {
    var found: [Lexeme] = []
    var rest = Substring(line)
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if rest.hasPrefix("--") {
        break
      } else {
        let (lexeme, length) = next(rest, first)
        found.append(lexeme)
        rest = rest.dropFirst(length)
      }
    }
    return found
  }

  private static func next(_ rest: Substring, _ first: Character) -> (Lexeme, Int) {
    if first == "\"" { return string(rest) }
    if first == "#" {
      let digits = rest.dropFirst().prefix { $0.isNumber }
      return (Lexeme(digits.count == 5 ? .fips : .stray, "#" + digits), digits.count + 1)
    }
    if first.isNumber { return number(rest) }
    if first.isLetter {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let isFiscal =
        word.count == 6 && word.lowercased().hasPrefix("fy")
        && word.dropFirst(2).allSatisfy(\.isNumber)
      return (Lexeme(isFiscal ? .fiscal : .word, String(word)), word.count)
    }
    if rest.hasPrefix("<<"), let end = rest.firstRange(of: ">>") {
      let block = String(rest[..<end.upperBound])
      return (Lexeme(.block, block), block.count)
    }
    if first == "_" {
      let digits = rest.dropFirst().prefix { $0.isNumber }
      return (Lexeme(.result, "_" + digits), digits.count + 1)
    }
    if first == "$" {
      let name = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return (Lexeme(name.isEmpty ? .stray : .parameter, "$" + name), name.count + 1)
    }
    if first == ";" { return (Lexeme(.newline, ";"), 1) }
    for sign in [
      "<=", ">=", "==", "<>", "<", ">", "=", "+", "-", "*", "/", "(", ")", ",", ".", "|",
    ]
    where rest.hasPrefix(sign) {
      return (Lexeme(sign == "==" || sign == "<>" ? .stray : .sign, sign), sign.count)
    }
    return (Lexeme(.stray, String(first)), 1)
  }

  /// Text in double quotes; two of them inside stand for one.
  private static func string(_ rest: Substring) -> (Lexeme, Int) {
    var length = 1
    var tail = rest.dropFirst()
    while let character = tail.first {
      if tail.hasPrefix("\"\"") {
        length += 2
        tail = tail.dropFirst(2)
      } else {
        length += 1
        tail = tail.dropFirst()
        if character == "\"" { return (Lexeme(.string, String(rest.prefix(length))), length) }
      }
    }
    return (Lexeme(.stray, String(rest)), length)
  }

  /// The longest of day, month, percent and number; digits that run into a letter, or have a comma
  /// and three more behind them, are none of these.
  private static func number(_ rest: Substring) -> (Lexeme, Int) {
    let text = String(rest.prefix { $0.isLetter || $0.isNumber || "_.,-%".contains($0) })
    if let day = text.prefixMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/) {
      return (Lexeme(.day, String(day.output)), day.output.count)
    }
    if let month = text.prefixMatch(of: /[0-9]{4}-[0-9]{2}(?![0-9])/) {
      return (Lexeme(.month, String(month.output)), month.output.count)
    }
    if let comma = text.prefixMatch(of: /[0-9]{1,3}(?:,[0-9]{3})+/) {
      return (Lexeme(.stray, String(comma.output)), comma.output.count)
    }
    guard let plain = text.prefixMatch(of: /[0-9][0-9_]*(?:\.[0-9]+)?(?:%|[A-Za-z]+)?/) else {
      return (Lexeme(.stray, text), text.count)
    }
    let found = String(plain.output)
    let kind: Lexeme.Kind =
      found.last == "%" ? .percent : found.last?.isLetter == true ? .stray : .number
    return (Lexeme(kind, found), found.count)
  }
}
