// Bounds that totals allow, against every table of small ones and numbers worked by hand.

import Testing

@testable import Tally

@Suite struct EngineTotalsBoundsTests {
  /// Detainers and notify of the survey of 2016.
  private static let survey = [
    TotalsBounds.Totals(yes: 1922, no: 635), TotalsBounds.Totals(yes: 2414, no: 142),
  ]

  private func expect(
    _ low: Int, _ high: Int, base: Int = 2556, _ fields: [TotalsBounds.Totals] = survey,
    sourceLocation: SourceLocation = #_sourceLocation, _ truth: ([Truth]) -> Truth
  ) {
    let bounds = TotalsBounds.of(base: base, fields: fields, truth: truth)
    #expect(
      bounds == TotalsBounds.Interval(low: low, high: high, isTight: true),
      sourceLocation: sourceLocation)
  }

  @Test func conditionsOfTheSurveyByHand() {
    expect(0, 142) { MadeKleene.and($0[0], MadeKleene.not($0[1])) }
    expect(0, 142) { MadeKleene.and(MadeKleene.not($0[0]), MadeKleene.not($0[1])) }
    expect(0, 1922) { MadeKleene.and($0[0], $0[1]) }
    // 1,922 counties and 142 others.
    expect(0, 2064) { MadeKleene.or($0[0], MadeKleene.not($0[1])) }
    // Yes or unknown: all but 635.
    expect(1921, 2556) { $0[0] == .no ? .no : .yes }
    // From none, for 1,922 and 635 are one more than there are, to all.
    expect(0, 2556) { $0[0] == .unknown ? .yes : .no }
    // 2,331 and 25 leave at least 200 unknown.
    expect(200, 2556, [.init(yes: 2331, no: 25)]) { $0[0] == .unknown ? .yes : .no }
    // A total that was not published limits nothing.
    expect(0, 2556, [.init(yes: 25, no: nil)]) { $0[0] == .no ? .yes : .no }
    expect(2531, 2556, [.init(yes: 25, no: nil)]) { $0[0] == .yes ? .no : .yes }
  }

  @Test func noFieldsAndNoRows() {
    expect(0, 0, []) { _ in .no }
    expect(2556, 2556, []) { _ in .yes }
    expect(0, 0, base: 0) { _ in .yes }
    let tooMany = TotalsBounds.of(
      base: 9, fields: Array(repeating: .init(), count: 8), truth: { _ in .no })
    #expect(tooMany == TotalsBounds.Interval(low: 0, high: 9, isTight: false))
  }

  /// Two of three with one row each: in parts of rows one and a half, in whole rows one.
  @Test func partsOfRowsAreNotRows() {
    let ones = [TotalsBounds.Totals](repeating: .init(yes: 1, no: 0), count: 3)
    expect(0, 1, base: 5, ones) { values in values.count { $0 == .yes } >= 2 ? .yes : .no }
    // The seven lines of three points of Fano's plane, any two of which meet: with 3n + 1 rows a
    // point, parts of rows give 7n + 2, and whole rows 7n + 1.
    let lines = [
      [0, 1, 2], [0, 3, 4], [0, 5, 6], [1, 3, 5], [1, 4, 6], [2, 3, 6], [2, 4, 5],
    ]
    for n in [0, 1, 40] {
      let points = [TotalsBounds.Totals](repeating: .init(yes: 3 * n + 1, no: 0), count: 7)
      expect(0, 7 * n + 1, base: 2556, points) { values in
        lines.contains { $0.allSatisfy { values[$0] == .yes } } ? .yes : .no
      }
    }
  }

  @Test func everySmallTableIsWithinTheBoundsAndTwoReachThem() {
    var random = SplitMix64(seed: 16)
    for _ in 0..<300 {
      let count = 1 + random.below(3)
      let base = [6, 4, 2][count - 1]
      let fields = (0..<count).map { _ in
        TotalsBounds.Totals(
          yes: random.percent(80) ? random.below(base + 1) : nil,
          no: random.percent(80) ? random.below(base + 1) : nil)
      }
      let cells = MadeKleene.cells(count)
      let truths = cells.map { _ in random.pick([Truth.yes, .no, .unknown, .no]) }
      var counts: Set<Int> = []
      MadeKleene.tables(rows: base, cells: cells.count) { table in
        for (index, field) in fields.enumerated() {
          func used(_ value: Truth) -> Int {
            cells.indices.reduce(0) { $0 + (cells[$1][index] == value ? table[$1] : 0) }
          }
          if used(.yes) > field.yes ?? base || used(.no) > field.no ?? base { return }
        }
        counts.insert(cells.indices.reduce(0) { $0 + (truths[$1] == .yes ? table[$1] : 0) })
      }
      expect(counts.min() ?? -1, counts.max() ?? -1, base: base, fields) { values in
        cells.firstIndex(of: values).map { truths[$0] } ?? .unknown
      }
    }
  }

  @Test func sevenFieldsAreBoundedInTime() {
    let fields = (0..<7).map { TotalsBounds.Totals(yes: 1900 + 71 * $0, no: 25 + 83 * $0) }
    var worst = Duration.zero
    for least in 1...7 {
      let time = ContinuousClock().measure {
        let bounds = TotalsBounds.of(base: 2556, fields: fields) { values in
          values.count { $0 != .unknown } >= least ? .yes : .no
        }
        #expect(bounds.high <= 2556)
      }
      worst = max(worst, time)
    }
    // A debug build without a machine of its own; as released it is some milliseconds.
    #expect(worst < .seconds(10))
  }
}

/// Kleene's logic and tables of cells, written anew for the tests.
enum MadeKleene {
  static func not(_ value: Truth) -> Truth {
    value == .unknown ? .unknown : value == .yes ? .no : .yes
  }

  static func and(_ a: Truth, _ b: Truth) -> Truth {
    a == .no || b == .no ? .no : a == .yes && b == .yes ? .yes : .unknown
  }

  static func or(_ a: Truth, _ b: Truth) -> Truth { not(and(not(a), not(b))) }

  /// Every way that so many fields can be.
  static func cells(_ count: Int) -> [[Truth]] {
    (0..<count).reduce([[]]) { cells, _ in cells.flatMap { c in Truth.allCases.map { c + [$0] } } }
  }

  /// Every way to put rows into cells.
  static func tables(rows: Int, cells: Int, _ use: ([Int]) -> Void) {
    var table = [Int](repeating: 0, count: cells)
    func fill(_ cell: Int, _ left: Int) {
      if cell == cells - 1 {
        table[cell] = left
        return use(table)
      }
      for count in 0...left {
        table[cell] = count
        fill(cell + 1, left - count)
      }
    }
    fill(0, rows)
  }
}
