// What is said of words that people bring from elsewhere, and of what they say in speech.

extension Diagnostic {
  /// T207, and T202 for a number in letters: a token that does not fit, or the one before it, where
  /// one of them is a habit; else nil.
  static func habitual(
    _ token: Token, after before: Token?, in source: Source, wanted: String
  ) -> Diagnostic? {
    let isEnd = token.kind == .end || token.kind == .newline
    let typed = source.text(token.span).lowercased()
    let pairs = [
      before?.span.withWordBefore(in: source), token.span.withWordBefore(in: source),
      isEnd ? nil : token.span.withWordAfter(in: source),
    ]
    for both in pairs.compactMap({ $0 }) {
      guard let habit = SQLHabits.pairs[source.text(both).lowercased()],
        habit.later.map({ source.hasWord($0, after: both) }) ?? true
      else { continue }
      let own = [token.span, before?.span].compactMap { $0 }.first { $0.end == both.end }
      let span = own ?? both
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
    return nil
  }

  /// Whether the mark before a place is a bar.
  private static func followsBar(_ span: Span, _ source: Source) -> Bool {
    let before = source.bytes[..<max(0, min(span.start, source.bytes.count))]
    return before.last { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
  }
}

extension Span {
  /// This span and the word after it, where one blank parts them.
  fileprivate func withWordAfter(in source: Source) -> Span? {
    let after = source.bytes.dropFirst(end)
    guard after.first == UInt8(ascii: " ") else { return nil }
    let word = after.dropFirst().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")) ~= $0 | 0x20 }
    return word.isEmpty ? nil : Span(start, end + 1 + word.count)
  }

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
