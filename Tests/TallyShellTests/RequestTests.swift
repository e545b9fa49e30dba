// The command line: what each form asks for, and what is refused.

import Testing

@testable import Tally
@testable import TallyShell

@Suite struct RequestTests {
  private func work(_ arguments: String..., terminal: Bool = true) throws -> Request.Work {
    try Request.parse(arguments, inputIsTerminal: terminal).work
  }

  private func message(_ arguments: String...) -> Request.Message? {
    do {
      _ = try Request.parse(arguments, inputIsTerminal: true)
      return nil
    } catch { return error }
  }

  @Test func nothingAsksForAConversation() throws {
    #expect(try work() == .conversation)
  }

  @Test func aPipeIsAScript() throws {
    #expect(try work(terminal: false) == .files(["-"]))
  }

  @Test func queriesAreTakenInOrder() throws {
    #expect(try work("-e", "count counties") == .queries(["count counties"]))
    #expect(try work("-e", "a", "-e", "b") == .queries(["a", "b"]))
    #expect(try work("-e", "a", "--color", "never") == .queries(["a"]))
  }

  @Test func filesAreTakenInOrder() throws {
    #expect(try work("run", "a.tally", "-") == .files(["a.tally", "-"]))
  }

  @Test(arguments: [
    ["--as-of", "2019", "-e", "count counties"], ["-e", "count counties", "--as-of", "2019"],
    ["run", "a.tally", "--as-of", "2019"], ["--as-of", "2019", "run", "a.tally"],
    ["export", "--package", "x", "--as-of", "2019"],
    ["--as-of", "2019", "export", "--package", "x"],
  ]) func aDateReachesEveryCommand(_ arguments: [String]) throws {
    var settings = Settings()
    #expect(settings.take(try Request.parse(arguments, inputIsTerminal: true).given) == [])
    #expect(settings.asOf == "2019")
    #expect(settings.origins == ["as-of": .option("--as-of")])
  }

  @Test func colourIsChosen() throws {
    let parsed = try Request.parse(["--color", "always"], inputIsTerminal: true)
    #expect(parsed.given.map(\.setting.key) == ["color"])
    #expect(parsed.given.map(\.value) == ["always"])
  }

  @Test func helpAndVersionAreAnswers() {
    #expect(message("--help")?.status == .success)
    #expect(message("--version")?.text == Version.text + "\n")
    #expect(message("run", "--help")?.text.contains("USAGE: tally run") == true)
  }

  @Test(arguments: [
    ["--nonsense"], ["nonsense"], ["-e"], ["-e", "--format"], ["run"], ["--color", "blue"],
    ["--format", "nonsense"], ["-e", "a", "stray"], ["--maxrows", "0"], ["--as-of", "soon"],
    ["--config", "a", "--no-config"], ["--config", "a", "-e", "b"], ["run", "a", "--config", "b"],
  ])
  func wrongUsageSaysSo(arguments: [String]) throws {
    let message = try #require(throws: Request.Message.self) {
      try Request.parse(arguments, inputIsTerminal: true)
    }
    #expect(message.status == .usage)
    #expect(message.text.hasPrefix("Error: "))
  }

  @Test(arguments: [
    ("T101", 2), ("T203", 2), ("T301", 1), ("T402", 1), ("T501", 4), ("T601", 130),
  ])
  func aFamilyOfErrorsHasItsCode(code: String, status: Int32) {
    #expect(ExitStatus(Diagnostic(code, at: .none, "")).rawValue == status)
  }

  @Test func aQueryThatIsStoppedIsInterrupted() throws {
    var session = try Embedded.session()
    let outcomes = session.run(Source("count counties by state"), shouldStop: { true })
    let error = try #require(outcomes.first?.diagnostics.first)
    #expect(ExitStatus(error) == .interrupted)
  }
}
