// Figures of several days as SVG: an interval for each day, a band where neighbours are known.

/// A chart of figures over time, one panel for each row.
struct LineSVG {
  let chart: ChartData
  let days: [Day]

  private static let gutter = 58.0
  private static let gap = 30.0

  /// The panels, two in a row where there are several, and the legend.
  func draw(_ canvas: inout SVGCanvas) {
    guard let first = chart.columns.first else { return }
    let across = chart.labels.count > 1 ? 2 : 1
    let width = (SVGCanvas.room - Self.gap * Double(across - 1)) / Double(across)
    let height = across == 1 ? 260.0 : 150
    let top = canvas.y
    for row in chart.labels.indices {
      let panel = LinePanel(
        x: SVGCanvas.margin + Double(row % across) * (width + Self.gap) + Self.gutter,
        y: top + Double(row / across) * (height + 58) + 24, width: width - Self.gutter - 26,
        height: height, scale: scale(first))
      draw(row, panel, first, &canvas)
    }
    let rows = (chart.labels.count + across - 1) / across
    canvas.y = top + Double(rows) * (height + 58) + 8
    legend(&canvas)
  }

  /// A scale that ends on a round number.
  private func scale(_ column: ChartData.Column) -> Scale {
    let plain = chart.scale(of: column)
    let step = plain.step(parts: 4, isCount: column.isCount)
    return Scale(
      least: (plain.least / step).rounded(.down) * step,
      most: (plain.most / step - 1e-9).rounded(.up) * step)
  }

  private func draw(
    _ row: Int, _ panel: LinePanel, _ column: ChartData.Column, _ canvas: inout SVGCanvas
  ) {
    let label = chart.labels[row] == "all" ? "" : chart.labels[row]
    if !label.isEmpty { canvas.text(label, x: panel.x, y: panel.y - 10, size: 13, isBold: true) }
    for tick in panel.scale.ticks(parts: 4, isCount: column.isCount) {
      let y = panel.y(tick)
      canvas.line(
        (panel.x, y), (panel.x + panel.width, y), pen: tick == 0 ? SVGInk.muted : SVGInk.grid)
      let text = column.isShare ? NumberText.number(tick * 100) + " %" : NumberText.number(tick)
      canvas.text(
        text, x: panel.x - 6, y: y + 4, size: 10.5, anchor: .end, fill: SVGInk.muted)
    }
    let inset = 26.0
    let places = TimeAxis(days: days, count: chart.columns.count)
      .places(length: panel.width - 2 * inset).map { panel.x + inset + $0 }
    let marks = chart.columns.map { row < $0.marks.count ? $0.marks[row] : nil }
    for index in marks.indices.dropLast() {
      join(marks[index], marks[index + 1], places[index], places[index + 1], panel, &canvas)
    }
    var free = -1e9
    for (index, mark) in marks.enumerated() {
      if let mark { draw(mark, places[index], panel, &canvas) }
      let name = chart.columns[index].title
      let half = SVGCanvas.width(of: name, size: 10.5) / 2
      guard places[index] - half > free else { continue }
      free = places[index] + half + 4
      canvas.text(
        name, x: places[index], y: panel.y + panel.height + 16, size: 10.5, anchor: .middle)
    }
  }

  /// The band between two neighbouring days, where all four ends are known.
  private func join(
    _ a: ChartData.Mark?, _ b: ChartData.Mark?, _ left: Double, _ right: Double, _ panel: LinePanel,
    _ canvas: inout SVGCanvas
  ) {
    guard let a, let b, let from = a.low, let to = b.low else { return }
    if let most = a.high, let last = b.high, a.isOpen || b.isOpen {
      canvas.shape(
        [
          (left, panel.y(from)), (left, panel.y(most)), (right, panel.y(last)),
          (right, panel.y(to)),
        ], fill: canvas.open)
    }
    canvas.line(
      (left, panel.y(from)), (right, panel.y(to)), pen: SVGInk.settled, width: 1.5)
  }

  /// A dot at the low end, a whisker to the high one, and the number above.
  private func draw(
    _ mark: ChartData.Mark, _ x: Double, _ panel: LinePanel, _ canvas: inout SVGCanvas
  ) {
    guard let low = mark.low else { return }
    let bottom = panel.y(low)
    let top = mark.high.map(panel.y) ?? panel.y
    if mark.isOpen {
      canvas.line((x, bottom), (x, top), pen: SVGInk.open, width: 2)
      canvas.line((x - 6, top), (x + 6, top), pen: SVGInk.open, width: 2)
    }
    canvas.circle(x: x, y: bottom, radius: 4, fill: SVGInk.settled)
    let half = SVGCanvas.width(of: mark.text, size: 10.5) / 2
    canvas.rectangle(x: x - half, y: top - 19, width: 2 * half, height: 13, fill: "#ffffff")
    canvas.text(mark.text, x: x, y: top - 9, size: 10.5, anchor: .middle)
  }

  private func legend(_ canvas: inout SVGCanvas) {
    let (x, y) = (SVGCanvas.margin, canvas.y)
    canvas.circle(x: x + 8, y: y, radius: 4, fill: SVGInk.settled)
    canvas.text("settled", x: x + 20, y: y + 4)
    canvas.line((x + 96, y - 8), (x + 96, y + 8), pen: SVGInk.open, width: 2)
    canvas.line((x + 90, y - 8), (x + 102, y - 8), pen: SVGInk.open, width: 2)
    canvas.text("how far it may reach", x: x + 110, y: y + 4)
    canvas.rectangle(x: x + 262, y: y - 6, width: 22, height: 12, fill: canvas.open)
    canvas.text("between known days; nothing is drawn to a day without a number", x: x + 292, y: y + 4)
    canvas.y = y + 12
  }
}

/// Where one panel stands.
private struct LinePanel {
  let x: Double
  let y: Double
  let width: Double
  let height: Double
  let scale: Scale

  func y(_ value: Double) -> Double { y + height - scale.place(value) * height }
}
