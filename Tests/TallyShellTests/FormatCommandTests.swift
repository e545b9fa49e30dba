// `tally fmt` and `tally lint`: what they write, what they leave, how they end.

import Foundation
import Testing

@testable import TallyShell

@Suite struct FormatCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func script(_ name: String, _ text: String) throws -> String {
    try sandbox.file(name, Array(text.utf8))
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: sandbox.path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test func theCommandLineSaysWhatIsAsked() throws {
    let fmt = try Request.parse(["fmt", "a.tally", "-", "--check"], inputIsTerminal: true)
    #expect(fmt.work == .fmt(["a.tally", "-"], check: true))
    let lint = try Request.parse(["lint", "a.tally"], inputIsTerminal: true)
    #expect(lint.work == .lint(["a.tally"]))
    #expect(throws: Request.Message.self) { try Request.parse(["fmt"], inputIsTerminal: true) }
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let result = try sandbox.run("printf 'COUNT  counties;list states' | tally fmt -")
    #expect(result.status == 0)
    #expect(result.output == "count counties\nlist states\n")
    #expect(result.errors.isEmpty)
  }

  @Test func filesAreReplacedAndKeepTheirMode() throws {
    let file = try script("a.tally", "COUNT  counties -- c")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    let result = try sandbox.run("tally fmt a.tally")
    #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
    #expect(try sandbox.text(of: file) == "count counties -- c\n")
    #expect(try mode(file) == 0o640)
    #expect(try files() == ["a.tally"])
  }

  @Test func aLinkGoesOnLeadingToItsFile() throws {
    let file = try script("a.tally", "COUNT  counties")
    let result = try sandbox.run("ln -s a.tally b.tally && tally fmt b.tally && test -L b.tally")
    #expect(result.status == 0)
    #expect(try sandbox.text(of: file) == "count counties\n")
  }

  @Test func aFileInItsFormIsNotWritten() throws {
    _ = try script("a.tally", "count counties\n")
    let result = try sandbox.run(
      "touch -d 2001-01-01 a.tally && tally fmt a.tally && ls -l a.tally")
    #expect(result.status == 0 && result.output.contains("2001"))
  }

  @Test func checkNamesWhatDiffersAndChangesNothing() throws {
    let bad = try script("bad.tally", "COUNT counties\n")
    _ = try script("good.tally", "count counties\n")
    let result = try sandbox.run("tally fmt --check good.tally bad.tally")
    #expect(result.status == 1)
    #expect(result.output == "bad.tally\n" && result.errors.isEmpty)
    #expect(try sandbox.text(of: bad) == "COUNT counties\n")
    #expect(try sandbox.run("tally fmt --check good.tally").status == 0)
  }

  @Test func whatDoesNotParseIsNamedAndLeft() throws {
    let file = try script("a.tally", "COUNT counties\nCOUNT counties wher x\nLIST states\n")
    let result = try sandbox.run("tally fmt a.tally")
    #expect(result.status == 2)
    #expect(result.output.isEmpty && result.errors.hasPrefix("a.tally:2:16: error T202"))
    #expect(
      try sandbox.text(of: file) == "count counties\nCOUNT counties wher x\nlist states\n")
  }

  @Test func aFileThatCannotBeReadIsNamedAndTheOthersAreFormatted() throws {
    let file = try script("a.tally", "COUNT counties")
    let result = try sandbox.run("tally fmt none.tally a.tally")
    #expect(result.status == 2)
    #expect(result.errors == "error: cannot use none.tally: there is no such file\n")
    #expect(try sandbox.text(of: file) == "count counties\n")
  }

  /// A limit on the size of files stands for a full disk.
  @Test func aFullDiskLosesNothing() throws {
    let text = String(repeating: "COUNT counties;", count: 2_000)
    let file = try script("a.tally", text)
    let result = try sandbox.run("trap '' XFSZ; ulimit -f 4; tally fmt a.tally")
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: cannot use a.tally: "))
    #expect(try sandbox.text(of: file) == text)
    #expect(try files() == ["a.tally"])
  }

  @Test func lintWarnsAndSaysHowManyTimes() throws {
    _ = try script("a.tally", "count counties where detainers\nlist states | take 5\n")
    let result = try sandbox.run("tally lint a.tally")
    #expect(result.status == 1 && result.errors.isEmpty)
    let heads = result.output.split(separator: "\n").filter { $0.contains(": warning L") }
    #expect(
      heads.map { $0.prefix(25) } == ["a.tally:1:7: warning L101", "a.tally:2:15: warning L10"])
    #expect(result.output.hasSuffix("\n2 warnings\n"))
  }

  @Test func lintIsSilentOnAGoodScriptAndRefusesABrokenOne() throws {
    let good = try sandbox.run("printf 'count counties' | tally lint -")
    #expect(good.status == 0 && good.output.isEmpty && good.errors.isEmpty)
    let broken = try sandbox.run(
      "printf 'count counties wher x\\nlist states | take 5' | tally lint -")
    #expect(broken.status == 2)
    #expect(broken.output.contains("warning L103") && broken.errors.contains("error T202"))
    let missing = try sandbox.run("tally lint none.tally")
    #expect(missing.status == 2 && missing.errors.contains("there is no such file"))
  }
}
