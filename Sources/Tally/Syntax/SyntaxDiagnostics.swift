// What is said about sentences: codes T201 to T299, and what SQL's habits earn. Sorted by name.

extension Diagnostic {
  /// T402: `=` for equality; after `unknown` two things may be meant.
  static func equalsSign(
    _ mark: Token, _ left: Span, right: Token, in source: Source, isNot: Bool
  ) -> Diagnostic {
    let typed = source.text(mark.span)
    let word = isNot ? "is not" : "is"
    if !isNot, right.isWord("unknown") {
      let field = source.text(left)
      let whole = left.joined(right.span)
      return Diagnostic(
        "T402", at: mark.span, "compare with \"is\", not \"\(typed)\"",
        fixes: [
          Fix(whole, "\(field) is unknown", for: "to find those with no value"),
          Fix(whole, "possibly not \(field)", for: "to include them with the \"no\""),
        ])
    }
    var fixes = [Fix(mark.span, spaced(word, mark.span, in: source))]
    if let answer = SQLTerms.answer(right) {
      let field = source.text(left)
      let alone = Fix(left.joined(right.span), answer != isNot ? field : "not \(field)")
      guard right.kind == .string else {
        return fieldStandsAlone(mark.span, typed, [alone])
      }
      // A text such as "no" may be the value of a field of text.
      let whole = Fix(alone.span, "\(field) \(word) \(source.text(right.span))")
      fixes = [alone, whole]
    }
    return Diagnostic(
      "T402", at: mark.span, "compare with \"\(word)\", not \"\(typed)\"", fixes: fixes)
  }

  /// T402: `= true` of a yes/no field, which is a condition by itself.
  static func fieldStandsAlone(_ span: Span, _ typed: String, _ fixes: [Fix]) -> Diagnostic {
    Diagnostic(
      "T402", at: span, "a yes/no field stands alone, without \"\(typed)\"", fixes: fixes)
  }

  /// T211: `and` and `or` side by side, which people read in two ways.
  static func mixedAndOr(_ parts: [Span], _ words: [String], in source: Source) -> Diagnostic {
    let whole = parts.dropFirst().reduce(parts[0]) { $0.joined($1) }
    let texts = parts.map { source.text($0) }
    return Diagnostic(
      "T211", at: whole, "\"or\" and \"and\" together need brackets",
      help: ["these give different answers:"],
      fixes: [
        Fix(whole, bracketed(texts, words, tighter: "and")),
        Fix(whole, bracketed(texts, words, tighter: "or")),
      ])
  }

  /// T212: `union`, `intersect` and `minus` side by side.
  static func mixedSetOperators(_ span: Span, _ first: String, _ second: String) -> Diagnostic {
    Diagnostic(
      "T212", at: span, "\"\(first)\" and \"\(second)\" together need brackets",
      help: ["for example: (a \(first) b) \(second) c"])
  }

