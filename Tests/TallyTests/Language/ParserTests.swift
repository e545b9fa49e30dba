// The parser: limits, one mistake for each statement, and places of what was typed.

import Testing

@testable import Tally

@Suite struct LanguageParserTests {
  private func parse(_ text: String) -> (Program, [Diagnostic]) {
    Parser.parse(Source(text), table: .language)
  }

  private func codes(_ text: String) -> [String] { parse(text).1.map(\.code) }

  @Test(arguments: [
    "count counties where " + String(repeating: "(", count: 10_000) + "a"
      + String(repeating: ")", count: 10_000),
    "count " + String(repeating: "(", count: 10_000) + "a" + String(repeating: ")", count: 10_000),
    "count a where " + String(repeating: "not ", count: 10_000) + "b",
    "count a where b > " + String(repeating: "(", count: 10_000),
    "count a" + String(repeating: " of a", count: 10_000),
    "count a where has " + String(repeating: "(a where has ", count: 3_000) + "b",
    "count a where b > 1" + String(repeating: "+1", count: 30_000),
    "count a where b > 1" + String(repeating: "*1", count: 30_000),
    "count a" + String(repeating: " union a", count: 8_000),
    "count a" + String(repeating: " where b", count: 8_000),
    "list a" + String(repeating: " | take 1", count: 7_000),
  ]) func deepAndLongSentencesAreRefused(_ text: String) {
    #expect(codes(text) == ["T204"])
  }

  @Test func depthBelowTheLimitIsTaken() {
    #expect(
      codes(
        "count a where " + String(repeating: "(", count: 100) + "b"
          + String(repeating: ")", count: 100)
      ).isEmpty)
    #expect(codes("count a where b > 1" + String(repeating: "+1", count: 200)).isEmpty)
    #expect(codes("count a where b" + String(repeating: " and b", count: 5000)).isEmpty)
  }

  @Test func unfinishedSentencesSayWhatIsMissing() {
    let whole =
      "share where alpha and not beta among counties in ZZ where people > 3 by kind | take 5"
    let words = whole.split(separator: " ")
    for count in 1..<words.count {
      let text = words.prefix(count).joined(separator: " ")
      #expect(codes(text).count <= 1, "\(text)")
    }
    for text in [
      "count", "count counties where", "top", "top 5", "sum", "share", "list a |", "show",
    ] {
      #expect(codes(text) == ["T202"], "\(text)")
    }
  }

  @Test func oneMistakeGivesOneMessage() {
    #expect(codes("count a b c d e f") == ["T202"])
    #expect(codes("count a where = = = =").count == 1)
    #expect(codes("foo\nbar\ncount a") == ["T201", "T201"])
    #expect(codes("count a where b @ c \" d").count == 2)
    #expect(codes("count a where b or c and d") == ["T211"])
    #expect(codes("count a union b minus c") == ["T212"])
  }

  @Test func minusIsSaidOnce() {
    #expect(codes("count a where b > -1").isEmpty)
    #expect(codes("count a where b > " + String(repeating: "-", count: 1) + " - 1") == ["T202"])
    #expect(codes("count a where b > " + String(repeating: "- ", count: 5000) + "1") == ["T202"])
  }

  @Test func rewritesKeepTheBracketsThatWereTyped() throws {
    let text = "count a where (b or c) and d or (e) = 1"
    let mixed = "count a where (b or c) and d or (e)"
    for fix in try #require(parse(mixed).1.first).fixes {
      #expect(codes(fix.applied(to: Source(mixed))).isEmpty, "\(fix.replacement)")
    }
    let equals = try #require(parse("count a where (b) = unknown").1.first)
    for fix in equals.fixes {
      #expect(codes(fix.applied(to: Source("count a where (b) = unknown"))).isEmpty)
    }
    #expect(!codes(text).isEmpty)
  }

  @Test func reservedWordsAreNoNamesAndTheSchemaKnowsThem() {
    #expect(SchemaLint.reservedWords == Reserved.joining.union(Reserved.ending))
    #expect(Reserved.joining.isDisjoint(with: Reserved.ending))
    for word in SchemaLint.reservedWords { #expect(!codes("count \(word)").isEmpty, "\(word)") }
  }

  @Test func spansAreWithinTheSource() {
    var random = SplitMix64(seed: 9)
    for text in TokenSoup.sentences(500, &random) {
      let source = Source(text)
      for diagnostic in Parser.parse(source, table: .language).1 {
        #expect(diagnostic.span.start >= 0 && diagnostic.span.end <= source.bytes.count)
        #expect(diagnostic.fixes.count <= 2)
        for fix in diagnostic.fixes {
          #expect(0 <= fix.span.start && fix.span.start <= fix.span.end)
          #expect(fix.span.end <= source.bytes.count)
        }
      }
    }
  }
}
