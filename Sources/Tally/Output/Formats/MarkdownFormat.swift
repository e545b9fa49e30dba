// The format of documents: a table or a number in Markdown, its footer as a list.

extension OutputFormat {
  /// Markdown as GitHub has it: a pipe table, and under it a list of all that belongs to it.
  public static let markdown = OutputFormat(
    name: "markdown", summary: "a Markdown table with its base, date, sources and query as a list"
  ) { answer, context in
    var page = MarkdownPage()
    for block in AnswerPage(answer, marks: context.marks).blocks { page.write(block) }
    return StyledText(page.text)
  }
}

/// A page in Markdown.
private struct MarkdownPage {
  /// The Markdown.
  private(set) var text = ""
  private var isAfterCitations = false

  mutating func write(_ block: AnswerPage.Block) {
    switch block {
    case .lead(let line, let below):
      text += "**" + escaped(line) + "**"
      if !below.isEmpty { text += "  \n" + escaped(below) }
      text += "\n\n"
    case .table(let table): write(table)
    case .item(let line):
      text += (isAfterCitations ? "\n" : "- ") + escaped(line) + "\n"
    case .query(let label, let query): text += "- \(label): " + code(query) + "\n"
    case .source(let number, let source): text += "- " + escaped("[\(number)] " + source) + "\n"
    case .citations(let entries):
      isAfterCitations = true
      for (index, entry) in entries.enumerated() {
        text += "\(index + 1). " + escaped(entry) + "\n"
      }
    case .code(let language, let code):
      text += "```\(language == "sql" ? "sql" : "")\n\(code)\n```\n"
    }
  }

  private mutating func write(_ table: PageTable) {
    guard table.empty.isEmpty else {
      text += escaped(table.empty) + "\n\n"
      return
    }
    row(table.columns.map { escaped($0.title) })
    row(table.columns.map { $0.isRight ? "---:" : "---" })
    for cells in table.rows {
      // `[1]` is no link where nothing gives it an address.
      row(zip(cells, table.columns).map { $1.isMarks ? $0 : escaped($0) })
    }
    if let total = table.total {
      row(total.map { $0.isEmpty ? "" : "**\(escaped($0))**" })
    }
    text += "\n"
  }

  private mutating func row(_ cells: [String]) {
    text += "| " + cells.joined(separator: " | ") + " |\n"
  }

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
