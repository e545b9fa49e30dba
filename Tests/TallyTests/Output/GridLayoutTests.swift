// How a table is made to fit: broken titles, reasons, cut texts, columns that say the same.

import Testing

@testable import Tally

@Suite struct OutputGridLayoutTests {
  private func text(_ table: Table, width: Int, maxRows: Int? = nil) -> String {
    let answer = Example.answer(.rows(table), sources: 0)
    return OutputFormat.table.write(answer, OutputContext(width: width, maxRows: maxRows)).text
  }

  private func table(_ titles: [String], _ rows: [[String]]) -> Table {
    Table(
      columns: titles.map { AnswerColumn($0, .answer) }, rows: rows.map { $0.map(Cell.text) },
      unit: Example.counties, matched: rows.count, base: rows.count)
  }

  @Test func titlesAreBrokenBeforeAnythingIsCut() {
    let table = table(["agreement_287g", "open or closed"], [["no", "open"], ["yes", "closed"]])
    #expect(
      text(table, width: 20).hasPrefix(
        """
        agreement_   open or
        287g         closed
        ────────────────────
        no           open
        yes          closed

        """))
    #expect(text(table, width: 40).hasPrefix("agreement_287g  open or closed\n"))
  }

  @Test func whatEveryRowSaysBecomesALine() {
    let table = table(
      ["name", "contracted", "status"],
      [["Kent", "unknown", "open"], ["Sussex", "unknown", "closed"]])
    #expect(
      text(table, width: 20).hasPrefix(
        """
        name    status
        ──────────────
        Kent    open
        Sussex  closed
          in every row:
            contracted
            unknown

        """))
  }

  /// A row that is not shown differs: then it is not in every row.
  @Test func rowsThatAreLeftOutCount() {
    var rows = Array(repeating: ["Kent", "unknown", "open"], count: 20)
    rows[10] = ["Kent", "known", "open"]
    let cut = text(table(["name", "contracted", "status"], rows), width: 20, maxRows: 4)
    #expect(cut.hasPrefix("name  contracted\n"))
    #expect(cut.contains("  in every row:\n    status open\n"))
  }

  @Test func aReasonGoesOnUnderItsValueOnANarrowScreen() {
    let rows: [[Cell]] = [
      [.text("Kent"), .unknown("rule leaves it open"), .number(1_234_567)],
      [.text("Sussex"), .answer(true), .number(1_000_000)],
    ]
    let columns = [
      AnswerColumn("name", .text), AnswerColumn("detainers", .answer),
      AnswerColumn("population", .number),
    ]
    let table = Table(
      columns: columns, rows: rows, unit: Example.counties, matched: 2, base: 2)
    #expect(
      text(table, width: 28).hasPrefix(
        """
        name        Kent
        detainers   unknown (rule
                    leaves it open)
        population  1,234,567

        """))
  }

  @Test func theWayToAllRowsIsSaidWhereSomeAreLeftOut() {
    let rows = (1...30).map { [Cell.text("County \($0)")] }
    let table = Table(
      columns: [AnswerColumn("name", .text)], rows: rows, unit: Example.counties, matched: 30,
      base: 30)
    var context = OutputContext(width: 80, maxRows: 4)
    context.wayToAllRows = ":maxrows all"
    let answer = Example.answer(.rows(table))
    #expect(
      OutputFormat.table.write(answer, context).text
        .contains("  showing 4 of 30 counties; all with :maxrows all\n"))
    context.maxRows = nil
    #expect(!OutputFormat.table.write(answer, context).text.contains("maxrows"))
  }
}
