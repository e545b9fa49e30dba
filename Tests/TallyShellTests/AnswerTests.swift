// Questions with their answers: at the prompt, on the command line, from files and pipes.

import Foundation
import Testing

@testable import TallyShell

@Suite(.serialized) struct PromptAnswerTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func prompt(width: Int = 80) throws -> PtySession {
    let session = try PtySession(state: sandbox.path, width: width)
    try session.ready()
    return session
  }

  private func leave(_ session: PtySession) throws {
    session.send("\u{4}")
    #expect(try session.exitCode() == 0)
  }

  @Test func aQuestionIsAnswered() throws {
    let session = try prompt()
    try session.run("count counties", until: "\n3,143 counties")
    #expect(try sandbox.text(of: sandbox.history) == "count counties\n")
    try leave(session)
  }

  @Test func anUnfinishedQuestionGoesOn() throws {
    let session = try prompt()
    try session.type("count counties where (detainers\r", until: "(detainers\n  ...>")
    try session.run("or notify)", until: "of 3,143 counties")
    try session.type("\u{1b}[A", until: "where (detainers\n  ...> or notify)\n".dropLast() + "")
    session.send("\u{15}")
    try leave(session)
    #expect(
      try sandbox.text(of: sandbox.history)
        == "count counties where (detainers\\nor notify)\n")
  }

  @Test func wordsFieldsAndValuesAreCompleted() throws {
    let session = try prompt()
    try session.type("cou\t", until: "tally> count")
    try session.type("\u{15}count counties where not\t", until: "notify")
    try session.type("\u{15}count agreements where mod\t", until: "where model")
    try session.type("\u{15}count agreements where model is ta\t", until: "is task_force")
    session.send("\u{15}count counties where \t")
    try session.wait(for: "  detainers")
    session.send("\u{15}")
    try leave(session)
  }

  @Test func aRewriteIsAppliedRunAndRemembered() throws {
    let session = try prompt()
    try session.run("count counties where detianers", until: "error T301")
    #expect(session.screen.text.contains("\n    |                      ^^^^^^^^^\n"))
    try session.run(":fix", until: "tally> count counties where detainers\n")
    try session.wait(for: "of 3,143 counties")
    try leave(session)
    #expect(
      try sandbox.text(of: sandbox.history)
        == "count counties where detianers\ncount counties where detainers\n")
  }

  @Test func aFailedQuestionLeavesTheSessionIntact() throws {
    let session = try prompt()
    try session.run("count nothing", until: "error T")
    try session.run("count \"", until: "error T1")
    try session.run("count counties", until: "\n3,143 counties")
    try leave(session)
  }

  @Test func theFormatIsSet() throws {
    let session = try prompt()
    session.send(":format csv\r")
    try session.ready()
    try session.run("count counties", until: ",3143")
    try session.run(":format", until: "* csv")
    try session.run(":format cvs", until: "Did you mean csv?")
    try leave(session)
  }

  @Test func helpKnowsTheLanguageAndTheRecord() throws {
    let session = try prompt()
    try session.run(":help count", until: "verb")
    try session.run(":help detainers", until: "field of counties")
    try session.run(":help detianers", until: "did you mean detainers?")
    try session.run(":version", until: "dataset enforcement")
    try leave(session)
  }

  @Test(arguments: [20, 0]) func answersFitNarrowTerminals(width: Int) throws {
    let session = try prompt(width: width)
    session.send("count counties by region\r")
    try session.wait("the answer is shown") { $0.screen.text.contains("South") }
    try session.ready()
    try leave(session)
  }
}

@Suite struct CommandLineAnswerTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func anAnswerGoesToStandardOutput() throws {
    let result = try sandbox.run("tally -e 'count counties'")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("3,143 counties"))
    #expect(result.errors.isEmpty)
  }

  @Test func aPipeIsAScript() throws {
    let result = try sandbox.run("echo 'count counties' | tally")
    #expect(result.output.hasPrefix("3,143 counties"))
    #expect(try sandbox.run("echo 'count counties' | tally run -").output == result.output)
  }

  @Test func aPipeGetsNoColourAndAllRows() throws {
    let result = try sandbox.run("tally -e 'list counties | show name'")
    #expect(!result.output.contains("\u{1b}"))
    #expect(result.output.split(separator: "\n").count > 3_143)
    let forced = try sandbox.run("tally -e 'count counties' --color always")
    #expect(forced.output.contains("\u{1b}["))
  }

  @Test(arguments: [
    ("count counties where detianers", 1), ("count nothing", 1), ("counties", 2), ("count \"", 2),
    ("count agreements as of 2014", 4),
  ])
  func errorsHaveTheirCodes(query: String, status: Int32) throws {
    let result = try sandbox.run("tally -e '\(query)'")
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix("error T"))
    #expect(!result.errors.contains(":fix"))
  }

  @Test func severalQueriesAreHeaded() throws {
    let result = try sandbox.run("tally -e 'count counties' -e 'count agreements'")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "-- count counties")
    #expect(lines.contains("-- count agreements"))
    let csv = try sandbox.run("tally -e 'count counties' -e 'count agreements' --format csv")
    #expect(!csv.output.contains("--"))
  }

  @Test func aScriptStopsAtItsFirstError() throws {
    _ = try sandbox.file("a.tally", Array("count counties\n".utf8))
    _ = try sandbox.file(
      "b.tally", Array("count agreements\n\ncount counties where detianers\ncount states\n".utf8))
    let result = try sandbox.run("tally run a.tally b.tally a.tally")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("b.tally:3:22: error T301"))
    #expect(result.output.split(separator: "\n").count { $0.hasPrefix("-- ") } == 2)
    #expect(!result.output.contains("states"))
  }

  @Test func aReaderThatLeavesIsNoError() throws {
    let result = try sandbox.run(
      "(for i in 1 2 3 4 5 6 7 8; do echo 'list counties'; done) > long.tally; "
        + "{ tally run long.tally; echo $? > status; } | head -1")
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(result.errors.isEmpty)
    #expect(try sandbox.text(of: sandbox.path + "/status") == "0\n")
  }

  @Test func aClosedOrFullOutputIsAnError() throws {
    let closed = try sandbox.run("tally -e 'count counties' >&-")
    #expect(closed.status == 1)
    #expect(
      closed.errors
        == "error: the answers cannot be written to standard output: it is closed\n")
    let full = try sandbox.run("tally -e 'count counties' > /dev/full")
    #expect(full.status == 1)
    #expect(full.errors.contains("the disk is full"))
  }

  @Test func closedErrorsAreNoCrash() throws {
    #expect(try sandbox.run("tally -e 'count nothing' 2>&-").status == 1)
    #expect(try sandbox.run("tally -e 'count counties' <&- >&- 2>&-").status == 1)
  }
}
