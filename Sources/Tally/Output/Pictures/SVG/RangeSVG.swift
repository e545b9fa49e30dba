// Bars and dots as SVG: labels at the left, numbers at the right, a light grid behind.

/// A chart of bars, or of dots at the ends of intervals.
struct RangeSVG {
  let chart: ChartData
  let form: Picture.Form

  private static let rowHeight = 24.0
  private static let size = 12.0

  /// One panel for each column, and the legend.
  func draw(_ canvas: inout SVGCanvas) {
    for column in chart.columns {
      if chart.columns.count > 1 {
        canvas.y += 16
        canvas.text(column.title, x: SVGCanvas.margin, y: canvas.y, size: 13, isBold: true)
        canvas.y += 6
      }
      panel(column, &canvas)
    }
    legend(&canvas)
  }

  /// Where the bars of a panel begin and end.
  private struct Area {
    let left: Double
    let right: Double
    let scale: Scale

    func x(_ value: Double) -> Double { left + scale.place(value) * (right - left) }
  }

  private func panel(_ column: ChartData.Column, _ canvas: inout SVGCanvas) {
    let numbers = column.marks.map { mark in
      guard let mark else { return "–" }
      return mark.remark.isEmpty ? mark.text : mark.text + "  " + mark.remark
    }
    let labels = chart.labels.map { TextWidth.cut($0, to: 34, ellipsis: "…") }
    let widest = { (texts: [String]) in
      texts.map { SVGCanvas.width(of: $0, size: Self.size) }.max() ?? 0
    }
    let area = Area(
      left: SVGCanvas.margin + widest(labels) + 10,
      right: max(SVGCanvas.margin + 320, SVGCanvas.width - SVGCanvas.margin - widest(numbers) - 14),
      scale: chart.scale(of: column))
    grid(column, area, &canvas)
    for (index, mark) in column.marks.enumerated() {
      let middle = canvas.y + Self.rowHeight / 2
      canvas.text(labels[index], x: area.left - 10, y: middle + 4, anchor: .end)
      if let mark { draw(mark, area, middle, &canvas) }
      canvas.text(
        numbers[index], x: SVGCanvas.width - SVGCanvas.margin, y: middle + 4, anchor: .end)
      canvas.y += Self.rowHeight
    }
    canvas.y += 24
    guard !column.unit.isEmpty, !column.isShare else { return }
    canvas.text(
      column.unit, x: (area.left + area.right) / 2, y: canvas.y + 6, size: 10.5, anchor: .middle,
      fill: SVGInk.muted)
    canvas.y += 14
  }

  /// Upright lines at round numbers, with the numbers below.
  private func grid(_ column: ChartData.Column, _ area: Area, _ canvas: inout SVGCanvas) {
    let bottom = canvas.y + Self.rowHeight * Double(column.marks.count)
    for tick in area.scale.ticks(parts: 4, isCount: column.isCount) {
      let x = area.x(tick)
      canvas.line((x, canvas.y), (x, bottom + 3), pen: tick == 0 ? SVGInk.muted : SVGInk.grid)
      let text = column.isShare ? NumberText.number(tick * 100) + " %" : NumberText.number(tick)
      canvas.text(
        text, x: x, y: bottom + 15, size: 10.5, anchor: .middle, fill: SVGInk.muted)
    }
  }

  private func draw(
    _ mark: ChartData.Mark, _ area: Area, _ middle: Double, _ canvas: inout SVGCanvas
  ) {
    guard mark.low != nil || mark.high != nil else { return }
    let low = mark.low.map(area.x) ?? area.left
    let high = mark.high.map(area.x) ?? area.right
    guard form == .bars, area.scale.least == 0 else {
      dots(mark, low, high, middle, &canvas)
      return
    }
    if mark.isOpen {
      canvas.rectangle(
        x: low, y: middle - 7, width: max(1, high - low), height: 14, fill: canvas.open)
      if mark.high == nil {
        canvas.text("→", x: high + 2, y: middle + 4, fill: SVGInk.open)
      } else {
        canvas.line((high, middle - 9), (high, middle + 9), pen: SVGInk.open, width: 2)
      }
    }
    if let value = mark.low, value > 0 {
      canvas.rectangle(
        x: area.left, y: middle - 7, width: max(1, low - area.left), height: 14,
        fill: SVGInk.settled)
    }
  }

  private func dots(
    _ mark: ChartData.Mark, _ low: Double, _ high: Double, _ middle: Double,
    _ canvas: inout SVGCanvas
  ) {
    if mark.isOpen {
      canvas.line((low, middle), (high, middle), pen: SVGInk.open, width: 2, dash: "5 3")
      if mark.high == nil {
        canvas.text("→", x: high + 2, y: middle + 4, fill: SVGInk.open)
      } else {
        canvas.circle(x: high, y: middle, radius: 5, fill: "#ffffff", pen: SVGInk.open, penWidth: 2)
      }
    }
    if mark.low != nil { canvas.circle(x: low, y: middle, radius: 5, fill: SVGInk.settled) }
  }

  private func legend(_ canvas: inout SVGCanvas) {
    let drawn = chart.columns.flatMap(\.marks).compactMap { $0 }
    guard drawn.contains(where: \.isOpen) else { return }
    let isBars = form == .bars && chart.columns.allSatisfy { chart.scale(of: $0).least == 0 }
    let (x, y) = (SVGCanvas.margin, canvas.y + 6)
    if isBars {
      canvas.rectangle(x: x, y: y, width: 22, height: 12, fill: SVGInk.settled)
      canvas.rectangle(x: x + 120, y: y, width: 22, height: 12, fill: canvas.open)
      canvas.line((x + 142, y - 2), (x + 142, y + 14), pen: SVGInk.open, width: 2)
    } else {
      canvas.circle(x: x + 11, y: y + 6, radius: 5, fill: SVGInk.settled)
      canvas.circle(
        x: x + 131, y: y + 6, radius: 5, fill: "#ffffff", pen: SVGInk.open, penWidth: 2)
    }
    canvas.text(isBars ? "settled" : "the least", x: x + 28, y: y + 10)
    canvas.text(
      isBars ? "not settled, and how far it may reach" : "the most that it can be",
      x: x + 150, y: y + 10)
    canvas.y = y + 18
  }
}
