// Rows at their own places in text: a panel of braille dots for each side of the question.

/// A dot map in characters.
struct PlaceText {
  let layers: [Picture.Layer]
  let width: Int
  let marks: Marks

  /// The panels, those without rows left out, and how many rows each side has.
  func lines() -> StyledText {
    let shown = layers.filter { !$0.positions.isEmpty }
    let frame = MapFrame(layers.flatMap(\.positions))
    let across = max(1, min(shown.count, width / Self.leastPanel))
    let size = min(Self.widestPanel, width / across - (across > 1 ? 2 : 0))
    var text = StyledText()
    for first in stride(from: 0, to: shown.count, by: across) {
      let group = Array(shown[first..<min(shown.count, first + across)])
      text.append(row(group, frame, size))
    }
    for layer in layers {
      var line = StyledText(PlaceText.title(layer, isLong: true))
      if layer.side == .possible { line = StyledText(line.text, .unknown) }
      text.append(line.lines(width: width, indent: 2, hanging: 4))
    }
    return text.with(key())
  }

  /// Columns that a panel needs beside others, and the most that it takes.
  private static let leastPanel = 56
  private static let widestPanel = 76

  /// Panels side by side, each under its title.
  private func row(_ layers: [Picture.Layer], _ frame: MapFrame, _ size: Int) -> StyledText {
    let panels = layers.map { layer in
      DotCanvas(layer.positions, in: frame, width: size).lines(marks.ink)
    }
    var text = StyledText()
    append(layers.map { PlaceText.title($0, isLong: false) }, .heading, size, &text)
    for line in 0..<(panels.map(\.count).max() ?? 0) {
      append(panels.map { line < $0.count ? $0[line] : "" }, .number, size, &text)
    }
    return text
  }

  private func append(_ cells: [String], _ role: Role, _ size: Int, _ text: inout StyledText) {
    for (index, cell) in cells.enumerated() {
      let cell = TextWidth.cut(cell, to: size, ellipsis: marks.ellipsis)
      text.append(cell, role)
      if index < cells.count - 1 { text.append(TextWidth.fill(cell, to: size + 2)) }
    }
    text.append("\n")
  }

  /// `certainly: 451`, and what is not drawn.
  static func title(_ layer: Picture.Layer, isLong: Bool) -> String {
    let text = "\(layer.side.words): \(NumberText.grouped(layer.count))"
    let missing = layer.count - layer.positions.count
    guard isLong, missing > 0 else { return text }
    return text + ", of which \(NumberText.grouped(missing)) without a known position, not drawn"
  }

  private func key() -> StyledText {
    let words =
      marks.ink.hasBraille
      ? "a dot stands at a row's latitude and longitude; near rows may share one"
      : ". one row, : two, # more, at their latitude and longitude"
    return StyledText(words, .muted).lines(width: width, indent: 2, hanging: 4)
  }
}

/// Positions as characters: braille has two by four dots in each.
struct DotCanvas {
  private let cells: [[(bits: UInt32, count: Int)]]

  /// The canvas of some positions in a frame that is `width` characters wide.
  init(_ positions: [Picture.Position], in frame: MapFrame, width: Int) {
    let dots = Double(2 * width - 1)
    let height = max(1, Int((dots * frame.height + 1) / 4) + 1)
    var cells = [[(bits: UInt32, count: Int)]](
      repeating: [(bits: UInt32, count: Int)](repeating: (0, 0), count: width), count: height)
    for position in positions {
      let point = frame.place(position)
      let x = min(2 * width - 1, max(0, Int((point.x * dots).rounded())))
      let y = min(4 * height - 1, max(0, Int((point.y * dots).rounded())))
      cells[y / 4][x / 2].bits |= DotCanvas.bits[y % 4][x % 2]
      cells[y / 4][x / 2].count += 1
    }
    self.cells = cells
  }

  /// The bit of each dot of a braille character, by row and column (Unicode, block 2800).
  private static let bits: [[UInt32]] = [
    [0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80],
  ]

  /// How many dots are drawn.
  var dotCount: Int { cells.joined().reduce(0) { $0 + $1.bits.nonzeroBitCount } }

  /// How many positions are in it.
  var positionCount: Int { cells.joined().reduce(0) { $0 + $1.count } }

  /// The lines, without spaces at their ends.
  func lines(_ ink: PictureInk) -> [String] {
    cells.map { row in
      let last = row.lastIndex { $0.count > 0 } ?? -1
      return String(row[0..<last + 1].map { ink.hasBraille ? braille($0.bits) : ascii($0.count) })
    }
  }

  private func braille(_ bits: UInt32) -> Character {
    bits == 0 ? " " : Unicode.Scalar(0x2800 + bits).map(Character.init) ?? "?"
  }

  private func ascii(_ count: Int) -> Character {
    count == 0 ? " " : count == 1 ? "." : count == 2 ? ":" : "#"
  }
}
