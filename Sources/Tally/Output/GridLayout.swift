// Lays a grid out in lines: aligned columns, or one field a line where a screen is too narrow.

/// A grid with a width for each column.
struct GridLayout {
  private let grid: Grid
  private let widths: [Int]
  private let marks: Marks
  /// After how many rows an ellipsis stands; nil where all rows are there.
  private let gap: Int?

  /// Columns between columns.
  private static let space = 2
  /// A column is not cut below this: `unknown` must stay readable, and names tell-apart.
  private static let leastWidth = 8

  /// A layout that fits; nil where the columns do not fit into the width however they are cut.
  ///
  /// Reasons go first, then the widest texts are cut. Numbers and answers are never cut: half a
  /// number is a wrong number.
  init?(_ grid: Grid, width: Int?, marks: Marks, gap: Int? = nil) {
    self.marks = marks
    self.gap = gap
    let natural = GridLayout.naturalWidths(grid)
    guard let width, GridLayout.sum(natural) > width else {
      self.grid = grid
      widths = natural
      return
    }
    let bare = grid.withoutRemarks()
    guard let fitted = GridLayout.shrink(bare, to: width) else { return nil }
    self.grid = bare
    widths = fitted
  }

  private static func naturalWidths(_ grid: Grid) -> [Int] {
    grid.columns.map { column in
      column.cells.reduce(TextWidth.of(column.title)) { max($0, $1.width) }
    }
  }

  private static func sum(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + space * max(0, widths.count - 1)
  }

  /// Takes columns of the screen from the widest texts until all fits.
  private static func shrink(_ grid: Grid, to width: Int) -> [Int]? {
    var widths = naturalWidths(grid)
    var excess = sum(widths) - width
    while excess > 0 {
      let candidates = widths.indices.filter {
        grid.columns[$0].canShrink && widths[$0] > leastWidth
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  /// The lines: titles, a rule, the rows, and the total under a rule of its own.
  func lines(ruled: Bool) -> StyledText {
    var text = titles()
    text.append(rule(ruled))
    for row in 0..<grid.rowCount {
      if row == gap { text.line(marks.ellipsis, .muted) }
      append(row, to: &text)
    }
    if grid.hasTotal {
      text.append(rule(ruled))
      append(grid.rowCount, to: &text)
    }
    return text
  }

  private func titles() -> StyledText {
    var text = StyledText()
    for (index, column) in grid.columns.enumerated() {
      append(CellText(column.title, .heading), index, to: &text)
    }
    text.append("\n")
    return text
  }

  /// On a screen one line; in plain text a dash under each column, so that columns can be told.
  private func rule(_ ruled: Bool) -> StyledText {
    let gap = ruled ? marks.rule : " "
    let rules = widths.map { String(repeating: marks.rule, count: $0) }
    let line = rules.joined(separator: String(repeating: gap, count: GridLayout.space))
    return StyledText(line + "\n", .border)
  }

  private func append(_ row: Int, to text: inout StyledText) {
    for (index, column) in grid.columns.enumerated() {
      append(column.cells[row], index, to: &text)
    }
    text.append("\n")
  }

  /// One cell with its padding; nothing is padded at the end of a line.
  private func append(_ cell: CellText, _ index: Int, to text: inout StyledText) {
    let width = widths[index]
    let value = TextWidth.cut(cell.text, to: width, ellipsis: marks.ellipsis)
    let room = width - TextWidth.of(value) - TextWidth.of(cell.remark)
    if index > 0 { text.append(TextWidth.spaces(GridLayout.space)) }
    if grid.columns[index].isRight { text.append(TextWidth.spaces(room)) }
    text.append(value, cell.role)
    text.append(cell.remark, .muted)
    let isLast = index == grid.columns.count - 1
    if !grid.columns[index].isRight, !isLast { text.append(TextWidth.spaces(room)) }
  }

  /// The grid as `title  value`, one field a line and a blank line between rows: the way out where
  /// a screen is too narrow, for no column may be dropped.
  static func records(_ grid: Grid, width: Int?, marks: Marks, gap: Int? = nil) -> StyledText {
    let titleWidth = grid.columns.reduce(0) { max($0, TextWidth.of($1.title)) }
    var text = StyledText()
    let count = grid.rowCount + (grid.hasTotal ? 1 : 0)
    for row in 0..<count {
      if row > 0 { text.line() }
      if row == gap { text.append(StyledText(marks.ellipsis + "\n\n", .muted)) }
      for column in grid.columns {
        let cell = column.cells[row]
        var line = StyledText(column.title, .heading)
        let fill = TextWidth.fill(column.title, to: titleWidth + 2)
        line.append(fill + cell.text, cell.role)
        line.append(cell.remark, .muted)
        text.append(line.lines(width: width, hanging: 2))
      }
    }
    text.line()
    return text
  }
}
