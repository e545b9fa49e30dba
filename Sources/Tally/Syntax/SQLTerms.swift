// What people bring from SQL inside a sentence, and what tally says in its place.

/// Finds the words and marks of SQL among the tokens of a statement.
///
/// Only a sentence that failed is read so, and what it becomes is parsed before it is offered.
struct SQLTerms {
  private let tokens: [Token]
  private let source: Source
  /// The short name of a select's table, which goes from before each field.
  private let alias: String?
  private var edits: [Fix] = []
  private var index = 0

  /// The rewrites of each word and mark of SQL, in order, without overlap.
  static func edits(of tokens: [Token], in source: Source, alias: String? = nil) -> [Fix] {
    var terms = SQLTerms(tokens: tokens, source: source, alias: alias)
    while terms.index < tokens.count {
      terms.editOne()
      terms.index += 1
    }
    return terms.edits
  }

  /// The text of tokens with what is SQL's said as tally does.
  static func mended(_ tokens: [Token], in source: Source, alias: String) -> String {
    guard let first = tokens.first, let last = tokens.last else { return "" }
    let edits = edits(of: tokens, in: source, alias: alias)
    return text(of: first.span.joined(last.span), with: edits, in: source)
  }

  /// A stretch of a source with edits made, in one line.
  static func text(of span: Span, with edits: [Fix], in source: Source) -> String {
    var text = ""
    var end = span.start
    for edit in edits {
      text += source.text(Span(end, edit.span.start)) + edit.replacement
      end = edit.span.end
    }
    text += source.text(Span(end, span.end))
    let lines = text.split(whereSeparator: \.isNewline)
    return lines.map { line in
      String(line.drop { $0 == " " || $0 == "\t" || $0 == "\r" })
    }.joined(separator: " ")
  }

  private init(tokens: [Token], source: Source, alias: String?) {
    self.tokens = tokens
    self.source = source
    self.alias = alias
  }

  // MARK: One term

  private mutating func editOne() {
    let token = tokens[index]
    if editAnswer() { return }
    switch token.kind {
    case .invalid: editText()
    case .symbol(let symbol):
      if let word = SQLTerms.marks[symbol] { replace(1, spaced(word, token.span)) }
    case .word: editWord(token.text)
    case .number, .percent, .string, .fips, .fiscal, .month, .day, .parameter, .result, .block,
      .newline, .end:
      break
    }
  }

  /// What a yes/no field may be compared with elsewhere, and the word of tally for it.
  static let answers = [
    "yes": "yes", "true": "yes", "no": "no", "false": "no", "unknown": "unknown",
  ]

  /// The yes or no that a word or a text stands for.
  static func answer(_ token: Token) -> Bool? {
    guard token.kind == .word || token.kind == .string else { return nil }
    return answer(token.text)
  }

  /// For a mark of equality whether it denies; nil for any other token.
  static func comparison(_ token: Token) -> Bool? {
    switch token.kind {
    case .symbol(.equals), .symbol(.doubleEquals): false
    case .symbol(.notEquals), .symbol(.lessMore): true
    default: nil
    }
  }

  private static func answer(_ text: String) -> Bool? {
    guard let word = answers[text.lowercased()], word != "unknown" else { return nil }
    return word == "yes"
  }

  private static let marks: [Symbol: String] = [
    .equals: "is", .doubleEquals: "is", .notEquals: "is not", .lessMore: "is not",
    .ampersands: "and", .pipes: "or", .bang: "not",
  ]

  private mutating func editWord(_ word: String) {
    if word == alias, isSymbol(1, .dot) { return replace(2, "") }
    switch word {
    case "true": replace(1, "yes")
    case "false": replace(1, "no")
    case "null": replace(1, "unknown")
    case "is" where isWord(1, "not") && isWord(2, "null"): replace(3, "is known")
    case "like", "ilike": editLike()
    case "group" where isWord(1, "by"): replace(2, "by")
    case "order" where isWord(1, "by"): replace(2, bar + "sort by")
    case "limit": replace(1, bar + "take")
    case "offset": replace(1, bar + "skip")
    case "having": replace(1, bar + "keep")
    case "desc": replace(1, "down")
    case "asc": replace(1, "up")
    case "count" where isSymbol(1, .open) && isSymbol(3, .close):
      if isSymbol(2, .times) || isNumber(2) { replace(4, "count") }
    default:
      // SELECT … WHERE is shouted as a rule; what comes of it is not.
      guard alias != nil, Reserved.contains(word), source.text(tokens[index].span) != word else {
        return
      }
      replace(1, word)
    }
  }

  /// A bar, unless there is one.
  private var bar: String {
    index > 0 && tokens[index - 1].kind == .symbol(.pipe) ? "" : "| "
  }

  /// Puts a text for some tokens from here.
  private mutating func replace(_ count: Int, _ text: String) {
    let last = tokens[min(index + count, tokens.count) - 1]
    edits.append(Fix(tokens[index].span.joined(last.span), text))
    index += count - 1
  }

  private func token(_ distance: Int) -> Token? {
    tokens.indices.contains(index + distance) ? tokens[index + distance] : nil
  }

  private func isWord(_ distance: Int, _ word: String) -> Bool {
    token(distance)?.isWord(word) ?? false
  }

  private func isSymbol(_ distance: Int, _ symbol: Symbol) -> Bool {
    token(distance)?.kind == .symbol(symbol)
  }

  private func isNumber(_ distance: Int) -> Bool { token(distance)?.kind == .number }

