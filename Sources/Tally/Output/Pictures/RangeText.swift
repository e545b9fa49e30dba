// Bars and dots in text: a line for each row, its number beside it.

/// A chart whose rows are bars, or dots at the ends of intervals.
struct RangeText {
  let chart: ChartData
  let form: Picture.Form
  let width: Int
  let marks: Marks

  private var ink: PictureInk { marks.ink }

  /// A bar is not drawn shorter than this: the number then stands on a line of its own.
  private static let leastBar = 12

  /// The rows, one panel for each column, and the legend.
  func lines() -> StyledText {
    var text = StyledText()
    for column in chart.columns {
      if chart.columns.count > 1 {
        text.append(StyledText(column.title, .heading).lines(width: width, hanging: 2))
      }
      text.append(panel(column))
    }
    for line in legend() {
      text.append(StyledText(line, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    return text
  }

  private func panel(_ column: ChartData.Column) -> StyledText {
    let scale = chart.scale(of: column)
    let texts = column.marks.map { $0?.text ?? marks.none }
    let remarks = column.marks.map { $0?.remark ?? "" }
    let labelWidth = min(RangeText.widest(chart.labels), max(8, width / 3))
    let textWidth = RangeText.widest(texts)
    let remarkWidth = RangeText.widest(remarks)
    let beside = labelWidth + 2 + 2 + textWidth + (remarkWidth > 0 ? remarkWidth + 1 : 0)
    var text = StyledText()
    for (index, mark) in column.marks.enumerated() {
      guard width - beside >= Self.leastBar else {
        text.append(stacked(index, mark, scale))
        continue
      }
      let drawn = draw(mark, scale, width: width - beside)
      let label = TextWidth.cut(chart.labels[index], to: labelWidth, ellipsis: marks.ellipsis)
      text.append(label + TextWidth.fill(label, to: labelWidth + 2), .value)
      text.append(drawn)
      text.append(TextWidth.fill(drawn.text, to: width - beside + 2))
      text.append(TextWidth.fill(texts[index], to: textWidth) + texts[index], .number)
      if !remarks[index].isEmpty {
        text.append(TextWidth.fill(remarks[index], to: remarkWidth + 1) + remarks[index], .muted)
      }
      text.append("\n")
    }
    return text
  }

  /// Label and number above the bar, for a narrow screen.
  private func stacked(_ index: Int, _ mark: ChartData.Mark?, _ scale: Scale) -> StyledText {
    var line = StyledText(chart.labels[index] + "  ", .value)
    line.append(mark?.text ?? marks.none, .number)
    if let remark = mark?.remark, !remark.isEmpty { line.append(" " + remark, .muted) }
    var text = line.lines(width: width, hanging: 2)
    text.append(draw(mark, scale, width: width))
    text.append("\n")
    return text
  }

  private static func widest(_ texts: [String]) -> Int {
    texts.reduce(0) { max($0, TextWidth.of($1)) }
  }

  private func draw(_ mark: ChartData.Mark?, _ scale: Scale, width: Int) -> StyledText {
    guard let mark, mark.low != nil || mark.high != nil else { return StyledText() }
    // A bar grows from nothing; where numbers are below it, dots say where they are.
    return form == .bars && scale.least == 0
      ? RangeText.bar(mark, scale, width: width, ink: ink)
      : RangeText.dots(mark, scale, width: width, ink: ink)
  }

  /// A bar: solid to the low end, another fill to the high one, and a mark there.
  ///
  /// The solid part is exact to an eighth of a column, and never empty for what is above 0. The
  /// last column is kept for the end of what is open.
  static func bar(
    _ mark: ChartData.Mark, _ scale: Scale, width: Int, ink: PictureInk
  ) -> StyledText {
    let room = width - 1
    let parts = ink.solid.count
    let low = mark.low ?? 0
    var filled = Int((scale.place(low) * Double(room * parts)).rounded())
    if low > 0 { filled = max(1, filled) }
    var solid = String(repeating: ink.solid[parts - 1], count: filled / parts)
    if filled % parts > 0 { solid.append(ink.solid[filled % parts - 1]) }
    var text = StyledText(solid, .number)
    guard mark.isOpen else { return text }
    let begin = solid.count
    let reach = mark.high.map { Int((scale.place($0) * Double(room)).rounded(.up)) } ?? width
    let open = String(repeating: ink.open, count: max(0, reach - 1 - begin))
    text.append(open + String(mark.high == nil ? ink.endless : ink.end), .unknown)
    return text
  }

  /// One dot for an exact number, else a dot at each end and a line between them.
  static func dots(
    _ mark: ChartData.Mark, _ scale: Scale, width: Int, ink: PictureInk
  ) -> StyledText {
    func column(_ value: Double) -> Int { Int((scale.place(value) * Double(width - 1)).rounded()) }
    var first = mark.low.map(column) ?? 0
    var last = mark.high.map(column) ?? width - 1
    if mark.isOpen, first == last { (first, last) = first > 0 ? (first - 1, last) : (0, 1) }
    var text = StyledText(String(repeating: ink.leader, count: first), .muted)
    guard mark.isOpen else {
      text.append(String(ink.exact), .number)
      return text
    }
    text.append(String(mark.low == nil ? ink.between : ink.low), .number)
    text.append(String(repeating: ink.between, count: last - first - 1), .unknown)
    text.append(String(mark.high == nil ? ink.endless : ink.high), .unknown)
    return text
  }

  private func legend() -> [String] {
    let drawn = chart.columns.flatMap(\.marks).compactMap { $0 }
    let isBars = form == .bars && chart.columns.allSatisfy { chart.scale(of: $0).least == 0 }
    var lines: [String] = []
    if drawn.contains(where: { $0.isOpen && $0.high != nil }) {
      lines.append(
        isBars
          ? "\(ink.solid[ink.solid.count - 1]) settled; \(ink.open)\(ink.end) not settled, "
            + "and how far it may reach"
          : "\(ink.low)\(ink.between)\(ink.high) from the least to the most that it can be")
    }
    if drawn.contains(where: { $0.low != nil && $0.high == nil }) {
      lines.append("\(ink.endless) no upper end is proven")
    }
    return lines + scales()
  }

  /// `scale from 0 to 870 counties`, once for each unit.
  private func scales() -> [String] {
    let texts = chart.columns.map { column in
      let scale = chart.scale(of: column)
      let ends = [scale.least, scale.most].map {
        column.isShare ? NumberText.number($0 * 100) : NumberText.number($0)
      }
      return "scale from \(ends[0]) to \(ends[1])" + (column.unit.isEmpty ? "" : " " + column.unit)
    }
    return WordList.distinct(texts)
  }
}
