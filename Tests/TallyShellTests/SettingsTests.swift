// The settings: what the config file may say, which place beats which, and that each is everywhere.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct SettingsTests {
  private func file(_ text: String) -> ConfigFile { ConfigFile(text, name: "c") }

  @Test func aFileGivesWhatItSays() {
    let file = file(
      """
      # how I like it
      format = "csv"   # in a pipe too
      'color' = 'never'
      "theme" = "li\\u0067ht"
      maxrows = 1_000

      \ttiming\t=\ttrue
      hints=false\r
      as-of = 2019
      """)
    #expect(file.problems == [])
    var settings = Settings()
    #expect(settings.take(file.given) == [])
    #expect(settings.format?.name == "csv")
    #expect(settings.color == .never)
    #expect(settings.theme == .light)
    #expect(settings.maxRows == 1_000)
    #expect(settings.timing && !settings.hints && settings.suggestions)
    #expect(settings.asOf == "2019")
    #expect(settings.origins["maxrows"] == .file("c:5"))
  }

  /// A line, and the column of what is wrong with it.
  @Test(arguments: [
    ("[prompt]", 1), ("color = [1]", 9), ("color = { a = 1 }", 9), ("a.b = 1", 2),
    ("color", 6), ("color = ", 9), ("color = # none", 9), ("= 1", 1), ("color = never", 9),
    ("maxrows = 1.5", 11), ("maxrows = 0x10", 11), ("maxrows = 1__0", 11), ("maxrows = 010", 11),
    ("as-of = 2019-12-31", 9), ("color = \"never", 9), ("color = 'never", 9),
    ("color = \"\"\"never\"\"\"", 9), ("color = \"a\\q\"", 11), ("color = \"\\u12\"", 10),
    ("color = \"never\" true", 17), ("color \"never\"", 7), ("é = 1", 1),
    ("maxrows = 99999999999999999999", 11), ("color = \"\u{1}\"", 10), ("# \u{7}", 3),
  ])
  func aLineThatIsMoreThanASettingIsRefusedByItsPlace(line: String, column: Int) throws {
    let file = file("timing = true\n" + line + "\nhints = false\n")
    #expect(file.problems.count == 1)
    let problem = try #require(file.problems.first)
    #expect(problem.hasPrefix("c:2:\(column): "), "\(problem)")
    #expect(problem.count > 30, "\(problem)")
    // The lines around it count.
    #expect(file.given.map(\.setting.key) == ["timing", "hints"])
  }

  @Test func wrongKeysAndValuesAreNamedWithWhatIsRight() {
    let file = file("colour = \"never\"\ncolor = \"blue\"\nmax-rows = 5\nnothing = 1\ntiming = 2\n")
    #expect(file.given.isEmpty)
    #expect(file.problems.count == 5)
    let wanted = [
      "did you mean color?", "auto, always, never", "did you mean maxrows?", "format, ",
    ]
    for (problem, part) in zip(file.problems, wanted) {
      #expect(problem.contains(part), "\(problem)")
    }
  }

  @Test func aKeyStandsOnce() {
    let file = self.file("color = \"never\"\ncolor = \"always\"\n")
    #expect(file.given.map(\.value) == ["never"])
    #expect(file.problems.map { $0.contains("line 1") } == [true])
  }

  @Test func theLaterPlaceWins() throws {
    let color = try #require(Setting.named("color"))
    var settings = Settings()
    let places: [(String, Origin)] = [
      ("never", .file("c:1")), ("always", .variable("TALLY_COLOR")), ("auto", .option("--color")),
    ]
    for (value, origin) in places {
      #expect(
        settings.take([GivenSetting(setting: color, value: value, origin: origin)]) == [])
      #expect(color.read(settings) == value)
      #expect(settings.origins["color"] == origin)
    }
    let wrong = settings.take([
      GivenSetting(setting: color, value: "blue", origin: .variable("TALLY_COLOR"))
    ])
    #expect(wrong.map { $0.hasPrefix("TALLY_COLOR: ") } == [true])
    #expect(settings.origins["color"] == .option("--color"))
  }

  @Test func eachSettingIsAnOptionAndACommand() throws {
    for setting in Setting.all {
      let value = setting.read(Settings())
      let given = try Request.parse(["--" + setting.key, value], inputIsTerminal: true).given
      #expect(given.map(\.setting.key) == [setting.key])
      #expect(Command.named(setting.key) != nil)
      // Each value that is listed can be chosen, and reads as itself.
      for choice in setting.choices {
        var settings = Settings()
        #expect(settings.set(setting, to: choice.name, from: .command) == nil)
        #expect(setting.read(settings) == choice.name)
      }
    }
  }

  @Test(arguments: [40, 80, 120]) func theListFitsAndSaysWhereFrom(width: Int) throws {
    var settings = Settings()
    let color = try #require(Setting.named("color"))
    #expect(settings.set(color, to: "never", from: .variable("TALLY_COLOR")) == nil)
    let text = SettingsList(settings, width: width).text.text
    let line = try #require(text.split(separator: "\n").first { $0.contains(" color ") })
    #expect(line.contains("never") && line.contains("TALLY_COLOR"))
    for setting in Setting.all { #expect(text.contains("  \(setting.key) ")) }
    let lines: [Substring] = text.split(separator: "\n")
    if width >= 80 { #expect(lines.dropLast().allSatisfy { $0.count <= width }, "\(text)") }
  }
}

/// The same through the program.
@Suite struct SettingPlacesTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func prompt(
    _ arguments: [String] = [], _ environment: [String: String] = [:], width: Int = 80
  ) throws -> PtySession {
    let home = ["XDG_CONFIG_HOME": sandbox.path + "/config"]
    return try PtySession(
      arguments, state: sandbox.path, width: width, environment: home.merging(environment) { $1 })
  }

  private func config(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.path + "/config/tally", withIntermediateDirectories: true)
    _ = try sandbox.file("config/tally/config.toml", Array(text.utf8))
  }

  @Test func thePromptTakesTheFileAndBetterPlacesBeatIt() throws {
    try config("maxrows = 7\n")
    let first = try prompt()
    try first.run(":maxrows", until: "maxrows is 7")
    try first.run(":maxrows 9", until: "maxrows is 9")
    try first.run(":settings", until: "set at the prompt")
    let second = try prompt([], ["TALLY_MAXROWS": "8"])
    try second.run(":maxrows", until: "maxrows is 8 (TALLY_MAXROWS)")
    let third = try prompt(["--maxrows", "all"], ["TALLY_MAXROWS": "8"])
    try third.run(":maxrows", until: "maxrows is all (--maxrows): every row")
    let fourth = try prompt(["--no-config"])
    try fourth.run(":maxrows", until: "(usual)")
  }

  @Test func aBrokenFileIsNamedAndThePromptStarts() throws {
    try config("colour = 1\nmaxrows = 5\n[table]\nas-of = \"2099\"\n")
    let session = try prompt(width: 200)
    try session.wait(for: "did you mean color?")
    try session.wait(for: "config.toml:3:1: tables are not read here")
    try session.wait(for: "the record ends on")
    try session.ready()
    try session.run(":maxrows", until: "maxrows is 5")
    try session.run("count counties", until: "3,143 counties")
  }

  @Test func aFileThatIsNotThereIsNamed() throws {
    let session = try prompt(["--config", "/nonexistent/c.toml"])
    try session.wait(for: "there is no such file")
    try session.run(":maxrows", until: "(usual)")
  }

  @Test func whatAScriptPrintsDependsOnNoFile() throws {
    try config("format = \"csv\"\nas-of = 2019\n")
    _ = try sandbox.file("config.toml", Array("format = \"csv\"\n".utf8))
    _ = try sandbox.file("a.tally", Array("count counties\n".utf8))
    let plain = try sandbox.run("tally -e 'count counties'")
    for command in ["-e 'count counties'", "run a.tally", "< a.tally"] {
      let result = try sandbox.run(
        "XDG_CONFIG_HOME=\(sandbox.path)/config; "
          + "export XDG_CONFIG_HOME; tally \(command)")
      #expect(result.output == plain.output)
    }
  }

  @Test func variablesCountEverywhereAndWrongOnesEndAScript() throws {
    let right = try sandbox.run("export TALLY_FORMAT=csv; tally -e 'count counties'")
    #expect(right.output.hasPrefix("low,high,"))
    let beaten = try sandbox.run(
      "export TALLY_FORMAT=csv; tally --format tsv -e 'count counties'")
    #expect(beaten.output.hasPrefix("low\thigh\t"))
    let dated = try sandbox.run("export TALLY_AS_OF=2019; tally -e 'count counties in TX'")
    #expect(dated.output.contains("2019-12-31"))
    let wrong = try sandbox.run("export TALLY_FORMAT=cvs; tally -e 'count counties'")
    #expect(wrong.status == 2)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors.contains("TALLY_FORMAT: ") && wrong.errors.contains("csv"))
  }
}
