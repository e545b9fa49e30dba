// The painter: what rows an entry gives, and what bytes put them on a screen.

import Tally
import Testing

@testable import TallyShell

@Suite struct PainterTests {
  init() { Environment.prepareLocale() }

  private func frame(
    _ text: String, cursor: Int? = nil, ghost: String = "", below: [String] = [],
    width: Int = 80, height: Int = 24
  ) -> Frame {
    var picture = Picture()
    picture.text = text
    picture.cursor = cursor ?? text.utf8.count
    picture.ghost = ghost
    picture.below = below.map { StyledText($0) }
    picture.size = ScreenSize(width: width, height: height)
    return Painter.frame(picture)
  }

  private func rows(_ frame: Frame) -> [String] { frame.rows.map(\.text) }

  @Test func aLineStandsBehindThePrompt() {
    let frame = frame("count counties")
    #expect(rows(frame) == ["tally> count counties"])
    #expect(frame.cursorRow == 0)
    #expect(frame.cursorColumn == 21)
  }

  @Test func furtherLinesStandBehindTheContinuationPrompt() {
    let frame = frame("count\n  counties", cursor: 2)
    #expect(rows(frame) == ["tally> count", "  ...>   counties"])
    #expect(frame.cursorRow == 0)
    #expect(frame.cursorColumn == 9)
  }

  @Test func anEntryThatEndsInALineEndHasTheCursorOnTheNextRow() {
    let frame = frame("a\n")
    #expect(rows(frame) == ["tally> a", "  ...> "])
    #expect(frame.cursorRow == 1)
    #expect(frame.cursorColumn == 7)
  }

  @Test func aRowBreaksAtTheEdge() {
    let frame = frame("abcdefghij", width: 10)
    #expect(rows(frame) == ["tally> abc", "defghij"])
    #expect(frame.cursorRow == 1)
    #expect(frame.cursorColumn == 7)
  }

  @Test func theCursorAfterAFullRowIsOnTheNext() {
    let frame = frame("abc", width: 10)
    #expect(rows(frame) == ["tally> abc", ""])
    #expect(frame.cursorRow == 1)
    #expect(frame.cursorColumn == 0)
  }

  @Test func aWideCharacterDoesNotStraddleTheEdge() {
    let frame = frame("ab漢字", width: 10)
    #expect(rows(frame) == ["tally> ab", "漢字"])
    #expect(frame.widths == [9, 4])
    #expect(frame.cursorColumn == 4)
  }

  @Test func aCombiningCharacterTakesNoCell() {
    let frame = frame("e\u{301}x", cursor: 3)
    #expect(frame.widths == [9])
    #expect(frame.cursorColumn == 8)
  }

  @Test func aCombiningCharacterStaysOnAFullRow() {
    let frame = frame("abe\u{301}", cursor: 0, width: 10)
    #expect(rows(frame) == ["tally> abe\u{301}"])
  }

  @Test func controlsAreShownAndNotSent() {
    #expect(rows(frame("a\u{1b}[2J\tb\u{7f}")) == ["tally> a^[[2J  b^?"])
    #expect(rows(frame("\u{9b}x")) == ["tally> ?x"])
  }

  @Test func theSuggestionFollowsTheCursor() {
    let frame = frame("count", ghost: " counties")
    #expect(rows(frame) == ["tally> count counties"])
    #expect(frame.cursorColumn == 12)
    #expect(frame.rows[0].runs.last == StyledText(" counties", .muted).runs.first)
  }

  @Test func wordsHaveTheirRoles() {
    var picture = Picture()
    picture.text = "count counties"
    picture.highlights = [
      Highlight(span: Span(0, 5), role: .keyword), Highlight(span: Span(6, 14), role: .relation),
    ]
    let runs = Painter.frame(picture).rows[0].runs
    #expect(runs.map(\.text) == ["tally> ", "count", " ", "counties"])
    #expect(runs.map(\.role) == [.muted, .keyword, .plain, .relation])
  }

