// A session as a script: what stands in it, and that `tally test` passes on it.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct SessionScriptTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A session at the prompt, as far as its script goes.
  private struct Talk {
    var session: Session
    var journal = Journal()
    var answered = 0
    let start: Session

    init() throws {
      session = try Embedded.session()
      start = session
    }

    mutating func say(_ entry: String, name: String = "") {
      if entry.hasPrefix(":as-of ") {
        _ = session.setAsOf(String(entry.dropFirst(7)))
        return
      }
      let (usual, edition) = (session.asOf, session.edition)
      session.run(Source(name: name, entry), host: .files()) { outcome in
        journal.add(outcome, usual: usual, edition: edition)
        if outcome.answer != nil { answered += 1 }
        return !outcome.failed
      }
    }

    func script(kept: [Definition] = [], place: SessionScript.Place = .here) -> SessionScript {
      SessionScript(
        journal, kept: kept, dataset: session.dataset, heading: ["a test"], place: place)
    }
  }

  /// What a run of a script as a test comes to.
  private func test(_ script: SessionScript, _ talk: Talk) -> (met: Int, wrong: [String]) {
    var session = talk.start
    var met = 0
    var wrong: [String] = []
    session.run(Source(script.text), host: .files(), isTest: true) { outcome in
      if outcome.expectation?.isMet == true { met += 1 }
      if outcome.failed || outcome.expectation?.isMet == false {
        wrong.append(outcome.source.text(outcome.span))
      }
      return true
    }
    return (met, wrong)
  }

  private func expectProof(_ talk: Talk, _ location: SourceLocation = #_sourceLocation) {
    let script = talk.script()
    let result = test(script, talk)
    #expect(result.wrong == [], sourceLocation: location)
    // The language has no way to say a date of these, and what they say is of a date.
    let undated = ["--   show fields of counties", "--   show detainers"]
    let lines = script.text.components(separatedBy: "\n")
    let left = lines.filter { $0.hasPrefix("--   ") }
    #expect(left.filter { !undated.contains($0) } == [], sourceLocation: location)
    #expect(left.count == script.leftOut, sourceLocation: location)
    let unexpected = lines.count { $0 == SessionScript.unexpected }
    #expect(unexpected <= 1, sourceLocation: location)
    #expect(result.met + unexpected + left.count == talk.answered, sourceLocation: location)
    #expect(script.questions + left.count == talk.answered, sourceLocation: location)
    let unpinned = talk.start.lint(Source(script.text)).filter { $0.code == "L101" }
    let source = Source(script.text)
    #expect(unpinned.map { source.text($0.span) } == [], sourceLocation: location)
    #expect(Session.formatted(source).text == script.text, sourceLocation: location)
  }

  private static func sentences() throws -> [String] {
    try String(
      contentsOf: root.appendingPathComponent("Grammar/valid.tally"), encoding: .utf8
    ).components(separatedBy: "\n").filter { !$0.isEmpty && !$0.hasPrefix("--") }
  }

  @Test(arguments: ["latest", "2019", "2016"])
  func everySentenceOfTheGrammarProvesItself(day: String) throws {
    var talk = try Talk()
    talk.say(":as-of \(day)")
    let sentences = try SessionScriptTests.sentences()
    // All of them once; a third of them on each other day.
    for (number, sentence) in sentences.enumerated()
    where day == "latest" || (number + day.count).isMultiple(of: 3) {
      talk.say(sentence)
      // What failed, and an answer that other words refer to.
      talk.say("count countys where nothing")
    }
    #expect(talk.answered > 5)
    expectProof(talk)
  }

  @Test func everySampleProvesItself() throws {
    let folder = SessionScriptTests.root.appendingPathComponent("Samples").path
    for path in InputFile.scripts(folder) {
      var talk = try Talk()
      let text = try String(contentsOfFile: path, encoding: .utf8)
      talk.say(text, name: path)
      expectProof(talk)
    }
  }

  @Test func datesThatChangeAreSaid() throws {
    var talk = try Talk()
    for entry in [
      "count counties where detainers", ":as-of 2019", "count counties where detainers",
      "_ by region", "list counties in DE where notify", "list _ where population > 100_000",
      ":as-of 2016", "count counties where detainers", ":as-of latest", "_1", "_2 | nonsense",
      "cite _2", "list _4", "count counties as of 2018 where notify", "why _",
      "compare count counties where detainers in TX against counties in CA",
      "share where detainers among counties union counties in TX",
    ] { talk.say(entry) }
    #expect(talk.answered >= 9)
    expectProof(talk)
    let text = talk.script().text
    #expect(text.contains("count counties as of 2019-12-31 where detainers"))
    #expect(text.contains("count counties as of 2016 where detainers\nexpect 1_922\n"))
    #expect(!text.contains("nonsense"))
  }

  @Test func namesKeepTheirOrderAndTheirComments() throws {
    var talk = try Talk()
    for entry in [
      "--- Cities, mostly.\ndefine big of counties as population > 500_000",
      "count counties where big", "define big of counties as population > 600_000",
      "count counties where big", "param least = 7", "count counties where population > $least",
      "param least = 1_000_000", "count counties where population > $least",
      "define broken as countys",
    ] { talk.say(entry) }
    expectProof(talk)
    let text = talk.script().text
    #expect(text.contains("--- Cities, mostly.\ndefine big of counties as population > 500_000"))
    #expect(!text.contains("broken"))
  }

  @Test func whatWasKeptStandsFirstWhereItIsUsed() throws {
    var maker = try Embedded.session()
    _ = maker.run(Source("define big of counties as population > 500_000"))
    _ = maker.run(Source("define small of counties as population < 500"))
    var talk = try Talk()
    talk.session = maker
    talk.say("count counties where big")
    let script = talk.script(kept: maker.definitions)
    #expect(test(script, talk).wrong == [])
    #expect(script.text.contains("define big") && !script.text.contains("define small"))
    // What the session defines itself stands once.
    var own = try Talk()
    own.say("define big of counties as population > 500_000")
    own.say("count counties where big")
    let text = own.script(kept: maker.definitions).text
    #expect(text.components(separatedBy: "define big").count == 2)
  }

  @Test func aParameterThatNoStatementSetIsWrittenOut() throws {
    var talk = try Talk()
    #expect(talk.session.set(parameter: "least", toLiteral: "1_000_000") == nil)
    talk.say("count counties where population > $least")
    expectProof(talk)
    #expect(talk.script().text.contains("population > 1_000_000"))
  }

  @Test func filesAreIncludedFromWhereTheyAre() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.file(
      "words.tally", Array("define big of counties as population > 9_000\n".utf8))
    var talk = try Talk()
    talk.say("include \"words.tally\"", name: sandbox.path + "/asks.tally")
    talk.say("count counties where big")
    let script = talk.script(place: .elsewhere)
    #expect(script.text.contains("\"\(file)\""))
    #expect(test(script, talk).wrong == [])
  }

  @Test func nothingIsWrittenWhenItIsStopped() throws {
    var talk = try Talk()
    talk.say("count counties")
    let script = SessionScript(
      talk.journal, dataset: talk.session.dataset, heading: [], shouldStop: { true })
    #expect(script.wasStopped)
  }
}

