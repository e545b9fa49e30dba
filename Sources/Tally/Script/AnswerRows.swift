// The rows of an answer as a script writes them down: cells with two blanks or more between them.

/// Rows of text, titles first.
struct AnswerRows {
  /// The titles, then the rows.
  let cells: [[String]]
  /// How many rows there are; nil where the answer is a single figure.
  let count: Int?
  /// How many further rows may belong, which no row shows.
  var possibleMore = 0
  /// What there is, in words: `12 rows`, `0 to 142`.
  let summary: String

  /// The rows of an answer.
  init(_ answer: Answer) {
    switch answer.content {
    case .groups(let table), .rows(let table):
      let open = table.possibleMore == 0 ? [] : [["\(table.possibleMore) more may belong"]]
      cells = AnswerRows.cells(of: table, answer) + open
      count = table.rows.count
      possibleMore = table.possibleMore
    case .transitions(let transitions):
      cells = AnswerRows.cells(of: transitions.table, answer)
      count = transitions.rows.count
    case .figure, .card, .funnel, .verdicts, .citation, .code:
      (cells, count) = AnswerRows.flat(answer)
    }
    let rows = count.map { $0 == 1 ? "1 row" : "\($0) rows" } ?? ""
    summary = AnsweredNumber(answer)?.written(decimals: 2, isPercent: answer.isShare) ?? rows
  }

  /// The titles and cells of a table, its total last.
  private static func cells(of table: Table, _ answer: Answer) -> [[String]] {
    let grid = Grid(table, asOf: answer.provenance.asOf, marks: AnswerRows.marks).withoutRemarks()
    let height = grid.rowCount + (grid.hasTotal ? 1 : 0)
    return [grid.columns.map { AnswerRows.cell($0.title) }]
      + (0..<height).map { row in grid.columns.map { AnswerRows.cell($0.cells[row].text) } }
  }

  /// The one value of an answer of one row and one column.
  var onlyCell: String? { cells.count == 2 && cells[1].count == 1 ? cells[1][0] : nil }

  /// The rows in columns, each line ended.
  var block: String {
    let widths = (cells.first ?? []).indices.map { column in
      cells.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
    }
    return cells.map { row in
      let line = row.enumerated().map { column, cell in
        column == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[column] - TextWidth.of(cell))
      }
      return line.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// The cells of lines that were typed.
  static func cells(_ block: String) -> [[String]] {
    block.split(whereSeparator: \.isNewline).compactMap { line in
      let cells = split(String(line).replacing("\u{2013}", with: "-"))
      return cells.isEmpty ? nil : cells
    }
  }

  /// The parts of a line between tabs or two blanks and more.
  private static func split(_ line: String) -> [String] {
    line.replacing("\t", with: "  ").split(separator: "  ").map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  /// What a script writes for a value that does not apply: an empty cell would not be seen.
  private static let marks = Marks(
    dash: "-", ellipsis: "...", rule: "-", none: "-", openQuote: "\"", closeQuote: "\"")

  private static func cell(_ text: String) -> String {
    let cells = split(text.replacing("\u{2013}", with: "-"))
    return cells.isEmpty ? "-" : cells.joined(separator: " ")
  }

  /// Any other answer as its flat file has it, without the columns that say where it comes from.
  private static func flat(_ answer: Answer) -> ([[String]], Int?) {
    let table = FlatTable(answer)
    let shown = table.titles.indices.filter {
      !["as_of", "dataset", "query"].contains(table.titles[$0])
    }
    let rows = table.rows.map { row in shown.map { cell(row[$0].plain) } }
    return ([shown.map { table.titles[$0] }] + rows, answer.figure == nil ? rows.count : nil)
  }
}

extension Answer {
  /// Whether it is one share.
  var isShare: Bool { figure?.unit.kind == .share }
}
