// A table as cells of text: figures become an interval, what is unknown, and their base.

/// The text of a table, before it is laid out for a screen, a pipe or a page.
struct Grid {
  /// A column of text.
  struct Column {
    /// Its title.
    var title: String
    /// Whether it lines up at the right, as numbers do.
    var isRight = false
    /// Whether its cells may be cut; a number or an answer never is.
    var canShrink = false
    /// Its cells, the total's last where there is one.
    var cells: [CellText]
  }

  /// The columns.
  private(set) var columns: [Column] = []
  /// How many rows it has, without the total.
  let rowCount: Int
  /// Whether the last cell of each column is the total's.
  let hasTotal: Bool

  /// The text of a table's rows and total.
  init(_ table: Table, asOf: AnswerDate, marks: Marks) {
    rowCount = table.rows.count
    hasTotal = table.total != nil
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    let figures = FigureColumns(table, rows: rows)
    for (index, column) in table.columns.enumerated() {
      let cells = rows.map { index < $0.count ? $0[index] : .none }
      columns.append(Grid.column(column, cells: cells, asOf: asOf, marks: marks))
      columns += figures.companions(of: index, marks: marks)
    }
    columns += figures.commonUnknown(marks: marks) + figures.commonBase(marks: marks)
    labelTotal(marks: marks)
  }

  private static func column(
    _ column: AnswerColumn, cells: [Cell], asOf: AnswerDate, marks: Marks
  ) -> Column {
    let texts = cells.map { CellText($0, column: column, asOf: asOf, marks: marks) }
    let title = CleanText.line(column.name)
    switch column.type {
    case .text, .category: return Column(title: title, canShrink: true, cells: texts)
    case .date, .answer: return Column(title: title, cells: texts)
    case .number, .percent: return Column(title: title, isRight: true, cells: texts)
    case .figure:
      let unit = FigureColumns.measured(cells).map { " (" + CleanText.line($0) + ")" } ?? ""
      return Column(title: title + unit, isRight: true, cells: texts)
    }
  }

  /// Where the total's first key says nothing, it says `total`.
  private mutating func labelTotal(marks: Marks) {
    guard hasTotal, let first = columns.first, let last = first.cells.indices.last else { return }
    if first.cells[last].text == marks.none { columns[0].cells[last] = CellText("total", .heading) }
  }

  /// Takes a column out.
  mutating func remove(_ index: Int) { columns.remove(at: index) }

  /// The same grid without the reasons of unknown values.
  func withoutRemarks() -> Grid {
    var grid = self
    for column in columns.indices {
      for row in columns[column].cells.indices { grid.columns[column].cells[row].remark = "" }
    }
    return grid
  }
}

/// What stands beside the intervals of a table: how many rows are unknown, and the base.
private struct FigureColumns {
  /// The figures of each column that has some, cell by cell.
  private let figures: [Int: [Figure?]]
  private let names: [String]
  /// Whether all columns of figures have the same bases, so that one column of them is enough.
  private let sharesBase: Bool
  /// The same of the rows that are not settled.
  private let sharesUnknown: Bool
  /// Whether each figure is the whole of its own base, so that the base says nothing more.
  private let isWhole: Bool

  init(_ table: Table, rows: [[Cell]]) {
    var figures: [Int: [Figure?]] = [:]
    for index in table.columns.indices
    where table.columns[index].type == .figure && table.columns[index].hasBase {
      let cells = rows.map { index < $0.count ? FigureColumns.figure($0[index]) : nil }
      // How two numbers differ has no base: theirs stand beside them.
      let kinds = cells.compactMap { $0?.unit.kind }
      if !kinds.isEmpty, !kinds.contains(where: \.isDifference) { figures[index] = cells }
    }
    self.figures = figures
    names = table.columns.map { CleanText.line($0.name) }
    sharesBase = FigureColumns.isShared(figures) { [$0.baseLow, $0.base] }
    sharesUnknown = figures.count > 1 && FigureColumns.isShared(figures) { [$0.unknown] }
    isWhole = figures.values.joined().allSatisfy { figure in
      guard let figure else { return true }
      return figure.unit.kind == .count && figure.isExact && figure.baseLow == figure.base
        && figure.low == Double(figure.base)
    }
  }

  /// The plural of what a column measures; nil where it counts rows or has nothing.
  static func measured(_ cells: [Cell]) -> String? {
    for case .figure(let figure) in cells where figure.unit.kind == .measure {
      return figure.unit.plural.isEmpty || figure.unit.isName ? nil : figure.unit.plural
    }
    return nil
  }

  /// Whether the figures of each row say the same of something.
  private static func isShared(_ figures: [Int: [Figure?]], _ numbers: (Figure) -> [Int]) -> Bool {
    let rows = figures.values.first?.indices ?? 0..<0
    return rows.allSatisfy { row in
      Set(figures.values.compactMap { $0[row].map(numbers) }).count < 2
    }
  }

  /// For each row the first of its figures.
  private var leading: [Figure?] {
    let order = figures.keys.sorted()
    return (figures.values.first?.indices ?? 0..<0).map { row in
      order.lazy.compactMap { figures[$0]?[row] }.first
    }
  }

  private static func figure(_ cell: Cell) -> Figure? {
    if case .figure(let figure) = cell { return figure }
    return nil
  }

  /// What follows a column of figures: the unknown rows where there are any, and its own base.
  func companions(of index: Int, marks: Marks) -> [Grid.Column] {
    guard let cells = figures[index] else { return [] }
    let prefix = figures.count > 1 ? names[index] + ": " : ""
    var columns: [Grid.Column] = []
    if !sharesUnknown { columns += unknown(cells, title: prefix + "unknown", marks: marks) }
    if cells.contains(where: { $0?.lacksValues ?? false || $0?.isOfFewer ?? false }) {
      let texts = cells.map { figure in
        CellText(
          figure.map {
            "\(NumberText.grouped($0.known ?? 0)) of \(NumberText.grouped($0.knownOf ?? 0))"
          } ?? marks.none, .unknown)
      }
      columns.append(Grid.Column(title: prefix + "known", isRight: true, cells: texts))
    }
    if !sharesBase, !isWhole { columns.append(base(cells, title: prefix + "base", marks: marks)) }
    return columns
  }

  /// The one column of unknown rows, after all figures.
  func commonUnknown(marks: Marks) -> [Grid.Column] {
    sharesUnknown ? unknown(leading, title: "unknown", marks: marks) : []
  }

  /// The one column of bases, after all figures.
  func commonBase(marks: Marks) -> [Grid.Column] {
    guard sharesBase, !isWhole, !figures.isEmpty else { return [] }
    return [base(leading, title: "base", marks: marks)]
  }

  /// How many rows are unknown, where there are any.
  private func unknown(_ cells: [Figure?], title: String, marks: Marks) -> [Grid.Column] {
    guard cells.contains(where: { ($0?.unknown ?? 0) > 0 }) else { return [] }
    let texts = cells.map { figure in
      CellText(figure.map { NumberText.grouped($0.unknown) } ?? marks.none, .unknown)
    }
    return [Grid.Column(title: title, isRight: true, cells: texts)]
  }

  private func base(_ cells: [Figure?], title: String, marks: Marks) -> Grid.Column {
    let texts = cells.map { figure in
      guard let figure else { return CellText(marks.none, .muted) }
      let most = NumberText.grouped(figure.base)
      let least = NumberText.grouped(figure.baseLow)
      return CellText(figure.baseLow < figure.base ? least + marks.dash + most : most, .muted)
    }
    return Grid.Column(title: title, isRight: true, cells: texts)
  }
}