  private func spaced(_ word: String, _ span: Span) -> String {
    let before = token(-1).map { $0.span.end == span.start } ?? false
    let after = word == "not" || token(1).map { $0.span.start == span.end } ?? false
    return (before ? " " : "") + word + (after ? " " : "")
  }

  // MARK: Texts

  /// `'TX'` as `"TX"`; `= 'yes'` as `is yes`, and a day without quotes.
  private mutating func editText() {
    let isInList = isSymbol(-1, .open) || isSymbol(-1, .comma)
    guard let (text, count) = quoted(0) else {
      let digits = source.text(tokens[index].span)
      guard !isInList, digits.allSatisfy({ $0.isNumber || $0 == "," }) else { return }
      return replace(1, digits.replacing(",", with: "_"))
    }
    if !isInList, let answer = SQLTerms.answers[text.lowercased()] {
      return replace(count, answer)
    }
    if text.contains("-"), Period(text) != nil { return replace(count, text) }
    replace(count, SQLTerms.doubleQuoted(text))
  }

  /// A text in either kind of quotes, and how many tokens it takes: `''` within makes several.
  private func quoted(_ distance: Int) -> (text: String, tokens: Int)? {
    guard let first = token(distance) else { return nil }
    if first.kind == .string { return (first.text, 1) }
    guard first.kind == .invalid, let text = inner(first) else { return nil }
    var whole = text
    var last = first
    var count = 1
    while let next = token(distance + count), next.span.start == last.span.end,
      let more = inner(next)
    {
      whole += "'" + more
      last = next
      count += 1
    }
    return (whole, count)
  }

  private func inner(_ token: Token) -> String? {
    let text = source.text(token.span)
    let quotes: Set<Character> = ["'", "\u{2018}", "\u{2019}"]
    guard token.kind == .invalid, text.count >= 2, let first = text.first, let last = text.last,
      quotes.contains(first), quotes.contains(last)
    else { return nil }
    return String(text.dropFirst().dropLast())
  }

  private static func doubleQuoted(_ text: String) -> String {
    "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: Answers

  /// `detainers = 'yes'` as `detainers`, and with no as `not detainers`: `is yes` would count what
  /// is not known as no.
  private mutating func editAnswer() -> Bool {
    let comparison = SQLTerms.comparison(tokens[index])
    let isMark = comparison != nil
    guard isMark || isWord(0, "is") else { return false }
    let isNot = comparison ?? isWord(1, "not")
    let before = !isMark && isNot ? 2 : 1
    guard let value = token(before), let (answer, count) = answered(before) else { return false }
    // "is yes" is tally's own, where a sentence of tally says it.
    let isOwn = value.isWord("yes") || value.isWord("no")
    guard isMark || !isOwn || alias != nil, let start = pathStart(before: index) else {
      return false
    }
    let field = Span(tokens[start].span.start, tokens[index - 1].span.end)
    let kept = edits.filter { $0.span.start >= field.start }
    let name = SQLTerms.text(of: field, with: kept, in: source)
    edits.removeAll { $0.span.start >= field.start }
    let last = tokens[min(index + before + count, tokens.count) - 1]
    edits.append(Fix(field.joined(last.span), answer != isNot ? name : "not " + name))
    index += before + count - 1
    return true
  }

  /// The yes or no that is said at a distance, and how many tokens it takes.
  private func answered(_ distance: Int) -> (Bool, tokens: Int)? {
    if let token = token(distance), token.kind == .word {
      return SQLTerms.answer(token.text).map { ($0, 1) }
    }
    guard let (text, count) = quoted(distance) else { return nil }
    return SQLTerms.answer(text).map { ($0, count) }
  }

  /// Where the field begins that ends before a place; nil where no name stands there.
  private func pathStart(before end: Int) -> Int? {
    var start = end - 1
    while start > 1, tokens[start - 1].kind == .symbol(.dot) { start -= 2 }
    return start >= 0 && tokens[start].kind == .word ? start : nil
  }

  // MARK: like

  /// `name like '%San%'`; before it `not`, which goes before the field.
  private mutating func editLike() {
    guard let (pattern, count) = quoted(1) else { return }
    let test = SQLTerms.test(pattern)
    guard isWord(-1, "not") else { return replace(1 + count, test) }
    guard let start = pathStart(before: index - 1) else { return }
    let field = Span(tokens[start].span.start, tokens[index - 2].span.end)
    let last = tokens[min(index + count, tokens.count - 1)]
    edits.removeAll { $0.span.start >= field.start }
    edits.append(
      Fix(field.joined(last.span), "not " + source.text(field) + " " + test))
    index += count
  }

  /// What a pattern of SQL tests: `%` is any text, `_` any one character.
  private static func test(_ pattern: String) -> String {
    let wild: Set<Character> = ["%", "_"]
    var core = pattern[...]
    let opens = core.first == "%"
    if opens { core = core.dropFirst() }
    let closes = core.last == "%"
    if closes { core = core.dropLast() }
    guard !core.contains(where: wild.contains) else {
      let marks: Set<Character> = Set("\\.[]()*+?{}|^$")
      let body = pattern.map { character in
        character == "%"
          ? ".*"
          : character == "_"
            ? "."
            : marks.contains(character)
              ? "\\\(character)" : String(character)
      }
      return "matches " + doubleQuoted("^" + body.joined() + "$")
    }
    let text = doubleQuoted(String(core))
    if opens { return (closes ? "contains " : "ends with ") + text }
    return (closes ? "starts with " : "is ") + text
  }
}
