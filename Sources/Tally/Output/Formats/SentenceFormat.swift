// The format of prose: sentences for screen readers and for pasting.

extension OutputFormat {
  /// Sentences that stand alone: query, number, interval, date, base and sources.
  public static let sentence = OutputFormat(
    name: "sentence", summary: "prose for screen readers and for pasting"
  ) { answer, context in
    StyledText(Prose(answer, marks: context.marks).text).lines(width: context.columns)
  }
}

/// An answer in sentences.
private struct Prose {
  private let answer: Answer
  private let marks: Marks

  init(_ answer: Answer, marks: Marks) {
    self.answer = answer
    self.marks = marks
  }

  private var asOf: AnswerDate { answer.provenance.asOf }

  /// The query in quotes.
  private var query: String {
    marks.openQuote + CleanText.query(answer.provenance.query) + marks.closeQuote
  }

  /// All sentences, in one line.
  var text: String {
    let sentences: [String] =
      switch answer.content {
      case .figure(let figure): self.sentences(figure)
      case .groups(let table): groups(table)
      case .rows(let table): rows(table)
      case .card(let card): self.sentences(card)
      case .funnel(let funnel): self.sentences(funnel)
      case .verdicts(let verdicts): self.sentences(verdicts)
      case .transitions(let transitions): self.sentences(transitions)
      case .citation(let citation):
        ["The answer itself: " + citation.entry(answer.provenance, marks) + "."]
      case .code(let code): [code.sentence(for: query, asOf: asOf)]
      }
    return (sentences + ending).joined(separator: " ")
  }

  private var ending: [String] {
    let sources = answer.provenance.sources.map(Footer.source).joined(separator: "; ")
    let footer = Footer(answer, marks: marks)
    return answer.notes.map { "Note: " + stopped(CleanText.line($0)) }
      + (sources.isEmpty ? [] : ["Sources: " + stopped(sources)])
      + ["Dataset: " + footer.dataset + "."]
  }