/// The command, through the program.
@Suite struct ScriptCommandTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func aSessionBecomesAScriptThatPasses() throws {
    let session = try PtySession(state: sandbox.path, width: 120)
    try session.ready()
    try session.run(":script", until: "there is no answered question yet")
    try session.run("count countys", until: "T303")
    try session.run(":fix", until: "3,143 counties")
    try session.run(":as-of 2019", until: "as of 2019-12-31")
    try session.run("count counties where detainers", until: "not settled")
    let file = sandbox.path + "/talk.tally"
    try session.run(":script \(file)", until: "2 questions")
    try session.run(":script \(file)", until: "this file exists")
    try session.run(":script \(file)!", until: "asks again")
    let text = try sandbox.text(of: file)
    #expect(text.hasPrefix("-- A session with tally "))
    #expect(text.contains("-- sha256 "))
    #expect(!text.contains("countys"))
    let result = try sandbox.run("tally test talk.tally")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("2 passed, 0 failed\n"))
    let form = try sandbox.run("tally fmt --check talk.tally")
    #expect(form.status == 0)
    let refused = try sandbox.run("ls")
    #expect(refused.output == "talk.tally\ntally\n")
  }

  @Test func aFileThatCannotBeWrittenIsNamed() throws {
    let session = try PtySession(state: sandbox.path, width: 120)
    try session.run("count counties", until: "3,143 counties")
    try session.run(":script /nonexistent/x.tally", until: "there is no such folder")
    try session.run(":script \(sandbox.path)!", until: "not a regular file")
    try session.run(":script", until: "expect 3_143")
  }
}
