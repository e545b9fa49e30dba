// Tables of the same keys on several days, joined on the keys.

/// Tables of several days as one. Keys come first in each, then figures.
struct DatedTables {
  private let parts: [Table]
  private let labels: [String]
  /// What each day says of no rows.
  private let nothing: [NoRows]
  private let keyColumns: [AnswerColumn]
  /// The columns of figures of all days, each once.
  private let figureColumns: [AnswerColumn]
  /// For each day the rows by their keys.
  private let rowsByKey: [[String: [Cell]]]
  /// The keys of all days in one order, with their cells. A group that one day lacks keeps the
  /// place that it has on the others.
  private let keys: [(key: String, cells: [Cell])]

  /// Joins the tables of some days.
  /// - Complexity: O(rows).
  init(_ parts: [Table], labels: [String], _ nothing: [NoRows]) {
    self.parts = parts
    self.nothing = nothing
    self.labels = labels
    let keyColumns = parts.first?.columns.filter { $0.type != .figure } ?? []
    let lists = parts.map { part in
      part.rows.map { row in (key: "\(row.prefix(keyColumns.count))", row: row) }
    }
    rowsByKey = lists.map { rows in
      Dictionary(rows.map { ($0.key, $0.row) }, uniquingKeysWith: { a, _ in a })
    }
    let cells = Dictionary(
      lists.joined().map { ($0.key, Array($0.row.prefix(keyColumns.count))) },
      uniquingKeysWith: { a, _ in a })
    keys = DatedTables.merged(lists.map { $0.map(\.key) }).map { ($0, cells[$0] ?? []) }
    let figures = parts.map { Array($0.columns.dropFirst(keyColumns.count)) }
    let named = Dictionary(
      figures.joined().map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    figureColumns = DatedTables.merged(figures.map { $0.map(\.name) }).compactMap { named[$0] }
    self.keyColumns = keyColumns
  }

  /// The days side by side: a column for each figure on each day.
  var columns: Table {
    var columns = keyColumns
    for column in figureColumns {
      for label in labels {
        let name = figureColumns.count == 1 ? label : "\(column.name) \(label)"
        columns.append(AnswerColumn(name, .figure, unit: column.unit))
      }
    }
    let rows = keys.map { key, cells in cells + figures { rowsByKey[$0][key] ?? [] } }
    let total = keyColumns.map { _ in Cell.none } + figures { parts[$0].total ?? [] }
    let hasTotal = parts.contains { $0.total != nil }
    return table(columns, rows, total: hasTotal ? total : nil)
  }

  /// The days one below the other, named at a place among the keys; rows are in the order of the
  /// keys before it, then of the days.
  func rows(at place: Int) -> Table {
    let place = min(place, keyColumns.count)
    var columns = keyColumns + figureColumns
    columns.insert(AnswerColumn("years", .text), at: place)
    var firsts: [String: Int] = [:]
    var rows: [(order: (Int, Int, Int), cells: [Cell])] = []
    for (index, (key, cells)) in keys.enumerated() {
      let first = firsts["\(cells.prefix(place))", default: index]
      firsts["\(cells.prefix(place))"] = first
      for day in parts.indices {
        guard let row = rowsByKey[day][key] else { continue }
        var cells = cells
        cells.insert(.text(labels[day]), at: place)
        rows.append(((first, day, index), cells + figureColumns.map { cell($0, row, day) }))
      }
    }
    var table = table(columns, rows.sorted { $0.order < $1.order }.map(\.cells), total: nil)
    table.hasBaseInEachRow = Set(parts.map { [$0.base, $0.baseLow] }).count > 1
    return table
  }

  /// The figures of one row of each day, in the order of columns, then days.
  private func figures(_ row: (Int) -> [Cell]) -> [Cell] {
    figureColumns.flatMap { column in parts.indices.map { cell(column, row($0), $0) } }
  }

  private func cell(_ column: AnswerColumn, _ row: [Cell], _ day: Int) -> Cell {
    let at = parts[day].columns.firstIndex { $0.name == column.name && $0.type == .figure }
    guard let at, row.indices.contains(at) else { return nothing[day].cell(column.name) }
    return row[at]
  }

  private func table(_ columns: [AnswerColumn], _ rows: [[Cell]], total: [Cell]?) -> Table {
    Table(
      columns: columns, rows: rows,
      unit: parts.first?.unit ?? Unit(.count, singular: "row", plural: "rows"),
      matched: rows.count, total: total, base: parts.first?.base ?? 0,
      baseLow: parts.first?.baseLow)
  }

  /// Keys of several lists in one order: each new key after the one that it follows in its list.
  private static func merged(_ lists: [[String]]) -> [String] {
    var next: [String: [String]] = [:]
    var known: Set<String> = []
    for list in lists {
      var before = ""
      for key in list {
        if known.insert(key).inserted { next[before, default: []].insert(key, at: 0) }
        before = key
      }
    }
    var order: [String] = []
    var waiting = Array((next[""] ?? []).reversed())
    while let key = waiting.popLast() {
      order.append(key)
      waiting += (next[key] ?? []).reversed()
    }
    return order
  }
}

/// The figures of no rows: what a day says of a group that it does not have.
struct NoRows {
  private let plan: GroupPlan?
  private let figures: [Figure]

  init(_ engine: Executor, _ plan: GroupPlan?) {
    self.plan = plan
    figures = (plan?.columns ?? []).map { column in
      let input = engine.input(of: column.measure)
      let whole: Whole? =
        switch plan?.percent {
        case .none: nil
        case .whole: input.whole(0..<input.rows.possible.count)
        case .group: Whole()
        }
      return input.figure([], of: whole)
    }
  }

  /// The cell of a column of figures.
  func cell(_ name: String) -> Cell {
    guard let plan, figures.count == plan.columns.count else { return .none }
    let column = plan.columns.firstIndex { column in
      plan.columns.count == 1 || column.name == name
        || plan.across != nil && name.hasPrefix(column.name + " ")
    }
    return column.map { .figure(figures[$0]) } ?? .none
  }
}
