// The format of web pages: a figure with its table, to be put into a page as it is.

extension OutputFormat {
  /// A `figure` element that needs nothing else: no script, no style sheet, nothing from elsewhere.
  /// Columns and rows have headers for screen readers; base, date, sources and query stand in the
  /// caption, so that no number travels without them.
  public static let html = OutputFormat(
    name: "html", summary: "a figure with its table for a web page, without scripts"
  ) { answer, context in
    var marks = context.marks
    if marks.none.isEmpty { marks.none = "none" }
    var page = HTMLPage(title: CleanText.query(answer.picture?.title ?? answer.provenance.query))
    if let picture = answer.picture { page.draw(PictureSVG(picture, of: answer).text) }
    for block in AnswerPage(answer, marks: marks).blocks { page.write(block) }
    return StyledText(page.text)
  }
}

/// A figure in HTML.
private struct HTMLPage {
  private let title: String
  private var body = ""
  private var items: [String] = []
  private var sources: [String] = []

  init(title: String) { self.title = title }

  /// The element.
  var text: String {
    var text = "<figure>\n" + body
    text += "<figcaption>\n"
    if !items.isEmpty { text += list("ul", items) }
    if !sources.isEmpty { text += "<p>Sources:</p>\n" + list("ol", sources) }
    return text + "</figcaption>\n</figure>\n"
  }

  /// Puts a drawing first, without the line that files of their own begin with.
  mutating func draw(_ svg: String) {
    guard let start = svg.firstRange(of: "<svg") else { return }
    body += svg[start.lowerBound...] + (svg.hasSuffix("\n") ? "" : "\n")
  }

  mutating func write(_ block: AnswerPage.Block) {
    switch block {
    case .lead(let line, let below):
      body += "<p><strong>\(escaped(line))</strong>"
      body += (below.isEmpty ? "" : "<br>\(escaped(below))") + "</p>\n"
    case .table(let table): write(table)
    case .item(let line): items.append(escaped(line))
    case .query(let label, let query):
      items.append("\(escaped(label)): <code>\(escaped(query))</code>")
    case .source(_, let source): sources.append(linked(source))
    case .citations(let entries): sources += entries.map(escaped)
    case .code(_, let code): body += "<pre><code>\(escaped(code))</code></pre>\n"
    }
  }

  private mutating func write(_ table: PageTable) {
    guard table.empty.isEmpty else {
      body += "<p>\(escaped(table.empty))</p>\n"
      return
    }
    body += "<table>\n<caption>\(escaped(title))</caption>\n<thead>\n<tr>"
    for column in table.columns {
      body +=
        column.title.isEmpty
        ? "<td></td>" : "<th scope=\"col\"\(style(column))>\(escaped(column.title))</th>"
    }
    body += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows { body += self.row(row, table) }
    body += "</tbody>\n"
    if let total = table.total { body += "<tfoot>\n\(row(total, table))</tfoot>\n" }
    body += "</table>\n"
  }

  /// The first cell of a row that is a text names the row.
  private func row(_ cells: [String], _ table: PageTable) -> String {
    var text = "<tr>"
    for (index, (cell, column)) in zip(cells, table.columns).enumerated() {
      let isName = index == 0 && !column.isRight
      text +=
        isName
        ? "<th scope=\"row\">\(escaped(cell))</th>" : "<td\(style(column))>\(escaped(cell))</td>"
    }
    return text + "</tr>\n"
  }

  private func style(_ column: PageTable.Column) -> String {
    column.isRight ? " style=\"text-align:right\"" : ""
  }

  private func list(_ element: String, _ items: [String]) -> String {
    let lines = items.map { "<li>\($0)</li>\n" }.joined()
    return "<\(element)>\n\(lines)</\(element)>\n"
  }

  /// A source, whose address at its end is a link.
  private func linked(_ source: String) -> String {
    let words = source.split(separator: " ", omittingEmptySubsequences: false)
    guard let last = words.last,
      last.hasPrefix("https://") || last.hasPrefix("http://")
    else { return escaped(source) }
    let address = escaped(String(last))
    let before = escaped(words.dropLast().joined(separator: " "))
    return before + " <a href=\"\(address)\">\(address)</a>"
  }

  /// The text with the characters of markup, and all beyond ASCII, as references: a page that does
  /// not say how it is encoded shows them right.
  private func escaped(_ line: String) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case _ where !scalar.isASCII: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
