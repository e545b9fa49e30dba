// The parts of the editor that need no terminal: motions, pasted text.

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

  @Test func pastedTextIsCleaned() {
    #expect(Paste.cleaned("a\r\nb\rc\n\n") == "a\nb\nc")
    #expect(Paste.cleaned("a\u{1b}[31mb\u{0}\t\u{9b}c") == "a[31mb\tc")
  }
}
