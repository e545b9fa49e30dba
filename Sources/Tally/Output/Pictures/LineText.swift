// Figures of several days in text: an upright interval for each day, joined where both are known.

/// A chart of figures over time, one panel for each row.
struct LineText {
  let chart: ChartData
  let days: [Day]
  let width: Int
  let marks: Marks

  private var ink: PictureInk { marks.ink }

  /// The panels on one common scale, and the legend.
  func lines() -> StyledText {
    guard let first = chart.columns.first else { return StyledText() }
    let scale = LineScale(chart.scale(of: first), first, parts: height - 1)
    let gutter = scale.ticks.reduce(0) { max($0, TextWidth.of($1.text)) } + 2
    let room = width - gutter
    guard room >= 12 else { return StyledText() }
    let columns = TimeAxis(days: days, count: chart.columns.count).places(room: room)
    var text = StyledText()
    for row in chart.labels.indices {
      if chart.labels.count > 1 || chart.labels[row] != "all" {
        text.append(StyledText(chart.labels[row], .heading).lines(width: width, hanging: 2))
      }
      let marks = chart.columns.map { row < $0.marks.count ? $0.marks[row] : nil }
      text.append(panel(marks, columns, scale, gutter, room))
    }
    text.append(StyledText(legend, .muted).lines(width: width, indent: 2, hanging: 4))
    return text
  }

  /// One panel alone is taller than several.
  private var height: Int { chart.labels.count > 1 ? 6 : 12 }

  private var legend: String {
    let joined = "years are joined by \(ink.leader) where both are known"
    return
      "\(ink.exact) exact; \(ink.top)\(ink.middle)\(ink.bottom) or \(ink.narrow) from the least "
      + "to the most that it can be; \(joined)"
  }

  private func panel(
    _ row: [ChartData.Mark?], _ columns: [Int], _ scale: LineScale, _ gutter: Int, _ room: Int
  ) -> StyledText {
    var canvas = [[Character]](
      repeating: [Character](repeating: " ", count: room), count: height)
    func line(_ value: Double) -> Int {
      height - 1 - Int((scale.scale.place(value) * Double(height - 1)).rounded())
    }
    join(row, columns, &canvas, line)
    for (mark, column) in zip(row, columns) {
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
    return framed(canvas, columns, scale, gutter, room)
  }

  /// Joins neighbouring days whose ends are both known: the low ends, and the high ends.
  private func join(
    _ row: [ChartData.Mark?], _ columns: [Int], _ canvas: inout [[Character]],
    _ line: (Double) -> Int
  ) {
    for index in row.indices.dropLast() {
      guard let before = row[index], let after = row[index + 1] else { continue }
      let (from, to) = (columns[index], columns[index + 1])
      for (a, b) in [(before.low, after.low), (before.high, after.high)] {
        guard let a, let b, to - from > 1 else { continue }
        for x in from + 1..<to {
          let part = Double(x - from) / Double(to - from)
          canvas[line(a + (b - a) * part)][x] = ink.leader
        }
      }
    }
  }

  private func framed(
    _ canvas: [[Character]], _ columns: [Int], _ scale: LineScale, _ gutter: Int, _ room: Int
  ) -> StyledText {
    var text = StyledText()
    for (y, line) in canvas.enumerated() {
      let tick = scale.ticks.first { height - 1 - $0.line == y }?.text ?? ""
      text.append(TextWidth.fill(tick, to: gutter - 2) + tick + " ", .muted)
      text.append(String(ink.axis), .border)
      text.append(LineText.trimmed(line) + "\n", .number)
    }
    text.append(TextWidth.spaces(gutter - 1))
    text.append(String(ink.corner) + String(repeating: ink.floor, count: room) + "\n", .border)
    text.append(TextWidth.spaces(gutter), .plain)
    text.append(years(columns, room) + "\n", .muted)
    return text
  }

  /// The names of the days, each in the middle below its own; one that has no room is left out,
  /// and the table has it.
  private func years(_ columns: [Int], _ room: Int) -> String {
    var line = ""
    for (column, place) in zip(chart.columns, columns) {
      let size = TextWidth.of(column.title)
      let begin = min(max(0, place - size / 2), max(0, room - size))
      guard begin > TextWidth.of(line) || line.isEmpty, begin + size <= room else { continue }
      line += TextWidth.fill(line, to: begin) + column.title
    }
    return line
  }

  private static func trimmed(_ line: [Character]) -> String {
    let last = line.lastIndex { $0 != " " } ?? -1
    return String(line[0..<last + 1])
  }
}

/// The upright scale of lines: round steps with their texts.
private struct LineScale {
  let scale: Scale
  /// The texts, each with its line from the floor.
  let ticks: [(line: Int, text: String)]

  init(_ plain: Scale, _ column: ChartData.Column, parts: Int) {
    let step = plain.step(parts: 4, isCount: column.isCount)
    let scale = Scale(
      least: (plain.least / step).rounded(.down) * step,
      most: ((plain.most / step) - 1e-9).rounded(.up) * step)
    self.scale = scale
    ticks = scale.ticks(parts: 4, isCount: column.isCount).map { value in
      (
        Int((scale.place(value) * Double(parts)).rounded()),
        column.isShare ? NumberText.number(value * 100) + " %" : NumberText.number(value)
      )
    }
  }
}

/// Where the days of a chart stand from left to right.
struct TimeAxis {
  private let fractions: [Double]

  /// The axis of some days: by their distance, or evenly where they are not all known.
  init(days: [Day], count: Int) {
    let numbers = days.map { Double($0.number) }
    if days.count == count, let first = numbers.min(), let last = numbers.max(), last > first {
      fractions = numbers.map { ($0 - first) / (last - first) }
    } else {
      fractions = (0..<count).map { count > 1 ? Double($0) / Double(count - 1) : 0.5 }
    }
  }

  /// The columns of a screen with `room`, with a margin for names.
  func places(room: Int) -> [Int] {
    fractions.map { 4 + Int(($0 * Double(max(0, room - 9))).rounded()) }
  }

  /// The places on a line of some length.
  func places(length: Double) -> [Double] { fractions.map { $0 * length } }
}
