// What a diagnostic looks like: head, line, caret, help, rewrites.

import Testing

@testable import Tally

@Suite struct DiagnosticRendererTests {
  private func render(
    _ text: String, _ span: Span, name: String = "", help: [String] = [], fixes: [Fix] = [],
    offersFix: Bool = true, width: Int = 100
  ) -> [String] {
    let diagnostic = Diagnostic("T301", at: span, "wrong", help: help, fixes: fixes)
    let rendered = DiagnosticRenderer.render(
      diagnostic, in: Source(name: name, text), offersFix: offersFix, width: width)
    #expect(rendered.text.hasSuffix("\n"))
    return rendered.text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  @Test func theCaretStandsUnderTheMistake() {
    let lines = render("count counties where detianers", Span(21, 30))
    #expect(
      lines == [
        "error T301: wrong",
        "  1 | count counties where detianers",
        "    |                      ^^^^^^^^^",
      ])
  }

  @Test func aRewriteThatHelpNamesIsOfferedThere() {
    let fix = Fix(Span(21, 30), "detainers")
    let help = ["did you mean detainers?"]
    let lines = render("count counties where detianers", Span(21, 30), help: help, fixes: [fix])
    #expect(lines.count == 4)
    #expect(
      lines[3] == "  did you mean detainers?" + String(repeating: " ", count: 33)
        + ":fix applies it")
    let batch = render(
      "count counties where detianers", Span(21, 30), help: help, fixes: [fix], offersFix: false)
    #expect(
      batch[3...] == ["  did you mean detainers?", "    rewrite: count counties where detainers"])
  }

  @Test func aRewriteIsShownAsTheLineItMakesWhereThatFits() {
    let fix = Fix(Span(21, 30), "detainers")
    let text = "count counties where detianers"
    // ":fix   " and its indent take nine cells, the line that it makes thirty.
    #expect(
      render(text, Span(21, 30), fixes: [fix], width: 39).last == "  :fix   "
        + text
        .replacing("detianers", with: "detainers"))
    #expect(render(text, Span(21, 30), fixes: [fix], width: 38).last == "  :fix   detainers")
    let second = Fix(Span(6, 7), "c")
    #expect(render("count\nb", Span(6, 7), fixes: [second]).last == "  :fix   c")
  }

  @Test func severalRewritesAreNumberedAndLinedUp() {
    let fixes = [Fix(Span(0, 1), "x", for: "to find it"), Fix(Span(0, 1), "yy", for: "or")]
    #expect(
      render("a", Span(0, 1), fixes: fixes)[3...] == [
        "  to find it:  :fix 1   x", "  or:          :fix 2   yy",
      ])
    #expect(
      render("a", Span(0, 1), fixes: fixes, offersFix: false)[3...] == [
        "  to find it:  rewrite 1: x", "  or:          rewrite 2: yy",
      ])
  }

  @Test func aRewriteThatOnlyTakesOutShowsWhatIsLeft() {
    #expect(render("count the", Span(5, 9), fixes: [Fix(Span(5, 9), "")]).last == "  :fix   count")
  }

  @Test func aPlaceInAFileIsNamed() {
    let lines = render("one\ntwo three", Span(8, 13), name: "q.tally")
    #expect(
      lines == [
        "q.tally:2:5: error T301: wrong", "  2 | two three", "    |     ^^^^^",
      ])
  }

  @Test func tabsAndWideCharactersKeepTheCaretInPlace() {
    #expect(render("a\tb", Span(2, 3))[1...] == ["  1 | a  b", "    |    ^"])
    #expect(render("漢字 b", Span(7, 8))[1...] == ["  1 | 漢字 b", "    |      ^"])
    #expect(render("x 漢", Span(2, 5))[2] == "    |   ^^")
    #expect(render("e\u{301}b", Span(3, 4))[2] == "    |  ^")
  }

  @Test func theEndOfTheTextIsAPlace() {
    #expect(render("count", Span(5, 5))[2] == "    |      ^")
    #expect(render("", Span(0, 0))[2] == "    | ^")
    #expect(render("ab", Span(90, 99)).count == 3)
    #expect(render("a\n", Span(2, 2))[1...] == ["  2 | ", "    | ^"])
  }

  @Test func aSpanOverLinesIsMarkedOnItsFirst() {
    #expect(render("(a\nb)", Span(0, 5))[2] == "    | ^^")
  }

  @Test func aLongLineIsCutAroundTheMistake() {
    let text = String(repeating: "a", count: 5_000) + "X" + String(repeating: "b", count: 5_000)
    for width in [20, 40, 100] {
      let lines = render(text, Span(5_000, 5_001), width: width)
      #expect(lines[1].count < max(width, 24))
      #expect(lines[1].contains("…") && lines[1].contains("X"))
      let caret = lines[2].distance(
        from: lines[2].startIndex, to: lines[2].firstIndex(of: "^") ?? lines[2].startIndex)
      #expect(Array(lines[1])[caret] == "X")
    }
    #expect(render(text, Span(0, 10_001), width: 40)[2].count < 41)
  }

  @Test func bytesThatMoveATerminalAreNotSent() {
    let source = Source(bytes: [97, 0x1B, 0xFF, 98])
    let text = DiagnosticRenderer.render(
      Diagnostic("T101", at: Span(3, 4), "a \u{1b}[2J b"), in: source
    ).text
    #expect(text == "error T101: a \u{FFFD}[2J b\n  1 | a\u{FFFD}\u{FFFD}b\n    |    ^\n")
  }
}
