// include: definitions of other files; and where a mistake stands, in whichever file.

import Testing

@testable import Tally

@Suite("Files and places")
struct IncludeTests {
  @Test func `definitions and parameters of a file are known below it`() throws {
    let run = try ScriptRun(
      """
      include "policies.tally"
      count counties in $where where full
      """,
      files: [
        "policies.tally": "include \"base.tally\"\ndefine full of counties as holds and notify",
        "base.tally": "param where = \"TX\"\ndefine holds of counties as detainers",
      ])
    // `where` is a word of the language, so the file cannot give it.
    #expect(run.errors.first == "T202")
    let right = try ScriptRun(
      """
      include "policies.tally"
      include "base.tally"
      count counties in $place where full
      """,
      files: [
        "policies.tally": "include \"base.tally\"\ndefine full of counties as holds and notify",
        "base.tally": "param place = \"TX\"\ndefine holds of counties as detainers",
      ])
    #expect(right.errors == [])
    let plain = try #require(try figure("detainers and notify"))
    #expect(right.figures == [plain])
  }

  private func figure(_ condition: String) throws -> [Double?]? {
    try ScriptRun("count counties in TX where \(condition)").figures.first
  }

  @Test func `files that include each other are refused, with the way round`() throws {
    let run = try ScriptRun(
      "include \"a\"",
      files: ["a": "include \"b\"", "b": "define x as counties\ninclude \"a\""])
    #expect(run.errors == ["T327"])
    #expect(run.outcomes[0].source.name == "b")
    #expect(run.outcomes[0].diagnostics[0].help == ["the way round: a > b > a"])
    #expect(run.session.definitions.isEmpty)
  }

  @Test func `files within files have a limit`() throws {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<40).map { ("f\($0)", "include \"f\($0 + 1)\"") })
    #expect(try ScriptRun("include \"f0\"", files: files).errors == ["T327"])
  }

  @Test(arguments: [
    ("include \"no\"", "T326"), ("include \"ask\"", "T328"), ("include policies", "T202"),
  ])
  func refused(script: String, code: String) throws {
    #expect(try ScriptRun(script, files: ["ask": "count counties"]).errors == [code])
  }

  /// A mistake anywhere in a script of 500 lines names its file, line and column.
  @Test(arguments: [1, 2, 250, 499, 500])
  func place(line: Int) throws {
    var lines = (1...500).map {
      $0.isMultiple(of: 3) ? "-- \($0)" : "define d\($0) as counties where population > \($0)"
    }
    lines[line - 1] = "define d of counties as  populatoin > 3"
    let run = try ScriptRun(lines.joined(separator: "\n"))
    let last = try #require(run.outcomes.last)
    #expect(run.errors == ["T301"] && last.failed)
    let text = DiagnosticRenderer.render(last.diagnostics[0], in: last.source).text
    #expect(text.contains("main.tally:\(line):26"))
    #expect(text.contains("define d of counties as  populatoin > 3"))
    let checked = run.session.check(Source(name: "main.tally", lines.joined(separator: "\n")))
    #expect(checked.map(\.code) == ["T301"])
  }

  @Test func `check finds every mistake and runs nothing`() throws {
    let session = try WrittenPage.session()
    let source = Source(
      """
      define full of counties as detainers and notify
      count counties where full
      count counties where ful
      _ | take
      param y = 2019
      count counties as of $y
      count counties as of $x
      expect 3
      """)
    #expect(
      session.check(source).filter { $0.severity == .error }.map(\.code) == [
        "T301", "T202", "T320",
      ])
    #expect(session.resultCount == 0 && session.definitions.isEmpty)
  }
}
