// Dates as people write them elsewhere, where a sentence does not fit: read, and said in our form.

/// A date in another form.
private struct OtherDate {
  /// The period in our form; nil where it could be several.
  var period: String?
  /// How many tokens it takes.
  var count: Int
}

/// Words that people bring to dates.
private enum DateHabits {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  /// Words for the day on which one asks, which the record does not know.
  static let today: Set<String> = ["today", "now", "current"]
  /// Words before a date that mean `as of`.
  static let prepositions: Set<String> = ["in", "on", "at", "during"]
  /// Words before a date that a value is compared with, and the marks that they mean.
  static let marks = ["in": "is", "after": ">", "before": "<", "since": ">=", "until": "<="]
  /// Words and marks that a date of ours follows.
  static let openers: Set<String> = ["of", "years", "in"]

  /// The number of a month by its name, or three letters of it or more.
  static func month(_ token: Token) -> Int? {
    guard token.kind == .word, token.text.utf8.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(token.text) }.map { $0 + 1 }
  }

  /// A date that is not in our form, where tokens begin with one.
  static func date(_ tokens: ArraySlice<Token>) -> OtherDate? {
    guard let first = tokens.first else { return nil }
    let rest = tokens.dropFirst()
    if first.kind == .word, today.contains(first.text) {
      return OtherDate(period: "latest", count: 1)
    }
    if first.kind == .string {
      let inner = Lexer.tokens(of: Source(first.text)).tokens.filter { $0.kind != .end }
      guard let found = date(inner[...]) ?? plain(inner[...]), found.count == inner.count
      else { return nil }
      return OtherDate(period: found.period, count: 1)
    }
    if first.isWord("fy") || first.isWord("fiscal"), let year = rest.first(where: { isYear($0) }),
      year == rest.first || rest.first?.isWord("year") == true
    {
      return valid("fy" + year.text, year == rest.first ? 2 : 3)
    }
    return named(tokens) ?? marked(tokens)
  }

  /// A date in our form.
  static func plain(_ tokens: ArraySlice<Token>) -> OtherDate? {
    guard let first = tokens.first, isPlain(first) else { return nil }
    return OtherDate(period: first.kind == .fiscal ? "fy" + first.text : first.text, count: 1)
  }

  /// Whether a token is a period of ours.
  static func isPlain(_ token: Token) -> Bool {
    isYear(token) || [.fiscal, .month, .day].contains(token.kind) || token.isWord("latest")
  }

  /// `May 2019`, `May 6, 2019`, `6 May 2019`.
  private static func named(_ tokens: ArraySlice<Token>) -> OtherDate? {
    let parts = tokens.prefix(4).filter { $0.kind != .symbol(.comma) }
    guard let at = parts.prefix(2).firstIndex(where: { month($0) != nil }),
      let month = month(parts[at])
    else { return nil }
    let days = at == 0 ? parts.dropFirst().prefix(1).filter { !isYear($0) } : [parts[0]]
    guard let year = parts.dropFirst(1 + days.count).first, isYear(year),
      days.allSatisfy({ $0.kind == .number }), let last = tokens.firstIndex(of: year)
    else { return nil }
    let numbers = [String(month)] + days.map(\.text)
    return valid(written(year.text, numbers), last - tokens.startIndex + 1)
  }

  /// `2019-5-6`, `2019/05`, `5/2019`; `5/6/2019` is May in one country and June in another.
  private static func marked(_ tokens: ArraySlice<Token>) -> OtherDate? {
    var parts: [Token] = []
    var count = 0
    for (place, token) in tokens.prefix(5).enumerated() {
      let isMark = token.kind == .symbol(.minus) || token.kind == .symbol(.over)
      guard place.isMultiple(of: 2) ? token.kind == .number || token.kind == .month : isMark
      else { break }
      if !isMark {
        parts.append(token)
        count = place + 1
      }
    }
    guard let first = parts.first, let last = parts.last else { return nil }
    if parts.count == 1 { return run(first) }
    if first.kind == .month { return valid(written(first.text, [last.text]), 3) }
    if isYear(first) { return valid(written(first.text, parts.dropFirst().map(\.text)), count) }
    guard isYear(last) else { return nil }
    return parts.count == 2
      ? valid(written(last.text, [first.text]), count) : OtherDate(period: nil, count: count)
  }

  /// `20190506`.
  private static func run(_ token: Token) -> OtherDate? {
    guard token.kind == .number, token.text.utf8.count == 8 else { return nil }
    let (year, day) = (token.text.prefix(4), token.text.suffix(2))
    return valid("\(year)-\(token.text.dropFirst(4).prefix(2))-\(day)", 1)
  }

  private static func isYear(_ token: Token) -> Bool {
    token.kind == .number && token.text.utf8.count == 4 && Period(token.text) != nil
  }

  private static func written(_ year: String, _ numbers: [String]) -> String {
    ([year] + numbers.map { $0.utf8.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
  }

  private static func valid(_ text: String, _ count: Int) -> OtherDate? {
    Period(text) == nil ? nil : OtherDate(period: text, count: count)
  }
}

extension Parser {
  /// What is said of the token at hand, which does not fit, where it is part of a date that is
  /// written as elsewhere.
  func misdated(_ wishes: [Wish]) -> Diagnostic? {
    if wishes.contains(.name(.period)) {
      return DateHabits.date(tokens[index...]).map { said($0, from: index, at: index) }
    }
    guard index > 0 else { return nil }
    if let compared = comparedDate() { return compared }
    let before = tokens[index - 1]
    if before.isWord("in"), let found = date(at: index) {
      return said(found, from: index, at: index - 1, as: "as of ")
    }
    if index > 1, isOpener(tokens[index - 2]), let found = DateHabits.date(tokens[(index - 1)...]),
      found.count > 1
    {
      let isPlace = tokens[index - 2].isWord("in")
      return said(
        found, from: index - 1, at: isPlace ? index - 2 : index - 1, as: isPlace ? "as of " : "")
    }
    if DateHabits.isPlain(before), DateHabits.isPlain(current), isAcross {
      return .commaBetweenPeriods(before.span.joined(current.span), source)
    }
    guard wishes.contains(.word("as")) else { return nil }
    if current.kind == .word, DateHabits.prepositions.contains(current.text),
      let found = date(at: index + 1)
    {
      return said(found, from: index + 1, at: index, as: "as of ")
    }
    return date(at: index).map { said($0, from: index, at: index, as: "as of ") }
  }

  /// What is said of a date that a value is compared with, after a word that means a mark:
  /// `signed after 2020`, `signed is before 2020`, `signed not in 2020`.
  private func comparedDate() -> Diagnostic? {
    for start in [index, index + 1] where start < tokens.count {
      var first = start - 1
      guard var mark = DateHabits.marks[tokens[first].text], let found = date(at: start),
        let period = found.period, first > 0
      else { continue }
      if tokens[first - 1].isWord("is") { first -= 1 }
      guard first > 0 else { continue }
      if mark == "is", tokens[first - 1].isWord("not") { (first, mark) = (first - 1, "is not") }
      guard isCompared(at: first - 1) else { continue }
      let span = tokens[first].span.joined(tokens[start + found.count - 1].span)
      return .dateIsCompared(span, "\(mark) \(period)")
    }
    return nil
  }

  /// A date at a token, in our form or another.
  private func date(at index: Int) -> OtherDate? {
    DateHabits.date(tokens[index...]) ?? DateHabits.plain(tokens[index...])
  }

  /// Whether the path that ends at a token is a value of a condition, and not the things asked.
  private func isCompared(at last: Int) -> Bool {
    var first = last
    while first > 1, tokens[first - 1].kind == .symbol(.dot) { first -= 2 }
    return first > 0 && ["where", "and", "or", "not"].contains { tokens[first - 1].isWord($0) }
  }

  private func isOpener(_ token: Token) -> Bool {
    token.kind == .symbol(.comma)
      || token.kind == .word && DateHabits.openers.contains(token.text)
  }

  /// Whether the tokens before this one are periods after `years`.
  private var isAcross: Bool {
    tokens[..<index].last { !DateHabits.isPlain($0) && $0.kind != .symbol(.comma) }?
      .isWord("years") ?? false
  }

  private func said(
    _ date: OtherDate, from first: Int, at start: Int, as word: String = ""
  ) -> Diagnostic {
    let span = tokens[start].span.joined(tokens[first + date.count - 1].span)
    return .dateInAnotherForm(span, date.period.map { word + $0 }, isWord: !word.isEmpty)
  }
}

extension Diagnostic {
  /// T507: a date in another form, or after another word.
  static func dateInAnotherForm(_ span: Span, _ text: String?, isWord: Bool) -> Diagnostic {
    let form = "a date is written 2019, 2019-05 or 2019-05-06"
    let message =
      text == "latest"
      ? "the record knows no today: its newest day is latest"
      : isWord ? "a date follows \"as of\"" : form
    return Diagnostic(
      "T507", at: span, message,
      help: text == nil
        ? ["day and month could be either: write the year first"]
        : isWord ? ["of a date that things have: where signed is 2019"] : [],
      fixes: text.map { [Fix(span, $0)] } ?? [])
  }

  /// T507: a date after a word, of a value that it is compared with.
  static func dateIsCompared(_ span: Span, _ comparison: String) -> Diagnostic {
    Diagnostic(
      "T507", at: span, "a date is compared by is, <, >, or between",
      fixes: [Fix(span, comparison)])
  }

  /// T507: two periods without a comma.
  static func commaBetweenPeriods(_ span: Span, _ source: Source) -> Diagnostic {
    let periods = source.text(span).split(separator: " ").joined(separator: ", ")
    return Diagnostic(
      "T507", at: span, "periods have commas between them", fixes: [Fix(span, periods)])
  }
}
