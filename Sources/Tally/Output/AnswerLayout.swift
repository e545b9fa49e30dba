// Lays an answer out for a screen or a pipe; the two differ in width and in their marks only.

/// An answer in lines, with aligned columns.
struct AnswerLayout {
  /// The columns of the screen; nil for none: then nothing is cut or left out.
  let width: Int?
  /// The most rows to show.
  let maxRows: Int?
  /// The marks to use.
  let marks: Marks
  /// Whether rules are drawn as one line.
  let isRuled: Bool

  /// How the reader gets all rows; empty where there is no way to name.
  var wayToAllRows = ""

  /// The lines of an answer: its picture first, where it has one, and then what the picture does
  /// not say.
  func parts(_ answer: Answer) -> AnswerParts {
    guard let picture = answer.picture else { return contentParts(answer) }
    let drawing = PictureText(picture, of: answer, width: width, maxRows: maxRows, marks: marks)
    let text = drawing.lines()
    guard drawing.saysNumbers else {
      var parts = contentParts(answer)
      parts.opening.insert(text, at: 0)
      return parts
    }
    let footer = Footer(answer, marks: marks)
    var parts = AnswerParts(lines: text)
    switch answer.content {
    case .groups(let table): parts.footer.append(ending(of: table, isGroups: true, footer))
    case .rows(let table): parts.footer.append(ending(of: table, isGroups: false, footer))
    case .figure, .card, .funnel, .verdicts, .transitions, .citation, .code:
      parts.footer.append(contentParts(answer).text)
    }
    return parts
  }

  private func contentParts(_ answer: Answer) -> AnswerParts {
    let footer = Footer(answer, marks: marks)
    switch answer.content {
    case .figure(let figure): return AnswerParts(lines: write(figure, footer))
    case .groups(let table): return parts(table, isGroups: true, footer)
    case .rows(let table): return parts(table, isGroups: false, footer)
    case .card(let card): return AnswerParts(lines: write(card, footer))
    case .funnel(let funnel): return AnswerParts(lines: write(funnel, footer))
    case .verdicts(let verdicts): return AnswerParts(lines: write(verdicts, footer))
    case .transitions(let transitions): return AnswerParts(lines: write(transitions, footer))
    case .citation(let citation): return AnswerParts(lines: write(citation, footer))
    // To be read by a database: no footer, for the text itself says its date and dataset.
    case .code(let code): return AnswerParts(lines: StyledText(code.text + "\n"))
    }
  }

  private func write(_ figure: Figure, _ footer: Footer) -> StyledText {
    let words = FigureText(figure: figure, asOf: footer.provenance.asOf, marks: marks)
    if words.isPlain { return writePlain(words, footer) }
    var text = words.headline().lines(width: width, hanging: 2)
    for detail in words.details() {
      text.append(detail.lines(width: width, indent: 2, hanging: 4))
    }
    if isSettled(figure) { return text.with(endOfSettled(figure, words, footer)) }
    let base =
      figure.unit.kind == .share ? "as of \(footer.provenance.asOf)" : footer.base(words.measured())
    text.append(footer.referenced(StyledText(base, .muted), indent: 2, width: width))
    footer.end(&text, width: width)
    return text
  }

  /// Whether nothing of a figure is unknown: then a screen has its base, date, dataset and marks of
  /// its sources in one line. `cite` says what they are, and so does every other format.
  private func isSettled(_ figure: Figure) -> Bool {
    width != nil && figure.isExact && figure.unknown == 0 && !figure.lacksValues
      && figure.totals == nil
  }

  private func endOfSettled(
    _ figure: Figure, _ words: FigureText, _ footer: Footer
  ) -> StyledText {
    let base =
      figure.unit.kind == .share ? "as of \(footer.provenance.asOf)" : footer.base(words.measured())
    let line = StyledText("\(base), \(footer.dataset)", .muted)
    return footer.referenced(line, indent: 2, width: width).with(footer.notes(width: width))
  }

  /// A number without an interval or evidence: all of it on one line; in a pipe its sources follow.
  private func writePlain(_ words: FigureText, _ footer: Footer) -> StyledText {
    var line = StyledText(words.clause(), .number)
    var about = "as of \(footer.provenance.asOf), \(footer.dataset)"
    if words.figure.unit.kind == .measure { about = "over \(words.measured()), \(about)" }
    line.append("   (\(about))", .muted)
    if !footer.references.isEmpty { line.append("  " + footer.references, .source) }
    var text = line.lines(width: width, hanging: 2)
    guard width == nil else { return text.with(footer.notes(width: width)) }
    footer.end(&text, width: nil)
    return text
  }

