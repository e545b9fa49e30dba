// Figures of several days as SVG: an interval for each day, a band where neighbours are known.

/// A chart of figures over time, one panel for each row.
struct LineSVG {
  let chart: LineChart

  private static let gutter = 58.0
  private static let gap = 30.0
  /// What a panel needs above it for its name, and below it for its days.
  private static let head = 30.0
  private static let foot = 44.0
  private static let size = 10.5

  /// The panels, two in a row where there are several, and the legend.
  func draw(_ canvas: inout SVGCanvas) {
    let across = chart.panels.count > 1 ? 2 : 1
    let width = (SVGCanvas.room - Self.gap * Double(across - 1)) / Double(across)
    let height = across == 1 ? 260.0 : 150
    let whole = height + Self.head + Self.foot
    let top = canvas.y
    for (index, panel) in chart.panels.enumerated() {
      let area = LineArea(
        x: SVGCanvas.margin + Double(index % across) * (width + Self.gap) + Self.gutter,
        y: top + Double(index / across) * whole + Self.head, width: width - Self.gutter - 8,
        height: height, chart: chart)
      draw(panel, area, &canvas)
    }
    canvas.y = top + Double((chart.panels.count + across - 1) / across) * whole
    legend(&canvas)
  }

  private func draw(_ panel: LineChart.Panel, _ area: LineArea, _ canvas: inout SVGCanvas) {
    if !panel.label.isEmpty {
      canvas.text(panel.label, x: area.x, y: area.y - 16, size: 13, isBold: true)
    }
    for tick in chart.ticks {
      let y = area.y(tick.value)
      canvas.line(
        (area.x, y), (area.x + area.width, y),
        pen: tick.value == 0 ? SVGInk.muted : SVGInk.grid)
      canvas.text(
        tick.text, x: area.x - 6, y: y + 4, size: Self.size, anchor: .end, fill: SVGInk.muted)
    }
    for index in panel.marks.indices { join(panel, index, area, &canvas) }
    var taken = SVGLabels(size: Self.size)
    for (index, mark) in panel.marks.enumerated() {
      if let mark { draw(mark, area.x(index), area, &taken, &canvas) }
    }
    var below = SVGLabels(size: Self.size)
    for (index, name) in chart.names.enumerated() {
      let floor = area.y + area.height
      guard
        let y = below.place(name, area.x(index), floor + 16, step: 13, least: 0, most: floor + 29)
      else { continue }
      canvas.text(name, x: area.x(index), y: y, size: Self.size, anchor: .middle)
    }
  }

  /// The band between two days, where the ends of both are known.
  private func join(
    _ panel: LineChart.Panel, _ index: Int, _ area: LineArea, _ canvas: inout SVGCanvas
  ) {
    guard let (a, b) = chart.joined(panel, index), let from = a.low, let to = b.low else { return }
    let (left, right) = (area.x(index), area.x(index + 1))
    if let most = a.high, let last = b.high, a.isOpen || b.isOpen {
      canvas.shape(
        [
          (left, area.y(from)), (left, area.y(most)), (right, area.y(last)), (right, area.y(to)),
        ], fill: canvas.open)
    }
    canvas.line((left, area.y(from)), (right, area.y(to)), pen: SVGInk.settled, width: 1.5)
  }

  /// A dot at the low end, a whisker to the high one, and the number above.
  private func draw(
    _ mark: ChartData.Mark, _ x: Double, _ area: LineArea, _ taken: inout SVGLabels,
    _ canvas: inout SVGCanvas
  ) {
    guard let low = mark.low else { return }
    let bottom = area.y(low)
    let top = mark.high.map(area.y) ?? area.y
    if mark.isOpen {
      canvas.line((x, bottom), (x, top), pen: SVGInk.open, width: 2)
      canvas.line((x - 6, top), (x + 6, top), pen: SVGInk.open, width: 2)
    }
    canvas.circle(x: x, y: bottom, radius: 4, fill: SVGInk.settled)
    guard
      let y = taken.place(
        mark.text, x, top - 8, step: -13, least: area.y - 8, most: area.y + area.height)
    else { return }
    let half = SVGCanvas.width(of: mark.text, size: Self.size) / 2 - 1
    canvas.rectangle(x: x - half, y: y - 9, width: 2 * half, height: 11, fill: "#ffffff")
    canvas.text(mark.text, x: x, y: y, size: Self.size, anchor: .middle)
  }

  private func legend(_ canvas: inout SVGCanvas) {
    let (x, y) = (SVGCanvas.margin, canvas.y + 4)
    canvas.circle(x: x + 8, y: y, radius: 4, fill: SVGInk.settled)
    canvas.y = y + 8
    let isOpen = chart.panels.flatMap(\.marks).contains { $0?.isOpen ?? false }
    let words = (isOpen ? ["settled"] : []) + (chart.unit.isEmpty ? [] : [chart.unit])
    canvas.text(words.isEmpty ? "exact" : words.joined(separator: " "), x: x + 20, y: y + 4)
    guard isOpen else { return }
    canvas.line((x + 176, y - 8), (x + 176, y + 8), pen: SVGInk.open, width: 2)
    canvas.line((x + 170, y - 8), (x + 182, y - 8), pen: SVGInk.open, width: 2)
    canvas.text("not settled, and how far it may reach", x: x + 190, y: y + 4)
    canvas.rectangle(x: x + 432, y: y - 6, width: 22, height: 12, fill: canvas.open)
    canvas.text("between days that are known", x: x + 462, y: y + 4)
  }
}

/// Where one panel stands.
private struct LineArea {
  let x: Double
  let y: Double
  let width: Double
  let height: Double
  let chart: LineChart

  /// Numbers beside the first and the last day have room.
  private static let inset = 30.0

  func x(_ index: Int) -> Double {
    x + Self.inset + chart.fractions[index] * (width - 2 * Self.inset)
  }

  func y(_ value: Double) -> Double { y + height - chart.scale.place(value) * height }
}

/// Words that do not overlap each other.
private struct SVGLabels {
  let size: Double
  private var taken: [(left: Double, right: Double, y: Double)] = []

  init(size: Double) { self.size = size }

  /// A line near `y` where a word around `x` is free, within limits; nil where there is none.
  mutating func place(
    _ word: String, _ x: Double, _ y: Double, step: Double, least: Double, most: Double
  ) -> Double? {
    let half = SVGCanvas.width(of: word, size: size) / 2 + 2
    var y = y
    while taken.contains(where: { $0.left < x + half && $0.right > x - half && abs($0.y - y) < 12 })
    {
      y += step
    }
    guard y >= least, y <= most else { return nil }
    taken.append((x - half, x + half, y))
    return y
  }
}
