// Figures over time: the days of a chart, where they stand, and which of them may be joined.

/// Panels of figures over the same days.
struct LineChart {
  /// A row: what it is, and a mark for each day.
  struct Panel {
    var label: String
    var marks: [ChartData.Mark?]
  }

  let panels: [Panel]
  /// The days as they were written.
  let names: [String]
  /// Where each day stands, from 0 to 1.
  let fractions: [Double]
  /// Whether each day but the last may be joined to the next.
  private let isNext: [Bool]
  /// The upright scale, which ends on a round number, and its round numbers with their texts.
  let scale: Scale
  let ticks: [(value: Double, text: String)]
  /// What is counted, for a caption; empty for shares.
  let unit: String

  /// The charts of an answer: one where days stand side by side as columns; where the rows are
  /// days, one for each column.
  static func all(_ chart: ChartData, days: [Day]) -> [LineChart] {
    guard let first = chart.columns.first else { return [] }
    if chart.hasDates, days.count < 2 {
      return chart.columns.map { LineChart(rows: chart, $0) }
    }
    let panels = chart.labels.indices.map { row in
      Panel(
        label: chart.labels[row] == ChartData.whole ? "" : chart.labels[row],
        marks: chart.columns.map { row < $0.marks.count ? $0.marks[row] : nil })
    }
    let names = chart.columns.map(\.title)
    let numbers = days.count == names.count ? days.map { Double($0.number) } : nil
    return [LineChart(panels, names, at: numbers, isJoined: { _ in true }, first, chart)]
  }

  /// The chart of a column whose rows are periods. Only years that follow each other are joined: a
  /// year that the answer does not have is not known, and no line passes over it.
  private init(rows chart: ChartData, _ column: ChartData.Column) {
    let years = chart.labels.map(LineChart.year)
    let known = years.compactMap { $0 }
    let isYears = known.count == years.count
    let panel = Panel(label: chart.columns.count > 1 ? column.title : "", marks: column.marks)
    self.init(
      [panel], chart.labels, at: isYears ? known.map(Double.init) : nil,
      isJoined: { isYears && known[$0 + 1] == known[$0] + 1 }, column, chart)
  }

  private init(
    _ panels: [Panel], _ names: [String], at numbers: [Double]?, isJoined: (Int) -> Bool,
    _ column: ChartData.Column, _ chart: ChartData
  ) {
    self.panels = panels
    self.names = names
    let count = names.count
    if let numbers, let first = numbers.min(), let last = numbers.max(), last > first {
      fractions = numbers.map { ($0 - first) / (last - first) }
    } else {
      fractions = (0..<count).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
    }
    isNext = (0..<max(0, count - 1)).map(isJoined)
    let plain = chart.scale(of: column)
    let step = plain.step(parts: 4, isCount: column.isCount)
    scale = Scale(
      least: (plain.least / step).rounded(.down) * step,
      most: (plain.most / step - 1e-9).rounded(.up) * step)
    ticks = scale.ticks(parts: 4, isCount: column.isCount).map { ($0, column.text(of: $0)) }
    unit = column.isShare ? "" : column.unit
  }

  /// The year of `2019` or `fy2019`; nil for anything else.
  private static func year(_ label: String) -> Int? {
    let digits = label.hasPrefix("fy") ? label.dropFirst(2) : label[...]
    return digits.count == 4 ? Int(digits) : nil
  }

  /// The marks of a day and the next one, where a line between them says what is known: both have
  /// numbers, and of each at least one row is settled.
  func joined(_ panel: Panel, _ index: Int) -> (from: ChartData.Mark, to: ChartData.Mark)? {
    guard index < isNext.count, isNext[index], let from = panel.marks[index],
      let to = panel.marks[index + 1], from.low != nil, to.low != nil,
      !from.isUnsettled, !to.isUnsettled
    else { return nil }
    return (from, to)
  }
}

extension ChartData {
  /// What the one row of an ungrouped answer is called.
  static let whole = "all"
}

extension ChartData.Column {
  /// A round number of its scale in words.
  func text(of value: Double) -> String {
    isShare ? NumberText.number((value * 1e8).rounded() / 1e6) + " %" : NumberText.number(value)
  }
}