  private func parts(_ table: Table, isGroups: Bool, _ footer: Footer) -> AnswerParts {
    let words = TableText(table: table, isGroups: isGroups, asOf: footer.provenance.asOf)
    if let empty = words.empty() {
      let more = words.possible().map { "; " + $0 } ?? ""
      var text = StyledText(empty + more).lines(width: width, hanging: 2)
      let date = StyledText("as of \(footer.provenance.asOf)", .muted)
      text.append(footer.referenced(date, indent: 2, width: width))
      footer.end(&text, width: width)
      return AnswerParts(lines: text)
    }
    let window = RowWindow(table, most: maxRows)
    var parts = grid(window, of: table, footer)
    if !table.lead.isEmpty {
      parts.opening = [
        StyledText(CleanText.line(table.lead), .heading).lines(width: width, hanging: 2)
          .with(StyledText("\n"))
      ]
    }
    if let showing = words.showing(window.table.rows.count) {
      let isCut = window.table.rows.count < table.rows.count
      let way = isCut && !wayToAllRows.isEmpty ? "; all with " + wayToAllRows : ""
      parts.footer.append(
        StyledText(showing + way, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    parts.footer.append(ending(of: table, isGroups: isGroups, footer))
    return parts
  }

  /// What stands under the rows of a table: what may belong, what it rests on, base and date.
  private func ending(of table: Table, isGroups: Bool, _ footer: Footer) -> StyledText {
    let words = TableText(table: table, isGroups: isGroups, asOf: footer.provenance.asOf)
    var text = StyledText()
    if let possible = words.possible() {
      text.append(StyledText(possible, .unknown).lines(width: width, indent: 2, hanging: 4))
    }
    if let scope = words.scope() {
      text.append(StyledText(scope).lines(width: width, indent: 2, hanging: 4))
    }
    let base = StyledText(words.base() + ", as of \(footer.provenance.asOf)", .muted)
    text.append(footer.referenced(base, indent: 2, width: width))
    footer.end(&text, width: width)
    return text
  }

  private func grid(_ window: RowWindow, of table: Table, _ footer: Footer) -> AnswerParts {
    let asOf = footer.provenance.asOf
    let grid = Grid(window.table, asOf: asOf, marks: marks)
    // What is the same in the rows shown need not be so in those left out.
    let isWhole = window.table.rows.count == table.rows.count
    let layout = GridLayout(grid, width: width, marks: marks, gap: window.gap) {
      isWhole ? grid : Grid(table, asOf: asOf, marks: marks)
    }
    return layout?.parts(ruled: isRuled)
      ?? GridLayout.records(grid, width: width, marks: marks, gap: window.gap)
  }

  private func write(_ card: Card, _ footer: Footer) -> StyledText {
    var text = StyledText(CleanText.line(card.title), .heading).lines(width: width, hanging: 2)
    if !card.subtitle.isEmpty {
      text.append(StyledText(CleanText.line(card.subtitle), .muted).lines(width: width))
    }
    text.append("\n")
    let labels = card.entries.map { CleanText.line($0.label.isEmpty ? $0.name : $0.label) }
    let labelWidth = labels.reduce(0) { max($0, TextWidth.of($1)) }
    for (entry, label) in zip(card.entries, labels) {
      let value = self.value(of: entry, footer)
      text.append(write(label, labelWidth, value))
      if !entry.detail.isEmpty {
        let detail = StyledText(CleanText.line(entry.detail), .muted)
        text.append(detail.lines(width: width, indent: 4, hanging: 4))
      }
    }
    if !card.entries.isEmpty { text.append("\n") }
    let date = StyledText("as of \(footer.provenance.asOf)", .muted)
    text.append(footer.referenced(date, indent: 2, width: width))
    footer.end(&text, width: width)
    return text
  }

  /// Label and value side by side; one under the other where the screen is too narrow.
  private func write(_ label: String, _ labelWidth: Int, _ value: StyledText) -> StyledText {
    var line = StyledText(label)
    line.append(TextWidth.fill(label, to: labelWidth + 2))
    line.append(value)
    if TextWidth.of(line.text) <= width ?? .max { return line.lines(width: nil) }
    var text = StyledText(label).lines(width: width, hanging: 2)
    text.append(value.lines(width: width, indent: 2, hanging: 4))
    return text
  }

  /// `yes, by state law  [2]`.
  private func value(of entry: Card.Entry, _ footer: Footer) -> StyledText {
    let column = AnswerColumn(entry.name, .text)
    var cell = CellText(
      entry.value, column: column, asOf: footer.provenance.asOf, marks: marks)
    if cell.text.isEmpty { cell = CellText("none", .muted) }
    var text = StyledText(cell.text, cell.role)
    text.append(cell.remark, .muted)
    if !entry.basis.isEmpty { text.append(", " + BasisText.by(entry.basis), .muted) }
    let references = footer.references(entry.sources)
    if !references.isEmpty { text.append("  " + references, .source) }
    return text
  }
}
