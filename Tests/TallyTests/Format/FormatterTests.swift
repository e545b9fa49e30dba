// The canonical form: sentences by hand, each with what it must become.

import Testing

@testable import Tally

@Suite struct FormatterTests {
  private func expect(
    _ text: String, becomes wanted: String, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(Session.format(text) == wanted, sourceLocation: location)
    #expect(Session.format(wanted) == wanted, "not stable", sourceLocation: location)
  }

  @Test func wordsAreInSmallLettersWithOneBlank() {
    expect("COUNT   Counties\tWHERE  Detainers", becomes: "count counties where detainers\n")
    expect("list a;list b", becomes: "list a\nlist b\n")
    expect(
      "count a where b in(1 ,2) and( c or d )", becomes: "count a where b in (1, 2) and (c or d)\n")
    expect("sum a . b of c", becomes: "sum a.b of c\n")
    expect("list ( a ) minus b|SHOW Year( c ),x", becomes: "list (a) minus b | show year(c), x\n")
    expect("Param Year=2019", becomes: "param year = 2019\n")
    expect("define Big ( n ) of a as b>$N", becomes: "define big(n) of a as b > $n\n")
    expect("count _3", becomes: "count _3\n")
    expect("count a by( b and c ),year( d )", becomes: "count a by (b and c), year(d)\n")
  }

  @Test func placesAndValuesStayAsTyped() {
    expect("count a in TX , Or", becomes: "count a in TX, Or\n")
    expect("count a where State is not TX", becomes: "count a where state is not TX\n")
    expect("count a where b in (TX, NO)", becomes: "count a where b in (TX, no)\n")
    expect("count a where b is NOT KNOWN", becomes: "count a where b is not known\n")
    expect("show State OR", becomes: "show state OR\n")
    expect(
      "changes IN B of a from 2019 to LATEST", becomes: "changes in b of a from 2019 to latest\n")
    expect("expect ERROR T301", becomes: "expect error T301\n")
    expect("expect FY2019", becomes: "expect fy2019\n")
  }

  @Test func numbersAndTextsStayAsTyped() {
    expect(
      "count a where b > 1_000 and c is \"A  \"\"b\"\"\"",
      becomes: "count a where b > 1_000 and c is \"A  \"\"b\"\"\"\n")
    expect("count a where b > 00.50 and c > 7%", becomes: "count a where b > 00.50 and c > 7%\n")
  }

  @Test func aMinusSubtractsOrNegates() {
    expect("count a where - b<-1", becomes: "count a where -b < -1\n")
    expect("count a where b-1 > ( -c ) -d", becomes: "count a where b - 1 > (-c) - d\n")
    expect("list a | sort by -b,- c | show - d", becomes: "list a | sort by -b, -c | show -d\n")
    expect("expect - 5 to - 3", becomes: "expect -5 to -3\n")
    expect("count a where 2019 - 06 > 1", becomes: "count a where 2019 - 06 > 1\n")
  }

  @Test func marksOfDocumentsBecomePlain() {
    expect(
      "count\u{A0}a where b \u{2265} 1 and c \u{2264} 2 and d is \u{201C}x\u{201D}"
        + " and e \u{2013} 1 > 0",
      becomes: "count a where b >= 1 and c <= 2 and d is \"x\" and e - 1 > 0\n")
  }

  @Test func aLongStatementHasALineForEachClause() {
    expect(
      "count agreements where model is task_force of counties in TX, CA where detainers by state "
        + "across years 2019, 2020 as percent of region | sort by count down | take 5",
      becomes: """
        count agreements
          where model is task_force
          of counties
          in TX, CA
          where detainers
          by state
          across years 2019, 2020
          as percent of region
          | sort by count down
          | take 5

        """)
  }

  @Test func aLongConditionHasALineForEachPart() {
    expect(
      "count counties where detainers and not notify and (access_limited or inquiry) and population"
        + " between 1_000 and 2_000",
      becomes: """
        count counties
          where detainers
            and not notify
            and (access_limited or inquiry)
            and population between 1_000 and 2_000

        """)
  }

