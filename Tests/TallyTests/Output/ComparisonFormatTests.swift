// Comparisons and changes in every format: signs, points, names, and what is not in the table.

import Testing

@testable import Tally

@Suite struct ComparisonFormatTests {
  @Test func aDifferenceHasItsSignAndNoBaseOfItsOwn() {
    let text = Example.text(.plain, ComparisonExample.comparison)
    #expect(
      text.hasPrefix("of 47 counties settled on both days, none changed; 5 of 8 became known"))
    #expect(text.contains("-5 to +6") && text.contains("-25.0 to +50.0 %"))
    #expect(text.contains("of 58 counties, as of "))
    #expect(!text.contains("116"))
  }

  @Test func aComparisonReadsAloud() {
    let text = Example.text(.sentence, ComparisonExample.comparison)
    #expect(text.hasPrefix("Of 47 counties settled on both days, none changed; "))
    #expect(
      text.contains(
        "2017: 12 to 20 of 58 counties; 2019: 15 to 18 of 58 counties; "
          + "difference: -5 to +6 counties; change: -25.0 to +50.0 %."))
    let shares = Example.text(.sentence, ComparisonExample.shares)
    #expect(shares.contains("difference -10.0 to +20.0 percentage points"))
  }

  @Test func aCitationSaysBothNumbers() {
    let citation = Citation(of: ComparisonExample.comparison)
    #expect(citation.result.hasPrefix("2017: 12 to 20 of 58 counties; 2019: 15 to 18"))
    #expect(
      Citation(of: ComparisonExample.transitions).result
        == "0 counties changed between yes and no; 2 became known; 1 is known no longer, of 4 "
        + "counties on both days")
  }

  @Test func changesAreATableAndItsNames() {
    let text = Example.text(.plain, ComparisonExample.transitions)
    for line in [
      "detainers: Keeps people past release, from 2017 to 2019",
      "0 counties changed between yes and no; 2 became known; 1 is known no longer",
      "from 2017  yes 2019  no 2019  unknown 2019  all",
      "unknown           2        0             0    2",
      "unknown to yes: 2 counties; 1 by state law, 1 by 287(g) agreement; 1 of them on medium "
        + "evidence",
      "  Ash County, ZZ; Birch County, ZZ", "yes to unknown: 1 county; 1 rule ended",
      "  on only one of the days: 1 county in 2017, 2 in 2019",
      "  may belong, and not in the table: 3 counties",
      "  of 4 counties on both days, as of 2026-05-18",
    ] { #expect(text.contains(line), "\(line)") }
  }

  @Test func aScreenNamesSomeAndSaysWhereTheRestIs() {
    guard case .transitions(let found) = ComparisonExample.transitions.content,
      let move = found.changed.first
    else {
      Issue.record("no transitions")
      return
    }
    #expect(found.named(move, most: 1) == ": Ash County, ZZ; and 1 more in the format csv")
    #expect(found.named(move, most: 2) == ": Ash County, ZZ; Birch County, ZZ")
  }

  @Test func aFlatFileHasEachRow() {
    let lines = Example.text(.csv, ComparisonExample.transitions).split(separator: "\r\n")
    #expect(lines[0] == "fips,name,state,from,to,as_of,dataset,query")
    #expect(lines.count == 5)
    #expect(lines[3].hasPrefix("99003,Cedar County,ZZ,yes,unknown,2026-05-18,"))
  }

  @Test func jsonNamesEachRowThatChanged() {
    let text = Example.text(.ndjson, ComparisonExample.transitions)
    #expect(
      text.contains(
        #"{"from":"unknown","to":"yes","count":2,"because":{"law":1,"agreement":1},"medium":1,"#
          + #""rows":[{"key":"99001","name":"Ash County, ZZ"},"#
          + #"{"key":"99002","name":"Birch County, ZZ"}]}"#))
    #expect(text.contains(#"{"from":"no","to":"no","count":1}"#))
    #expect(text.contains(#""only_from":1,"only_to":2,"open":3,"changed":3"#))
  }

  @Test func markdownHasTheTable() {
    let text = Example.text(.markdown, ComparisonExample.transitions)
    #expect(text.contains("| unknown | 2 | 0 | 0 | 2 |"))
    #expect(text.contains("- unknown to yes: 2 counties; 1 by state law"))
  }
}
