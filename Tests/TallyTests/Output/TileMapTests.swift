// The tiles of the states: one each, where their neighbours are, in the right class.

import EnforcementData
import Testing

@testable import Tally

@Suite struct TileMapTests {
  private static let places: [String: (x: Int, y: Int)] = Dictionary(
    TileGrid.rows.enumerated().flatMap { y, row in
      row.enumerated().filter { !$0.element.isEmpty }.map { ($0.element, ($0.offset, y)) }
    }, uniquingKeysWith: { first, _ in first })

  @Test func everyStateHasOneTile() throws {
    #expect(TileGrid.rows.joined().count { !$0.isEmpty } == 51)
    #expect(TileGrid.rows.allSatisfy { $0.count == TileGrid.width })
    let answer = try PictureTextTests.answer("list states | show code")
    guard case .rows(let table) = answer.content else { throw ExecutionError.stopped }
    let codes = table.rows.compactMap { if case .text(let code)? = $0.first { code } else { nil } }
    #expect(Set(codes).subtracting(["GU", "MP"]) == TileGrid.codes)
  }

  /// Pairs of states whose counties touch, counted with Python from the table of neighbours.
  @Test func neighboursStandTogether() throws {
    let answer = try PictureTextTests.answer("count neighbors by county.state, neighbor.state")
    guard case .groups(let table) = answer.content else { throw ExecutionError.stopped }
    var pairs: Set<[String]> = []
    for row in table.rows {
      guard case .text(let a) = row[0], case .text(let b) = row[1], a != b,
        Self.places[a] != nil, Self.places[b] != nil
      else { continue }
      pairs.insert([a, b].sorted())
    }
    let near = pairs.filter { pair in
      guard let a = Self.places[pair[0]], let b = Self.places[pair[1]] else { return false }
      return max(abs(a.x - b.x), abs(a.y - b.y)) == 1
    }
    #expect(pairs.count == 110)
    #expect(near.count == 96)
  }

  private func classes(_ values: [(Double?, Double?)], isShare: Bool = false) -> TileClasses {
    let marks = values.map { ChartData.Mark(low: $0.0, high: $0.1, text: "") }
    let column = ChartData.Column(
      title: "", unit: isShare ? "%" : "counties", isShare: isShare, isCount: !isShare,
      marks: marks)
    return TileClasses(column, scale: Scale(marks, isShare: isShare), marks: .drawn)
  }

  @Test func sharesHaveFifths() {
    let classes = classes([(0.1, 0.2)], isShare: true)
    let words = (0..<classes.count).map(classes.words)
    #expect(
      words == [
        "0 to under 20 %", "20 to under 40 %", "40 to under 60 %", "60 to under 80 %",
        "80 to 100 %",
      ])
    let places: [(Double?, Double?, TileClasses.Place)] = [
      (0, 0, .within(0)), (0.19, 0.19, .within(0)), (0.2, 0.39, .within(1)), (1, 1, .within(4)),
      (0.1, 0.2, .several), (0, 1, .several), (0.5, nil, .several), (nil, nil, .missing),
    ]
    for (low, high, place) in places {
      #expect(classes.place(ChartData.Mark(low: low, high: high, text: "")) == place)
    }
    #expect(classes.place(nil) == .missing)
  }

  @Test func countsHaveWholeLimits() {
    let even = classes([(10, 10), (30, 30), (45, 45), (70, 70), (99, 99)])
    #expect((0..<even.count).map(even.words) == ["0–19", "20–39", "40–59", "60–79", "80–99"])
    // Most are small: equal classes would put four of five into one.
    let growing = classes([(3, 3), (8, 8), (20, 20), (60, 60), (387, 387)])
    #expect(growing.limits == [0, 20, 50, 100, 200, 500])
    let none = classes([(0, 0)])
    #expect((0..<none.count).map(none.words).first == "0")
  }

  @Test func everyTileIsCountedOnceInTheLegend() throws {
    for query in [
      "map share where notify among counties by state", "map count agreements by state",
      "map sum population of counties where detainers by state", "map count counties by state",
    ] {
      let chart = ChartData(try PictureTextTests.answer(query), marks: .drawn)
      let map = TileMap(chart, chart.columns[0], marks: .drawn)
      let classes = (0..<map.classes.count).map { map.count(.within($0)) }
      let others = [map.count(.several), map.count(.open), map.count(.missing)]
      #expect((classes + others).reduce(0, +) == 51, "\(query)")
      let absent = map.count(.missing) + map.zeros.count
      #expect(chart.labels.count == 51 - absent + map.offMap.count, "\(query)")
    }
  }

  /// `table` cuts the rows of a table to the screen, never the map above it.
  @Test func aSmallScreenCutsNoTile() throws {
    let answer = try PictureTextTests.answer("map count counties by state")
    let text = OutputFormat.table.write(answer, OutputContext(width: 80, maxRows: 10)).text
    #expect(!text.contains("no number"))
    for code in TileGrid.codes { #expect(text.contains(code), "\(code)") }
  }
}
