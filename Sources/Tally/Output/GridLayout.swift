// Lays a grid out in lines: aligned columns, or one field a line where a screen is too narrow.

/// A grid with a width for each column.
struct GridLayout {
  private let grid: Grid
  private let widths: [Int]
  private let marks: Marks
  private let screen: Int?
  /// After how many rows an ellipsis stands; nil where all rows are there.
  private let gap: Int?
  /// What is the same in every row, and stands below the table to save its columns.
  private let common: [String]

  /// Columns between columns.
  private static let space = 2
  /// A column is not cut below this: `unknown` must stay readable, and names tell-apart.
  private static let leastWidth = 8

  /// A layout that fits; nil where the columns do not fit into the width however they are cut.
  ///
  /// One row under broken titles is harder to read than one field a line, so it has none. Of more
  /// rows, titles are broken first, then reasons go, then the widest texts are cut, then columns
  /// that say the same in every row become a line below. Numbers and answers are never cut: half a
  /// number is a wrong number.
  /// - Parameter whole: the grid with the rows that are not shown, in whose rows a column must say
  ///   the same to be left out.
  init?(
    _ grid: Grid, width: Int?, marks: Marks, gap: Int? = nil, whole: (() -> Grid)? = nil
  ) {
    self.marks = marks
    self.gap = gap
    screen = width
    guard let width else {
      (self.grid, common) = (grid, [])
      widths = grid.naturalWidths
      return
    }
    let natural = grid.naturalWidths
    guard GridLayout.sum(natural) > width else {
      (self.grid, common, widths) = (grid, [], natural)
      return
    }
    guard grid.rowCount > 1 else { return nil }
    let bare = grid.withoutRemarks()
    if let fitted = GridLayout.breakTitles(grid, to: width) {
      (self.grid, common, widths) = (grid, [], fitted)
    } else if let fitted = GridLayout.shrink(bare, to: width) {
      (self.grid, common, widths) = (bare, [], fitted)
    } else {
      var (rest, common) = (bare, [String]())
      let all = (whole?() ?? grid).withoutRemarks()
      // Rows that are not shown may bring columns of their own: then nothing can be compared.
      let isSame = all.columns.map(\.title) == grid.columns.map(\.title)
      for index in all.columns.indices.reversed() where index > 0 && isSame {
        guard let value = all.commonText(of: index, marks: marks) else { continue }
        common.insert(grid.columns[index].title + " " + value, at: 0)
        rest.remove(index)
        guard let fitted = GridLayout.shrink(rest, to: width) else { continue }
        (self.grid, self.common, widths) = (rest, common, fitted)
        return
      }
      return nil
    }
  }

  private static func sum(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + space * max(0, widths.count - 1)
  }

  /// The widths after the widest titles were broken; nil where that is not enough.
  private static func breakTitles(_ grid: Grid, to width: Int) -> [Int]? {
    let broken = broken(grid, to: width)
    return sum(broken) <= width ? broken : nil
  }

  private static func broken(_ grid: Grid, to width: Int) -> [Int] {
    var widths = grid.naturalWidths
    let least = grid.columns.map { max($0.cellWidth, ColumnTitle($0.title).leastWidth) }
    while sum(widths) > width {
      let spare = widths.indices.max { widths[$0] - least[$0] < widths[$1] - least[$1] }
      guard let spare, widths[spare] > least[spare] else { break }
      widths[spare] -= 1
    }
    return widths
  }

