// Rows at their own places as SVG: three marks for the three sides of a question.

/// A dot map.
struct PlaceSVG {
  let layers: [Picture.Layer]

  /// The map and its legend. Members are drawn last, so that no other mark hides one.
  func draw(_ canvas: inout SVGCanvas) {
    let frame = MapFrame(layers.flatMap(\.positions))
    // A narrow part of the country is not drawn taller than it can be seen at once.
    let size = min(SVGCanvas.room, Self.tallest / frame.height)
    let left = SVGCanvas.margin + (SVGCanvas.room - size) / 2
    for inset in frame.insets { draw(inset, left, size, &canvas) }
    for layer in layers.reversed() {
      canvas.begin(layer.side.rawValue)
      for position in layer.positions {
        let point = frame.place(position)
        mark(layer.side, left + point.x * size, canvas.y + point.y * size, &canvas)
      }
      canvas.end()
    }
    canvas.y += frame.height * size + 14
    for layer in layers {
      mark(layer.side, SVGCanvas.margin + 6, canvas.y + 7, &canvas)
      canvas.text(
        PlaceText.title(layer, isLong: true), x: SVGCanvas.margin + 18, y: canvas.y + 11)
      canvas.y += 19
    }
  }

  /// A border around what is not at its own place, with its name.
  private func draw(
    _ inset: (name: String, x: Double, y: Double, width: Double, height: Double), _ left: Double,
    _ size: Double, _ canvas: inout SVGCanvas
  ) {
    let (x, y) = (left + inset.x * size, canvas.y + inset.y * size)
    canvas.rectangle(
      x: x, y: y - 16, width: inset.width * size, height: inset.height * size + 20, fill: "none",
      pen: SVGInk.grid, radius: 3)
    canvas.text(inset.name, x: x + 6, y: y - 4, size: 10.5, fill: SVGInk.muted)
  }

  private static let tallest = 620.0

  private func mark(_ side: Picture.Side, _ x: Double, _ y: Double, _ canvas: inout SVGCanvas) {
    switch side {
    case .certain: canvas.circle(x: x, y: y, radius: 2.6, fill: SVGInk.settled)
    case .possible:
      canvas.circle(x: x, y: y, radius: 2.2, fill: "none", pen: SVGInk.open, penWidth: 1)
    case .out: canvas.circle(x: x, y: y, radius: 1.4, fill: SVGInk.out)
    }
  }
}
