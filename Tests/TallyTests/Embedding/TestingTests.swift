// TallyTesting: what it lets pass, and what a failure says.

import EnforcementData
import Foundation
import Tally
@testable import TallyTesting
import Testing

@Suite struct TestingTests {
  /// What holds of the made-up towns, counted by hand.
  @Test func `what holds passes`() throws {
    let session = try Towns.session()
    session.expect("count towns", .exactly(5))
    session.expect("count towns where jail", .interval(2...4))
    session.expect("count towns where jail", .unknown(2))
    session.expect("count towns where jail", .atMost(4))
    session.expect("count towns where jail", .atLeast(2))
    session.expect("count towns where jail", .within(2...4))
    session.expect("share where jail among towns in North", .exactly(1.0))
    session.expect("sum people of towns where certainly people < 50", .exactly(47.5))
    session.expect("count towns by kind", .rows(2))
    session.expect(
      "list towns in North | show name, jail",
      .rows([["Sampleville", "yes"], ["Exampleton", "yes"]]))
    session.expect("top 2 towns by people | show name", .rows([["Sampleville"], ["Exampleton"]]))
    session.expect("list towns where name is \"Nowhere\"", .noRows)
    session.expect("count towns where jial", .diagnostic("T301"))
    session.expect("count towns in $place", .exactly(3), ["place": "South"])
    session.expect("list towns", .stopped(.rows(2)), limits: Limits(rows: 2))
  }

  /// What does not hold: a question, what is expected, and words that the failure must have.
  @Test(arguments: Failure.all)
  func `what does not hold is told`(failure: Failure) throws {
    let message = try #require(
      try Towns.session().difference(failure.question, failure.expected, failure.values))
    #expect(message.hasPrefix(failure.question + "\n"))
    for word in failure.words { #expect(message.contains(word), "\(message)") }
  }

