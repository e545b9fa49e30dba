// The parts of the editor that need no terminal: motions, the menu of Tab, pasted text.

import Tally
import Testing

@testable import TallyShell

@Suite struct EditorTests {
  @Test func upAndDownKeepTheColumn() {
    let text = "count\nab\nwhere"
    #expect(EntryMotion(text, cursor: 13).up == 8)
    #expect(EntryMotion(text, cursor: 8).up == 2)
    #expect(EntryMotion(text, cursor: 2).up == nil)
    #expect(EntryMotion(text, cursor: 4).down == 8)
    #expect(EntryMotion(text, cursor: 7).down == 10)
    #expect(EntryMotion(text, cursor: 10).down == nil)
    #expect(EntryMotion("", cursor: 0).up == nil)
    #expect(EntryMotion("", cursor: 0).down == nil)
  }

  @Test func aLineHasTwoEnds() {
    let motion = EntryMotion("ab\ncd\nef", cursor: 4)
    #expect(motion.lineStart == 3)
    #expect(motion.lineEnd == 5)
  }

  private func menu(_ words: [String], typed: String) -> CompletionMenu {
    let candidates = words.map { Completion(text: $0, kind: .field, meaning: "a field") }
    return CompletionMenu(
      Completions(replaces: Span(0, typed.utf8.count), candidates: candidates), in: typed, room: 12)
  }

  @Test func theOnlyCandidateIsTaken() {
    let menu = menu(["counties"], typed: "cou")
    #expect(menu.insertion == "counties ")
    #expect(menu.lines.isEmpty)
  }

  @Test func severalCandidatesGrowTheWordAndAreListed() {
    let menu = menu(["detainers", "detention"], typed: "de")
    #expect(menu.insertion == "det")
    #expect(
      menu.lines.map(\.text) == [
        "  detainers  field  a field", "  detention  field  a field",
      ])
  }

  @Test func aWordThatCannotGrowStays() {
    #expect(menu(["detainers", "notify"], typed: "").insertion == nil)
    #expect(menu(["has", "where"], typed: "xyz").insertion == nil)
  }

  @Test func longListsAreCut() {
    let menu = menu((10..<60).map { "word\($0)" }, typed: "word")
    #expect(menu.lines.count == 12)
    #expect(menu.lines.last?.text == "  and 39 more")
  }

  @Test func aSpanOutsideTheTextIsHarmless() {
    let completions = Completions(
      replaces: Span(3, 90), candidates: [Completion(text: "x", kind: .field, meaning: "")])
    #expect(CompletionMenu(completions, in: "ab", room: 5).insertion == "x ")
  }

  @Test func pastedTextIsCleaned() {
    #expect(Paste.cleaned("a\r\nb\rc\n\n") == "a\nb\nc")
    #expect(Paste.cleaned("a\u{1b}[31mb\u{0}\t\u{9b}c") == "a[31mb\tc")
  }
}
