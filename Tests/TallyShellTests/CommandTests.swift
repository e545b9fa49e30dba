// The commands after a colon, and the choice of a rewrite.

import Tally
import Testing

@testable import TallyShell

@Suite struct CommandTests {
  @Test func aColonOrAPlainWordCallsACommand() {
    #expect(Command.call(in: ":help count")?.name == "help")
    #expect(Command.call(in: "  :HELP   count  ")?.argument == "count")
    #expect(Command.call(in: "quit")?.name == "quit")
    #expect(Command.call(in: " exit ")?.name == "quit")
    #expect(Command.call(in: "help")?.name == "help")
    #expect(Command.call(in: "count counties") == nil)
    #expect(Command.call(in: "help me")?.argument == "me")
    #expect(Command.call(in: "?")?.name == "help")
    #expect(Command.call(in: "quit now") == nil)
    #expect(Command.call(in: ":")?.name == "")
  }

  @Test func aWrongNameNamesTheNearest() {
    #expect(Command.nearest(to: "hlep")?.name == "help")
    #expect(Command.nearest(to: "hist")?.name == "history")
    #expect(Command.nearest(to: "formta")?.name == "format")
    #expect(Command.nearest(to: "zzzzzz") == nil)
    #expect(Command.nearest(to: "") == nil)
  }

  @Test func everyCommandHasItsHelp() throws {
    let topics = HelpTopic.all(of: try Embedded.session().dataset)
    for command in Command.all {
      #expect(Command.named(command.name) != nil)
      #expect(command.usage.hasPrefix(":" + command.name))
      #expect(topics.contains { $0.name == command.name })
    }
  }

  @Test(arguments: ["as", "as of", "across", "across years", "years", ":as-of"])
  func datesHaveTheirPages(_ word: String) throws {
    let topics = HelpTopic.all(of: try Embedded.session().dataset)
    let pages = HelpTopic.named(word, in: topics)
    let ofDates = pages.filter { ["date", "command"].contains($0.kind) }
    #expect(ofDates.count == 1)
    let session = try Embedded.session()
    let text = try #require(ofDates.first).text(session, width: 80).text
    #expect(text.contains("period") || text.contains("dates"))
  }

  @Test func helpFitsAScreen() {
    let lines = HelpScreen.text(width: 80).text
      .split(separator: "\n", omittingEmptySubsequences: false)
    // The entry above, the prompt below.
    #expect(lines.count - 1 <= 22)
    for width in [40, 80, 120] {
      let text = HelpScreen.text(width: width).text
      #expect(text.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= width })
    }
  }

  @Test func everyVerbHasItsHelp() throws {
    let topics = HelpTopic.all(of: try Embedded.session().dataset)
    for verb in Verb.all {
      let pages = HelpTopic.named(verb.name.uppercased(), in: topics)
      #expect(pages.contains { $0.kind == "verb" && $0.meaning == verb.summary })
    }
    #expect(HelpTopic.named("detainers", in: topics).map(\.kind) == ["field of counties"])
    #expect(HelpTopic.nearest(to: "detianers", in: topics) == "detainers")
  }

  @Test func commandsAreCompleted() throws {
    let session = try Embedded.session()
    func complete(_ text: String) -> Completions {
      Command.complete(text, at: text.utf8.count, in: session)
    }
    let names = complete(":he")
    #expect(names.candidates.map(\.text) == ["help"])
    #expect(names.replaces == Span(1, 3))
    let topics = complete(":help qu")
    #expect(topics.candidates.map(\.text).contains("quit"))
    #expect(topics.replaces == Span(6, 8))
    #expect(complete(":").candidates.count == Command.all.count)
    #expect(complete(":nothing x").candidates.isEmpty)
  }

  @Test func aRewriteIsChosen() {
    #expect((try? Rewrite.choose("", from: ["a"]).get()) == "a")
    #expect((try? Rewrite.choose("2", from: ["a", "b"]).get()) == "b")
    for (argument, rewrites) in [("", []), ("", ["a", "b"]), ("3", ["a", "b"]), ("0", ["a"])] {
      #expect((try? Rewrite.choose(argument, from: rewrites).get()) == nil)
    }
  }
}
