// Bounds of summaries, against answers worked by hand.

import Testing

@testable import Tally

@Suite struct EngineBoundsTests {
  private func expect(
    _ aggregator: Aggregator, _ certain: [Double], _ optional: [Double], _ low: Double,
    _ high: Double
  ) {
    let bounds = Bounds.of(aggregator, certain: certain, optional: optional)
    #expect(bounds?.low == low, "\(aggregator) of \(certain) and perhaps \(optional)")
    #expect(bounds?.high == high, "\(aggregator) of \(certain) and perhaps \(optional)")
  }

  @Test func sumsTakeWhatPullsThemEachWay() {
    expect(.sum, [], [], 0, 0)
    expect(.sum, [1, 2], [], 3, 3)
    expect(.sum, [1, 2], [4, -3, 5], 0, 12)
    expect(.sum, [], [-1, -2], -3, 0)
  }

  @Test func averagesTakeOptionalValuesWhileTheyPull() {
    expect(.average, [4], [], 4, 4)
    // With 1 the mean of 4 falls to 2.5; a further 2 pulls it to 2.333; 3 would raise it.
    expect(.average, [4], [1, 2, 3], 7.0 / 3, 4)
    expect(.average, [], [5, 1, 9], 1, 9)
    expect(.average, [10], [20, 0], 5, 15)
    #expect(Bounds.of(.average, certain: [], optional: []) == nil)
  }

  @Test func mediansAreTakenOverEveryNumberOfOptionalValues() {
    expect(.median, [1, 2, 9], [], 2, 2)
    expect(.median, [5], [1], 3, 5)
    expect(.median, [5], [1, 2], 2, 5)
    expect(.median, [], [3, 8], 3, 8)
    // {4, 6} is 5; with 0 it is 4; with 9 and 10 it is (6 + 9) / 2.
    expect(.median, [4, 6], [0, 9, 10], 4, 7.5)
    #expect(Bounds.of(.median, certain: [], optional: []) == nil)
  }

  @Test func leastAndGreatestKeepTheCertainOnes() {
    expect(.min, [3, 7], [1, 9], 1, 3)
    expect(.min, [], [1, 9], 1, 9)
    expect(.max, [3, 7], [1, 9], 7, 9)
    expect(.max, [], [1, 9], 1, 9)
    #expect(Bounds.of(.min, certain: [], optional: []) == nil)
    #expect(Bounds.of(.max, certain: [], optional: []) == nil)
  }

  @Test func everySubsetIsWithinTheBoundsAndTwoReachThem() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<2000 {
      let certain = (0..<random.below(4)).map { _ in Double(random.below(7) - 3) }
      let optional = (0..<random.below(6)).map { _ in Double(random.below(7) - 3) }
      for aggregator in Aggregator.allCases {
        let values = (0..<1 << optional.count).compactMap { choice in
          MadeSummary.of(
            aggregator.rawValue,
            certain + optional.indices.filter { choice >> $0 & 1 == 1 }.map { optional[$0] })
        }
        let bounds = Bounds.of(aggregator, certain: certain, optional: optional)
        let text = "\(aggregator) of \(certain) and perhaps \(optional)"
        guard let low = values.min(), let high = values.max() else {
          #expect(bounds == nil, "\(text)")
          continue
        }
        #expect(abs((bounds?.low ?? .nan) - low) < 1e-9, "\(text)")
        #expect(abs((bounds?.high ?? .nan) - high) < 1e-9, "\(text)")
      }
    }
  }

  @Test func sharesCompleteTheirRows() {
    func share(_ c: ShareCounts) -> [Double]? { Bounds.share(c).map { [$0.low, $0.high] } }
    #expect(share(ShareCounts()) == nil)
    #expect(share(ShareCounts(yy: 3, yn: 1)) == [0.75, 0.75])
    #expect(share(ShareCounts(yy: 1, yu: 1)) == [0.5, 1])
    // The optional no joins for the least, 1 of 3; the optional yes for the most, 2 of 3.
    #expect(share(ShareCounts(yy: 1, yn: 1, uy: 1, un: 1)) == [1.0 / 3, 2.0 / 3])
    #expect(share(ShareCounts(uy: 2)) == [1, 1])
    #expect(share(ShareCounts(un: 2)) == [0, 0])
    #expect(share(ShareCounts(uy: 1, un: 1)) == [0, 1])
    #expect(share(ShareCounts(uu: 1)) == [0, 1])
  }
}
