// Bars, dots, lines, tiles and braille against arithmetic.

import EnforcementData
import Testing

@testable import Tally

@Suite struct PictureTextTests {
  private static let hundred = Scale(least: 0, most: 100)

  private func mark(_ low: Double?, _ high: Double?) -> ChartData.Mark {
    ChartData.Mark(low: low, high: high, text: "")
  }

  /// A bar 41 columns wide has 40 for the scale: 25 of 100 is 10 of them.
  @Test(arguments: [
    (25.0, 25.0, "██████████"), (25, 50, "██████████░░░░░░░░░┤"), (0, 0, ""), (0.01, 0.01, "▏"),
    (0, 100, String(repeating: "░", count: 39) + "┤"), (25.9, 25.9, "██████████▍"),
    (100, 100, String(repeating: "█", count: 40)),
  ])
  func barsAreAsLongAsTheirNumbers(low: Double, high: Double, bar: String) {
    let drawn = RangeText.bar(mark(low, high), Self.hundred, width: 41, ink: .drawn).text
    #expect(drawn == bar)
  }

  @Test func barsSayWhatIsNotProven() {
    let sum = RangeText.bar(mark(50, nil), Self.hundred, width: 41, ink: .ascii).text
    #expect(sum == String(repeating: "#", count: 20) + String(repeating: ".", count: 20) + ">")
    let most = RangeText.bar(mark(nil, 50), Self.hundred, width: 41, ink: .ascii).text
    #expect(most == String(repeating: ".", count: 19) + "|")
  }

  /// Every bar: the solid part to an eighth of a column, the open part to the column of its end.
  @Test func everyBarHasTheLengthOfItsEnds() {
    var random = SplitMix64(seed: 56)
    for _ in 0..<2000 {
      let low = Double(Int.random(in: 0...900, using: &random))
      let high = low + Double(Int.random(in: 0...(1000 - Int(low)), using: &random))
      let width = Int.random(in: 12...90, using: &random)
      let scale = Scale(least: 0, most: 1000)
      let bar = RangeText.bar(mark(low, high), scale, width: width, ink: .drawn).text
      let eighths = bar.reduce(0) { sum, character in
        sum + (PictureInk.drawn.solid.firstIndex(of: character).map { $0 + 1 } ?? 0)
      }
      let wanted = low / 1000 * Double(width - 1) * 8
      #expect(abs(Double(eighths) - max(low > 0 ? 1 : 0, wanted)) <= 0.5, "\(low) in \(width)")
      let end = (high / 1000 * Double(width - 1)).rounded(.up)
      let solid = (Double(eighths) / 8).rounded(.up)
      #expect(bar.count == Int(high > low ? max(end, solid + 1) : solid), "\(low) to \(high)")
      #expect(bar.count <= width)
    }
  }

  @Test func dotsStandAtBothEnds() {
    let drawn = { (low: Double?, high: Double?) in
      RangeText.dots(self.mark(low, high), Scale(least: 0, most: 10), width: 11, ink: .ascii).text
    }
    #expect(drawn(3, 3) == "...*")
    #expect(drawn(3, 7) == "...o---o")
    #expect(drawn(3, 3.1) == "..oo")
    #expect(drawn(0, 0.1) == "oo")
    #expect(drawn(3, nil) == "...o------>")
    #expect(drawn(nil, 3) == "---o")
  }

  @Test func noLinePassesOverADayThatIsNotKnown() throws {
    let chart = ChartData(Example.overYears, marks: .drawn)
    let line = try #require(LineChart.all(chart, days: []).first)
    #expect(line.panels.map(\.label) == ["YY", "ZZ"])
    let joined = line.panels.map { panel in (0..<3).map { line.joined(panel, $0) != nil } }
    #expect(joined == [[true, true, false], [false, false, false]])
  }

