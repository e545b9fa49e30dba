// Figures of several days in text: an upright interval for each day, joined where both are known.

/// A chart of figures over time, one panel for each row.
struct LineText {
  let chart: LineChart
  let width: Int
  let marks: Marks

  private var ink: PictureInk { marks.ink }
  /// The columns left of the axis, and those right of it.
  private let gutter: Int
  private let room: Int
  private let columns: [Int]

  /// A chart for a screen.
  init(chart: LineChart, width: Int, marks: Marks) {
    self.chart = chart
    self.width = width
    self.marks = marks
    let gutter = chart.ticks.reduce(0) { max($0, TextWidth.of($1.text)) } + 2
    let room = max(0, width - gutter)
    self.gutter = gutter
    self.room = room
    let margin = min(5, room / 4)
    columns = chart.fractions.map { fraction in
      margin + Int((fraction * Double(max(0, room - 2 * margin - 1))).rounded())
    }
  }

  /// Whether each number stands below its day, so that no table need follow.
  var saysNumbers: Bool {
    room >= Self.leastRoom && chart.panels.allSatisfy { numbers(of: $0) != nil }
  }

  private static let leastRoom = 12

  /// The panels on one common scale, and the legend; nothing where the screen is too narrow.
  func lines() -> StyledText {
    guard room >= Self.leastRoom else { return StyledText() }
    let saysNumbers = saysNumbers
    var text = StyledText()
    for panel in chart.panels {
      if !panel.label.isEmpty {
        text.append(StyledText(panel.label, .heading).lines(width: width, hanging: 2))
      }
      text.append(draw(panel))
      let labels = saysNumbers ? numbers(of: panel) ?? [] : names()
      for label in labels {
        text.append(TextWidth.spaces(gutter))
        text.append(label.text + "\n", label.role)
      }
    }
    for line in legend {
      text.append(StyledText(line, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    return text
  }

  /// One panel alone is taller than several; each round number has a line of its own.
  private var height: Int {
    let parts = max(1, chart.ticks.count - 1)
    return parts * max(1, (chart.panels.count > 1 ? 5 : 12) / parts) + 1
  }

  private var legend: [String] {
    let marks = chart.panels.flatMap(\.marks).compactMap { $0 }
    let exact = marks.contains { !$0.isOpen } ? ["\(ink.exact) exact"] : []
    let open =
      marks.contains(where: \.isOpen)
      ? [
        "\(ink.top)\(ink.middle)\(ink.bottom) or \(ink.narrow) from the least to the most "
          + "that it can be"
      ] : []
    let joined = chart.names.count > 1 ? ["\(ink.leader) joins days that are known"] : []
    let unit = chart.unit.isEmpty ? [] : ["in " + chart.unit]
    return [(exact + open + joined + unit).joined(separator: "; ")]
  }

  private func draw(_ panel: LineChart.Panel) -> StyledText {
    var canvas = [[Character]](
      repeating: [Character](repeating: " ", count: room), count: height)
    for index in panel.marks.indices { join(panel, index, &canvas) }
    for (mark, column) in zip(panel.marks, columns) {
      guard let mark, let low = mark.low else { continue }
      let bottom = line(low)
      let top = mark.high.map(line) ?? 0
      guard mark.isOpen else {
        canvas[bottom][column] = ink.exact
        continue
      }
      for y in top...max(top, bottom) { canvas[y][column] = ink.middle }
      canvas[bottom][column] = top == bottom ? ink.narrow : ink.bottom
      if top != bottom { canvas[top][column] = mark.high == nil ? ink.endless : ink.top }
    }
    return framed(canvas)
  }

  /// The line of a number, from the top.
  private func line(_ value: Double) -> Int {
    height - 1 - Int((chart.scale.place(value) * Double(height - 1)).rounded())
  }

  /// Joins a day with the next: the low ends, and the high ends.
  private func join(_ panel: LineChart.Panel, _ index: Int, _ canvas: inout [[Character]]) {
    guard let (from, to) = chart.joined(panel, index) else { return }
    let (begin, end) = (columns[index], columns[index + 1])
    for (a, b) in [(from.low, to.low), (from.high, to.high)] {
      guard let a, let b, end - begin > 1 else { continue }
      for x in begin + 1..<end {
        let part = Double(x - begin) / Double(end - begin)
        canvas[line(a + (b - a) * part)][x] = ink.leader
      }
    }
  }

  private func framed(_ canvas: [[Character]]) -> StyledText {
    var text = StyledText()
    for (y, row) in canvas.enumerated() {
      let tick = chart.ticks.first { line($0.value) == y }?.text ?? ""
      text.append(TextWidth.fill(tick, to: gutter - 2) + tick + " ", .muted)
      text.append(String(ink.axis), .border)
      let last = row.lastIndex { $0 != " " } ?? -1
      text.append(String(row[0..<last + 1]) + "\n", .number)
    }
    text.append(TextWidth.spaces(gutter - 1))
    text.append(String(ink.corner) + String(repeating: ink.floor, count: room) + "\n", .border)
    return text
  }

  /// A line below the axis.
  private typealias Label = (text: String, role: Role)

  /// Each day with its number and what that is of, below each other; nil where there is no room.
  private func numbers(of panel: LineChart.Panel) -> [Label]? {
    let words = zip(chart.names, panel.marks).map { name, mark in
      [name, mark?.text ?? marks.none, mark?.remark ?? ""]
    }
    let levels = levels(words.map { $0.reduce(0) { max($0, TextWidth.of($1)) } })
    guard !levels.contains(nil) else { return nil }
    let roles: [Role] = [.muted, .number, .muted]
    return (0..<Self.mostLevels).flatMap { level in
      roles.indices.map { part in (line(words.map { $0[part] }, levels, level), roles[part]) }
    }.filter { !$0.text.isEmpty }
  }

  /// The days alone; one that has no room is left out, and the table has it.
  private func names() -> [Label] {
    let levels = levels(chart.names.map(TextWidth.of))
    return (0..<Self.mostLevels).map { (line(chart.names, levels, $0), .muted) }
      .filter { !$0.text.isEmpty }
  }

  /// Days that stand close together have their words on two levels.
  private static let mostLevels = 2

  /// The level on which each day's words have room; nil where none has.
  private func levels(_ widths: [Int]) -> [Int?] {
    var ends = [Int](repeating: -1, count: Self.mostLevels)
    return zip(widths, columns).map { size, column in
      let begin = begin(of: size, at: column)
      guard begin + size <= room, let level = ends.firstIndex(where: { $0 < begin }) else {
        return nil
      }
      ends[level] = begin + size
      return level
    }
  }

  /// Where words begin that stand in the middle below a day.
  private func begin(of size: Int, at column: Int) -> Int {
    min(max(0, column - size / 2), max(0, room - size))
  }

  /// The words of one level, each below its day.
  private func line(_ words: [String], _ levels: [Int?], _ level: Int) -> String {
    var line = ""
    for (index, word) in words.enumerated() where levels[index] == level && !word.isEmpty {
      let begin = begin(of: TextWidth.of(word), at: columns[index])
      line += TextWidth.fill(line, to: begin) + word
    }
    return line
  }
}
