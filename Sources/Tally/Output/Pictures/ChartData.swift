// The numbers of an answer as the rows and columns of a chart.

/// Marks by row and column, read from an answer.
struct ChartData {
  /// One number to draw.
  struct Mark: Equatable {
    /// The least that it can be; nil where nothing is proven.
    var low: Double?
    /// The most; nil where no bound is proven.
    var high: Double?
    /// The number as the tables print it.
    var text: String
    /// Of how many, and how many of them are known.
    var remark = ""
    /// Whether no row that it rests on is settled: then it says nothing.
    var isUnsettled = false

    /// Whether the two ends differ or one of them is not proven.
    var isOpen: Bool { low == nil || low != high }
  }

  /// A column of marks, one for each row; nil where a row has nothing there.
  struct Column {
    var title: String
    /// What is counted, in a word: `counties`, `people`; `%` for shares.
    var unit: String
    var isShare: Bool
    /// Whether the numbers are whole: then classes have whole limits.
    var isCount: Bool
    var marks: [Mark?]
  }

  /// What each row is.
  private(set) var labels: [String]
  private(set) var columns: [Column]
  /// How many rows the answer has, where a screen shows fewer.
  let rowCount: Int
  /// Whether places without a row have 0.
  let restIsZero: Bool
  /// What is read before the drawing, as before the table; empty for nothing.
  private(set) var lead = ""
  /// How the two numbers of each row differ. A difference has another axis, and none is drawn.
  private(set) var differences: [String] = []
  /// `showing 2 of 4 groups`; nil where no row was left out.
  private(set) var showing: String?
  /// Whether the rows are days, months or years.
  private(set) var hasDates = false

  /// The chart of an answer; without columns where it has no numbers.
  init(_ answer: Answer, marks: Marks) {
    restIsZero = answer.picture?.restIsZero ?? false
    switch answer.content {
    case .figure(let figure):
      let asOf = answer.provenance.asOf
      labels = [figure.unit.kind == .share ? "share" : CleanText.line(figure.unit.plural)]
      columns = [ChartData.column("", [.figure(figure)], AnswerColumn("", .figure), asOf, marks)]
    case .groups(let table), .rows(let table):
      let asOf = answer.provenance.asOf
      (labels, columns) = ChartData.read(table, asOf, marks)
      let keys = table.columns.filter { $0.type != .figure }
      hasDates = keys.count == 1 && keys.first?.type == .date
      lead = CleanText.line(table.lead)
      let words = TableText(table: table, isGroups: answer.content.isGroups, asOf: asOf)
      differences = words.differences(labels, marks)
      showing = words.showing(table.rows.count)
    case .card, .funnel, .verdicts, .transitions, .citation, .code: (labels, columns) = ([], [])
    }
    rowCount = labels.count
  }

  private static func read(
    _ table: Table, _ asOf: AnswerDate, _ marks: Marks
  ) -> (labels: [String], columns: [Column]) {
    let figures = table.columns.indices.filter { table.columns[$0].type == .figure }
    let drawn = table.isComparison ? Array(figures.prefix(2)) : figures
    let numbers = figures.isEmpty ? table.columns.indices.filter(table.isNumber) : drawn
    let keys = table.columns.indices.filter { index in
      figures.isEmpty ? table.isWords(index) : !figures.contains(index)
    }
    let labels = table.rows.map { row in
      keys.map { index -> String in
        let cell = index < row.count ? row[index] : .none
        if case .none = cell { return "none" }
        return CellText(cell, column: table.columns[index], asOf: asOf, marks: marks).text
      }.joined(separator: ", ")
    }
    let columns = numbers.map { index in
      column(
        CleanText.line(table.columns[index].name),
        table.rows.map { index < $0.count ? $0[index] : .none },
        table.columns[index], asOf, marks)
    }
    return (keys.isEmpty ? labels.map { _ in whole } : labels, columns)
  }

