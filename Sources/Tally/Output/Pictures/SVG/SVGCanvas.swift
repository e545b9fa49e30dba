// The elements of an SVG drawing, written in order; no element without its escapes.

/// A drawing that grows from the top.
struct SVGCanvas {
  /// Where a text begins at its point.
  enum Anchor: String { case start, middle, end }

  /// The elements so far.
  private(set) var body = ""
  /// The first free line, from the top.
  var y = 0.0
  /// What the names of this drawing's patterns end in, so that two drawings may share a page.
  let key: String

  /// The whole width, and the border that nothing is drawn on.
  static let width = 800.0
  static let margin = 24.0
  /// The width between the borders.
  static let room = width - 2 * margin

  /// An empty drawing.
  init(key: String) { self.key = key }

  /// A line of text; `y` is its base line.
  mutating func text(
    _ words: String, x: Double, y: Double, size: Double = 12, anchor: Anchor = .start,
    isBold: Bool = false, fill: String = SVGInk.text
  ) {
    let end = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    let weight = isBold ? " font-weight=\"bold\"" : ""
    body +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\""
      + "\(end)\(weight) fill=\"\(fill)\">\(Self.escaped(words))</text>\n"
  }

  /// Text in as many lines as it needs, at the first free line.
  mutating func paragraph(
    _ words: String, size: Double, isBold: Bool = false, fill: String = SVGInk.text
  ) {
    for line in Self.lines(words, size: size * (isBold ? 1.08 : 1)) {
      y += (size * 1.4).rounded()
      text(line, x: Self.margin, y: y, size: size, isBold: isBold, fill: fill)
    }
  }

  /// A rectangle. `pen` and `fill` are attributes' values.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, pen: String? = nil,
    radius: Double = 0, title: String? = nil
  ) {
    let stroke = pen.map { " stroke=\"\($0)\"" } ?? ""
    let round = radius > 0 ? " rx=\"\(Self.number(radius))\"" : ""
    body +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\"\(round) fill=\"\(fill)\"\(stroke)"
      + (title.map { "><title>\(Self.escaped($0))</title></rect>\n" } ?? "/>\n")
  }

  /// A straight line.
  mutating func line(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), pen: String, width: Double = 1,
    dash: String? = nil
  ) {
    let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
    body +=
      "<line x1=\"\(Self.number(from.x))\" y1=\"\(Self.number(from.y))\" "
      + "x2=\"\(Self.number(to.x))\" y2=\"\(Self.number(to.y))\" stroke=\"\(pen)\" "
      + "stroke-width=\"\(Self.number(width))\"\(dashes)/>\n"
  }

  /// A circle.
  mutating func circle(
    x: Double, y: Double, radius: Double, fill: String, pen: String? = nil, penWidth: Double = 1
  ) {
    let stroke = pen.map { " stroke=\"\($0)\" stroke-width=\"\(Self.number(penWidth))\"" } ?? ""
    body +=
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
      + "fill=\"\(fill)\"\(stroke)/>\n"
  }

  /// A filled shape.
  mutating func shape(_ points: [(x: Double, y: Double)], fill: String) {
    let text = points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }
    body += "<polygon points=\"\(text.joined(separator: " "))\" fill=\"\(fill)\"/>\n"
  }

  /// Opens a group of elements; `end` closes it.
  mutating func begin(_ name: String) { body += "<g class=\"\(name)\">\n" }

  /// Closes a group.
  mutating func end() { body += "</g>\n" }

  /// The fill of what is not settled: a pattern, so that it is told apart without colour.
  var open: String { "url(#open-\(key))" }

  /// About how wide a text is. Fonts differ, so that it is on the wide side.
  static func width(of text: String, size: Double) -> Double {
    Double(TextWidth.of(text)) * size * 0.58
  }

  /// The lines of a text that fit between the borders.
  static func lines(_ text: String, size: Double) -> [String] {
    let columns = Int(room / (size * 0.52))
    return StyledText(text).lines(width: columns).text.split(separator: "\n").map(String.init)
  }

  /// A number with at most two digits after the point.
  static func number(_ value: Double) -> String {
    NumberText.exact((value * 100).rounded() / 100)
  }

  /// Text as XML has it; what XML cannot hold has been taken out before.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in CleanText.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The colours of drawings: one dark hue in steps of lightness, and one other for what is open.
/// They differ in lightness as well, so that they are told apart in grey and by the colour-blind.
enum SVGInk {
  static let text = "#1a1a1a"
  static let muted = "#4d4d4d"
  static let grid = "#d9d9d9"
  static let settled = "#12517f"
  static let open = "#a84a00"
  static let out = "#8a8a8a"
  /// The classes from low to high.
  static let classes = ["#e3edf6", "#b3cfe6", "#7aaed4", "#2a6ea6", "#0d3c61"]
  /// The text upon each class.
  static let onClasses = [text, text, text, "#ffffff", "#ffffff"]
}
