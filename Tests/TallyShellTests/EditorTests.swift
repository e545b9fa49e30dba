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

  @Test func leftAndRightGoByWholeCharacters() {
    // e with an acute accent of its own, a family of three joined, a flag of two letters.
    let text = "e\u{301}\u{1F469}\u{200D}\u{1F467}\u{1F1FA}\u{1F1F8}x\ny"
    #expect(EntryMotion(text, cursor: 0).right == 2)
    #expect(EntryMotion(text, cursor: 2).right == 5)
    #expect(EntryMotion(text, cursor: 5).right == 7)
    #expect(EntryMotion(text, cursor: 8).right == 9)
    #expect(EntryMotion(text, cursor: 10).right == nil)
    #expect(EntryMotion(text, cursor: 9).left == 8)
    #expect(EntryMotion(text, cursor: 8).left == 7)
    #expect(EntryMotion(text, cursor: 7).left == 5)
    #expect(EntryMotion(text, cursor: 5).left == 2)
    #expect(EntryMotion(text, cursor: 2).left == 0)
    #expect(EntryMotion(text, cursor: 0).left == nil)
  }

  @Test func wordsEndWhereTheirLettersDo() {
    #expect(EntryMotion("  one_2 (two)", cursor: 0).nextWord == 7)
    #expect(EntryMotion("  one_2 (two)", cursor: 7).nextWord == 12)
    #expect(EntryMotion("  one_2 (two)", cursor: 12).nextWord == 13)
    #expect(EntryMotion("", cursor: 0).nextWord == 0)
  }

  @Test func keysOfViAreToldFromEscape() {
    var keys = ViKeys()
    let up = keys.add("[A", for: "up")
    #expect(keys.add("OA", for: "up") == up)
    let newline = keys.add("^M", for: "newline")
    #expect(up != newline)
    #expect(keys.add("f", for: "word") == nil)
    #expect(keys.character(["[", "A"]) == up)
    #expect(keys.character(["\r"]) == newline)
    #expect(keys.isBeginning(["["]))
    #expect(!keys.isBeginning(["k"]))
    // There are as many characters as commands may be.
    for number in 2..<32 { #expect(keys.add("[\(number)~", for: "\(number)") != nil) }
    #expect(keys.add("[99~", for: "one too many") == nil)
  }

  @Test func changesAreTakenBackWordByWord() {
    var stack = UndoStack()
    for end in 0...9 { stack.note(String("one two x".prefix(end)), cursor: end) }
    #expect(stack.undo() == UndoStack.State(text: "one two ", cursor: 8))
    #expect(stack.undo() == UndoStack.State(text: "one ", cursor: 4))
    stack.note("one ", cursor: 4)
    stack.note("", cursor: 0)
    #expect(stack.undo() == UndoStack.State(text: "one ", cursor: 4))
    #expect(stack.undo() == UndoStack.State(text: "", cursor: 0))
    #expect(stack.undo() == nil)
  }

  @Test func theUndoStackHasAnEnd() {
    var stack = UndoStack()
    for number in 0..<2 * UndoStack.mostStates {
      stack.note(number % 2 == 0 ? "ab" : "", cursor: 0)
    }
    var count = 0
    while stack.undo() != nil { count += 1 }
    #expect(count == UndoStack.mostStates)
  }

  @Test func thePromptSaysNumberAndDate() {
    let latest = EditorPrompt(number: 7)
    #expect(latest.first.text == "tally 7> ")
    #expect(latest.further.text == "    ...> ")
    let dated = EditorPrompt(number: 12, asOf: "2019-12-31")
    #expect(dated.first.text == "tally 12 as of 2019-12-31> ")
    #expect(dated.further.text.count == dated.first.text.count)
    #expect(dated.further.text.hasSuffix(" ...> "))
  }

  @Test(arguments: [
    ("tally> count counties", "count counties"), ("tally 7> count", "count"),
    ("tally 7 as of 2019-12-31> count", "count"), ("tally 7 as of 2019> count", "count"),
    ("  ...>   where x", "  where x"), ("         ...> | take 3", "| take 3"), ("tally>", ""),
    ("tally 7>", ""),
  ]) func promptsAreTakenOff(line: String, rest: String) {
    #expect(EditorPrompt.stripped(line[...]).map(String.init) == rest)
  }

  @Test(arguments: [
    "count counties where population > 3", "tally more> x", "tallying", "> x", "...", "tally 7",
    "tally seven> x", "tally 7 as of May> x",
  ]) func otherLinesKeepTheirBeginnings(line: String) {
    #expect(EditorPrompt.stripped(line[...]) == nil)
    #expect(Paste.cleaned(line) == line)
  }

  @Test func pastedTextIsCleaned() {
    #expect(Paste.cleaned("a\r\nb\rc\n\n") == "a\nb\nc")
    #expect(Paste.cleaned("a\u{1b}[31mb\u{0}\t\u{9b}c") == "a[31mb\tc")
    #expect(
      Paste.cleaned("tally 1> count counties\r\n    ...>   in TX\r\nwhere detainers\r\n")
        == "count counties\n  in TX\nwhere detainers")
  }
}
