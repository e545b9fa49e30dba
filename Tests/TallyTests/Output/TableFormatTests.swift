// What a terminal and a pipe show, line by line.

import Testing

@testable import Tally

@Suite struct OutputTableTests {
  @Test func exactFigureIsOneLineOnAScreenAndHasItsSourcesInAPipe() {
    #expect(
      Example.text(.table, Example.exact, width: 80)
        == "3,143 counties   (as of 2026-05-18, example 0.1)  [1]\n")
    #expect(
      Example.text(.plain, Example.exact) == """
        3,143 counties   (as of 2026-05-18, example 0.1)  [1]
          [1] Record 1, Example Office, 2025-01, https://example.org/1
          dataset example 0.1, sha256 4f1c0a2b9d3e

        """)
  }

  @Test func theFooterOfASettledFigureIsOneLine() {
    let evidence = Evidence(
      basis: [LabelledCount("law", 45)], settledBy: ["law"], medium: 0, unsettled: [], reasons: [])
    let answer = Example.answer(
      .figure(Example.figure(45, 45, base: 102, evidence: evidence)), sources: 3,
      notes: ["The list is of 2020."])
    #expect(
      Example.text(.table, answer, width: 80) == """
        45 counties
          45 by state law
          of 102 counties, as of 2026-05-18, example 0.1                     [1]…[3]
          note: The list is of 2020.

        """)
  }

  @Test func exactPartOfABaseNamesTheBase() {
    let answer = Example.answer(.figure(Example.figure(45, 45, base: 3143)), sources: 0)
    #expect(
      Example.text(.table, answer, width: 80)
        == "45 of 3,143 counties   (as of 2026-05-18, example 0.1)\n")
  }

  @Test func intervalSaysWhatItRestsOnAndWhatIsOpen() {
    #expect(
      Example.text(.table, Example.interval, width: 80) == """
        1,147 counties, up to 2,692
          978 by state law, 169 by 287(g) agreement; 308 of them on medium evidence
          not settled: 1,426 no rule found; 119 no county jail
          of 3,143 counties, as of 2026-05-18                                [1]…[9]
          [1] Record 1, Example Office, 2025-01, https://example.org/1
          [2] Record 2, Example Office, https://example.org/2
          [3] Record 3, Example Office, 2025-03, https://example.org/3
          … and 6 more: [4]–[9] in the format json
          dataset example 0.1, sha256 4f1c0a2b9d3e

        """)
  }

  @Test func zeroNeverStandsAlone() {
    let text = Example.text(.plain, Example.zeroSettled)
    #expect(
      text.hasPrefix(
        """
        0 of the 1,146 counties that the record settles; 1,997 are not settled
          by state law and 287(g) agreements in force on 2026-05-18, not by observed practice
          not settled: 506 detainers yes, notify unknown; 1,491 detainers and notify unknown
          of 3,143 counties, as of 2026-05-18  [1]...[9]
          [1] Record 1, Example Office, 2025-01, https://example.org/1

        """))
    #expect(text.contains("\n  [9] Record 9, Example Office, 2025-09, https://example.org/9\n"))
  }

  @Test func whatNobodySettledIsNoZero() {
    let answer = Example.answer(.figure(Example.figure(0, 33, unknown: 33, base: 33)), sources: 0)
    let text = Example.text(.table, answer, width: 80)
    #expect(text.hasPrefix("not settled for any of the 33 counties\n"))
    let sum = Example.figure(0, nil, unknown: 3, base: 33, unit: Example.people, known: 30)
    #expect(
      Example.text(.table, Example.answer(.figure(sum)), width: 80)
        .hasPrefix("not known: 0 people or more\n"))
  }

  @Test func shareNamesItsBaseAndTheKnown() {
    #expect(
      Example.text(.table, Example.share, width: 80).hasPrefix(
        """
        47.8 % of 254 counties, up to 63.1 %
          of the 212 known: 75.2 %
          not settled: 42 counties
          as of 2026-05-18                                                    [1][2]

        """))
    #expect(
      Example.text(.plain, Example.openShare).hasPrefix(
        """
        75.2 % of the 120 counties that the record settles; 134 are not settled
          from 35.5 to 88.3 % of all 254 counties
          as of 2026-05-18  [1][2]

        """))
  }

  @Test func measureWithoutAnUpperBound() {
    #expect(
      Example.text(.table, Example.measure, width: 80) == """
        at least 12,345 people
          over the 38 of 50 counties whose value is known
          of 50 counties, as of 2026-05-18
          dataset example 0.1, sha256 4f1c0a2b9d3e

        """)
  }

  @Test func uncertainBaseShowsBothEnds() {
    var figure = Example.figure(4, 6, unknown: 2, base: 33)
    figure.baseLow = 31
    let text = Example.text(.plain, Example.answer(.figure(figure), sources: 0))
    #expect(
      text.hasPrefix("4 counties, up to 6\n  not settled: 2 counties\n  of 31 to 33 counties,"))
  }

  @Test func groupsShowIntervalUnknownBaseAndTotal() {
    #expect(
      Example.text(.table, Example.groups, width: 80).hasPrefix(
        """
        state          count  unknown   base
        ────────────────────────────────────
        YY                 4        0     33
        ZZ            97–120       23    254
        unknown            0        0      1
        ────────────────────────────────────
        total    1,101–1,124       23  1,288
          of 1,288 counties, as of 2026-05-18                                 [1][2]

        """))
    #expect(
      Example.text(.plain, Example.groups).hasPrefix(
        """
        state          count  unknown   base
        -------  -----------  -------  -----
        YY                 4        0     33
        ZZ            97-120       23    254

        """))
  }

  @Test func rowsKeepUnknownAndNoneApart() {
    #expect(
      Example.text(.table, Example.rows, width: 80).hasPrefix(
        """
        name                   state  population  detainers  signed      part
        ─────────────────────────────────────────────────────────────────────
        Example County         ZZ         12,345  yes        2025-02   50.0 %
        Sample "Doña", County  ZZ      1,234,567  no         –         <0.1 %
        A|B C D\\E                        unknown  unknown    unknown  >99.9 %
          showing 3 of 5 counties
          12 more may belong: list counties where detainers is unknown
          5 of 33 counties, as of 2026-05-18                                 [1]…[3]

        """))
    let plain = Example.text(.plain, Example.rows)
    #expect(plain.contains("unknown (no rule found)  unknown (not published)  >99.9 %\n"))
    #expect(plain.contains("  note: The list is of 2020.\n"))
  }

  @Test func unknownHasItsOwnRole() {
    let runs = OutputFormat.table.write(Example.rows, OutputContext(width: 120)).runs
    #expect(runs.contains { $0.role == .unknown && $0.text.contains("unknown") })
    #expect(runs.contains { $0.role == .muted && $0.text == " (no rule found)" })
  }

  @Test func manyRowsShowTheFirstAndTheLast() {
    let rows = (1...254).map { [Cell.text("County \($0)")] }
    let table = Table(
      columns: [AnswerColumn("name", .text)], rows: rows, unit: Example.counties, matched: 254,
      base: 254)
    let answer = Example.answer(.rows(table), sources: 0)
    let text = OutputFormat.table.write(answer, OutputContext(width: 80, maxRows: 4)).text
    #expect(
      text == """
        name
        ──────────
        County 1
        County 2
        County 3
        …
        County 254
          showing 4 of 254 counties
          254 counties, as of 2026-05-18
          dataset example 0.1, sha256 4f1c0a2b9d3e

        """)
    let plain = OutputFormat.plain.write(answer, OutputContext(width: 80, maxRows: 4)).text
    #expect(plain.split(separator: "\n").count == 258)
  }

  @Test func narrowScreensCutTextsButNoNumbers() {
    let text = Example.text(.table, Example.groups, width: 36)
    #expect(text.contains("total    1,101–1,124       23  1,288"))
    let narrow = Example.text(.table, Example.groups, width: 20)
    #expect(narrow.hasPrefix("state    YY\ncount    4\nunknown  0\nbase     33\n\nstate    ZZ\n"))
    #expect(narrow.contains("count    1,101–1,124\n"))
    #expect(Example.text(.table, Example.rows, width: 66).contains("Sample \"Doña\", Co…  ZZ"))
    #expect(
      Example.text(.table, Example.interval, width: 1).hasPrefix("1,147\n  counties,\n  up\n"))
  }

  @Test func emptyResultsSaySoInWords() {
    #expect(
      Example.text(.plain, Example.empty) == """
        no rows: 0 of 33 counties; 4 more may belong: list counties where notify is unknown
          as of 2026-05-18  [1]
          [1] Record 1, Example Office, 2025-01, https://example.org/1
          dataset example 0.1, sha256 4f1c0a2b9d3e

        """)
  }

  @Test func cardsShowValueBasisDetailAndSources() {
    #expect(
      Example.text(.table, Example.card, width: 80).hasPrefix(
        """
        Example County, ZZ
        county · FIPS 99001

        Population                                12,345  [1]
        Keeps people past release for ICE         no, by state law  [2][3]
            Example Code 12.3, in force since 2017-08-28
        Tells ICE when a person will be released  unknown (no rule found)
        Part of                                   –

          as of 2026-05-18                                                   [1]…[4]

        """))
    #expect(
      Example.text(.table, Example.card, width: 40).contains(
        "Keeps people past release for ICE\n  no, by state law  [2][3]\n"))
  }
}
