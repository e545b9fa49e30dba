// The command without a conversation: streams, exit codes, bad input.

import Foundation
import Testing

@testable import TallyShell

@Suite struct CommandLineTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test func versionAndHelpGoToStandardOutput() throws {
    let version = try sandbox.run("tally --version")
    #expect(version.status == 0)
    #expect(version.output == Version.text + "\n")
    let help = try sandbox.run("tally --help")
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: tally"))
    #expect(help.errors.isEmpty)
  }

  @Test func wrongUsageGoesToStandardError() throws {
    let result = try sandbox.run("tally --nonsense")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("--nonsense"))
  }

  @Test func missingFilesAndFoldersAreNamed() throws {
    let missing = try sandbox.run("tally run none.tally")
    #expect(missing.status == 2)
    #expect(missing.errors == "error: cannot use none.tally: there is no such file\n")
    let folder = try sandbox.run("tally run .")
    #expect(folder.status == 2)
    #expect(folder.errors == "error: cannot use .: it is a directory\n")
  }

  @Test func bytesThatAreNoTextAreNamedByPlace() throws {
    _ = try sandbox.file("bad.tally", Array("count counties\ncount ".utf8) + [0xFF, 10])
    let result = try sandbox.run("tally run bad.tally")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == "error: bad.tally:2:7: the byte 0xFF is not UTF-8: save the text as UTF-8\n")
  }

  /// The lists of agreements have 1,843 rows of 2026-05-18 and 832 of 2025-07-18.
  @Test func parametersFromOutsideHoldInPlaceOfTheScripts() throws {
    _ = try sandbox.file(
      "day.tally", Array("param day = 2026-05-18\ncount agreements as of $day\n".utf8))
    let own = try sandbox.run("tally run day.tally")
    #expect(own.output.contains("1,843 agreements"))
    let given = try sandbox.run("tally run day.tally --set day=2025-07-18")
    #expect(given.output.contains("832 agreements"))
    #expect(!given.output.contains("1,843"))
    let wrong = try sandbox.run("tally run day.tally --set dya=2025-07-18")
    #expect(wrong.status == 2)
    #expect(wrong.output.isEmpty)
    #expect(wrong.errors == "error: --set dya: no script asks for $dya\n")
  }

  @Test func nulBytesOnStandardInputAreRefused() throws {
    let result = try sandbox.run("printf 'count\\0counties' | tally")
    #expect(result.status == 2)
    #expect(
      result.errors == "error: standard input:1:6: a NUL byte: this is not a text file\n")
  }

  @Test func invalidTextOnTheCommandLineIsNoCrash() throws {
    let result = try sandbox.run("tally -e \"$(printf '\\377')\"")
    #expect(result.status == 2)
    #expect(result.errors == "error: argument 2 is not UTF-8 text\n")
  }

  @Test func filesBeyondTheLimitAreRefused() throws {
    let result = try sandbox.run("head -c 17000000 /dev/zero | tr '\\0' ' ' | tally run -")
    #expect(result.status == 2)
    #expect(
      result.errors == "error: cannot use standard input: it is longer than 16 MiB\n")
  }

  @Test func aByteOrderMarkIsNoError() throws {
    _ = try sandbox.file("bom.tally", [0xEF, 0xBB, 0xBF] + Array("-- nothing\n".utf8))
    #expect(try sandbox.run("tally run bom.tally").status == 0)
  }

  @Test func closedStandardInputIsNoCrash() throws {
    let result = try sandbox.run("tally <&-")
    #expect(result.status == 2)
    #expect(result.errors == "error: cannot use standard input: it is closed\n")
  }

  @Test func emptyInputIsFine() throws {
    let result = try sandbox.run("tally < /dev/null")
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
  }
}
