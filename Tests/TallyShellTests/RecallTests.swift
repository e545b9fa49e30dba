// Taking up what was asked: numbers that stay, parameters, scripts, and an editor of one's own.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct RecallTests {
  @Test func anEntryKeepsItsNumber() {
    var history = History()
    for entry in ["a", "b", "c", "a", "d"] { history.remember(entry) }
    #expect(history.entries == ["b", "c", "a", "d"])
    #expect(history.numbers.numbers == [2, 3, 4, 5])
    #expect((1...5).map(history.entry) == ["a", "b", "c", "a", "d"])
    #expect(history.entry(0) == nil && history.entry(6) == nil)
  }

  @Test func oldNumbersAreForgottenInTheEnd() {
    var history = History()
    for entry in 0..<(2 * HistoryFile.mostEntries + 10) { history.remember("\(entry)") }
    #expect(history.entries.count == HistoryFile.mostEntries)
    #expect(history.entry(1) == nil)
    // As many entries, and as many that have left.
    #expect(history.entry(11) == "10")
    #expect(history.entry(2 * HistoryFile.mostEntries + 10) != nil)
  }

  @Test func theLastQuestionIsNoCommand() {
    var history = History()
    #expect(history.lastQuestion == nil)
    for entry in [":help", "count counties", ":history", "help"] { history.add(entry) { _ in } }
    #expect(history.lastQuestion == "count counties")
    // What was given up was not asked.
    history.remember("count states")
    #expect(history.lastQuestion == "count counties")
    #expect(history.isAbandoned("count states") && !history.isAbandoned("count counties"))
  }

  @Test func aScriptIsCalledWithItsParameters() {
    #expect(ScriptCall("a.tally")?.path == "a.tally")
    #expect(ScriptCall("\"my own.tally\" place=TX")?.path == "my own.tally")
    #expect(ScriptCall("a.tally place=\"New York\" n=2")?.parameters == ["place=New York", "n=2"])
    #expect(ScriptCall("  ") == nil)
    #expect(HomeFolder.expanded("/a/~") == "/a/~")
    #expect(HomeFolder.expanded("~other/a") == "~other/a")
  }

  @Test(arguments: [
    ("place=TX", "\"TX\""), ("place TX", "\"TX\""), ("$place = TX", "\"TX\""),
    ("place=New York", "\"New York\""), ("place=\"TX\"", "\"TX\""), ("place=2019", "2019"),
    ("place=yes", "yes"), ("place=TX; count counties", "\"TX; count counties\""),
    ("place=1 -- one", "\"1 -- one\""),
  ])
  func aParameterTakesAValue(_ text: String, _ value: String) throws {
    var session = try Embedded.session()
    let (name, typed) = try #require(Assignment.read(text))
    #expect(name == "place")
    let problem = Assignment.set(name, to: typed, in: &session)
    #expect(problem == nil)
    #expect(session.parameters["place"] == value)
    #expect(session.resultCount == 0)
    let (first, second) = (session.unset(parameter: "place"), session.unset(parameter: "place"))
    #expect(first && !second)
  }

  @Test func whatIsNoParameterIsRefused() throws {
    var session = try Embedded.session()
    #expect(Assignment.read("place") == nil)
    #expect(Assignment.read("=TX") == nil)
    #expect(Assignment.read("place=") == nil)
    for name in ["5", "a-b", "where", "a;b"] {
      let problem = Assignment.set(name, to: "1", in: &session)
      #expect(problem != nil)
    }
    let problem = Assignment.set("a", to: "say \"hi\" now", in: &session)
    #expect(problem != nil)
    #expect(session.parameters.isEmpty)
  }

  // MARK: In a terminal

  /// An editor of a test's own: a script of the shell.
  private func editor(_ script: String, in sandbox: Sandbox) throws -> [String: String] {
    let path = try sandbox.file("editor", Array("\(script)\n".utf8))
    // Read by a shell and not executed: another test that starts a program meanwhile may have
    // inherited the open file, which the system then refuses to execute.
    return ["VISUAL": "sh \(path)", "TMPDIR": sandbox.path, "PATH": "/usr/bin:/bin"]
  }

  @Test(arguments: [40, 80, 120]) func anEditedEntryIsRun(_ width: Int) throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path, width: width,
      environment: try editor("stat -c %a \"$1\" > mode\nsed -i s/DE/RI/ \"$1\"", in: sandbox))
    try session.type("count counties in DE\r", until: "3 counties")
    try session.type(":edit\r", until: "5 counties")
    // The terminal is the editor's again: keys are keys.
    try session.type("count counties in HI", until: "count counties in HI")
    try session.type("\r", until: "5 counties")
    session.send(":quit\r")
    #expect(try session.exitCode() == 0)
    #expect(session.isCooked)
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
    #expect(left.filter { $0.hasSuffix(".tally") } == [])
  }

  @Test func aFailingEditorLosesNothing() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path,
      environment: try editor("sed -i s/DE/RI/ \"$1\"\nexit 3", in: sandbox))
    try session.type("count counties in DE\r", until: "3 counties")
    try session.type(":edit\r", until: "Up brings it back")
    try session.type("\u{1b}[A", until: "count counties in RI")
    try session.type("\r", until: "5 counties")
  }

  @Test func whatAnEditorWroteAndNobodyCanReadStays() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path, environment: try editor("printf 'caf\\351' > \"$1\"", in: sandbox))
    try session.type("count counties in DE\r", until: "3 counties")
    session.send(":edit\r")
    try session.wait("it says where the text is") {
      $0.screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("the text stays in the file")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
    let file = try #require(left.first { $0.hasSuffix(".tally") })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: sandbox.path + "/" + file))
    #expect(Array(bytes) == Array("caf".utf8) + [0xE9])
  }

  @Test func aMissingEditorIsSaid() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path,
      environment: ["EDITOR": "no-such-editor", "TMPDIR": sandbox.path, "PATH": "/usr/bin:/bin"])
    try session.type("count counties in DE\r", until: "3 counties")
    try session.type(":edit\r", until: "cannot be started")
    try session.type("count counties in RI\r", until: "5 counties")
  }

  @Test func theEditedFileIsForItsReaderAlone() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      state: sandbox.path,
      environment: try editor("stat -c %a-$1 \"$1\" > \"$TMPDIR/mode\"", in: sandbox))
    try session.type("count counties in DE\r", until: "3 counties")
    try session.type(":edit\r", until: "Nothing was changed")
    let mode = try sandbox.text(of: sandbox.path + "/mode")
    #expect(mode.hasPrefix("600-") && mode.trimmed.hasSuffix(".tally"))
  }
}
