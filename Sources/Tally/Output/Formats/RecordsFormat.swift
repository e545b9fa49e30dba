// The format of narrow screens and screen readers: one field a line, in words.

extension OutputFormat {
  /// One `field: value` a line and a blank line between rows. Nothing is drawn or lined up, nothing
  /// is cut, and intervals are in words.
  public static let records = OutputFormat(
    name: "records", summary: "one field a line, for screen readers and narrow screens",
    parts: { answer, context in RecordsPage(answer, context).parts }
  ) { answer, context in
    RecordsPage(answer, context).parts.text
  }
}

/// An answer with one field a line.
private struct RecordsPage {
  /// The rows, and what stands below them.
  private(set) var parts = AnswerParts()
  private let width: Int?
  private let sourceCount: Int
  private static let sourcesOnScreen = 3

  init(_ answer: Answer, _ context: OutputContext) {
    sourceCount = answer.provenance.sources.count
    width = context.columns
    var marks = context.marks
    marks.dash = " to "
    marks.none = "none"
    parts.rowsAreLines = true
    for block in AnswerPage(answer, marks: marks).blocks { write(block) }
  }

  private mutating func write(_ block: AnswerPage.Block) {
    switch block {
    case .lead(let line, let below):
      parts.opening.append(lines(line, .heading))
      if !below.isEmpty { parts.opening.append(lines(below, .muted)) }
      parts.opening.append(StyledText("\n"))
    case .table(let table): write(table)
    case .item(let line): parts.footer.append(lines(line))
    case .query(let label, let query): parts.footer.append(field(label, query, .keyword))
    case .source(let number, let source):
      // On a screen as many as in a table; who listens is not kept from the rest of the answer.
      if width == nil || number <= RecordsPage.sourcesOnScreen {
        parts.footer.append(field("source \(number)", source, .source))
      } else if number == sourceCount {
        let rest = number - RecordsPage.sourcesOnScreen
        parts.footer.append(
          lines(
            "\(rest) more \(rest == 1 ? "source is" : "sources are") in the format json", .muted))
      }
    case .citations(let entries):
      for (index, entry) in entries.enumerated() {
        parts.footer.append(field("source \(index + 1)", entry, .source))
      }
    case .code(_, let code):
      parts.rows += code.split(separator: "\n", omittingEmptySubsequences: false).map {
        StyledText($0 + "\n")
      }
    }
  }

  private mutating func write(_ table: PageTable) {
    guard table.empty.isEmpty else {
      parts.opening.append(lines(table.empty))
      return
    }
    parts.rowsAreLines = false
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    parts.rows += rows.map { table.isOfOneThing ? entry($0, table) : record($0, table) }
  }

  /// A row of a table: every column by its name, and a blank line.
  private func record(_ cells: [String], _ table: PageTable) -> StyledText {
    var text = StyledText()
    for (cell, column) in zip(cells, table.columns) where !cell.isEmpty || table.hasEmptyValues {
      let value = cell.isEmpty ? "empty" : cell
      text.append(column.title.isEmpty ? lines(value) : field(column.title, value))
    }
    text.line()
    return text
  }

  /// What is known under one name: the value in the line of the name, then what it rests on.
  private func entry(_ cells: [String], _ table: PageTable) -> StyledText {
    let value = cells.dropFirst().prefix(1).joined()
    var text = field(cells.first ?? "", value.isEmpty ? "empty" : value)
    for (cell, column) in zip(cells, table.columns).dropFirst(2) where !cell.isEmpty {
      text.append(field(column.title, cell))
    }
    text.line()
    return text
  }

  private func field(_ name: String, _ value: String, _ role: Role = .plain) -> StyledText {
    var line = StyledText(name + ":", .heading)
    line.append(" ")
    line.append(value, value.hasPrefix("unknown") ? .unknown : role)
    return line.lines(width: width, hanging: 2)
  }

  private func lines(_ line: String, _ role: Role = .plain) -> StyledText {
    StyledText(line, role).lines(width: width, hanging: 2)
  }
}
