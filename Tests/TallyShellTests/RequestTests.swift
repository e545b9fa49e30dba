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

  /// Command lines that are read without the argument parser, and some that are just not.
  static let plain: [[String]] = [
    ["-e", "count counties"], ["-e", "a", "-e", "b"], ["-e", "a", "--format", "csv"],
    ["--format=json", "-e", "a"], ["-e", "a", "--maxrows", "5", "--format", "tsv", "--as-of=2019"],
    ["-e", "a", "--format", "csv", "--format", "json"], ["run", "a.tally"], ["run", "a", "b"],
    ["run", "--format", "csv", "a"], ["run", "a", "--timing", "on", "--color", "never"], [],
    ["--unicode", "off"], ["--theme", "dark", "-e", "a=b --c"], ["-e", ""], ["-e", "-x"], ["-e"],
    ["run"], ["run", "-"], ["run", "a", "-e", "b"], ["-e", "a", "--format"], ["-e", "a", "stray"],
    ["-e", "a", "--format", "nonsense"], ["-e", "a", "--format", "--color"], ["-e", "a", "--"],
    ["--format=", "-e", "a"], ["-ea"], ["-e=a"], ["-e", "a", "--plain"], ["-e", "run"],
    ["run", "run"], ["-e", "a", "--maxrows", "0"], ["--format", "csv", "run", "a"],
    ["-e", "a", "--pager", "off"], ["run", "a", "--set", "x=1"], ["-e", "a", "--data", "x.csv"],
    ["-e", "a", "--as-of", "soon"], ["-e", "a", "--FORMAT", "csv"], ["--format=a=b", "-e", "a"],
    ["-e", "é ;", "--format", "CSV"], ["run", "a", "--", "--format"], ["-e", "a", "--help"],
  ]

  @Test(arguments: plain, [true, false])
  func plainCommandLinesMeanWhatTheArgumentParserMakesOfThem(
    _ arguments: [String], terminal: Bool
  ) throws {
    func told(_ read: () throws -> Request.Parsed) throws -> [String] {
      do {
        let parsed = try read()
        let given = parsed.given.map { "\($0.setting.key) \($0.value) \($0.origin)" }
        return ["\(parsed.work)", "\(parsed.own == OwnRequest())"] + parsed.parameters + given
      } catch let message as Request.Message {
        return ["refused", "\(message.status)", message.text]
      }
    }
    let parser = try told { try Request.parsed(arguments, terminal) }
    #expect(try told { try Request.parse(arguments, inputIsTerminal: terminal) } == parser)
    let plain = PlainRequest.parse(arguments, inputIsTerminal: terminal)
    if let plain { #expect(try told { plain } == parser) }
  }

  @Test func questionsAndScriptsDoNotWaitForTheArgumentParser() {
    for arguments in RequestTests.plain.prefix(10) {
      #expect(PlainRequest.parse(arguments, inputIsTerminal: true) != nil, "\(arguments)")
    }
    #expect(PlainRequest.parse([], inputIsTerminal: false) != nil)
    #expect(PlainRequest.parse([], inputIsTerminal: true) == nil)
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