  private static func column(
    _ title: String, _ cells: [Cell], _ column: AnswerColumn, _ asOf: AnswerDate, _ marks: Marks
  ) -> Column {
    let unit = cells.lazy.compactMap(\.figure?.unit).first
    let isShare = unit?.kind == .share || column.type == .percent
    return Column(
      title: title, unit: isShare ? "%" : CleanText.line(unit?.plural ?? column.unit),
      isShare: isShare, isCount: unit?.kind == .count,
      marks: cells.map { mark($0, column, asOf, marks) })
  }

  private static func mark(
    _ cell: Cell, _ column: AnswerColumn, _ asOf: AnswerDate, _ marks: Marks
  ) -> Mark? {
    let text = CellText(cell, column: column, asOf: asOf, marks: marks).text
    switch cell {
    case .none: return nil
    case .figure(let figure) where figure.isOfNothing: return nil
    case .figure(let figure):
      var mark = Mark(figure, text: text, marks: marks)
      if !column.hasBase { mark.remark = "" }
      return mark
    case .number(let value), .percent(let value): return Mark(low: value, high: value, text: text)
    case .text, .date, .answer, .unknown: return Mark(low: nil, high: nil, text: text)
    }
  }

  /// The first three quarters of `most` rows and the last ones, as tables are cut for a screen.
  func cut(to most: Int?) -> ChartData {
    guard let most, labels.count > most else { return self }
    let last = max(0, most) / 4
    let kept = Array(0..<max(0, most) - last) + Array(labels.count - last..<labels.count)
    var chart = self
    chart.labels = kept.map { labels[$0] }
    chart.differences = kept.filter(differences.indices.contains).map { differences[$0] }
    for index in columns.indices {
      chart.columns[index].marks = kept.map { columns[index].marks[$0] }
    }
    return chart
  }

  /// The common scale of all columns that have the unit of one of them.
  func scale(of column: Column) -> Scale {
    Scale(
      columns.filter { $0.unit == column.unit }.flatMap(\.marks).compactMap { $0 },
      isShare: column.isShare)
  }
}

extension ChartData.Mark {
  /// The mark of a figure; an end that is no finite number is none.
  init(_ figure: Figure, text: String, marks: Marks) {
    low = figure.low.flatMap { $0.isFinite ? $0 : nil }
    high = figure.high.flatMap { $0.isFinite ? $0 : nil }
    if let low, let high, high < low { self.high = low }
    self.text = text
    if figure.existence == .possible { (self.low, self.high) = (nil, nil) }
    isUnsettled = figure.unknown > 0 && figure.unknown >= figure.base
    let isWhole = figure.isExact && figure.unit.kind == .count && low == Double(figure.base)
    if figure.lacksValues {
      let known = NumberText.grouped(figure.known ?? 0)
      remark = known + " of " + NumberText.grouped(figure.knownOf ?? 0) + " known"
    } else if figure.isOfFewer {
      let known = NumberText.grouped(figure.known ?? 0)
      remark = "over \(known) of " + NumberText.grouped(figure.base)
    } else if !isWhole {
      let most = NumberText.grouped(figure.base)
      let least = NumberText.grouped(figure.baseLow)
      remark =
        (figure.unit.kind == .measure ? "over " : "of ")
        + (figure.baseLow < figure.base ? least + marks.dash + most : most)
    }
  }
}

extension Answer.Content {
  /// Whether its rows are groups.
  fileprivate var isGroups: Bool {
    if case .groups = self { true } else { false }
  }
}

extension Cell {
  /// The figure in it, if it is one.
  fileprivate var figure: Figure? {
    if case .figure(let figure) = self { return figure }
    return nil
  }
}

extension Table {
  fileprivate func isNumber(_ index: Int) -> Bool {
    switch columns[index].type {
    case .number, .percent: true
    case .text, .category, .date, .answer, .figure: false
    }
  }

  fileprivate func isWords(_ index: Int) -> Bool {
    switch columns[index].type {
    case .text, .category, .date: true
    case .number, .percent, .answer, .figure: false
    }
  }
}