  @Test func noLinePassesOverAYearThatIsNotThere() throws {
    let years = ["fy2019", "fy2020", "fy2022", "fy2023"]
    let table = Table(
      columns: [AnswerColumn("fiscal_year", .date), AnswerColumn("count", .figure)],
      rows: years.map { [.date($0), .figure(Example.figure(4, 4, base: 4))] },
      unit: Example.counties, matched: 4, base: 16)
    let chart = ChartData(Example.answer(.groups(table)), marks: .drawn)
    let line = try #require(LineChart.all(chart, days: []).first)
    #expect((0..<3).map { line.joined(line.panels[0], $0) != nil } == [true, false, true])
    #expect(line.fractions == [0, 0.25, 0.75, 1])
  }

  /// A day on which nothing is settled is drawn, and joined to no other.
  @Test func whatIsWhollyOpenIsNotJoined() throws {
    let open = ChartData.Mark(
      Example.figure(0, 33, unknown: 33, base: 33), text: "", marks: .drawn)
    let part = ChartData.Mark(
      Example.figure(1, 33, unknown: 32, base: 33), text: "", marks: .drawn)
    #expect(open.isUnsettled && !part.isUnsettled)
  }

  @Test(arguments: [40, 80, 120])
  func noLineIsWiderThanTheScreen(width: Int) throws {
    for query in Self.queries {
      let answer = try Self.answer(query)
      for unicode in [true, false] {
        let context = OutputContext(width: width, unicode: unicode)
        let text = OutputFormat.table.write(answer, context).text
        for line in text.split(separator: "\n") {
          #expect(TextWidth.of(String(line)) <= width, "\(query): \(line)")
        }
        let drawing = PictureText(
          try #require(answer.picture), of: answer, width: width, maxRows: nil,
          marks: context.marks
        ).lines().text
        #expect(!drawing.isEmpty)
        if !unicode { #expect(drawing.utf8.allSatisfy { $0 < 0x80 }, "\(query)") }
      }
    }
  }

  @Test func dotsOfAMapAddUpToItsBase() throws {
    let answer = try Self.answer("map counties where not detainers")
    let picture = try #require(answer.picture)
    #expect(picture.layers.reduce(0) { $0 + $1.count } == 3143)
    guard case .rows(let table) = answer.content else { throw ExecutionError.stopped }
    #expect(picture.layers[0].count == table.matched)
    #expect(picture.layers[1].count == table.possibleMore)
    let frame = MapFrame(picture.layers.flatMap(\.positions))
    for layer in picture.layers {
      let canvas = DotCanvas(layer.positions, in: frame, width: 76)
      #expect(canvas.positionCount == layer.positions.count)
      let braille = canvas.lines(.drawn).joined().unicodeScalars
      #expect(braille.allSatisfy { $0 == " " || (0x2801...0x28FF).contains($0.value) })
      let dots = braille.reduce(0) { $0 + ($1 == " " ? 0 : ($1.value - 0x2800).nonzeroBitCount) }
      #expect(dots == canvas.dotCount && dots <= layer.positions.count)
      for position in layer.positions {
        let point = frame.place(position)
        #expect((0...1).contains(point.x) && (0...frame.height).contains(point.y))
      }
    }
  }

  /// Snyder's own example: on a sphere of radius 1, origin 23° north and 96° west.
  @Test func projectionGivesTheManualsExample() {
    let point = Albers(parallels: (29.5, 45.5), latitude: 23, longitude: -96)
      .project(Picture.Position(latitude: 35, longitude: -75))
    #expect(abs(point.x - 0.2952720) < 1e-7 && abs(point.y + 0.2416774) < 1e-7)
  }

  static let queries = [
    "chart count counties where detainers by region as bars",
    "chart share where notify among counties where detainers by region as dots",
    "chart count counties where detainers", "chart average longitude of counties by region",
    "chart count counties where agreement_287g by region across years 2017, 2025, latest",
    "chart count facility_years by fiscal_year as lines",
    "chart top 20 counties where not detainers by population",
    "chart count counties as of 2016 where detainers and not notify",
    "map share where notify among counties by state", "map count agreements by state",
    "map counties where not detainers", "map counties in AK where detainers",
  ]

  static func answer(_ query: String) throws -> Answer {
    var session = Session(dataset: try EnforcementData.dataset())
    return try #require(session.run(Source(query)).first?.answer, "\(query)")
  }

  // MARK: What a picture may not claim

  private func asked(_ text: String) throws -> Answer {
    try MadeAsker(MadeTimes.dataset()).answer(text)
  }

  private func drawn(_ answer: Answer) throws -> String {
    PictureText(
      try #require(answer.picture), of: answer, width: 80, maxRows: nil, marks: .ascii
    ).lines().text
  }

  /// Ash and Cedar may be yes in 2019; Ash is and Cedar may be in 2021.
  @Test func aDifferenceIsSaidAndNotDrawn() throws {
    let answer = try asked("chart compare count counties where alpha from 2019 to 2021")
    let chart = ChartData(answer, marks: .ascii)
    #expect(chart.columns.map(\.title) == ["2019", "2021"])
    let text = try drawn(answer)
    #expect(text.contains("all: difference: -1 to +2 counties; change: unknown (2019 may be 0)"))
    #expect(text.contains("scale from 0 to 2 counties") && !text.contains("of 6"))
    let shares = try drawn(
      asked("chart compare share where alpha among counties from 2021 to latest"))
    #expect(shares.contains("scale from 0 to 100 %") && !shares.contains("scale from -"))
    #expect(shares.contains("percentage points"))
    let svg = PictureSVG(try #require(answer.picture), of: answer).text
    #expect(svg.contains("difference: -1 to +2 counties"))
  }

  @Test func aPictureSaysWhatWasLeftOut() throws {
    let answer = try asked("chart count counties by name | take 2")
    #expect(try drawn(answer).contains("showing 2 of 3 groups"))
    #expect(
      PictureSVG(try #require(answer.picture), of: answer).text.contains("showing 2 of 3 groups"))
    #expect(try !drawn(asked("chart count counties by name")).contains("showing"))
  }

  @Test func daysOfWhichMoreIsSettledAreNoRise() throws {
    let note = "more or less is settled on each day: a higher settled part is no change by itself"
    // Two counties are open in 2019 and none on the last day.
    let text = "count counties where alpha across years 2019, latest"
    #expect(try asked("chart " + text).notes.contains(note))
    #expect(try !asked("chart count counties across years 2019, latest").notes.contains(note))
  }

  /// Limits are 0, 10, 20, 50, 100, 200. 0 to 3 of 3 open rows lie in the class of a certain 0,
  /// and are none.
  @Test func whatIsAllOpenHasNotTheFillOfACertainZero() {
    var open = mark(0, 3)
    open.isUnsettled = true
    let column = ChartData.Column(
      title: "", unit: "counties", isShare: false, isCount: true,
      marks: [mark(0, 0), open, mark(99, 99)])
    let classes = TileClasses(column, scale: Self.hundred, marks: .drawn)
    #expect(column.marks.map(classes.place) == [.within(0), .open, .within(3)])
  }

  /// The list of a day is complete: a state without a row has 0. Part of the list proves nothing.
  @Test func statesWithoutARowHaveNoneOfACompleteList() throws {
    var session = try Session(dataset: EnforcementData.dataset())
    func map(_ text: String) throws -> TileMap {
      let answer = try #require(session.run(Source(text)).first?.answer)
      let chart = ChartData(answer, marks: .drawn)
      return TileMap(chart, try #require(chart.columns.first), marks: .drawn)
    }
    let states = try #require(session.run(Source("count states without agreements")).first?.answer)
    guard case .figure(let figure) = states.content else {
      Issue.record("no figure")
      return
    }
    let all = try map("map count agreements by state")
    #expect(Double(all.zeros.count) == figure.low && all.count(.missing) == 0)
    #expect(try map("map count agreements in TX by state").count(.missing) == 50)
  }

  /// The list of 2025-07-18 has 832 rows and that of 2026-05-18 has 1,843.
  @Test func listsOfTwoDaysHaveABaseEach() throws {
    var session = try Session(dataset: EnforcementData.dataset())
    let text = "count agreements by years 2025-07-18, 2026-05-18"
    let answer = try #require(session.run(Source(text)).first?.answer)
    guard case .groups(let table) = answer.content else {
      Issue.record("no groups")
      return
    }
    let words = TableText(table: table, isGroups: true, asOf: answer.provenance.asOf)
    #expect(words.base() == "of a base of its own in each row")
  }
}
