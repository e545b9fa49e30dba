// The real prompt in a real pseudo-terminal: typing, editing, recalling, leaving.

import Foundation
import Testing

@testable import TallyShell

@Suite(.serialized) struct PromptTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// A prompt that is ready.
  private func prompt(
    width: Int = 80, height: Int = 24, environment: [String: String] = [:]
  ) throws -> PtySession {
    let session = try PtySession(
      state: sandbox.path, width: width, height: height, environment: environment)
    try session.ready()
    return session
  }

  /// Leaves by Ctrl-D, and the terminal is as it was.
  private func leave(_ session: PtySession) throws {
    try session.wait("keys are taken") { !$0.isCooked }
    session.send("\u{15}\u{4}")
    try session.wait("the terminal is left as found") { $0.isCooked }
    #expect(try session.exitCode() == 0)
    #expect(session.screen.unknown.isEmpty)
  }

  @Test func whatIsTypedIsShown() throws {
    let session = try prompt()
    try session.type("count counties", until: "tally> count counties")
    try leave(session)
  }

  @Test func aCommandIsRun() throws {
    let session = try prompt()
    try session.run(":version", until: "\n" + Version.text)
    try leave(session)
  }

  @Test(arguments: [":quit\r", "quit\r", "exit\r", "\u{4}"]) func leaving(keys: String) throws {
    let session = try prompt()
    session.send(keys)
    #expect(try session.exitCode() == 0)
  }

  @Test func theMiddleIsEdited() throws {
    let session = try prompt()
    try session.type("count cties", until: "count cties")
    try session.type("\u{1b}[D\u{1b}[D\u{1b}[D\u{1b}[Doun", until: "tally> count counties")
    try session.type("\u{1}re", until: "tally> recount counties")
    try session.type("\u{5}!", until: "tally> recount counties!")
    try session.type("\u{7f}", until: "tally> recount counties")
    try session.type("\u{1}\u{4}\u{1b}[3~", until: "tally> count counties")
    try session.type("\u{1b}[H\u{b}", until: "tally>")
    try session.type("\u{19}", until: "tally> count counties")
    try leave(session)
  }

  @Test func keysWithoutMeaningLeaveNothing() throws {
    let session = try prompt()
    session.send("a\u{1b}[5~\u{1b}[6~\u{1b}[15~\u{1b}OP\u{1b}[2~b")
    try session.wait(for: "tally> ab")
    #expect(!session.screen.text.contains("~"))
    try leave(session)
  }

  @Test func charactersOfEveryWidthAreEdited() throws {
    let session = try prompt()
    try session.type("Doña 漢字 e\u{301}x", until: "tally> Doña 漢字 e\u{301}x")
    #expect(session.screen.column == 9 + 12)
    try session.type("\u{1b}[D\u{1b}[D\u{1b}[D!", until: "漢字! e\u{301}x")
    try leave(session)
  }

  @Test func bytesThatAreNoTextArePassedOver() throws {
    let session = try prompt()
    session.send([97, 0xFF, 0xC3, 98, 0xE6, 0xBC, 99])
    try session.wait(for: "tally> abc")
    session.send([0, 0])
    try session.type("d", until: "tally> abcd")
    try leave(session)
  }

  @Test func enterRunsAndALineEndCanBeForced() throws {
    let session = try prompt()
    try session.type(":ver", until: ":ver")
    try session.type("\u{1b}\r", until: "tally> :ver\n  ...>")
    try session.type("sion", until: "  ...>   sion")
    // Up is a motion here, not the history.
    try session.type("\u{1b}[A\u{1}x", until: "tally> x:ver\n  ...>   sion")
    try session.type("\u{1b}[B\u{5}y", until: "  ...>   siony")
    try leave(session)
  }

  @Test func historyIsRecalledAcrossRuns() throws {
    let first = try prompt()
    try first.run(":version", until: Version.text)
    try first.run(":keys", until: "Ctrl-Z")
    try leave(first)
    let second = try prompt()
    try second.type("\u{1b}[A", until: "tally> :keys")
    try second.type("\u{1b}[A", until: "tally> :version")
    try second.type("\u{1b}[B\u{1b}[B", until: "tally>")
    try leave(second)
    #expect(try sandbox.text(of: sandbox.history) == ":version\n:keys\n")
  }

  @Test func anEntryIsSavedBeforeItsAnswer() throws {
    let session = try prompt()
    try session.run(":version", until: Version.text)
    session.signal(SIGKILL)
    #expect(try session.exitCode() == 128 + SIGKILL)
    #expect(try sandbox.text(of: sandbox.history) == ":version\n")
  }

  @Test func aLongDraftSurvivesTheHistory() throws {
    let first = try prompt(height: 60)
    try first.run(":version", until: Version.text)
    let draft = String(repeating: "0123456789", count: 200)
    first.send(draft)
    first.send("\u{1b}[A")
    try first.wait("the entry is recalled") { $0.line == "tally> :version" }
    first.send("\u{1b}[B!")
    try first.wait("the whole draft is back") {
      $0.screen.text.replacing("\n", with: "").contains(draft + "!")
    }
    try leave(first)
  }

  @Test func theHistoryIsSearched() throws {
    let session = try prompt()
    try session.run(":version", until: Version.text)
    try session.run(":keys", until: "Ctrl-Z")
    try session.type("draft\u{12}ver", until: "tally> :version\nsearch back: ver")
    try session.type("q", until: "tally> draft\nsearch back: verq  (not found)")
    try session.type("\u{7f}", until: "search back: ver")
    session.send("\u{7}")
    try session.wait("the draft is back") { $0.line == "tally> draft" }
    session.send("\u{15}\u{12}ver\r")
    try session.wait("the entry that was found has run") {
      $0.screen.text.components(separatedBy: Version.text).count == 3
    }
    try leave(session)
  }

  @Test func theSuggestionIsTaken() throws {
    let session = try prompt()
    try session.run(":version", until: Version.text)
    try session.type(":ve", until: "\ntally> :version")
    #expect(session.screen.column == 12)
    session.send("\u{1b}[C")
    try session.wait("the cursor is behind it") { $0.screen.column == 17 }
    try leave(session)
  }

  @Test func commandsAreCompleted() throws {
    let session = try prompt()
    try session.type(":ver\t", until: "tally> :version")
    session.send("\u{15}:h\t")
    try session.wait(for: "command  one screen, or a page about a word")
    session.send("e")
    try session.wait("the list has gone") { !$0.screen.text.contains("or a page about") }
    try leave(session)
  }

  @Test func pastedLinesRunNothing() throws {
    let session = try prompt()
    session.send("\u{1b}[200~:version\r\n:version\u{1}\r\n\u{1b}[201~")
    try session.wait(for: "tally> :version\n  ...> :version")
    #expect(!session.screen.text.contains(Version.text))
    try leave(session)
  }

  @Test func aLongPasteArrivesWhole() throws {
    let session = try prompt(height: 2_000)
    let lines = (0..<200).map { "line \($0) of a long paste" }
    session.send("\u{1b}[200~" + lines.joined(separator: "\r") + "\u{1b}[201~")
    try session.wait(for: "tally> " + lines.joined(separator: "\n  ...> "))
    try leave(session)
  }

  @Test func controlCClearsAndKeeps() throws {
    let session = try prompt()
    try session.type("half a thought", until: "half a thought")
    session.send("\u{3}")
    try session.ready()
    try session.type("\u{1b}[A", until: "tally> half a thought\ntally> half a thought")
    session.send("\u{3}")
    try session.ready()
    try session.type("\u{3}", until: "To leave, press Ctrl-D or type :quit")
    try session.ready()
    try session.run("\u{3}:version", until: "\n" + Version.text)
    try leave(session)
    #expect(try sandbox.text(of: sandbox.history) == ":version\n")
  }

  @Test func controlDLeavesOnlyAnEmptyLine() throws {
    let session = try prompt()
    try session.type("ab", until: "tally> ab")
    session.send("\u{4}\u{4}")
    try session.type("c", until: "tally> abc")
    try session.type("\u{1}\u{4}", until: "tally> bc")
    try leave(session)
  }

  @Test func controlLClears() throws {
    let session = try prompt()
    try session.run(":version", until: Version.text)
    session.send("abc\u{c}")
    try session.wait("the line is at the top") {
      $0.text.hasPrefix("tally> abc") && !$0.text.contains(Version.text)
    }
    try leave(session)
  }

  @Test func controlZComesBack() throws {
    let session = try prompt()
    try session.type("half", until: "tally> half")
    // Nobody here can stop the process, for its group is an orphan: it must just go on.
    session.send("\u{1a}")
    try session.wait(for: "tally> half\ntally> half")
    try session.type(" more", until: "tally> half more")
    try leave(session)
  }

  @Test func aResizeRepaints() throws {
    let session = try prompt()
    try session.type("0123456789 0123456789", until: "0123456789 0123456789")
    session.resize(width: 20)
    try session.wait(for: "tally 1> 0123456789\n0123456789")
    try session.type("!", until: "0123456789!")
    try leave(session)
  }

  @Test(arguments: [20, 3, 1, 0]) func narrowTerminals(width: Int) throws {
    let session = try PtySession(state: sandbox.path, width: width, height: width)
    try session.wait("keys are taken") { !$0.isCooked }
    session.send("count counties where 漢\u{1b}[A\u{1b}[D\t\u{12}x\u{7}\u{15}:version\r")
    try session.wait("the version is shown") {
      $0.screen.text.filter { !$0.isWhitespace }.contains("tally0.1.0")
    }
    try leave(session)
  }

  @Test func aSignalLeavesTheTerminalAsFound() throws {
    let session = try prompt()
    try session.type("half", until: "tally> half")
    #expect(!session.isCooked)
    session.signal(SIGTERM)
    #expect(try session.exitCode() == 128 + SIGTERM)
    #expect(session.isCooked)
  }

  @Test func aFolderAsHistoryIsOneWarning() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.history, withIntermediateDirectories: true)
    let session = try prompt()
    let words = session.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("warning: cannot use \(sandbox.history)".prefix(60)))
    try session.run(":version", until: "\n" + Version.text)
    #expect(session.screen.text.components(separatedBy: "warning:").count == 2)
    session.send("\u{1b}[A")
    try session.wait("it is recalled") { $0.line == "tally> :version" }
    try leave(session)
  }

  @Test func aDumbTerminalGetsPlainLines() throws {
    let session = try PtySession(state: sandbox.path, environment: ["TERM": "dumb"])
    try session.wait(for: "tally>")
    try session.type(":version\n", until: "\n" + Version.text)
    try session.wait("there is a prompt") { $0.line == "tally>" }
    session.send("\u{3}")
    try session.wait(for: "To leave, press Ctrl-D")
    session.send("\u{4}")
    #expect(try session.exitCode() == 0)
    #expect(!session.bytes.contains(0x1b))
  }

  @Test func colourIsUsedWhereItMayBe() throws {
    let session = try PtySession(state: sandbox.path, environment: ["NO_COLOR": ""])
    try session.ready()
    try session.type(":version", until: ":version")
    #expect(String(decoding: session.bytes, as: UTF8.self).contains("\u{1b}[1;34m:version"))
    try leave(session)
  }

  @Test func unknownCommandsNameTheNearest() throws {
    let session = try prompt()
    try session.run(":hlep", until: "error: there is no command :hlep: did you mean :help?")
    try session.run(":fix", until: "error: the last question left nothing to fix")
    try session.run(":format x", until: "error: there is no format \"x\"")
    try leave(session)
  }
}
