// Saving, copying, timing, formats for one answer, and Ctrl-C in a run that nobody talks to.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct SavingTests {
  private func saved(_ argument: String) -> SavedAnswer? {
    try? SavedAnswer.parse(argument).get()
  }

  @Test func theNameOfAFileSaysItsFormat() {
    #expect(saved("a.csv")?.format.name == "csv")
    #expect(saved("some/a.b.MD")?.format.name == "markdown")
    #expect(saved("a.bib")?.format.name == "bibtex")
    #expect(saved("a.csv json")?.format.name == "json")
    #expect(saved("a csv")?.name == "a")
    #expect(saved("\"a b.html\"")?.name == "a b.html")
    #expect(saved("! a.csv")?.replaces == true)
    #expect(saved("a.csv !")?.replaces == true)
    #expect(saved("a.csv")?.replaces == false)
    for wrong in ["", "!", "a", "a.xyz", ".csv", "a.csv nothing", "a b.csv json"] {
      #expect(saved(wrong) == nil, "\(wrong)")
    }
    for (_, name) in SavedAnswer.endings { #expect(OutputFormat.named(name) != nil) }
  }

  /// The vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(text: String, code: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == code)
  }

  @Test func base64IsThatOfFoundation() {
    let bytes = (0...255).map { UInt8($0) } + [0xff, 0xfe]
    #expect(Clipboard.base64(bytes) == Data(bytes).base64EncodedString())
  }

  @Test func tmuxPassesTheEscapeOn() {
    #expect(Clipboard.sequence("f", insideTmux: false) == "\u{1b}]52;c;Zg==\u{07}")
    #expect(
      Clipboard.sequence("f", insideTmux: true)
        == "\u{1b}]52;c;Zg==\u{07}\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Zg==\u{07}\u{1b}\\")
  }

  @Test func timesAreInWords() {
    #expect(Clock.words(0.34) == "0.3 ms")
    #expect(Clock.words(12.4) == "12 ms")
    #expect(Clock.words(1234) == "1.2 s")
  }

  @Test func theLastAnswerIsSavedAndNothingIsLost() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path, width: 120)
    try session.ready()
    try session.run(":save none.csv", until: "there is no answer yet")
    try session.run("count counties in TX", until: "254 counties")
    try session.run("cuont counties", until: "error")
    let file = sandbox.path + "/a.csv"
    try session.run(":save \(file)", until: "saved as csv")
    // 254 is what the answer says, and the sidecar says of what and when.
    #expect(try sandbox.text(of: file).contains("254"))
    let beside = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: file + ".cite.json")))
    let record = try #require(beside as? [String: Any])
    #expect(record["query"] as? String == "count counties in TX")
    #expect(record["as_of"] as? String == "2026-05-18")
    #expect(record["base"] as? Int == 254)
    #expect(record["unknown"] as? Int == 0)
    #expect((record["csl"] as? [Any])?.isEmpty == false)
    try session.run(":save \(file)", until: "it is there already")
    try session.run("count states", until: "53 states")
    session.send(":save! \(file)\r")
    try session.wait("the new answer is in the file") { _ in
      (try? sandbox.text(of: file).contains("53")) == true
    }
    try session.run(":save \(sandbox.path)/no/a.md", until: "there is no such folder")
    try session.run(":save \(sandbox.path) json", until: "it is a directory")
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
    #expect(left.filter { $0.hasPrefix("a.") }.sorted() == ["a.csv", "a.csv.cite.json"])
  }

  @Test func aFullDiskLeavesNothingBehind() throws {
    guard access("/dev/full", W_OK) == 0 else { return }
    var session = try Embedded.session()
    let answer = try #require(session.run(Source("count counties")).first?.answer)
    // A device is no regular file, so it is never replaced.
    let saved = try SavedAnswer.parse("! /dev/full json").get()
    #expect(throws: FileProblem.self) { try saved.write(answer) }
  }

  @Test func onceIsForOneAnswer() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path)
    try session.ready()
    try session.run(":once ndjson", until: "the next answer is written as ndjson")
    try session.run("count states", until: "\"kind\":\"figure\"")
    try session.run("count counties in DE", until: "3 counties")
    try session.run(":once nothing", until: "there is no format")
  }

  @Test func aCopyGoesToTheTerminal() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(state: sandbox.path)
    try session.ready()
    try session.run(":copy", until: "there is no answer yet")
    try session.run("count states", until: "53 states")
    session.send(":copy sentence\r")
    try session.wait("the escape came") {
      String(decoding: $0.bytes, as: UTF8.self).contains("\u{1b}]52;c;")
    }
    try session.wait("it is said") {
      String(decoding: $0.bytes, as: UTF8.self).contains("sent to the clipboard")
    }
    let text = String(decoding: session.bytes, as: UTF8.self)
    let code = try #require(text.components(separatedBy: "]52;c;").last?.prefix { $0 != "\u{07}" })
    let copied = try #require(Data(base64Encoded: String(code)))
    #expect(String(decoding: copied, as: UTF8.self).contains("53 states, as of 2026-05-18"))
  }

  @Test func plainHasNoColourAndNoLines() throws {
    let sandbox = try Sandbox()
    let session = try PtySession(
      ["--plain", "-e", "count counties in DE by state"], state: sandbox.path,
      environment: ["CLICOLOR_FORCE": "1"])
    #expect(try session.exitCode() == 0)
    let text = String(decoding: session.bytes, as: UTF8.self)
    #expect(text.contains("DE"))
    #expect(!text.contains("\u{1b}"))
    #expect(!text.contains("─"))
  }

  /// Reading waits until somebody types; Ctrl-C ends it with the code that shells know.
  @Test func ctrlCEndsARunWith130() throws {
    let sandbox = try Sandbox()
    let first = try sandbox.file("first.tally", Array("count counties".utf8))
    let session = try PtySession(["run", first, "-"], state: sandbox.path)
    try session.wait(for: "3,143 counties")
    session.send("\u{3}")
    #expect(try session.exitCode() == 130)
  }
}