  @Test func linesBelowAreCutToTheScreen() {
    let frame = frame("x", below: ["0123456789AB", "two"], width: 10, height: 3)
    #expect(rows(frame) == ["tally> x", "0123456789", "two"])
    #expect(frame.cursorRow == 0)
  }

  @Test func linesBelowGiveWayToTheEntry() {
    #expect(frame("a\nb", below: ["one", "two"], height: 3).rows.count == 3)
    #expect(frame("a\nb\nc", below: ["one"], height: 3).rows.count == 3)
  }

  @Test func anEntryHigherThanTheScreenIsShownAroundTheCursor() {
    let text = (0..<50).map(String.init).joined(separator: "\n")
    let frame = frame(text, cursor: 0, height: 5)
    #expect(rows(frame).first == "tally> 0")
    #expect(frame.rows.count == 5)
    let end = self.frame(text, height: 5)
    #expect(rows(end).last == "  ...> 49")
    #expect(end.cursorRow == 4)
  }

  @Test func aScreenOfUnknownSizeIsTakenForEightyByTwentyFour() {
    #expect(ScreenSize(width: 0, height: 0) == ScreenSize(width: 80, height: 24))
    #expect(rows(frame("count", width: 0)) == ["tally> count"])
  }

  @Test(arguments: [1, 2, 3, 7, 20]) func narrowScreensHoldEveryRow(width: Int) {
    let frame = frame("count 漢字\ncounties e\u{301}", width: width, height: 100)
    #expect(frame.widths.allSatisfy { $0 <= width })
    #expect(frame.cursorColumn < width)
    #expect(frame.cursorRow < frame.rows.count)
  }

  @Test func aFrameReplacesTheEarlierOneInPlace() {
    let bytes = frame("ab", cursor: 1).replacing(up: 2, theme: .none)
    #expect(bytes == "\u{1b}[?25l\u{1b}[2A\r\u{1b}[Jtally> ab\r\u{1b}[8C\u{1b}[?25h")
  }

  @Test func theCursorGoesBackUpToItsRow() {
    let bytes = frame("a\nb", cursor: 0).replacing(up: 0, theme: .none)
    #expect(
      bytes == "\u{1b}[?25l\r\u{1b}[Jtally> a\r\n  ...> b\u{1b}[1A\r\u{1b}[7C\u{1b}[?25h")
  }

  @Test func aNarrowerTerminalBreaksRowsAnew() {
    let frame = frame("0123456789\nabc", width: 80)
    #expect(frame.cursorRow(reflowedTo: 80) == 1)
    #expect(frame.cursorRow(reflowedTo: 10) == 3)
    #expect(frame.cursorRow(reflowedTo: 1) == 27)
  }

  /// Painting from any frame to any other leaves exactly the other on a screen.
  @Test(arguments: 0..<100) func anyFrameReplacesAnyOther(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let width = Int.random(in: 1...30, using: &random)
    var screen = ScreenModel(width: width)
    var up = 0
    for _ in 0..<8 {
      let text = String(
        (0..<Int.random(in: 0...60, using: &random)).map { _ in
          "ab \n漢é".randomElement(using: &random) ?? " "
        })
      let places = text.unicodeScalars.indices.map {
        text.utf8.distance(from: text.startIndex, to: $0)
      }
      let cursor = places.randomElement(using: &random) ?? 0
      let frame = frame(text, cursor: cursor, width: width, height: 1_000)
      screen.feed(frame.replacing(up: up, theme: .color))
      up = frame.cursorRow
      let expected = ScreenModel.lines(rows(frame))
      #expect(screen.lines == expected)
      #expect(screen.row == frame.cursorRow)
      #expect(screen.column == frame.cursorColumn)
    }
    #expect(screen.unknown.isEmpty)
  }
}

extension ScreenModel {
  /// Rows without the blanks at their ends, as a screen gives them.
  static func lines(_ rows: [String]) -> [String] {
    rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
  }
}

/// A small generator with a seed, so that a failing case can be named.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
