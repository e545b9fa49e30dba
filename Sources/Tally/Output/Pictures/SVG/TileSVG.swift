// The states as tiles of one size, as SVG.

/// A tile map, one for each column of numbers, with its legend.
struct TileSVG {
  let chart: ChartData

  private static let tile = 54.0
  private static let gap = 4.0

  /// The maps and their legends.
  func draw(_ canvas: inout SVGCanvas) {
    for column in chart.columns {
      if chart.columns.count > 1 {
        canvas.y += 16
        canvas.text(column.title, x: SVGCanvas.margin, y: canvas.y, size: 13, isBold: true)
        canvas.y += 8
      }
      let map = TileMap(chart, column, marks: .drawn)
      grid(map, column, &canvas)
      legend(map, &canvas)
    }
  }

  private func grid(_ map: TileMap, _ column: ChartData.Column, _ canvas: inout SVGCanvas) {
    let marks = Dictionary(
      zip(chart.labels, column.marks), uniquingKeysWith: { first, _ in first })
    // Numbers stand in the tiles where there is room in all of them; else in their titles alone.
    let hasNumbers = column.marks.allSatisfy { mark in
      Self.lines(mark?.text ?? "").allSatisfy { TextWidth.of($0) <= 8 }
    }
    let step = Self.tile + Self.gap
    let left = (SVGCanvas.width - step * Double(TileGrid.width) + Self.gap) / 2
    for (row, codes) in TileGrid.rows.enumerated() {
      for (place, code) in codes.enumerated() where !code.isEmpty {
        let zero = ChartData.Mark(low: 0, high: 0, text: "0")
        let mark = map.zeros.contains(code) ? zero : marks[code] ?? nil
        let (x, y) = (left + Double(place) * step, canvas.y + Double(row) * step)
        let fill = fill(map.tiles[code] ?? .missing, map, canvas)
        let words = [mark?.text ?? TileMap.missingWords, mark?.remark ?? ""]
        canvas.rectangle(
          x: x, y: y, width: Self.tile, height: Self.tile, fill: fill.ground, pen: fill.pen,
          radius: 3, title: code + ": " + words.filter { !$0.isEmpty }.joined(separator: " "))
        label(code, hasNumbers ? mark.map { Self.lines($0.text) } ?? [] : [], fill, x, y, &canvas)
      }
    }
    canvas.y += step * Double(TileGrid.rows.count) + 14
  }

  /// A number on a line; the ends of a longer interval on two.
  private static func lines(_ text: String) -> [String] {
    guard TextWidth.of(text) > 8, let dash = text.firstIndex(of: "–") else { return [text] }
    return [String(text[...dash]), String(text[text.index(after: dash)...])]
  }

  private func label(
    _ code: String, _ numbers: [String], _ fill: Fill, _ x: Double, _ y: Double,
    _ canvas: inout SVGCanvas
  ) {
    let middle = x + Self.tile / 2
    let count = Double(numbers.count)
    if fill.isHatched {
      let height = [20.0, 34, 46][min(2, numbers.count)]
      canvas.rectangle(
        x: middle - 22, y: y + 27 - height / 2, width: 44, height: height, fill: "#ffffff",
        radius: 2)
    }
    canvas.text(
      code, x: middle, y: y + (numbers.isEmpty ? 32 : 31 - 6 * count), size: 15, anchor: .middle,
      isBold: true, fill: fill.text)
    for (line, number) in numbers.enumerated() {
      canvas.text(
        number, x: middle, y: y + 46 - 6 * count + 12 * Double(line), size: 10, anchor: .middle,
        fill: fill.text)
    }
  }

  /// How a tile is filled.
  private struct Fill {
    var ground: String
    var text: String
    var pen: String
    var isHatched = false
  }

  private func fill(_ place: TileClasses.Place, _ map: TileMap, _ canvas: SVGCanvas) -> Fill {
    switch place {
    case .within(let index):
      let last = SVGInk.classes.count - 1
      let number = min(last, index * last / max(1, map.classes.count - 1))
      return Fill(
        ground: SVGInk.classes[number], text: SVGInk.onClasses[number], pen: SVGInk.settled)
    case .several, .open:
      return Fill(ground: canvas.open, text: SVGInk.text, pen: SVGInk.open, isHatched: true)
    case .missing: return Fill(ground: "#ffffff", text: SVGInk.muted, pen: SVGInk.out)
    }
  }

  private func legend(_ map: TileMap, _ canvas: inout SVGCanvas) {
    let classes = (0..<map.classes.count).map { (TileClasses.Place.within($0), map.words($0)) }
    let others = [
      (TileClasses.Place.several, TileMap.severalWords), (.open, TileMap.openWords),
      (.missing, TileMap.missingWords),
    ].filter { map.count($0.0) > 0 }
    for (place, words) in classes + others {
      let fill = fill(place, map, canvas)
      canvas.rectangle(
        x: SVGCanvas.margin, y: canvas.y, width: 22, height: 13, fill: fill.ground, pen: fill.pen)
      canvas.text(
        words + ": " + map.statesText(place), x: SVGCanvas.margin + 30, y: canvas.y + 11)
      canvas.y += 19
    }
    if let zeros = map.zerosText { canvas.paragraph(zeros, size: 11, fill: SVGInk.muted) }
    if let off = map.offMapText { canvas.paragraph(off, size: 11, fill: SVGInk.muted) }
  }
}