  /// Breaks titles, then takes columns of the screen from the widest texts until all fits.
  private static func shrink(_ grid: Grid, to width: Int) -> [Int]? {
    var widths = broken(grid, to: width)
    while sum(widths) > width {
      let candidates = widths.indices.filter {
        grid.columns[$0].canShrink && widths[$0] > leastWidth
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return widths
  }

  /// The parts: titles and a rule, the rows, and the total under a rule of its own.
  func parts(ruled: Bool) -> AnswerParts {
    var parts = AnswerParts()
    parts.heading = [titles(), rule(ruled)]
    for row in 0..<grid.rowCount {
      var text = StyledText()
      if row == gap { text.line(marks.ellipsis, .muted) }
      append(row, to: &text)
      parts.rows.append(text)
    }
    if grid.hasTotal {
      var total = rule(ruled)
      append(grid.rowCount, to: &total)
      parts.footer.append(total)
    }
    if !common.isEmpty {
      let text = StyledText("in every row: " + common.joined(separator: ", "))
      parts.footer.append(text.lines(width: screen, indent: 2, hanging: 4))
    }
    return parts
  }

  private func titles() -> StyledText {
    let titles = zip(grid.columns, widths).map { ColumnTitle($0.title).lines(width: $1) }
    let height = titles.reduce(1) { max($0, $1.count) }
    var text = StyledText()
    for line in 0..<height {
      let own = titles.map { title in
        let index = line - (height - title.count)
        return index < 0 ? "" : title[index]
      }
      let last = own.lastIndex { !$0.isEmpty } ?? 0
      for (index, words) in own.prefix(last + 1).enumerated() {
        append(CellText(words, .heading), index, isLast: index == last, to: &text)
      }
      text.append("\n")
    }
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
    let last = grid.columns.count - 1
    for (index, column) in grid.columns.enumerated() {
      append(column.cells[row], index, isLast: index == last, to: &text)
    }
    text.append("\n")
  }

  /// One cell with its padding; nothing is padded at the end of a line.
  private func append(
    _ cell: CellText, _ index: Int, isLast: Bool, to text: inout StyledText
  ) {
    let width = widths[index]
    let value = TextWidth.cut(cell.text, to: width, ellipsis: marks.ellipsis)
    let room = width - TextWidth.of(value) - TextWidth.of(cell.remark)
    if index > 0 { text.append(TextWidth.spaces(GridLayout.space)) }
    if grid.columns[index].isRight { text.append(TextWidth.spaces(room)) }
    text.append(value, cell.role)
    text.append(cell.remark, .muted)
    if !grid.columns[index].isRight, !isLast { text.append(TextWidth.spaces(room)) }
  }

  /// The grid as `title  value`, one field a line and a blank line between rows: the way out where
  /// a screen is too narrow, for no column may be dropped.
  static func records(
    _ grid: Grid, width: Int?, marks: Marks, gap: Int? = nil
  ) -> AnswerParts {
    let titleWidth = grid.columns.reduce(0) { max($0, TextWidth.of($1.title)) }
    var parts = AnswerParts()
    for row in 0..<grid.rowCount + (grid.hasTotal ? 1 : 0) {
      var text = StyledText()
      if row == gap { text.append(StyledText(marks.ellipsis + "\n\n", .muted)) }
      for column in grid.columns {
        let cell = column.cells[row]
        var value = StyledText(cell.text, cell.role)
        value.append(cell.remark, .muted)
        text.append(line(column.title, to: titleWidth + 2, value, width: width))
      }
      text.line()
      parts.rows.append(text)
    }
    return parts
  }

  /// A title and its value beside it; below it where that leaves too little room.
  private static func line(
    _ title: String, to indent: Int, _ value: StyledText, width: Int?
  ) -> StyledText {
    var line = StyledText(title, .heading)
    let room = width.map { $0 - indent }
    let parts = value.lines(width: room).splitLines
    guard parts.allSatisfy({ TextWidth.of($0.text) <= (room ?? .max - 1) + 1 }) else {
      line.append(" ")
      return line.with(value).lines(width: width, hanging: 2)
    }
    line.append(TextWidth.fill(title, to: indent))
    for (number, part) in parts.enumerated() {
      if number > 0 { line.append(TextWidth.spaces(indent)) }
      line.append(part)
    }
    return line
  }
}

/// A title of a column, which may be broken.
private struct ColumnTitle {
  /// The pieces between which it may be broken, each with the blank or underscore that ends it.
  private let pieces: [String]

  init(_ title: String) {
    var pieces = [""]
    for character in title {
      pieces[pieces.count - 1].append(character)
      if character == " " || character == "_" { pieces.append("") }
    }
    self.pieces = pieces.filter { !$0.isEmpty }
  }

  /// The columns of its widest piece.
  var leastWidth: Int { pieces.reduce(0) { max($0, TextWidth.of(trimmed($1))) } }

  /// Its lines within a width; a piece that is wider stays whole.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    for piece in pieces {
      if let last = lines.last, TextWidth.of(trimmed(last + piece)) <= width {
        lines[lines.count - 1] = last + piece
      } else {
        lines.append(piece)
      }
    }
    return lines.isEmpty ? [""] : lines.map(trimmed)
  }

  private func trimmed(_ text: String) -> String {
    text.last == " " ? String(text.dropLast()) : text
  }
}

extension Grid.Column {
  /// The columns of the screen that its widest cell takes.
  fileprivate var cellWidth: Int { cells.reduce(0) { max($0, $1.width) } }
}

extension Grid {
  fileprivate var naturalWidths: [Int] {
    columns.map { max(TextWidth.of($0.title), $0.cellWidth) }
  }

  /// What a column says in every row and in the total; nil where that differs.
  fileprivate func commonText(of index: Int, marks: Marks) -> String? {
    let cells = columns[index].cells
    guard rowCount > 1, let first = cells.first, !first.text.isEmpty, first.text != marks.none,
      cells.allSatisfy({ $0.text == first.text })
    else { return nil }
    return first.text
  }
}