  @Test func aLongListIsFilled() {
    let codes = (10...40).map { "A\($0)" }.joined(separator: ", ")
    expect(
      "count counties where state in (\(codes))",
      becomes: """
        count counties
          where state in (A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, A20, A21,
            A22, A23, A24, A25, A26, A27, A28, A29, A30, A31, A32, A33, A34, A35, A36,
            A37, A38, A39, A40)

        """)
  }

  @Test func ranksAndTablesKeepTheirPartsTogether() {
    expect(
      "top 10 states by share where detainers and not notify among counties "
        + "where population > 100_000",
      becomes: """
        top 10 states
          by share where detainers and not notify
            among counties
            where population > 100_000

        """)
    expect(
      "table counties by region with count named n, share where detainers named holds, "
        + "sum population named people",
      becomes: """
        table counties
          by region
          with count named n, share where detainers named holds,
            sum population named people

        """)
  }

  @Test func aShortStatementIsJoined() {
    expect("count counties\n  where a\n  in TX\n", becomes: "count counties where a in TX\n")
    expect("count counties where\na", becomes: "count counties where a\n")
  }

  @Test func commentsKeepTheirPlaces() {
    expect(
      """
      -- what it asks   
      count a --how many
      list b; -- of b
        -- indented

      list c
        -- the large ones
        where d -- more than
          > 5
      """,
      becomes: """
        -- what it asks
        count a --how many
        list b -- of b
        -- indented

        list c
          -- the large ones
          where d -- more than
            > 5

        """)
    expect("--- Doc\ndefine x as a\n", becomes: "--- Doc\ndefine x as a\n")
    expect("-- only", becomes: "-- only\n")
  }

  @Test func blankLinesAreOneAtMost() {
    expect(
      "\n\n  \ncount a\n\n \n\ncount b\ncount c\n\n\n", becomes: "count a\n\ncount b\ncount c\n")
    expect("", becomes: "")
    expect(" \n;\n", becomes: "")
    expect("count a\r\n\r\ncount b\r\n", becomes: "count a\n\ncount b\n")
  }

  @Test func blocksStay() {
    expect(
      "list a\nEXPECT <<  \nname  X\n ; -- no comment\n  >>  -- c\nlist b",
      becomes: "list a\nexpect <<\nname  X\n ; -- no comment\n>> -- c\nlist b\n")
  }

  @Test func whatDoesNotParseStaysByteForByte() {
    let broken = "COUNT  a wher B  | nonsense"
    let script = Session.formatted(Source("list  a\n\(broken)\nLIST  c"))
    #expect(script.text == "list a\n\(broken)\nlist c\n")
    #expect(script.mistakes.map(\.code) == ["T202"])
    let expected = Session.formatted(Source("\(broken)\nEXPECT error T202\n"))
    #expect(expected.text == "\(broken)\nexpect error T202\n" && expected.mistakes.isEmpty)
    expect("count a where; LIST  c", becomes: "count a where;\nlist c\n")
    expect("count (a; LIST  c", becomes: "count (a;\nlist c\n")
    expect("count a where b is 'x'\nLIST c", becomes: "count a where b is 'x'\nlist c\n")
  }

  @Test func aPlaceThatIsAJoiningWordKeepsItsSemicolon() {
    expect("show state OR;list a", becomes: "show state OR;\nlist a\n")
    expect("count a in OR\nlist a", becomes: "count a in OR\nlist a\n")
  }

  @Test func aStatementThatWouldGrowTooLongStays() {
    let codes = Array(repeating: "a", count: 32_700).joined(separator: ",")
    let text = "show x in(" + codes + ")"
    let long = "list a where b in(" + codes + ")"
    #expect(text.utf8.count < Parser.maximumStatement)
    #expect(Session.format(long) == long + "\n")
  }
}