  private func stopped(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } == true ? text : text + "."
  }

  /// `Under state law or a signed 287(g) agreement, the answer to “…” is 1,147 counties, up to
  /// 2,692, as of 2026-05-18; 1,545 more are not settled.` The opening says what the number rests
  /// on, so that law is never read as practice.
  private func sentences(_ figure: Figure) -> [String] {
    let words = FigureText(figure: figure, asOf: asOf, marks: marks)
    var main = opening(figure) + (words.isPlain ? words.clause() : words.headline().text)
    if words.leadsWithSettled {
      main += ", as of \(asOf)."
    } else {
      main += ", as of \(asOf)"
      let isOpen = figure.unknown > 0 && figure.totals == nil
      main += isOpen ? "; \(NumberText.grouped(figure.unknown)) " + open(figure) : "."
    }
    let details = words.details().filter { $0 != words.openCount }.map { sentence($0.text) }
    let base = figure.unit.kind == .share ? [] : ["Base: " + words.measured() + "."]
    return [main] + details + base
  }

  private func open(_ figure: Figure) -> String {
    let more = figure.unit.kind == .count ? "more " : figure.baseUnit.word(figure.unknown) + " "
    return more + (figure.unknown == 1 ? "is not settled." : "are not settled.")
  }

  private func opening(_ figure: Figure) -> String {
    let members = figure.evidence?.basis.filter { $0.count > 0 }.map(\.label) ?? []
    let bases = members.isEmpty ? figure.evidence?.settledBy ?? [] : members
    return bases.isEmpty
      ? "The answer to \(query) is " : "Under \(BasisText.under(bases)), the answer to \(query) is "
  }

  /// A detail line as a sentence.
  private func sentence(_ line: String) -> String {
    stopped(line.prefix(1).uppercased() + line.dropFirst())
  }

  /// `4 states for “…”, as of 2026-05-18: Texas, 97 to 120 of 254 counties; …`.
  private func groups(_ table: Table) -> [String] {
    let words = TableText(table: table, isGroups: true, asOf: asOf)
    var sentences: [String]
    if let empty = words.empty() {
      sentences = ["For \(query), as of \(asOf): \(empty)."]
    } else {
      sentences = table.lead.isEmpty ? [] : [sentence(CleanText.line(table.lead))]
      var clauses = table.rows.map { clause($0, table.columns) }
      if let total = table.total { clauses.append(totalClause(total, table.columns)) }
      let count = words.showing(table.rows.count) ?? table.unit.counted(table.rows.count)
      let comparison = words.comparison(marks)
      sentences.append(
        "For \(query), " + (comparison == nil ? count + ", " : "") + "as of \(asOf): "
          + stopped(comparison ?? clauses.joined(separator: "; ")))
    }
    if let scope = words.scope() { sentences.append(sentence(scope)) }
    if let possible = words.possible() { sentences.append(sentence(possible)) }
    return sentences + [sentence("base: " + words.base().dropFirst(3))]
  }

  private func totalClause(_ cells: [Cell], _ columns: [AnswerColumn]) -> String {
    if case .some(.none) = cells.first {
      return clause([.text("total")] + cells.dropFirst(), columns)
    }
    return clause(cells, columns)
  }

  /// One group: its keys, then its figures, named where there are several.
  private func clause(_ cells: [Cell], _ columns: [AnswerColumn]) -> String {
    let figures = columns.count { $0.type == .figure }
    let parts = zip(cells, columns).map { cell, column in
      let text = spoken(cell, column)
      let isBare = column.type != .figure || figures == 1
      return isBare && !isNumber(column) ? text : CleanText.line(column.name) + " " + text
    }
    return parts.joined(separator: ", ")
  }

  /// `4 counties: A, B, C and D.`
  private func rows(_ table: Table) -> [String] {
    let words = TableText(table: table, isGroups: false, asOf: asOf)
    var sentences: [String]
    if let empty = words.empty() {
      sentences = [sentence(empty)]
    } else {
      let count = words.showing(table.rows.count) ?? table.unit.counted(table.rows.count)
      let names = table.rows.map { row($0, table.columns) }
      sentences = [sentence(count + ": " + WordList.joined(names))]
    }
    if let total = table.total { sentences.append("Total: \(row(total, table.columns)).") }
    if let possible = words.possible() { sentences.append(sentence(possible)) }
    let base = table.unit.counted(table.base)
    return sentences + ["Base: \(base), as of \(asOf), for \(query)."]
  }

  /// A row: its first cell, the others in brackets, with their names where the words alone would
  /// not say what they are.
  private func row(_ cells: [Cell], _ columns: [AnswerColumn]) -> String {
    let texts = zip(cells, columns).map { cell, column in
      let text = spoken(cell, column)
      return column.type == .text || column.type == .category
        ? text : CleanText.line(column.name) + " " + text
    }
    let rest = texts.dropFirst().filter { !$0.isEmpty }.joined(separator: ", ")
    return (texts.first ?? "") + (rest.isEmpty ? "" : " (\(rest))")
  }

  private func isNumber(_ column: AnswerColumn) -> Bool {
    column.type == .number || column.type == .percent
  }

  private func spoken(_ cell: Cell, _ column: AnswerColumn) -> String {
    switch cell {
    case .figure(let figure):
      return FigureText(figure: figure, asOf: asOf, marks: marks).clause()
    case .none: return "none"
    case .text, .number, .percent, .date, .answer, .unknown:
      let text = CellText(cell, column: column, asOf: asOf, marks: marks)
      return text.text + text.remark
    }
  }

  /// What each condition kept, in the order of the question.
  private func sentences(_ funnel: Funnel) -> [String] {
    let words = FunnelText(funnel: funnel, asOf: asOf)
    let steps = funnel.steps.map { step in
      stopped(
        NumberText.grouped(step.kept) + " where " + CleanText.query(step.words) + " "
          + FunnelText.rest(step))
    }
    let queries =
      (funnel.open > 0 && !funnel.openQuery.isEmpty
        ? ["These rows: " + CleanText.query(funnel.openQuery) + "."] : [])
      + (funnel.rowsQuery.isEmpty
        ? [] : ["The rows: " + CleanText.query(funnel.rowsQuery) + "."])
    return [stopped(CleanText.line(words.title))] + words.basis.map(sentence)
      + [NumberText.grouped(funnel.base) + " " + stopped(words.base)]
      + (words.baseAside.map { [sentence($0)] } ?? []) + steps + words.open.map(sentence)
      + queries + ["Repeat with: " + CleanText.query(funnel.repeatLine)]
  }

  private func sentences(_ verdicts: Verdicts) -> [String] {
    let findings = Verdict.allCases.flatMap { verdict in
      verdicts.groups(verdict).map { figures, because in
        stopped("\(CleanText.line(figures)): \(verdict.rawValue), \(CleanText.line(because))")
      }
    }
    return [stopped(CleanText.line(verdicts.summary) + ", as of \(asOf)")]
      + (verdicts.closing.map { [sentence($0)] } ?? []) + findings
  }

  /// What changed before what did not, and the names last: who listens may stop there.
  private func sentences(_ transitions: Transitions) -> [String] {
    let stayed = transitions.moves.filter { !$0.isChange && $0.count > 0 }.map { move in
      NumberText.grouped(move.count) + " stayed " + move.from.rawValue
    }
    return [
      "For \(query), as of \(asOf), of \(transitions.base): "
        + stopped(CleanText.line(transitions.summary))
    ] + transitions.changed.map { stopped(CleanText.line(transitions.line($0))) }
      + [stopped(stayed.isEmpty ? "None stayed as it was" : WordList.joined(stayed))]
      + transitions.beside.map(sentence)
      + transitions.changed.map { move in
        stopped("From \(move.words)" + CleanText.line(transitions.named(move, most: 12)))
      }
  }

  private func sentences(_ card: Card) -> [String] {
    let title = CleanText.line(card.title)
    let subtitle = card.subtitle.isEmpty ? "" : " (\(CleanText.line(card.subtitle)))"
    let entries = card.entries.map { entry in
      let label = CleanText.line(entry.label.isEmpty ? entry.name : entry.label)
      let basis = entry.basis.isEmpty ? "" : ", " + BasisText.by(entry.basis)
      let detail = entry.detail.isEmpty ? "" : ", " + CleanText.line(entry.detail)
      let value = spoken(entry.value, AnswerColumn(entry.name, .text))
      return stopped(label + ": " + value + basis + detail)
    }
    return ["\(title)\(subtitle), as of \(asOf)."] + entries
  }
}
