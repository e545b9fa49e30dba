// What Tab shows and puts in, cell by cell.

import Tally
import Testing

@testable import TallyShell

@Suite struct CompletionMenuTests {
  /// Widths of characters beyond ASCII are asked of the locale.
  init() { Environment.prepareLocale() }

  private func menu(
    _ words: [String], typed: String, width: Int = 80, height: Int = 12, more: Int = 0,
    rest: String = "", meaning: String = "a field"
  ) -> CompletionMenu {
    let candidates = words.map { Completion(text: $0, kind: .field, meaning: meaning) }
    return CompletionMenu(
      Completions(replaces: Span(0, typed.utf8.count), candidates: candidates, more: more),
      in: typed + rest, cursor: typed.utf8.count, size: ScreenSize(width: width, height: height))
  }

  @Test func theOnlyCandidateIsTaken() {
    let menu = menu(["counties"], typed: "cou")
    #expect(menu.insertion == "counties ")
    #expect(menu.lines.isEmpty)
  }

  @Test(arguments: [(" where", ""), (", CA", ""), (")", ""), (".name", ""), ("x", " "), ("", " ")])
  func aBlankFollowsWhereItMay(_ rest: String, _ follow: String) {
    #expect(menu(["Texas"], typed: "te", rest: rest).insertion == "Texas" + follow)
  }

  @Test func aFunctionIsFollowedByItsBracket() {
    let completions = Completions(
      replaces: Span(0, 3),
      candidates: [Completion(text: "bands", kind: .function, meaning: "", follow: "(")])
    func inserted(_ text: String) -> String? {
      let size = ScreenSize(width: 80, height: 9)
      return CompletionMenu(completions, in: text, cursor: 3, size: size).insertion
    }
    #expect(inserted("ban") == "bands(")
    #expect(inserted("ban(n, 2)") == "bands")
  }

  @Test func theWordGrowsFirstAndIsListedThen() {
    let first = menu(["detainers", "detention"], typed: "de")
    #expect(first.insertion == "det")
    #expect(first.lines.isEmpty)
    let second = menu(["detainers", "detention"], typed: "det")
    #expect(second.insertion == nil)
    #expect(
      second.lines.map(\.text) == [
        "  detainers  field  a field", "  detention  field  a field",
      ])
  }

  @Test func theCaseOfTheCandidateWins() {
    #expect(menu(["Texas", "Texarkana"], typed: "te").insertion == "Texa")
    #expect(menu(["Texas"], typed: "TEX").insertion == "Texas ")
  }

  @Test func quotesComeWithWhatAllCandidatesHave() {
    #expect(
      menu(["\"Cook County, IL\"", "\"Cooke County, TX\""], typed: "co").insertion == "\"Cook")
    #expect(menu(["\"New York\"", "Newark"], typed: "n").insertion == "New")
    #expect(
      menu(["\"Doña Ana County, NM\""], typed: "dona").insertion == "\"Doña Ana County, NM\" ")
  }

  @Test func wordsThatDoNotBeginAlikeAreListedAtOnce() {
    let menu = menu(["force", "task_force"], typed: "fo")
    #expect(menu.insertion == nil)
    #expect(menu.lines.count == 2)
  }

  @Test func whatIsBehindTheCursorStaysUntilTheChoiceIsClear() {
    let candidates = ["detainers", "detention"].map {
      Completion(text: $0, kind: .field, meaning: "")
    }
    let size = ScreenSize(width: 80, height: 9)
    let growing = CompletionMenu(
      Completions(replaces: Span(0, 4), candidates: candidates), in: "dexy", cursor: 2, size: size)
    #expect(growing.insertion == "det")
    #expect(growing.replaces == Span(0, 2))
    let chosen = CompletionMenu(
      Completions(replaces: Span(0, 4), candidates: [candidates[0]]), in: "dexy", cursor: 2,
      size: size)
    #expect(chosen.replaces == Span(0, 4))
  }

  @Test func aWordThatCannotGrowStays() {
    #expect(menu(["detainers", "notify"], typed: "").insertion == nil)
    #expect(menu(["has", "where"], typed: "xyz").insertion == nil)
    #expect(menu(["counties"], typed: "c", more: 3).insertion == nil)
  }

  @Test func aSpanOutsideTheTextIsHarmless() {
    let completions = Completions(
      replaces: Span(3, 90), candidates: [Completion(text: "x", kind: .field, meaning: "")])
    let size = ScreenSize(width: 80, height: 5)
    #expect(CompletionMenu(completions, in: "ab", cursor: 2, size: size).insertion == "x ")
  }

  // MARK: The list

  @Test(arguments: [
    // Margin 2, word 10, gap 2, kind 5, gap 2: 21 cells, and the last cell of a line stays free.
    (80, "  population  field  the Census estimate for 2018-07-01, which is a year older"),
    (40, "  population  field  the Census…"),
    (30, "  population  field"),
    (16, "  population"),
    (10, "  popula…"),
  ])
  func meaningsEndWithAWholeWord(_ width: Int, _ line: String) {
    let meaning = "the Census estimate for 2018-07-01, which is a year older"
    let menu = menu(["population", "name"], typed: "", width: width, meaning: meaning)
    #expect(menu.lines.first?.text == line)
    #expect(menu.lines.allSatisfy { CellWidth.of($0.text) < width })
  }

  @Test func moreThanTheRowsGoIntoColumns() {
    // Column: 6 cells and a margin of 2, so nine of them in 79 cells; 50 words in 6 rows.
    let lines = menu((10..<60).map { "word\($0)" }, typed: "word").lines.map(\.text)
    #expect(lines.count == 6)
    #expect(
      lines.first
        == "  word10  word16  word22  word28  word34  word40  word46  word52  word58")
    #expect(lines.last == "  word15  word21  word27  word33  word39  word45  word51  word57")
  }

  @Test(arguments: [40, 80, 120])
  func whatHasNoRoomIsCounted(_ width: Int) {
    let words = (100..<300).map { "\"A place of number \($0)\"" }
    let menu = menu(words, typed: "", width: width, height: 10, more: 2_000)
    #expect(menu.lines.count == 10)
    #expect(menu.lines.allSatisfy { CellWidth.of($0.text) < width })
    let shown = menu.lines.dropLast().map(\.text).joined().components("\"A place").count - 1
    // 23 cells and 2 a column: 1, 3 and 4 of them.
    #expect(shown == 9 * [40: 1, 80: 3, 120: 4][width, default: 0])
    #expect(menu.lines.last?.text == "  and \(2_000 + 200 - shown) more")
  }

  @Test func wideAndCombiningCharactersKeepTheColumns() {
    let words = ["Don\u{303}a", "Doña", "東京", "abc"]
    let lines = menu(words, typed: "").lines.map(\.text)
    #expect(
      lines == [
        "  Don\u{303}a  field  a field", "  Doña  field  a field", "  東京  field  a field",
        "  abc   field  a field",
      ])
  }

  @Test func nothingIsTooNarrow() {
    for width in 1...12 {
      let menu = menu((1...40).map { "word\($0)" }, typed: "", width: width, height: 1, more: 5)
      #expect(menu.lines.count == 1 || menu.lines.count == 2)
    }
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
