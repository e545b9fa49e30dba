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
    columns += figures.commonBase(marks: marks)
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
  /// Whether each figure is the whole of its own base, so that the base says nothing more.
  private let isWhole: Bool

  init(_ table: Table, rows: [[Cell]]) {
    var figures: [Int: [Figure?]] = [:]
    for index in table.columns.indices where table.columns[index].type == .figure {
      let cells = rows.map { index < $0.count ? FigureColumns.figure($0[index]) : nil }
      // How two numbers differ has no base: theirs stand beside them.
      let kinds = cells.compactMap { $0?.unit.kind }
      if !kinds.isEmpty, !kinds.contains(where: \.isDifference) { figures[index] = cells }
    }
    self.figures = figures
    names = table.columns.map { CleanText.line($0.name) }
    let bases = figures.values.map { $0.map { [$0?.baseLow, $0?.base] } }
    sharesBase = bases.allSatisfy { $0 == bases.first }
    isWhole =
      figures.count == 1
      && figures.values.joined().allSatisfy { figure in
        guard let figure else { return true }
        return figure.unit.kind == .count && figure.isExact && figure.baseLow == figure.base
          && figure.low == Double(figure.base)
      }
  }

  /// The plural of what a column measures; nil where it counts rows or has nothing.
  static func measured(_ cells: [Cell]) -> String? {
    for case .figure(let figure) in cells where figure.unit.kind == .measure {
      return figure.unit.plural.isEmpty ? nil : figure.unit.plural
    }
    return nil
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
    if cells.contains(where: { ($0?.unknown ?? 0) > 0 }) {
      let texts = cells.map { figure in
        CellText(figure.map { NumberText.grouped($0.unknown) } ?? marks.none, .unknown)
      }
      columns.append(Grid.Column(title: prefix + "unknown", isRight: true, cells: texts))
    }
    if cells.contains(where: { $0?.lacksValues ?? false }) {
      let texts = cells.map { figure in
        CellText(
          figure.map {
            "\(NumberText.grouped($0.known ?? 0)) of \(NumberText.grouped($0.knownOf ?? 0))"
          } ?? marks.none, .unknown)
      }
      columns.append(Grid.Column(title: prefix + "known", isRight: true, cells: texts))
    }
    if !sharesBase { columns.append(base(cells, title: prefix + "base", marks: marks)) }
    return columns
  }

  /// The one column of bases, after all figures.
  func commonBase(marks: Marks) -> [Grid.Column] {
    guard sharesBase, !isWhole, let cells = figures.values.first else { return [] }
    return [base(cells, title: "base", marks: marks)]
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
