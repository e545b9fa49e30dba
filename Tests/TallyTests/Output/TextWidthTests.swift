// Columns on a screen: wide, combining and plain characters, cutting, breaking, and safe text.

import Testing

@testable import Tally

@Suite struct OutputWidthTests {
  @Test(arguments: [
    ("", 0), ("Cook", 4), ("Doña Ana", 8), ("Don\u{303}a Ana", 8), ("東京都", 6), ("ｶﾅ", 2),
    ("ＡＢ", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\u{200B}b", 2), ("🗳️", 2),
    ("🇺🇸", 2), ("Hawaiʻi", 7), ("–…", 2),
  ])
  func measuresColumns(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test(arguments: [
    ("Example", 7, "Example"), ("Example", 6, "Examp…"), ("Example", 1, "…"), ("Example", 0, ""),
    ("Example", -3, ""), ("東京都", 5, "東京…"), ("東京都", 4, "東…"),
  ])
  func cutsToColumns(text: String, width: Int, cut: String) {
    #expect(TextWidth.cut(text, to: width, ellipsis: "…") == cut)
  }

  @Test func cutsWithAnASCIIEllipsis() {
    #expect(TextWidth.cut("Example", to: 6, ellipsis: "...") == "Exa...")
    #expect(TextWidth.cut("Example", to: 2, ellipsis: "...") == "..")
  }

  @Test func breaksLinesAtSpacesAndKeepsNumbersWhole() {
    var text = StyledText("1,147 counties, ", .number)
    text.append("up to 47.8 % of them", .unknown)
    let lines = text.lines(width: 12, hanging: 2)
    #expect(lines.text == "1,147\n  counties,\n  up to\n  47.8 % of\n  them\n")
    #expect(lines.runs.first?.role == .number)
    #expect(text.lines(width: nil).text == "1,147 counties, up to 47.8 % of them\n")
  }

  @Test func takesControlsOutOfForeignText() {
    #expect(CleanText.line("a\tb\r\nc\u{2028}d") == "a b c d")
    #expect(CleanText.line("x\u{1B}[31my\u{202E}z\u{7F}") == "x\u{FFFD}[31my\u{FFFD}z\u{FFFD}")
    #expect(CleanText.line("Doña Ana") == "Doña Ana")
    #expect(
      CleanText.query("count counties\n  where  detainers") == "count counties where detainers")
  }
}
