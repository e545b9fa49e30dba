// What stands around the rows of a table in words: how many, how many more, of what.

/// The words of a table, for every format that people read.
struct TableText {
  /// The table, all its rows.
  let table: Table
  /// Whether its rows are groups.
  let isGroups: Bool
  /// The day that it speaks of.
  let asOf: AnswerDate

  /// What the answer is of: `33 of 254 counties`, for groups `3,143 counties`.
  func base() -> String {
    if isGroups {
      if table.hasBaseInEachRow { return "of a base of its own in each row" }
      guard hasOneBase else { return "of a base of its own in each column" }
      let least = table.baseLow < table.base ? NumberText.grouped(table.baseLow) + " to " : ""
      return "of " + least + baseUnit.counted(table.base)
    }
    if table.matched == table.base { return table.unit.counted(table.base) }
    return NumberText.grouped(table.matched) + " of " + table.unit.counted(table.base)
  }

  /// What the rows of the base are: a group's figures say it.
  private var baseUnit: Unit {
    figures.first?.baseUnit ?? Unit(.count, singular: "row", plural: "rows")
  }

  /// Whether all columns are of one base: the lists of two days have their own, and so have two
  /// sets that are compared.
  private var hasOneBase: Bool {
    guard asOf.days.count > 1 || table.isComparison else { return true }
    let bases = table.columns.indices.filter { table.columns[$0].type == .figure }.compactMap {
      column -> Int? in
      let cells = table.rows.compactMap { row -> Figure? in
        guard column < row.count, case .figure(let figure) = row[column] else { return nil }
        return figure
      }
      let isOfBase = !cells.isEmpty && !cells.contains { $0.unit.kind.isDifference }
      return isOfBase ? cells.reduce(0) { $0 + $1.base } : nil
    }
    return Set(bases).count < 2
  }

  /// The figures of all rows, and of the total.
  private var figures: [Figure] {
    (table.rows + (table.total.map { [$0] } ?? [])).joined().compactMap { cell in
      if case .figure(let figure) = cell { return figure }
      return nil
    }
  }

  /// `2017: 3 of 58 counties; 2019: 5 of 58 counties; difference: +2 counties`: two numbers that
  /// are compared; nil for other tables.
  func comparison(_ marks: Marks) -> String? {
    guard table.isComparison, table.rows.count == 1, let row = table.rows.first else { return nil }
    return words(row, table.columns.indices, marks)
  }

  /// How the two numbers of each row differ: `Midwest: difference: +2 counties`; nothing for tables
  /// that compare none.
  func differences(_ labels: [String], _ marks: Marks) -> [String] {
    let figures = table.columns.indices.filter { table.columns[$0].type == .figure }
    guard table.isComparison else { return [] }
    return zip(labels, table.rows).map { $0 + ": " + words($1, figures.dropFirst(2), marks) }
  }

  private func words(_ row: [Cell], _ columns: some Sequence<Int>, _ marks: Marks) -> String {
    columns.filter(row.indices.contains).map { index in
      let (column, cell) = (table.columns[index], row[index])
      let words: String
      if case .figure(let figure) = cell {
        words = FigureText(figure: figure, asOf: asOf, marks: marks).clause()
      } else {
        let text = CellText(cell, column: column, asOf: asOf, marks: marks)
        words = text.text + text.remark
      }
      return CleanText.line(column.name) + ": " + words
    }.joined(separator: "; ")
  }

  /// What the figures rest on, where that is evidence; nil where none do.
  func scope() -> String? {
    let bases = WordList.distinct(figures.flatMap { $0.evidence?.settledBy ?? [] })
    return bases.isEmpty ? nil : BasisText.scope(bases, asOf: asOf)
  }

  /// `no rows: 0 of 33 counties`; nil where there are some.
  func empty() -> String? {
    guard table.rows.isEmpty else { return nil }
    if isGroups {
      return "no \(table.unit.word(0)): 0 of \(NumberText.grouped(table.matched)) shown"
    }
    return (table.matched == 0 ? "no rows: " : "no rows shown: ")
      + NumberText.grouped(table.matched) + " of " + table.unit.counted(table.base)
  }

  /// `showing 20 of 254 counties`; nil where all are shown.
  func showing(_ shown: Int) -> String? {
    guard shown < table.matched else { return nil }
    return "showing \(NumberText.grouped(shown)) of \(table.unit.counted(table.matched))"
  }

  /// `12 more may belong: list …`; nil for none.
  func possible() -> String? {
    guard table.possibleMore > 0 else { return nil }
    let query = CleanText.query(table.possibleQuery)
    return "\(NumberText.grouped(table.possibleMore)) more may belong"
      + (query.isEmpty ? "" : ": " + query)
  }
}
