// Which columns a table of figures gets, and the words of what it rests on.

import Testing

@testable import Tally

@Suite struct OutputGridTests {
  private func titles(_ columns: [AnswerColumn], _ row: [Cell]) -> [String] {
    let table = Table(
      columns: columns, rows: [row], unit: Example.counties, matched: 1, base: 254)
    return Grid(table, asOf: AnswerDate(Day(number: 0)), marks: .drawn).columns.map(\.title)
  }

  private func figure(_ low: Double, _ unknown: Int, base: Int, unit: Unit = Example.counties)
    -> Cell
  {
    .figure(
      Example.figure(low, low + Double(unknown), unknown: unknown, base: base, unit: unit))
  }

  @Test func aWholeCountNeedsNoBase() {
    let columns = [AnswerColumn("state", .category), AnswerColumn("count", .figure)]
    #expect(titles(columns, [.text("ZZ"), figure(254, 0, base: 254)]) == ["state", "count"])
    #expect(
      titles(columns, [.text("ZZ"), figure(97, 0, base: 254)]) == ["state", "count", "base"])
    #expect(
      titles(columns, [.text("ZZ"), figure(97, 3, base: 254)])
        == ["state", "count", "unknown", "base"])
  }

  @Test func figuresOfOneBaseShareItsColumn() {
    let columns = [AnswerColumn("yes", .figure), AnswerColumn("no", .figure)]
    #expect(
      titles(columns, [figure(4, 0, base: 33), figure(9, 2, base: 33)])
        == ["yes", "no", "no: unknown", "base"])
    #expect(
      titles(columns, [figure(4, 0, base: 33), figure(9, 0, base: 30)])
        == ["yes", "yes: base", "no", "no: base"])
  }

  @Test func measuresNameTheirUnit() {
    let cell = figure(12_345, 0, base: 33, unit: Example.people)
    #expect(titles([AnswerColumn("sum", .figure)], [cell]) == ["sum (people)", "base"])
  }

  @Test func yearsTakeNoSeparators() {
    let column = AnswerColumn("year", .number, unit: "year")
    #expect(
      CellText(.number(2025), column: column, asOf: AnswerDate(Day(number: 0)), marks: .drawn).text
        == "2025")
  }

  @Test func basesAreLawAndAgreementsNeverPractice() {
    #expect(BasisText.by("law+agreement") == "by state law and 287(g) agreement")
    #expect(BasisText.under(["law", "law+agreement"]) == "state law or a signed 287(g) agreement")
    #expect(BasisText.by("charter") == "by charter")
    let day = AnswerDate(Day(number: 20_591))
    #expect(
      BasisText.scope(["agreement"], asOf: day)
        == "by 287(g) agreements in force on 2026-05-18, not by observed practice")
    #expect(
      BasisText.scope(["law", "listed"], asOf: day)
        == "by state law and federal lists as of 2026-05-18, not by observed practice")
  }

  @Test func mediumEvidenceIsCounted() {
    func text(_ medium: Int) -> String? {
      EvidenceText.basis(
        Evidence(
          basis: [LabelledCount("law", 3), LabelledCount("agreement", 0)], settledBy: ["law"],
          medium: medium, unsettled: [], reasons: []))
    }
    #expect(text(0) == "3 by state law")
    #expect(text(2) == "3 by state law; 2 of them on medium evidence")
    #expect(text(3) == "3 by state law; all on medium evidence")
  }
}
