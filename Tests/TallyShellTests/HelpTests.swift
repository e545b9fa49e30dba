// The pages of `:help`: there is one for every word, and all that they show works.

import EnforcementData
import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct HelpTests {
  /// A session in which an included file has a definition.
  private static let host = Host(load: { name, _ in
    .success(Source(name: name, "define big of counties as population > 1_000_000"))
  })

  private static let topics: [HelpTopic] =
    (try? Embedded.session().dataset).map { HelpTopic.all(of: $0) } ?? []

  @Test func everyPageHasTwoExamples() {
    let single = Self.topics.filter { topic in
      switch topic.kind {
      case "message": false
      case "command": topic.examples.isEmpty
      default: topic.examples.count < 2
      }
    }
    #expect(single.map(\.name) == [])
    #expect(Self.topics.count > 200)
  }

  @Test func everyWordOfTheGrammarHasAPage() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Grammar/tally.ebnf")
    let grammar = try String(contentsOf: file, encoding: .utf8)
    let rules = grammar.split(separator: "\n").filter { $0.contains("::=") || $0.first == " " }
    let quoted = rules.joined(separator: "\n").split(
      separator: "\"", omittingEmptySubsequences: false)
    // Every second part stands between quotes; a word of letters is one of the language.
    let words = Set(
      quoted.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
        .filter { !$0.isEmpty && $0.allSatisfy(\.isLetter) })
    #expect(words.count > 60)
    // Words that stand only with another one are on the page of both.
    let parts = ["at", "least", "most", "more", "than"]
    let missing = words.filter {
      !parts.contains($0) && HelpTopic.named($0, in: Self.topics).isEmpty
    }
    #expect(missing.sorted() == [])
  }

  @Test func everyDescriptorHasAPage() {
    let names =
      Verb.all.map(\.name) + Preface.all.map(\.name) + Stage.all.map(\.word)
      + ScalarFunction.all.map(\.name) + WindowFunction.all.map(\.name)
      + OutputFormat.all.map(\.name) + Command.all.map(\.name) + Setting.all.map(\.key)
      + DiagnosticCode.all.map(\.name) + Lint.all.map(\.code)
    #expect(names.filter { HelpTopic.named($0, in: Self.topics).isEmpty } == [])
  }

  /// Every example that is no command, once, in parts that run side by side.
  private static let questions: [[String]] = {
    let all = topics.filter { $0.kind != "message" }.flatMap(\.examples)
      .filter { !$0.hasPrefix(":") }
    let distinct = Array(Set(all)).sorted()
    return (0..<4).map { part in
      distinct.indices.filter { $0 % 4 == part }.map { distinct[$0] }
    }
  }()

  @Test(arguments: 0..<4) func everyExampleAnswers(_ part: Int) throws {
    var shared = try Embedded.session()
    #expect(shared.set(parameter: "place", toLiteral: "\"TX\"") == nil)
    for text in Self.questions[part] {
      var session = shared
      session.run(Source(text), host: Self.host) { outcome in
        let errors = outcome.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty || outcome.isExpectedToFail, "\(text): \(errors.map(\.message))")
        if let expectation = outcome.expectation { #expect(expectation.isMet, "\(text)") }
        return true
      }
    }
  }

  @Test func examplesCallCommandsThatExist() {
    let calls = Self.topics.flatMap(\.examples).filter { $0.hasPrefix(":") }
    for example in calls {
      let name = Command.call(in: example)?.name ?? ""
      #expect(Command.named(name) != nil || Setting.named(name) != nil, "\(example)")
      let argument = Command.call(in: example)?.argument ?? ""
      if name == "help" { #expect(!HelpTopic.named(argument, in: Self.topics).isEmpty) }
      if name == "explain", !argument.isEmpty {
        #expect(DiagnosticCode.named(argument) != nil || Lint.named(argument) != nil, "\(example)")
      }
    }
    for command in Command.all where !command.examples.isEmpty {
      #expect(
        command.examples.contains { Command.call(in: $0)?.name == command.name }, "\(command.name)")
    }
  }

  @Test(arguments: [40, 80, 120]) func pagesFitTheWidth(_ width: Int) throws {
    let session = try Embedded.session()
    for topic in Self.topics where topic.kind != "message" {
      let lines = topic.text(session, width: width).text.split(separator: "\n")
      // What has no blank within it stays whole.
      let tooWide = lines.filter {
        TextWidth.of(String($0)) > width && $0.split(separator: " ").count > 1
      }
      #expect(tooWide.isEmpty, "\(topic.name): \(tooWide)")
    }
  }

  @Test func topicsAreFoundAsTheyAreTyped() {
    func kinds(_ name: String) -> [String] { HelpTopic.named(name, in: Self.topics).map(\.kind) }
    #expect(kinds("AS  OF") == ["date"])
    #expect(kinds(":format").contains("command"))
    #expect(kinds("agencies.kind") == ["field of agencies"])
    #expect(kinds("sources").contains("what an answer rests on"))
    #expect(kinds("sources").contains("relation"))
    #expect(kinds("t301") == ["message"])
    #expect(HelpTopic.nearest(to: "detianers", in: Self.topics) == "detainers")
    #expect(HelpTopic.unknown("agreement 287", in: Self.topics).contains("agreement") == true)
  }

  @Test func theTourAsksWhatWorks() throws {
    #expect(Tour.steps.count == 7)
    var session = try Embedded.session()
    for step in Tour.steps {
      let outcomes = session.run(Source(step.question))
      #expect(outcomes.count == 1 && outcomes[0].answer != nil, "\(step.question)")
    }
    // It leads to a grouped share with its sources.
    let last = try #require(Tour.steps.last?.question)
    #expect(last.hasPrefix("cite share where ") && last.contains(" by "))
  }
}
