// A picture as lines of text, for a screen or a pipe.

/// Draws a picture of an answer in characters.
struct PictureText {
  private let picture: Picture
  private let chart: ChartData
  private let days: [Day]
  private let width: Int
  private let marks: Marks

  /// The columns of a picture where there is no screen.
  static let usualWidth = 80

  /// A drawing at most `width` columns wide and, where it has a line a row, `maxRows` rows long.
  init(_ picture: Picture, of answer: Answer, width: Int?, maxRows: Int?, marks: Marks) {
    self.picture = picture
    self.width = width ?? Self.usualWidth
    self.marks = marks
    days = answer.provenance.asOf.days
    let chart = ChartData(answer, marks: marks)
    switch picture.form {
    case .bars, .dots: self.chart = chart.cut(to: maxRows)
    case .lines, .tiles, .places: self.chart = chart
    }
  }

  /// Whether every number of the answer stands beside its mark, so that no table need follow.
  var saysNumbers: Bool {
    switch picture.form {
    case .bars, .dots, .places: true
    case .lines: lineText.allSatisfy(\.saysNumbers)
    case .tiles: false
    }
  }

  private var lineText: [LineText] {
    LineChart.all(chart, days: days).map { LineText(chart: $0, width: width, marks: marks) }
  }

  /// The drawing under its title, with its legend.
  func lines() -> StyledText {
    let title = StyledText(CleanText.query(picture.title), .heading)
    var text = title.lines(width: width, hanging: 2)
    if !chart.lead.isEmpty {
      text.append(StyledText(chart.lead).lines(width: width, hanging: 2))
    }
    switch picture.form {
    case .bars, .dots:
      text.append(RangeText(chart: chart, form: picture.form, width: width, marks: marks).lines())
    case .lines:
      for chart in lineText { text.append(chart.lines()) }
    case .tiles: text.append(TileText(chart: chart, width: width, marks: marks).lines())
    case .places:
      text.append(PlaceText(layers: picture.layers, width: width, marks: marks).lines())
    }
    for line in chart.differences {
      text.append(StyledText(line).lines(width: width, indent: 2, hanging: 4))
    }
    if let showing = chart.showing, saysNumbers, picture.form != .places {
      text.append(StyledText(showing, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    if chart.labels.count < chart.rowCount, picture.form != .places {
      let rest =
        "\(NumberText.grouped(chart.labels.count)) of "
        + "\(NumberText.grouped(chart.rowCount)) rows are drawn"
      text.append(StyledText(rest, .muted).lines(width: width, indent: 2, hanging: 4))
    }
    return text
  }
}
