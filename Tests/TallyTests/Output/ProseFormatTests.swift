// Markdown and sentences.

import Testing

@testable import Tally

@Suite struct OutputProseTests {
  private func sentence(_ answer: Answer) -> String { Example.text(.sentence, answer) }

  @Test func sentenceSaysWhatTheNumberRestsOn() {
    #expect(
      sentence(Example.interval).hasPrefix(
        """
        Under state law or a signed 287(g) agreement, the answer to “count counties where \
        detainers” is 1,147 counties, up to 2,692, as of 2026-05-18; 1,545 more are not settled. \
        978 by state law, 169 by 287(g) agreement; 308 of them on medium evidence. Not settled: \
        1,426 no rule found; 119 no county jail. Base: 3,143 counties. Sources: Record 1, Example \
        Office, 2025-01, https://example.org/1; Record 2,
        """))
    #expect(
      sentence(Example.zeroSettled).hasPrefix(
        """
        Under state law or a signed 287(g) agreement, the answer to “count counties where \
        detainers \
        and not notify” is 0 of the 1,146 counties that the record settles; 1,997 are not settled, \
        as of 2026-05-18. By state law and 287(g) agreements in force on 2026-05-18, not by \
        observed practice. Not settled:
        """))
  }

  @Test func sentenceOfAnExactFigureAndAShare() {
    #expect(
      sentence(Example.exact) == """
        The answer to “count counties” is 3,143 counties, as of 2026-05-18. Base: 3,143 counties. \
        Sources: Record 1, Example Office, 2025-01, https://example.org/1. Dataset: example 0.1.

        """)
    #expect(
      sentence(Example.share).hasPrefix(
        """
        The answer to “share where detainers among counties in ZZ” is 47.8 % of 254 counties, up \
        to 63.1 %, as of 2026-05-18; 42 counties are not settled. Of the 212 known: 75.2 %. Sources:
        """))
  }

  @Test func sentenceOfGroupsAndRows() {
    #expect(
      sentence(Example.groups).hasPrefix(
        """
        For “count counties where detainers by state | total”, 3 states, as of 2026-05-18: YY, 4 \
        of \
        33 counties; ZZ, 97 to 120 of 254 counties; unknown, 0 of 1 county; total, 1,101 to 1,124 \
        of 1,288 counties. Base: 1,288 counties.
        """))
    #expect(sentence(Example.empty).hasPrefix("No rows: 0 of 33 counties. 4 more may belong: list"))
    let names = ["A", "B", "C", "D"].map { [Cell.text($0)] }
    let table = Table(
      columns: [AnswerColumn("name", .text)], rows: names, unit: Example.counties, matched: 4,
      base: 33)
    #expect(
      sentence(Example.answer(.rows(table), query: "list counties", sources: 0)) == """
        4 counties: A, B, C and D. Base: 33 counties, as of 2026-05-18, for “list counties”. \
        Dataset: example 0.1.

        """)
  }

  @Test func sentenceOfACard() {
    #expect(
      sentence(Example.card).hasPrefix(
        """
        Example County, ZZ (county · FIPS 99001), as of 2026-05-18. Population: 12,345. Keeps \
        people past release for ICE: no, by state law, Example Code 12.3, in force since \
        2017-08-28. Tells ICE when a person will be released: unknown (no rule found). Part of: \
        none. Sources:
        """))
  }

  @Test func wordsAreNeutral() {
    for (_, answer) in Example.all {
      let text = sentence(answer) + Example.text(.table, answer) + Example.text(.markdown, answer)
      for word in ["sanctuary", "cooperat", "refuse", "hold on", "comply", "illegal"] {
        #expect(!text.lowercased().contains(word))
      }
    }
  }

  @Test func markdownOfAFigure() {
    #expect(
      Example.text(.markdown, Example.share) == """
        **47.8 % of 254 counties, up to 63.1 %**

        - of the 212 known: 75.2 %
        - not settled: 42 counties
        - as of 2026-05-18
        - \\[1\\] Record 1, Example Office, 2025-01, https://example.org/1
        - \\[2\\] Record 2, Example Office, https://example.org/2
        - query: `share where detainers among counties in ZZ`
        - dataset example 0.1, sha256 4f1c0a2b9d3e

        """)
  }

  @Test func markdownEscapesPipes() {
    #expect(
      Example.text(.markdown, Example.rows).hasPrefix(
        """
        | name | state | population | detainers | signed | part |
        | --- | --- | ---: | --- | --- | ---: |
        | Example County | ZZ | 12,345 | yes | 2025-02 | 50.0 % |
        | Sample "Doña", County | ZZ | 1,234,567 | no | – | \\<0.1 % |
        | A\\|B C D\\\\E |  | unknown | unknown (no rule found) | unknown (not published) | \
        >99.9 % |

        - showing 3 of 5 counties
        - 12 more may belong: list counties where detainers is unknown

        """))
  }

  @Test func markdownOfGroupsAndQueriesWithBackticks() {
    #expect(
      Example.text(.markdown, Example.groups).contains(
        "| **total** | **1,101–1,124** | **23** | **1,288** |\n\n- of 1,288 counties, as of"))
    let odd = Example.answer(.figure(Example.figure(1, 1, base: 1)), query: "a `b` ``c``")
    #expect(Example.text(.markdown, odd).contains("- query: ``` a `b` ``c`` ```\n"))
  }
}
