// When a number agrees with one that a document states.

import Testing

@testable import Tally

@Suite struct StatedNumberTests {
  private func verdict(
    _ value: Double, _ qualifier: StatedNumber.Qualifier, _ low: Double, _ high: Double? = nil,
    isRounded: Bool = false, restsOnItself: Bool = false
  ) -> Verdict {
    .of(
      StatedNumber(value: value, qualifier: qualifier),
      recomputed: StatedRange(low, high ?? low), isRounded: isRounded,
      restsOnItself: restsOnItself)
  }

  @Test func exactIsTheNumberItself() {
    #expect(verdict(1922, .exact, 1922) == .confirmed)
    #expect(verdict(1922, .exact, 1921) == .contradicted)
    #expect(verdict(1922, .exact, 1900, 2000) == .inside)
    #expect(verdict(1922, .exact, 1900, 1921) == .contradicted)
    #expect(verdict(1922, .exact, 0, .infinity) == .inside)
  }

  @Test func aPercentageIsRoundedToItsLastDecimal() {
    #expect(verdict(75, .exact, 75.2, isRounded: true) == .confirmed)
    #expect(verdict(75, .exact, 75.6, isRounded: true) == .contradicted)
    #expect(verdict(74.9, .exact, 74.86, isRounded: true) == .confirmed)
    #expect(verdict(74.9, .exact, 74.8, isRounded: true) == .contradicted)
    #expect(verdict(75, .exact, 75.4, 75.8, isRounded: true) == .inside)
  }

  @Test func moreThanHasNoUpperEnd() {
    #expect(verdict(1500, .moreThan, 1501) == .confirmed)
    #expect(verdict(1500, .moreThan, 40_000) == .confirmed)
    #expect(verdict(1500, .moreThan, 1500) == .contradicted)
    #expect(verdict(1500, .moreThan, 1499) == .contradicted)
    #expect(verdict(1500, .moreThan, 1400, 1600) == .inside)
    #expect(verdict(1500, .moreThan, 1500, 1600) == .inside)
  }

  @Test func nearlyIsBelowAndNotByMuch() {
    #expect(verdict(160_000, .nearly, 158_581) == .confirmed)
    #expect(verdict(160_000, .nearly, 160_000) == .confirmed)
    #expect(verdict(160_000, .nearly, 160_001) == .contradicted)
    #expect(verdict(160_000, .nearly, 143_999) == .contradicted)
    #expect(verdict(160_000, .nearly, 100_000, 200_000) == .inside)
  }

  @Test func approximatelyIsToBothSides() {
    #expect(verdict(15, .approximately, 16) == .confirmed)
    #expect(verdict(15, .approximately, 14) == .confirmed)
    #expect(verdict(15, .approximately, 17) == .contradicted)
    #expect(verdict(3, .approximately, 4) == .confirmed)
    #expect(verdict(3, .approximately, 5) == .contradicted)
  }

  @Test func atMostHasNoLowerEnd() {
    #expect(verdict(48, .atMost, 48) == .confirmed)
    #expect(verdict(48, .atMost, 0) == .confirmed)
    #expect(verdict(48, .atMost, 49) == .contradicted)
    #expect(verdict(48, .atMost, 40, 60) == .inside)
  }

  @Test func whatRestsOnItselfIsNeverConfirmed() {
    #expect(verdict(1922, .exact, 1922, restsOnItself: true) == .restated)
    #expect(verdict(1922, .exact, 0, 2556, restsOnItself: true) == .restated)
    #expect(verdict(1922, .exact, 1921, restsOnItself: true) == .contradicted)
  }

  @Test(
    arguments: [
      (343_151, 1), (1500, 100), (4_000_000_000, 1_000_000_000), (243_756.46, 0.01), (0, 1),
      (74.5, 0.1), (-1500, 100), (10, 10),
    ] as [(Double, Double)])
  func theLastPlace(_ value: Double, _ place: Double) {
    let found = StatedNumber(value: value, qualifier: .exact).place
    #expect((found - place).magnitude < 1e-12 * max(1, place))
  }

  @Test func withinItsDocumentANumberIsReadAsItIsWritten() {
    func written(_ value: Double, _ qualifier: StatedNumber.Qualifier) -> StatedRange {
      StatedNumber(value: value, qualifier: qualifier).written
    }
    #expect(written(343_151, .moreThan) == StatedRange(343_151, 343_152))
    #expect(written(1500, .moreThan) == StatedRange(1500, 1600))
    #expect(written(160_000, .nearly) == StatedRange(150_000, 160_000))
    #expect(written(15, .approximately) == StatedRange(14, 16))
    #expect(written(48, .atMost) == StatedRange(0, 48))
    #expect(written(2556, .exact) == StatedRange(2556, 2556))
  }

  @Test func sumsAndPercentagesOfRanges() throws {
    let sum = StatedRange.sum([StatedRange(1922, 1922), StatedRange(635, 635)])
    #expect(sum == StatedRange(2557, 2557))
    #expect(sum.isApart(from: StatedRange(2556, 2556)))
    #expect(
      !StatedRange.sum([StatedRange(0.1, 0.1), StatedRange(0.2, 0.2)])
        .isApart(from: StatedRange(0.3, 0.3)))
    let half = try #require(StatedRange(50, 60).percent(of: StatedRange(100, 120)))
    #expect(half == StatedRange(50.0 / 120 * 100, 60))
    #expect(StatedRange(1, 1).percent(of: StatedRange(0, 5)) == nil)
  }
}
