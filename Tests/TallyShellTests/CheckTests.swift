// `tally check` and `tally explain`: what they say, where, and how they end.

import Foundation
import Testing

@testable import Tally
@testable import TallyShell

@Suite struct CheckTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func scriptsWithoutMistakesAreFine() throws {
    _ = try sandbox.file("good.tally", Array("count counties\n\nlist states | take 1\n".utf8))
    let result = try sandbox.run("tally check good.tally good.tally")
    #expect(result.status == 0)
    #expect(result.output == "2 files, 0 errors, 0 other messages\n")
    #expect(result.errors.isEmpty)
    let json = try sandbox.run("tally check --json good.tally")
    #expect(json.status == 0 && json.output.isEmpty && json.errors.isEmpty)
  }

  @Test func everyMistakeIsSaidAndNothingRuns() throws {
    let text = "count counteis\ncount counties\ncount counties where detianers\n"
    _ = try sandbox.file("bad.tally", Array(text.utf8))
    let result = try sandbox.run("tally check bad.tally none.tally")
    #expect(result.status == 2)
    #expect(result.output.contains("bad.tally:1:7: error T303: "))
    #expect(result.output.contains("bad.tally:3:22: error T301: "))
    #expect(result.output.hasSuffix("\n1 file, 2 errors, 0 other messages\n"))
    #expect(!result.output.contains("3,143"))
    #expect(result.errors == "error: cannot use none.tally: there is no such file\n")
  }

  @Test func notesAreNoErrors() throws {
    let result = try sandbox.run("printf 'count counties as of 2026' | tally check -")
    #expect(result.status == 0)
    #expect(result.output.contains("note N501"))
  }

  /// Offsets are bytes: "ñ" takes two, and columns count it once.
  @Test func jsonHasBytesLinesAndRewrites() throws {
    let text = "-- ñ\nlist counties where name contains \"ñ\" and populatoin > 5\n"
    _ = try sandbox.file("a b.tally", Array(text.utf8))
    let result = try sandbox.run("tally check --json 'a b.tally'")
    #expect(result.status == 2)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 1)
    let data = Data((lines.first ?? "").utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["file"] as? String == "a b.tally")
    #expect(object["code"] as? String == "T301" && object["severity"] as? String == "error")
    let start = try #require(object["start"] as? Int)
    let end = try #require(object["end"] as? Int)
    #expect(String(decoding: Array(text.utf8)[start..<end], as: UTF8.self) == "populatoin")
    #expect(object["line"] as? Int == 2 && object["column"] as? Int == 43)
    #expect(object["endLine"] as? Int == 2 && object["endColumn"] as? Int == 53)
    let fixes = try #require(object["fixes"] as? [[String: Any]])
    #expect(fixes.count == 1 && fixes[0]["replacement"] as? String == "population")
    #expect(fixes[0]["start"] as? Int == start && fixes[0]["end"] as? Int == end)
    #expect(object["help"] is [String] && object["message"] is String)
  }

  @Test func checkNeedsFiles() throws {
    #expect(try sandbox.run("tally check").status == 2)
    let parsed = try Request.parse(["check", "--json", "a", "-"], inputIsTerminal: true)
    #expect(parsed.work == .check(["a", "-"], json: true))
  }

  @Test func aCodeIsExplained() throws {
    let result = try sandbox.run("tally explain t301")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.hasPrefix("T301  no such field\n\n"))
    #expect(result.output.contains("error T301: counties has no field \"detianers\"\n"))
    #expect(result.output.hasSuffix("what works:\ntally> count counties where detainers\n"))
  }

  @Test func anUnknownCodeNamesItsNeighbours() throws {
    let result = try sandbox.run("tally explain T699")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors == "error: there is no message T699; near it: T601 T602 T603 T604\n")
  }

  @Test func withoutACodeAllAreListed() throws {
    let result = try sandbox.run("tally explain")
    let lines = result.output.split(separator: "\n")
    #expect(result.status == 0 && lines.count == DiagnosticCode.all.count + Lint.all.count)
    #expect(lines.contains("T301  no such field"))
  }

  @Test func thePromptExplainsToo() throws {
    #expect(Command.named("explain") != nil)
    let completions = Command.complete(
      ":explain T30", at: 12, in: try Embedded.session())
    #expect(completions.candidates.contains { $0.text == "T301" })
    let page = HelpTopic.named("T301", in: HelpTopic.all(of: try Embedded.session().dataset))
    let text = page.first?.text(try Embedded.session(), width: 80).text
    #expect(text?.contains("what works:") == true)
  }
}
