// Figures of all rows at once, held to the same figures row by row.

import Testing

@testable import Tally

@Suite struct WholeFiguresTests {
  private static let unit = Unit(.measure, singular: "person", plural: "people")

  @Test("shares and summaries of all rows are those of each row by itself", arguments: 0...200)
  func figures(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let rows = Self.rows(count, &random)
    let yes = Self.some(count, &random)
    let condition = TruthMap(yes: yes, no: Self.some(count, &random) - yes)
    let share = MeasureInput(
      rows: rows, condition: condition, numbers: nil, aggregator: nil, isAmount: false,
      unit: Self.unit, baseUnit: Self.unit)
    #expect(share.figure() == share.figure(0..<count))
    for numbers in Self.numbers(count, &random) {
      for aggregator in Aggregator.allCases {
        let summary = MeasureInput(
          rows: rows, condition: nil, numbers: numbers, aggregator: aggregator,
          isAmount: Bool.random(using: &random), unit: Self.unit, baseUnit: Self.unit)
        #expect(summary.figure() == summary.figure(0..<count), "\(aggregator)")
      }
    }
  }

  private static func some(_ count: Int, _ random: inout SplitMix64) -> Bitmap {
    Bitmap(count: count) { _ in Bool.random(using: &random) }
  }

  /// Members within their base, and certain ones within those that are possible.
  private static func rows(_ count: Int, _ random: inout SplitMix64) -> RowSet {
    let basePossible = some(count, &random) | some(count, &random)
    let baseCertain = basePossible & some(count, &random)
    let possible = basePossible & some(count, &random)
    return RowSet(
      certain: possible & baseCertain & some(count, &random), possible: possible,
      baseCertain: baseCertain, basePossible: basePossible)
  }

  /// Precise whole numbers of each width, precise fractions, and intervals.
  private static func numbers(_ count: Int, _ random: inout SplitMix64) -> [NumberVector] {
    func vector(_ low: [Double], _ high: [Double]) -> NumberVector {
      let unknown = some(count, &random) & some(count, &random)
      return NumberVector(
        low: low, high: high, unknown: unknown, none: some(count, &random) & some(count, &random))
    }
    var vectors: [NumberVector] = []
    for most in [100, 30_000, 2_000_000_000] {
      let whole = (0..<count).map { _ in Double(Int.random(in: -most...most, using: &random)) }
      vectors.append(vector(whole, whole))
      vectors.append(
        vector(whole, whole.map { $0 + Double(Int.random(in: 0...9, using: &random)) }))
    }
    let parts = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
    vectors.append(vector(parts, parts))
    return vectors
  }
}
