// Numbers as text: separators, decimals, and never a 0 or 100 % that is not exact.

import Testing

@testable import Tally

@Suite struct OutputNumberTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
    (100_000, "100,000"),
  ])
  func separatesThousands(value: Int, text: String) {
    #expect(NumberText.grouped(value) == text)
  }

  @Test(arguments: [
    (12.0, "12"), (12.5, "12.50"), (2.999, "2.999"), (2.99999, "3.00"), (0.0825, "0.0825"),
    (104_435.34, "104,435.34"), (-1234.56, "-1,234.56"), (104_435.348, "104,435.348"),
    (104_435.3482, "104,435.3"), (2_675_000.025, "2,675,000.025"), (2_500.5, "2,500.5"),
    (0.001, "0.001"),
    (1e300, "1e+300"), (.infinity, "inf"),
  ])
  func writesNumbersForPeople(value: Double, text: String) {
    #expect(NumberText.number(value) == text)
  }

  @Test(arguments: [
    (0.0, "0.0 %"), (1.0, "100.0 %"), (0.478, "47.8 %"), (0.4785, "47.9 %"), (0.29, "29.0 %"),
    (0.0004, "<0.1 %"), (1e-12, "<0.1 %"), (0.0005, "0.1 %"), (0.9996, ">99.9 %"),
    (0.999999999999, ">99.9 %"), (12.5, "1,250.0 %"), (-0.0001, ">-0.1 %"), (-0.125, "-12.5 %"),
  ])
  func roundsPercentagesHonestly(fraction: Double, text: String) {
    #expect(NumberText.percent(fraction) == text)
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (3143.0, "3143"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (1e20, "1e+20"), (.leastNonzeroMagnitude, "5e-324"),
  ])
  func writesNumbersForMachinesExactly(value: Double, text: String) {
    #expect(NumberText.exact(value) == text)
    #expect(Double(NumberText.exact(value)) == value)
  }

  @Test func keepsTheEndsOfANarrowIntervalApart() {
    let figure = Example.figure(0.47801, 0.47804, unknown: 1, base: 9999, unit: Example.percent)
    let text = FigureText(figure: figure, asOf: AnswerDate(Day(number: 0)), marks: .drawn)
    #expect(text.cell() == "47.8–47.9 %")
    #expect(text.headline().text == "47.8 % of 9,999 counties, up to 47.9 %")
  }
}
