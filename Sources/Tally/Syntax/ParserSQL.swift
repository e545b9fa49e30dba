// A statement that failed because it is SQL: one message with the whole of it as tally says it.

extension Parser {
  /// Looks at a failed statement for SQL. Where all of its words and marks can be said in tally,
  /// and the result parses, one message with that rewrite takes the place of the others.
  mutating func mendSQL(from start: Int) {
    var end = index
    var words = Array(tokens[start..<end])
    let isSelect = SQLSelect.begins(words)
    while isSelect, tokens[end].kind == .newline, source.text(tokens[end].span) != ";",
      SQLSelect.goesOn(with: tokens[end + 1])
    {
      end += 1
      let next = tokens[end...].prefix { $0.kind != .newline && $0.kind != .end }
      words += next
      end += next.count
    }
    guard let first = words.first, let last = words.last else { return }
    let whole = first.span.joined(last.span)
    let said = said(of: whole)
    guard let found = said.first(where: { $0.severity == .error }) else { return }
    let mended = isSelect ? selectSaid(words, whole) : termsSaid(words, whole, found)
    guard let mended else { return }
    replaceDiagnostics(of: whole, by: said.filter { $0.severity != .error } + [mended])
    advance(end - index)
  }

  /// A select as a sentence, where there is one.
  private func selectSaid(_ words: [Token], _ whole: Span) -> Diagnostic? {
    let text = SQLSelect.sentence(words, in: source)
    return .sqlSelect(words[0].span, text.flatMap { parses($0) ? Fix(whole, $0) : nil })
  }

  /// A sentence with words of SQL in it. One that the message already mends is left.
  private func termsSaid(_ words: [Token], _ whole: Span, _ found: Diagnostic) -> Diagnostic? {
    let edits = SQLTerms.edits(of: words, in: source)
    guard let first = edits.first, let last = edits.last else { return nil }
    let isLike = words.contains { $0.span.start == first.span.start && $0.isWord("like") }
    let alone = edits.count == 1 && found.code == "T105" ? standsAlone(words, first) : nil
    guard edits.count > 1 || found.fixes.isEmpty || isLike || alone != nil else { return nil }
    let text = SQLTerms.text(of: whole, with: edits, in: source)
    guard parses(text) else { return nil }
    var mended = found
    if found.code == "T105" {
      mended =
        edits.count > 1
        ? .sqlTerms(first.span.joined(last.span))
        : alone ?? .sqlLike(first.span) ?? found
    }
    mended.fixes = edits.count == 1 ? edits : [Fix(whole, text)]
    if edits.count > 1 { mended.help = [] }
    return mended
  }

  /// The message for one yes/no field with its answer in single quotes: `detainers = 'yes'`.
  private func standsAlone(_ words: [Token], _ edit: Fix) -> Diagnostic? {
    let marks = words.filter { $0.span.start > edit.span.start && $0.span.end < edit.span.end }
    let mark = marks.last { $0.isWord("is") || SQLTerms.comparison($0) != nil }
    return mark.map { .fieldStandsAlone($0.span, source.text($0.span), []) }
  }

  private func parses(_ text: String) -> Bool {
    Parser.parse(Source(text), table: table, mendsSQL: false).1.allSatisfy {
      $0.severity != .error
    }
  }
}
