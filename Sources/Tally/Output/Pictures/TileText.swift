// The states as tiles in text: two letters, and a fill for the class of the number.

/// A tile map, one for each column of numbers, with its legend.
struct TileText {
  let chart: ChartData
  let width: Int
  let marks: Marks

  private var ink: PictureInk { marks.ink }

  /// The maps and their legends.
  func lines() -> StyledText {
    var text = StyledText()
    for column in chart.columns {
      if chart.columns.count > 1 {
        text.append(StyledText(column.title, .heading).lines(width: width, hanging: 2))
      }
      let map = TileMap(chart, column, marks: marks)
      if let tile = TileSize.fitting(width) { text.append(grid(map, tile)) }
      text.append(legend(map))
    }
    return text
  }

  private func grid(_ map: TileMap, _ size: TileSize) -> StyledText {
    var text = StyledText()
    for row in TileGrid.rows {
      for line in 0..<size.height {
        var pending = ""
        for code in row {
          guard !code.isEmpty else {
            pending += TextWidth.spaces(size.width + size.gap)
            continue
          }
          text.append(pending)
          pending = TextWidth.spaces(size.gap)
          append(map.tiles[code] ?? .missing, line == 0 ? code : "", size, map, &text)
        }
        text.append("\n")
      }
    }
    return text
  }

  private func append(
    _ place: TileClasses.Place, _ code: String, _ size: TileSize, _ map: TileMap,
    _ text: inout StyledText
  ) {
    text.append(code, .value)
    let fill = String(repeating: fill(place, map), count: size.width - code.count)
    text.append(
      fill, place == .several || place == .open ? .unknown : place == .missing ? .muted : .number)
  }

  /// Few classes take fills that are far apart.
  private func fill(_ place: TileClasses.Place, _ map: TileMap) -> Character {
    switch place {
    case .within(let index):
      ink.classes[min(index * (ink.classes.count - 1) / max(1, map.classes.count - 1), 4)]
    case .several, .open: ink.several
    case .missing: ink.missing
    }
  }

  private func legend(_ map: TileMap) -> StyledText {
    var text = StyledText()
    func line(_ place: TileClasses.Place, _ words: String) {
      var line = StyledText(String(repeating: fill(place, map), count: 2) + " ", .number)
      line.append(words + ": " + map.statesText(place))
      text.append(line.lines(width: width, indent: 2, hanging: 5))
    }
    for index in 0..<map.classes.count { line(.within(index), map.words(index)) }
    if map.count(.several) > 0 { line(.several, TileMap.severalWords) }
    if map.count(.open) > 0 { line(.open, TileMap.openWords) }
    if map.count(.missing) > 0 { line(.missing, TileMap.missingWords) }
    if let zeros = map.zerosText {
      text.append(StyledText(zeros, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    if let off = map.offMapText {
      text.append(StyledText(off, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    return text
  }
}

/// How large a tile is drawn in characters.
private struct TileSize {
  let width: Int
  let height: Int
  let gap: Int

  /// The largest that fits; nil where none does.
  static func fitting(_ width: Int) -> TileSize? {
    [
      TileSize(width: 5, height: 2, gap: 1), TileSize(width: 3, height: 1, gap: 1),
      TileSize(width: 3, height: 1, gap: 0),
    ].first { TileGrid.width * ($0.width + $0.gap) - $0.gap <= width }
  }
}