  @Test func `a failure is an issue where the test stands`() throws {
    let session = try Towns.session()
    withKnownIssue {
      #expect(session.expect("count towns", .exactly(6)) == false)
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("expected: 6") }
        && issue.sourceLocation?.fileName == "TestingTests.swift"
    }
  }

  @Test func `an interval is never the number in its middle`() throws {
    let session = try Towns.session()
    for number in 0...6 {
      #expect(session.difference("count towns where jail", .exactly(number)) != nil)
    }
    #expect(session.difference("count towns where jail", .atMost(3)) != nil)
    #expect(session.difference("count towns where jail", .atLeast(3)) != nil)
    #expect(session.difference("list towns where jail", .rows(2)) != nil)
  }

  @Test func `order counts where the question gives one`() throws {
    let session = try Towns.session()
    let wrong = [["Sampleville"], ["Exampleton"]]
    for sorted in ["| sort by name", "|sort by name", "| SORT by name", "|\n  sort by name"] {
      let question = "list towns in North | show name \(sorted)"
      #expect(session.difference(question, .rows(wrong)) != nil, "\(question)")
      #expect(session.difference(question, .rows(wrong.reversed())) == nil, "\(question)")
    }
    let joined = "list towns in North | show name, kind"
    #expect(
      session.difference(joined, .rows([["Exampleton  market"], ["Sampleville  port"]])) != nil)
  }

  @Test func `a recorded answer is written once and then held`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tally-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = Recording(file: folder + "/Recorded/a.txt", text: "one\ntwo\n")
    #expect(first.problem(isRenewed: false)?.contains("TALLY_RECORD=1") == true)
    #expect(first.problem(isRenewed: true) == nil)
    #expect(first.problem(isRenewed: false) == nil)
    let other = Recording(file: first.file, text: "one\nthree\n")
    // Two tests that record under one name would each undo the other.
    #expect(other.problem(isRenewed: true)?.contains("another name") == true)
    #expect(first.problem(isRenewed: true) == nil)
    let message = try #require(other.problem(isRenewed: false))
    #expect(message.contains("- two\n+ three"))
    #expect(Files.text(of: first.file) == "one\ntwo\n")
  }

  @Test func `scripts are held, told of and written anew`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tally-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.write(
      "define market as towns where kind is \"market\"\n", to: folder + "/names.tally.txt")
    try Files.write("count towns where jail\nexpect 2 to 4\n", to: folder + "/good.tally")
    let bad = """
      include "names.tally.txt"
      count market
      expect 3

      count towns where jial

      count twons
      expect error T303
      list market | show name
      expect <<
      name
      Exampleton
      Nowhere
      >>

      """
    try Files.write(bad, to: folder + "/in/bad.tally")
    try Files.write("count towns\n", to: folder + "/nothing.tally")
    let session = try Towns.session()
    let scripts = Script.all(in: folder)
    #expect(scripts.map(\.testDescription) == ["good.tally", "in/bad.tally", "nothing.tally"])
    #expect(scripts[0].problems(in: session, isRenewed: false) == [])
    #expect(scripts[2].problems(in: session, isRenewed: false).count == 1)

    // A name that a script includes stands beside it.
    let missing = scripts[1].problems(in: session, isRenewed: false)
    #expect(missing.contains { $0.contains("there is no such file") })
    try Files.write(
      bad.replacing("names.tally.txt", with: "../names.tally.txt"), to: folder + "/in/bad.tally")
    let problems = scripts[1].problems(in: session, isRenewed: false)
    #expect(problems.count == 3, "\(problems)")
    #expect(problems[0].contains("bad.tally:3: count market\n- expect 3\n+ expect 2"))
    #expect(problems[1].contains("jial") && problems[1].contains("^^^^"))
    #expect(problems[2].contains("- Nowhere") && problems[2].contains("+ Fakeburg"))

    // Written anew, only the statement that fails is left.
    #expect(scripts[1].problems(in: session, isRenewed: true).count == 1)
    let renewed = scripts[1].problems(in: session, isRenewed: false)
    #expect(renewed.count == 1)
    #expect(renewed[0].contains("jial"))
  }

  @Test func `a folder without scripts does not pass`() throws {
    let scripts = Script.all(in: "NoSuchFolder")
    #expect(scripts.count == 1)
    #expect(try scripts[0].problems(in: Towns.session()).count == 1)
  }
}

/// An expectation that does not hold.
struct Failure: Sendable, CustomTestStringConvertible {
  var question: String
  var expected: Expected
  var values: [String: ParameterValue] = [:]
  var words: [String]
  var testDescription: String { question + " " + expected.words }

  static let all: [Failure] = [
    Failure(
      question: "count towns", expected: .exactly(1_234),
      words: ["expected: 1,234", "found:", "5 towns"]),
    Failure(
      question: "count towns where jail", expected: .exactly(3),
      words: ["expected: 3", "2 towns, up to 4"]),
    Failure(
      question: "count towns where jail", expected: .interval(2...5),
      words: ["2 to 5", "2 towns, up to 4"]),
    Failure(
      question: "count towns where jial", expected: .exactly(2), words: ["T301", "jial", "^^^^"]),
    Failure(
      question: "count towns in $place where people > $n", expected: .exactly(9),
      values: ["place": "North", "n": 5], words: ["with $place: text(\"North\")", "with $n: "]),
    Failure(
      question: "list towns in North | show name", expected: .rows([["Exampleton"], ["Nowhere"]]),
      words: ["expected: these 2 rows", "  Exampleton", "- Nowhere", "+ Sampleville"]),
    Failure(question: "list towns in North", expected: .rows(3), words: ["3 rows", "2 rows"]),
    Failure(
      question: "list towns where jail", expected: .rows(2),
      words: ["2 rows, and 2 more may belong"]),
    Failure(question: "list towns", expected: .exactly(5), words: ["Exampleton"]),
    Failure(question: "count towns", expected: .diagnostic("T301"), words: ["5 towns"]),
    Failure(question: "count twons", expected: .diagnostic("T301"), words: ["twons", "T303"]),
  ]
}
