// The format of documents: a table or a number in Markdown, its footer as a list.

extension OutputFormat {
  /// Markdown as GitHub has it: a pipe table, and under it a list of all that belongs to it.
  static let markdown = OutputFormat(
    name: "markdown", summary: "a Markdown table with its base, date, sources and query as a list"
  ) { answer, context in
    StyledText(MarkdownPage(answer, marks: context.marks).text)
  }
}

/// An answer on a page.
private struct MarkdownPage {
  /// The Markdown.
  private(set) var text = ""
  private let answer: Answer
  private let footer: Footer
  private let marks: Marks

  init(_ answer: Answer, marks: Marks) {
    self.answer = answer
    self.marks = marks
    footer = Footer(answer, marks: marks)
    switch answer.content {
    case .figure(let figure): write(figure)
    case .groups(let table): write(table, isGroups: true)
    case .rows(let table): write(table, isGroups: false)
    case .card(let card): write(card)
    case .funnel(let funnel): write(funnel)
    case .verdicts(let verdicts): write(verdicts)
    case .transitions(let transitions): write(transitions)
    case .citation(let citation):
      write(citation)
      return
    case .code(let code):
      text = "```\(code.language == "sql" ? "sql" : "")\n\(code.text)\n```\n"
      return
    }
    writeEnding()
  }

  private var asOf: AnswerDate { answer.provenance.asOf }

  private mutating func write(_ figure: Figure) {
    let words = FigureText(figure: figure, asOf: asOf, marks: marks)
    text += "**" + escaped(words.isPlain ? words.clause() : words.headline().text) + "**\n\n"
    for detail in words.details() { item(detail.text) }
    item(figure.unit.kind == .share ? "as of \(asOf)" : footer.base(words.measured()))
  }

  private mutating func write(_ table: Table, isGroups: Bool) {
    let words = TableText(table: table, isGroups: isGroups, asOf: asOf)
    if let empty = words.empty() {
      text += escaped(empty) + "\n\n"
    } else {
      if !table.lead.isEmpty { text += "**" + escaped(CleanText.line(table.lead)) + "**\n\n" }
      write(Grid(table, asOf: asOf, marks: marks))
      if let showing = words.showing(table.rows.count) { item(showing) }
    }
    if let possible = words.possible() { item(possible) }
    if let scope = words.scope() { item(scope) }
    item(words.base() + ", as of \(asOf)")
  }

  private mutating func write(_ grid: Grid) {
    row(grid.columns.map { escaped($0.title) })
    row(grid.columns.map { $0.isRight ? "---:" : "---" })
    for index in 0..<grid.rowCount {
      row(grid.columns.map { cell($0.cells[index]) })
    }
    if grid.hasTotal {
      row(
        grid.columns.map { column in
          let text = cell(column.cells[grid.rowCount])
          return text.isEmpty ? "" : "**\(text)**"
        })
    }
    text += "\n"
  }

  private func cell(_ cell: CellText) -> String { escaped(cell.text + cell.remark) }

  private mutating func row(_ cells: [String]) {
    text += "| " + cells.joined(separator: " | ") + " |\n"
  }

  private mutating func write(_ card: Card) {
    text += "**" + escaped(CleanText.line(card.title)) + "**"
    if !card.subtitle.isEmpty { text += "  \n" + escaped(CleanText.line(card.subtitle)) }
    text += "\n\n"
    row(["", "value", "basis", "evidence", "source"])
    row(Array(repeating: "---", count: 5))
    for entry in card.entries {
      let column = AnswerColumn(entry.name, .text)
      let value = CellText(entry.value, column: column, asOf: asOf, marks: marks)
      row([
        escaped(CleanText.line(entry.label.isEmpty ? entry.name : entry.label)), cell(value),
        entry.basis.isEmpty ? "" : escaped(BasisText.by(entry.basis)),
        escaped(CleanText.line(entry.detail)), footer.references(entry.sources),
      ])
    }
    text += "\n"
    item("as of \(asOf)")
  }

  private mutating func write(_ funnel: Funnel) {
    let words = FunnelText(funnel: funnel, asOf: asOf)
    text += "**" + escaped(CleanText.line(words.title)) + "**\n\n"
    row(["kept", "", "dropped", "set aside", "source"])
    row(["---:", "---", "---:", "---:", "---"])
    row([
      NumberText.grouped(funnel.base), escaped(words.base), "",
      NumberText.grouped(funnel.baseAside), footer.span(of: funnel.baseSources),
    ])
    for step in funnel.steps {
      row([
        NumberText.grouped(step.kept), escaped(CleanText.query(step.words)),
        NumberText.grouped(step.dropped), NumberText.grouped(step.aside),
        footer.span(of: step.sources),
      ])
    }
    text += "\n"
    for line in words.basis + words.open { item(line) }
    let queries = [
      ("these rows", funnel.open > 0 ? funnel.openQuery : ""), ("rows", funnel.rowsQuery),
      ("repeat with", funnel.repeatLine),
    ]
    for (label, query) in queries where !query.isEmpty {
      text += "- \(label): " + code(CleanText.query(query)) + "\n"
    }
  }

  private mutating func write(_ verdicts: Verdicts) {
    text += "**" + escaped(CleanText.line(verdicts.summary)) + "**\n\n"
    row(["figure", "document", "verdict", "because"])
    row(Array(repeating: "---", count: 4))
    for finding in verdicts.findings {
      row([
        escaped(CleanText.line(finding.figure)), escaped(CleanText.line(finding.document)),
        finding.verdict.rawValue, escaped(CleanText.line(finding.because)),
      ])
    }
    text += "\n"
    if let closing = verdicts.closing { item(closing) }
    item("as of \(asOf)")
  }

  private mutating func write(_ transitions: Transitions) {
    text += "**" + escaped(CleanText.line(transitions.title)) + "**\n\n"
    write(Grid(transitions.table, asOf: asOf, marks: marks))
    item(transitions.summary)
    for move in transitions.changed { item(transitions.line(move) + transitions.named(move)) }
    for line in transitions.beside { item(line) }
    item(footer.base(transitions.base))
  }

  /// A numbered list of the sources, the answer itself last.
  private mutating func write(_ citation: Citation) {
    let provenance = answer.provenance
    let entries = provenance.sources.map(Footer.source) + [citation.entry(provenance, marks)]
    for (index, entry) in entries.enumerated() { text += "\(index + 1). " + escaped(entry) + "\n" }
    for note in answer.notes { text += "\n" + escaped("note: " + CleanText.line(note)) + "\n" }
  }

  private mutating func writeEnding() {
    for (index, source) in answer.provenance.sources.enumerated() {
      text += "- " + escaped("[\(index + 1)] " + Footer.source(source)) + "\n"
    }
    for note in answer.notes { item("note: " + CleanText.line(note)) }
    text += "- query: " + code(CleanText.query(answer.provenance.query)) + "\n"
    item(footer.fullDataset)
  }

  private mutating func item(_ line: String) { text += "- " + escaped(line) + "\n" }

  /// A code span; its fence is longer than any run of backticks within.
  private func code(_ query: String) -> String {
    let runs = query.split { $0 != "`" }
    guard let longest = runs.map(\.count).max() else { return "`\(query)`" }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence) \(query) \(fence)"
  }

  /// The text with the marks of Markdown made plain: pipes, stars, brackets and the like.
  private func escaped(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\", "|", "*", "`", "<", "[", "]": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
