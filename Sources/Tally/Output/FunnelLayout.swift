// Lays out how a number came about, and what is to be cited.

extension AnswerLayout {
  /// The funnel: a number at the left of each line, what it counts at its right.
  func write(_ funnel: Funnel, _ footer: Footer) -> StyledText {
    let words = FunnelText(funnel: funnel, asOf: footer.provenance.asOf)
    var text = StyledText(CleanText.line(words.title), .heading).lines(width: width, hanging: 2)
    for line in words.basis {
      text.append(StyledText(line).lines(width: width, indent: 2, hanging: 4))
    }
    text.append("\n")
    let numbers = ([funnel.base] + funnel.steps.map(\.kept)).map(NumberText.grouped)
    let digits = numbers.reduce(0) { max($0, $1.count) }
    func line(_ number: String, _ rest: StyledText) {
      var line = StyledText(TextWidth.spaces(digits - number.count))
      line.append(number, .number)
      line.append("  ")
      line.append(rest)
      text.append(line.lines(width: width, indent: 2, hanging: digits + 4))
    }
    func below(_ words: String, _ role: Role) {
      let hanging = digits + 4
      text.append(StyledText(words, role).lines(width: width, indent: hanging, hanging: hanging))
    }
    line(numbers[0], about(words.base, "", funnel.baseSources, footer))
    if let aside = words.baseAside { below(aside, .unknown) }
    for (step, number) in zip(funnel.steps, numbers.dropFirst()) {
      let rest = FunnelText.rest(step)
      line(number, about(CleanText.query(step.words), rest, step.sources, footer))
      if let reasons = FunnelText.reasons(step) { below(reasons, .muted) }
    }
    text.append("\n")
    text.append(ends(funnel, words))
    footer.end(&text, width: width)
    return text
  }

  private func about(
    _ words: String, _ rest: String, _ sources: [Int], _ footer: Footer
  ) -> StyledText {
    var text = StyledText(words)
    if !rest.isEmpty { text.append("  " + rest, .muted) }
    let references = footer.span(of: sources)
    if !references.isEmpty { text.append("  " + references, .source) }
    return text
  }

  /// Where the bounds come from, and the queries that list the rows.
  private func ends(_ funnel: Funnel, _ words: FunnelText) -> StyledText {
    var text = StyledText()
    for (index, line) in words.open.enumerated() {
      let role: Role = index == 0 ? .unknown : .plain
      let indent = index == 0 ? 2 : 4
      text.append(StyledText(line, role).lines(width: width, indent: indent, hanging: indent + 2))
    }
    func query(_ label: String, _ query: String) {
      guard !query.isEmpty else { return }
      var line = StyledText(label + ": ", .muted)
      line.append(CleanText.query(query), .keyword)
      text.append(line.lines(width: width, indent: 2, hanging: 4))
    }
    if funnel.open > 0 { query("these rows", funnel.openQuery) }
    query("rows", funnel.rowsQuery)
    query("repeat with", funnel.repeatLine)
    return text
  }

  /// The numbered sources in full, and the answer itself as the last entry.
  func write(_ citation: Citation, _ footer: Footer) -> StyledText {
    var text = StyledText()
    let sources = footer.provenance.sources.map(Footer.source)
    for (index, entry) in (sources + [citation.entry(footer.provenance, marks)]).enumerated() {
      var line = StyledText("[\(index + 1)] ", .source)
      line.append(entry)
      text.append(line.lines(width: width, hanging: 4))
    }
    text.append(footer.notes(width: width))
    return text
  }
}

extension Footer {
  /// The marks of some sources, as few as say which: `[1]`, `[2]–[34]`, `[3][5]–[9]`; where that
  /// would be long, how many they are.
  func span(of indices: [Int]) -> String {
    let known = Set(indices).filter(provenance.sources.indices.contains).sorted()
    var runs: [ClosedRange<Int>] = []
    for index in known {
      if let last = runs.last, last.upperBound == index - 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    guard runs.count <= 3 else { return "[\(known.count) sources]" }
    return runs.map { run in
      let first = "[\(run.lowerBound + 1)]"
      return run.count == 1 ? first : first + marks.dash + "[\(run.upperBound + 1)]"
    }.joined()
  }
}