  /// T204: brackets within brackets beyond the limit.
  static func nestedTooDeep(_ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      "T204", at: span, "this is nested more than \(limit) deep",
      help: ["write it in several statements, or with fewer brackets"])
  }

  /// T208: `10.5` where a whole number belongs.
  static func notWhole(_ span: Span, _ wanted: String) -> Diagnostic {
    Diagnostic("T208", at: span, "a whole number belongs here: \(wanted)")
  }

  /// T311: `in New York` without its quotes.
  static func placeNeedsQuotes(_ span: Span, in source: Source) -> Diagnostic {
    Diagnostic(
      "T311", at: span, "a place of several words stands in quotes",
      help: ["a county has its state beside it, as in: \"Cook, IL\""],
      fixes: [Fix(span, "\"\(source.text(span))\"")])
  }

  /// T202: `list counties show name`: a stage without the bar before it.
  static func stageWithoutBar(_ word: Token) -> Diagnostic {
    Diagnostic(
      "T202", at: word.span, "\"\(word.text)\" is a stage: a bar stands before it",
      fixes: [Fix(Span(word.span.start, word.span.start), "| ")])
  }

  /// T202: `by state where detainers`: conditions behind the groups.
  static func conditionAfterGroups(_ word: Span, _ fix: Fix) -> Diagnostic {
    Diagnostic(
      "T202", at: word, "conditions stand before \"by\"",
      help: ["for example: count counties where detainers by state"], fixes: [fix])
  }

  /// T202: `with 2 agreements`: a number that does not say whether more will do.
  static func numberWithoutBound(_ number: Token) -> Diagnostic {
    let digits = NumberWords.digits(number.text) ?? number.text
    return Diagnostic(
      "T202", at: number.span, "say whether more than \(digits) will do",
      fixes: ["at least", "exactly"].map { Fix(number.span, "\($0) \(digits)") })
  }

  /// T202: `in TX and CO`: a list of places has commas, whatever the word between them.
  static func placesByComma(_ word: Token, before: Span) -> Diagnostic {
    Diagnostic(
      "T202", at: word.span, "places are parted by commas",
      help: ["for example: count counties in TX, CO"],
      fixes: [Fix(Span(before.end, word.span.end), ",")])
  }

  /// T213: `across 2019` without the word for what it goes across.
  static func acrossWantsYears(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T213", at: span, "across goes over something: over periods it is across years",
      fixes: [Fix(Span(span.start, span.start), "years ")])
  }

  /// T207: a mark of other languages for a word of this one.
  static func sqlMark(_ span: Span, _ mark: String, _ word: String) -> Diagnostic {
    Diagnostic(
      "T207", at: span, "write \"\(word.filter { $0 != " " })\", not \"\(mark)\"",
      fixes: [Fix(span, word)])
  }

  /// T207: a `select`, with what tally says for it.
  static func sqlSelect(_ span: Span, _ fix: Fix?) -> Diagnostic {
    let habit = SQLHabits.select
    return Diagnostic(
      "T207", at: span, habit.message, help: fix == nil ? [habit.help] : [],
      fixes: fix.map { [$0] } ?? [])
  }

  /// T207: `like`, which has its text in single quotes.
  static func sqlLike(_ span: Span) -> Diagnostic? {
    SQLHabits.inside["like"].map { Diagnostic("T207", at: span, $0.message, help: [$0.help]) }
  }

  /// T207: several words and marks of SQL in one sentence.
  static func sqlTerms(_ span: Span) -> Diagnostic {
    Diagnostic("T207", at: span, "tally has words of its own for what SQL says here")
  }

  /// T403: `is null`; a value here is unknown or does not apply.
  static func sqlNull(_ span: Span) -> Diagnostic {
    Diagnostic(
      "T403", at: span, "a value is unknown, or it is none: there is no null",
      fixes: [
        Fix(span, "unknown", for: "not known"), Fix(span, "none", for: "does not apply"),
      ])
  }

  /// T207: `show me the counties`.
  static func showMe(_ span: Span, from start: Int, to end: Int) -> Diagnostic {
    Diagnostic(
      "T207", at: span, "leave out \"me\": say list to see rows",
      help: ["for example: list counties in NM"],
      fixes: [Fix(Span(start, end), "list "), Fix(Span(start, end), "show ")])
  }

  /// T203: `share of counties where detainers`.
  static func shareOrder(_ span: Span, fix: Fix?) -> Diagnostic {
    Diagnostic(
      "T203", at: span, "share needs a condition and a base",
      help: fix == nil ? ["for example: share where detainers among counties"] : [],
      fixes: fix.map { [$0] } ?? [])
  }

  /// T201: a sentence that does not begin with a verb.
  static func startWithVerb(
    _ span: Span, source: Source, rest: Span, verbs: [String]
  ) -> Diagnostic {
    let typed = source.text(span).lowercased()
    let text = source.text(rest)
    let words = text.lowercased().split(separator: " ", maxSplits: 2).prefix(2)
    let pair = words.joined(separator: " ")
    if let habit = SQLHabits.pairs[pair] {
      return Diagnostic(
        "T207", at: span, habit.message, help: [habit.help],
        fixes: habit.fixes(Span(span.start, span.start + pair.utf8.count)))
    }
    if let habit = SQLHabits.openings[typed] {
      return Diagnostic(
        "T207", at: span, habit.message, help: [habit.help], fixes: habit.fixes(span))
    }
    let near = Reserved.contains(typed) ? [] : Spelling.nearest(typed, in: verbs)
    let mayBeThings = typed.first?.isLetter == true && !Reserved.contains(typed)
    let asked = mayBeThings ? [Fix(rest, "count " + text), Fix(rest, "list " + text)] : []
    let fixes = near.isEmpty ? asked : near.prefix(2).map { Fix(span, $0) }
    return Diagnostic(
      "T201", at: span, "start with what you want",
      help: ["for example count, list, share or show"],
      fixes: fixes)
  }

  /// T108: a statement beyond the limit.
  static func statementTooLong(_ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      "T108", at: span, "a statement is at most \(limit) bytes long",
      help: ["is a bracket or a quote left open before this?"])
  }

  /// T204: a chain of filters, operators or stages beyond the limit.
  static func tooManySteps(_ span: Span, limit: Int) -> Diagnostic {
    Diagnostic(
      "T204", at: span, "this has more than \(limit) filters, operators and stages",
      help: ["write it in several statements, or list values in brackets: state in (TX, CA)"])
  }

  /// T202: a token that does not fit where it stands, or the end where more is wanted; T205 where
  /// a closing bracket is missing.
  static func unexpected(
    _ token: Token, after before: Token?, in source: Source, wanted: String, possible: [String]
  ) -> Diagnostic {
    let isEnd = token.kind == .end || token.kind == .newline
    let typed = source.text(token.span).lowercased()
    for span in [token.span, before?.span].compactMap({ $0 }) {
      guard let both = span.withWordBefore(in: source),
        let habit = SQLHabits.pairs[source.text(both).lowercased()],
        habit.later.map({ source.hasWord($0, after: both) }) ?? true
      else { continue }
      return Diagnostic(
        "T207", at: span, habit.message, help: [habit.help], fixes: habit.fixes(both))
    }
    if !isEnd, let habit = SQLHabits.inside[typed] {
      return Diagnostic(
        "T207", at: token.span, habit.message, help: [habit.help],
        fixes: habit.fixes(token.span, afterBar: followsBar(token.span, source)))
    }
    if let before, let habit = SQLHabits.inside[before.text] {
      return Diagnostic(
        "T207", at: before.span, habit.message, help: [habit.help],
        // What is left out takes the blank after it along.
        fixes: habit.fixes(
          habit.replacement == "" ? Span(before.span.start, token.span.start) : before.span))
    }
    if wanted.hasPrefix("a whole number"), let digits = NumberWords.digits(typed) {
      return Diagnostic(
        "T202", at: token.span, "numbers are written in digits", fixes: [Fix(token.span, digits)])
    }
    let code = wanted == "a closing bracket" ? "T205" : "T202"
    let words = possible.filter { $0.allSatisfy { $0.isLetter || $0 == " " || $0 == "|" } }
    let isWord = typed.first?.isLetter ?? false
    let near =
      distinct(possible).filter { linking[typed]?.contains($0) ?? false }
      + (isEnd || !isWord || Reserved.contains(typed) ? [] : Spelling.nearest(typed, in: words))
    let text = source.text(token.span)
    let found = text.first == "\"" ? text : "\"\(text)\""
    let message: String
    switch (isEnd, wanted.isEmpty) {
    case (true, true): message = "the sentence is not finished"
    case (true, false): message = "missing here: \(wanted)"
    case (false, _): message = "\(found) does not fit here"
    }
    let isHelpful =
      wanted.isEmpty ? !words.isEmpty : words.count == possible.count && words.count > 1
    var help = isEnd || wanted.isEmpty ? [] : ["what belongs here: " + wanted]
    if isHelpful { help.append("what can stand here: " + listed(words)) }
    return Diagnostic(
      code, at: token.span, message, help: help + meant(near),
      fixes: near.prefix(1).map { Fix(token.span, $0) })
  }

  /// What links a name to its meaning elsewhere, and here: a set takes `as`, a value `=`.
  private static let linking = ["=": ["as"], "is": ["as", "="], "as": ["="]]

  /// `state is OR`: a reserved word that is a value stands in quotes.
  private static func quoted(_ token: Token, _ found: String) -> [Fix] {
    token.kind == .word && Reserved.places.contains(token.text)
      ? [Fix(token.span, "\"\(found)\"")] : []
  }

  /// Whether the mark before a place is a bar.
  private static func followsBar(_ span: Span, _ source: Source) -> Bool {
    let before = source.bytes[..<max(0, min(span.start, source.bytes.count))]
    return before.last { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
  }

  /// The question whether a near word was meant, as the last line of help.
  static func meant(_ near: [String]) -> [String] {
    near.isEmpty ? [] : ["did you mean \(near.prefix(2).joined(separator: " or "))?"]
  }

  private static func listed(_ words: [String]) -> String {
    distinct(words).joined(separator: " ")
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  private static func spaced(_ word: String, _ span: Span, in source: Source) -> String {
    let before = span.start > 0 && source.bytes[span.start - 1] != UInt8(ascii: " ")
    let after = span.end < source.bytes.count && source.bytes[span.end] != UInt8(ascii: " ")
    return (before ? " " : "") + word + (after ? " " : "")
  }

  /// The parts with brackets around each run that one word joins.
  private static func bracketed(_ texts: [String], _ words: [String], tighter: String) -> String {
    var groups: [[String]] = [[texts[0]]]
    for (word, text) in zip(words, texts.dropFirst()) {
      if word == tighter {
        groups[groups.count - 1].append(text)
      } else {
        groups.append([text])
      }
    }
    let looser = tighter == "and" ? " or " : " and "
    return groups.map { group in
      group.count == 1 ? group[0] : "(" + group.joined(separator: " \(tighter) ") + ")"
    }.joined(separator: looser)
  }
}

extension Span {
  /// The word before this span and this span, where one blank parts them.
  fileprivate func withWordBefore(in source: Source) -> Span? {
    let before = source.bytes[..<max(0, min(start, source.bytes.count))]
    guard before.last == UInt8(ascii: " ") else { return nil }
    let word = before.dropLast().reversed().prefix {
      (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0 | 0x20
    }
    return word.isEmpty ? nil : Span(start - 1 - word.count, end)
  }
}

extension Source {
  /// Whether a word stands behind a span.
  fileprivate func hasWord(_ word: String, after span: Span) -> Bool {
    text(Span(span.end, bytes.count)).split { !$0.isLetter }.contains { $0 == word }
  }
}
