// The lexer: lines, texts, numbers, dates, and bytes that are none of these.

import Testing

@testable import Tally

@Suite struct LanguageLexerTests {
  private func kinds(_ text: String) -> [Token.Kind] {
    Lexer.tokens(of: Source(text)).tokens.map(\.kind)
  }

  private func texts(_ text: String) -> [String] {
    Lexer.tokens(of: Source(text)).tokens.dropLast().map(\.text)
  }

  private func codes(_ text: String) -> [String] { codes(Array(text.utf8)) }

  private func codes(_ bytes: [UInt8]) -> [String] {
    Lexer.tokens(of: Source(bytes: bytes)).diagnostics.map(\.code)
  }

  @Test func linesGoOnWhereMoreIsAskedFor() {
    func statements(_ text: String) -> Int {
      Parser.parse(Source(text), table: .language).0.statements.count
    }
    #expect(statements("count a\ncount b") == 2)
    #expect(statements("count a;count b") == 2)
    #expect(statements("count a;\n;\n\ncount b\n") == 2)
    #expect(statements("count a where\nb") == 1)
    #expect(statements("list a |\ntake 1") == 1)
    #expect(statements("count a\n  where b") == 1)
    #expect(statements("count a\n\twhere b") == 1)
    #expect(statements("count a -- why\n  -- more\n\n  where b") == 2)
    #expect(statements("count a -- why\n  -- more\n  where b") == 1)
    #expect(statements("count (a\nwhere\nb)\ncount c") == 2)
    #expect(statements("count a where b in (\n1,\n2)\n") == 1)
    #expect(statements("count a\r\ncount b\r\n") == 2)
    #expect(statements("") == 0)
    #expect(statements("-- only a comment") == 0)
  }

  @Test func aTextIsOpenWhereItAsksForMore() {
    for text in ["count a where", "count (a", "list a |", "count a,", "count a where b is not"] {
      #expect(Lexer.isOpen(text), "\(text)")
    }
    for text in ["", "count a", "count a where b is unknown", "list a\n", "count (a)"] {
      #expect(!Lexer.isOpen(text), "\(text)")
    }
  }

  @Test func wordsAreInSmallLetters() {
    #expect(
      texts("Count COUNTIES where População_2") == ["count", "counties", "where", "população_2"])
  }

  @Test func quotesAreDoubledInsideTexts() {
    #expect(texts("\"Cook, IL\"") == ["Cook, IL"])
    #expect(texts("\"a \"\"b\"\" c\"") == ["a \"b\" c"])
    #expect(texts("\"\"") == [""])
    #expect(codes("\"open") == ["T101"])
    #expect(codes("\"open\ncount\"") == ["T101", "T101"])
    #expect(codes("'Cook'") == ["T105"])
    #expect(codes("'Cook") == ["T101"])
  }

  @Test func marksOfDocumentsAreReadWithOneNote() {
    let (tokens, diagnostics) = Lexer.tokens(
      of: Source("a ≥ 1 – 2 \u{201C}b\u{201D}\u{A0}≤ 3 ≠ 4 − 5"))
    #expect(
      tokens.map(\.kind) == [
        .word, .symbol(.atLeast), .number, .symbol(.minus), .number, .string, .symbol(.atMost),
        .number, .symbol(.notEquals), .number, .symbol(.minus), .number, .end,
      ])
    #expect(diagnostics.map(\.code) == ["N101"])
    #expect(texts("\u{201C}Example\u{201D}") == ["Example"])
  }

  @Test func numbersHaveDigitsOnly() {
    #expect(texts("1922 1_922 0.5 75.2% 007") == ["1922", "1922", "0.5", "75.2", "007"])
    #expect(codes("1,922") == ["T107"])
    #expect(codes("1,922,000") == ["T107"])
    #expect(kinds("1, 922") == [.number, .symbol(.comma), .number, .end])
    #expect(kinds("1,92") == [.number, .symbol(.comma), .number, .end])
    #expect(kinds("1,9222") == [.number, .symbol(.comma), .number, .end])
    #expect(codes("10k") == ["T106"])
    #expect(codes("1e400") == ["T106"])
    #expect(codes(String(repeating: "9", count: 400)) == ["T106"])
    #expect(codes(String(repeating: "9", count: 300)).isEmpty)
    #expect(kinds("1.") == [.number, .symbol(.dot), .end])
  }

  @Test func theLongestDateIsTaken() {
    #expect(kinds("2019-06 2019-06-21 fy2018 2019") == [.month, .day, .fiscal, .number, .end])
    #expect(kinds("2019 - 06") == [.number, .symbol(.minus), .number, .end])
    #expect(codes("2019-13") == ["T110"])
    #expect(codes("2019-02-29") == ["T110"])
    #expect(codes("2020-02-29").isEmpty)
    #expect(codes("2019-06-31") == ["T110"])
    #expect(codes("0000-01") == ["T110"])
    #expect(codes("fy0000") == ["T110"])
    #expect(kinds("fy201") == [.word, .end])
    #expect(kinds("2019-6") == [.number, .symbol(.minus), .number, .end])
  }

  @Test func aFIPSCodeHasFiveDigits() {
    #expect(texts("#17031") == ["17031"])
    for text in ["#1703", "#170311", "#1_7031", "#", "#abc"] {
      #expect(codes(text).first == "T109", "\(text)")
    }
  }

  @Test func bytesThatAreNoTextAreSaidOnce() {
    #expect(codes([0x63, 0x00, 0x64]) == ["T103"])
    #expect(codes([0xFF, 0xFE, 0xFF]) == ["T102"])
    #expect(codes([0x22, 0xC3, 0x28, 0x22]) == ["T102"])
    #expect(codes([0x22, 0x01, 0x22]) == ["T103"])
    #expect(codes([0xE2, 0x80]) == ["T102"])
    #expect(codes([0x7F]) == ["T103"])
    #expect(codes("@") == ["T104"])
    #expect(codes("😀") == ["T104"])
  }

  @Test func tokensCoverTheirBytesInOrder() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<2000 {
      let bytes = (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
      var end = 0
      for token in Lexer.tokens(of: Source(bytes: bytes)).tokens {
        #expect(token.span.start >= end && token.span.end >= token.span.start)
        #expect(token.span.end <= bytes.count)
        end = token.span.end
      }
    }
  }

  @Test func aStatementHasALimit() {
    let long = "count a where b in (" + String(repeating: "1, ", count: 22_000) + "1)"
    let (program, diagnostics) = Parser.parse(Source(long), table: .language)
    #expect(program.statements.count == 1 && program.statements[0].isBroken)
    #expect(diagnostics.map(\.code) == ["T108"])
    let short = "count a where b in (" + String(repeating: "1, ", count: 21_000) + "1)"
    #expect(Parser.parse(Source(short), table: .language).1.isEmpty)
  }
}
