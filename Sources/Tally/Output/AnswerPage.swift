// An answer as the blocks of a page, which Markdown, HTML and records mark up in their own way.

/// What a format of pages writes, in order: a strong line, a table, a list below it.
struct AnswerPage {
  /// One block.
  enum Block: Equatable {
    /// What the answer says first, with a line below it, which may be empty.
    case lead(String, below: String)
    /// A table.
    case table(PageTable)
    /// One of the lines below.
    case item(String)
    /// A query or a command to be asked, after a word for it.
    case query(label: String, text: String)
    /// A source, with its number from 1.
    case source(Int, String)
    /// What is cited, numbered.
    case citations([String])
    /// A text in another language.
    case code(language: String, text: String)
  }

  /// The blocks, in order.
  private(set) var blocks: [Block] = []
  private let answer: Answer
  private let footer: Footer
  private let marks: Marks

  /// The page of an answer.
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
      blocks.append(.code(language: code.language, text: code.text))
      return
    }
    writeEnding()
  }

  private var asOf: AnswerDate { answer.provenance.asOf }

  private mutating func lead(_ text: String, below: String = "") {
    blocks.append(.lead(text, below: below))
  }

  private mutating func item(_ line: String) { blocks.append(.item(line)) }

  private mutating func query(_ label: String, _ text: String) {
    guard !text.isEmpty else { return }
    blocks.append(.query(label: label, text: CleanText.query(text)))
  }

  private mutating func write(_ figure: Figure) {
    let words = FigureText(figure: figure, asOf: asOf, marks: marks)
    lead(words.isPlain ? words.clause() : words.headline().text)
    for detail in words.details() { item(detail.text) }
    item(figure.unit.kind == .share ? "as of \(asOf)" : footer.base(words.measured()))
  }

  private mutating func write(_ table: Table, isGroups: Bool) {
    let words = TableText(table: table, isGroups: isGroups, asOf: asOf)
    if let empty = words.empty() {
      blocks.append(.table(PageTable(empty: empty)))
    } else {
      if !table.lead.isEmpty { lead(CleanText.line(table.lead)) }
      blocks.append(.table(PageTable(Grid(table, asOf: asOf, marks: marks))))
      if let showing = words.showing(table.rows.count) { item(showing) }
    }
    if let possible = words.possible() { item(possible) }
    if let scope = words.scope() { item(scope) }
    item(words.base() + ", as of \(asOf)")
  }

  private mutating func write(_ card: Card) {
    lead(CleanText.line(card.title), below: CleanText.line(card.subtitle))
    var table = PageTable(["", "value", "basis", "evidence", "source"], marks: true)
    table.isOfOneThing = true
    for entry in card.entries {
      let column = AnswerColumn(entry.name, .text)
      let value = CellText(entry.value, column: column, asOf: asOf, marks: marks)
      table.rows.append([
        CleanText.line(entry.label.isEmpty ? entry.name : entry.label), value.text + value.remark,
        entry.basis.isEmpty ? "" : BasisText.by(entry.basis), CleanText.line(entry.detail),
        footer.references(entry.sources),
      ])
    }
    blocks.append(.table(table))
    item("as of \(asOf)")
  }

  private mutating func write(_ funnel: Funnel) {
    let words = FunnelText(funnel: funnel, asOf: asOf)
    lead(CleanText.line(words.title))
    var table = PageTable(
      ["kept", "", "dropped", "set aside", "source"], right: [0, 2, 3], marks: true)
    table.rows.append([
      NumberText.grouped(funnel.base), words.base, "", NumberText.grouped(funnel.baseAside),
      footer.span(of: funnel.baseSources),
    ])
    for step in funnel.steps {
      table.rows.append([
        NumberText.grouped(step.kept), CleanText.query(step.words),
        NumberText.grouped(step.dropped), NumberText.grouped(step.aside),
        footer.span(of: step.sources),
      ])
    }
    blocks.append(.table(table))
    for line in words.basis + words.open { item(line) }
    query("these rows", funnel.open > 0 ? funnel.openQuery : "")
    query("rows", funnel.rowsQuery)
    query("repeat with", funnel.repeatLine)
  }

  private mutating func write(_ verdicts: Verdicts) {
    lead(CleanText.line(verdicts.summary))
    var table = PageTable(["figure", "document", "verdict", "because"])
    for finding in verdicts.findings {
      table.rows.append([
        CleanText.line(finding.figure), CleanText.line(finding.document), finding.verdict.rawValue,
        CleanText.line(finding.because),
      ])
    }
    blocks.append(.table(table))
    if let closing = verdicts.closing { item(closing) }
    item("as of \(asOf)")
  }

  private mutating func write(_ transitions: Transitions) {
    lead(CleanText.line(transitions.title))
    blocks.append(.table(PageTable(Grid(transitions.table, asOf: asOf, marks: marks))))
    item(transitions.summary)
    for move in transitions.changed { item(transitions.line(move) + transitions.named(move)) }
    for line in transitions.beside { item(line) }
    item(footer.base(transitions.base))
  }

  /// The sources, the answer itself last.
  private mutating func write(_ citation: Citation) {
    let provenance = answer.provenance
    blocks.append(
      .citations(
        provenance.sources.map(Footer.source) + [citation.entry(provenance, marks)]))
    for note in answer.notes { item("note: " + CleanText.line(note)) }
  }

  private mutating func writeEnding() {
    for (index, source) in answer.provenance.sources.enumerated() {
      blocks.append(.source(index + 1, Footer.source(source)))
    }
    for note in answer.notes { item("note: " + CleanText.line(note)) }
    query("query", answer.provenance.query)
    item(footer.fullDataset)
  }
}

/// A table of plain texts.
struct PageTable: Equatable {
  /// A column.
  struct Column: Equatable {
    /// Its title; empty where the cells say what they are.
    var title: String
    /// Whether it lines up at the right, as numbers do.
    var isRight = false
    /// Whether its cells are marks of sources and nothing foreign: `[1]`.
    var isMarks = false
  }

  /// The columns.
  var columns: [Column]
  /// The rows, a text for each column.
  var rows: [[String]] = []
  /// The total under them.
  var total: [String]?
  /// What stands in the place of the rows where there are none.
  var empty = ""
  /// Whether a text without characters is a value, and no place that nothing is said of.
  var hasEmptyValues = false
  /// Whether its rows are each a name and what is known under it, all of one thing.
  var isOfOneThing = false

  /// A table without rows yet.
  init(_ titles: [String], right: Set<Int> = [], marks: Bool = false) {
    columns = titles.enumerated().map { Column(title: $1, isRight: right.contains($0)) }
    if marks, let last = columns.indices.last { columns[last].isMarks = true }
  }

  /// A table that has no rows, in words.
  init(empty: String) {
    columns = []
    self.empty = empty
  }

  /// The text of a grid.
  init(_ grid: Grid) {
    columns = grid.columns.map { Column(title: $0.title, isRight: $0.isRight) }
    hasEmptyValues = true
    func row(_ index: Int) -> [String] {
      grid.columns.map { $0.cells[index].text + $0.cells[index].remark }
    }
    rows = (0..<grid.rowCount).map(row)
    total = grid.hasTotal ? row(grid.rowCount) : nil
  }
}
