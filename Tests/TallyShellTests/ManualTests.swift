// The manual page and the completions of shells: complete, and taken by those who read them.

import Foundation
import Tally
import Testing

@testable import TallyShell

@Suite struct ManualTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static func has(_ program: String) -> Bool {
    ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + program)
    }
  }

  @Test func thePageHasEverything() throws {
    let result = try sandbox.run("tally manual")
    #expect(result.status == 0 && result.errors.isEmpty)
    let page = result.output.replacingOccurrences(of: "\\(ti", with: "~")
    for setting in Setting.all {
      #expect(page.contains("--\(setting.key)"))
      #expect(page.contains(setting.variable))
    }
    for command in Command.all {
      #expect(page.contains(".It Li \"\(ManualText.escaped(command.usage))"), "\(command.usage)")
    }
    for status in ExitStatus.allCases {
      #expect(page.contains(".It Li \"\(status.rawValue)\""))
    }
    for (command, entries) in Manual.subcommandEntries {
      #expect(page.contains(".Ss tally \(command)\n"))
      for entry in entries {
        let name = String(entry.form.prefix { $0 != " " && $0 != "," })
        #expect(page.contains(name), "\(name)")
        #expect(!entry.meaning.isEmpty && !entry.form.contains("  "), "\(entry.form)")
      }
    }
    for option in ["-e <query>", "--config <file>", "--no-config", "--version"] {
      #expect(page.contains(option), "\(option)")
    }
    for file in ["config.toml", "kept.tally", "tally/history", ".editrc"] {
      #expect(page.contains(file), "\(file)")
    }
  }

  @Test(.enabled(if: has("mandoc"), "skipped: mandoc is not there"))
  func thePageIsInOrder() throws {
    let result = try sandbox.run("tally manual > tally.1; mandoc -Tlint -W style tally.1")
    #expect(result.output.isEmpty && result.errors.isEmpty && result.status == 0)
  }

  @Test(.enabled(if: has("man") && has("groff"), "skipped: man is not there"))
  func manReadsThePage() throws {
    let result = try sandbox.run(
      "tally manual > tally.1; LC_ALL=C man --warnings -l tally.1 > page")
    #expect(result.errors.isEmpty)
    let page = try sandbox.text(of: sandbox.path + "/page")
    #expect(page.contains("TALLY_MAXROWS"))
  }

  /// The examples of the page, but for the file that they name.
  @Test func theExamplesRun() throws {
    _ = try sandbox.file("questions.tally", Array("count counties\nexpect 3_143\n".utf8))
    for (_, command) in Manual.exampleLines {
      let result = try sandbox.run(command)
      #expect(result.status == 0, "\(command): \(result.errors)")
      #expect(!result.output.isEmpty)
    }
  }

  @Test(.enabled(if: has("bash"), "skipped: bash is not there"))
  func bashCompletes() throws {
    _ = try sandbox.run("tally completions bash > tally.bash")
    func complete(_ words: String...) throws -> [String] {
      let before = words.dropLast().last ?? "tally"
      let line = (["tally"] + words).joined(separator: " ")
      // As bash itself calls what `complete -p tally` names.
      _ = try sandbox.file(
        "ask.bash",
        Array(
          """
          . ./tally.bash; complete -p tally >&2 || exit 1
          COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); COMP_LINE="\(line)"
          COMP_POINT=${#COMP_LINE}; _tally tally "\(words.last ?? "")" "\(before)"
          printf '%s\\n' "${COMPREPLY[@]}"

          """.utf8))
      let result = try sandbox.run("bash --norc ask.bash")
      #expect(result.status == 0, "\(result.errors)")
      return result.output.split(separator: "\n").map(String.init)
    }
    #expect(try complete("--format", "c") == ["csv", "csl"])
    #expect(try complete("--color", "n") == ["never"])
    #expect(try complete("comp") == ["completions"])
    #expect(try complete("completions", "f") == ["fish"])
    #expect(try complete("explain", "T30").contains("T301"))
  }

  @Test(.enabled(if: has("fish"), "skipped: fish is not there"))
  func fishCompletes() throws {
    let result = try sandbox.run(
      "tally completions fish > t.fish; "
        + "fish -N -c 'source t.fish; complete -C \"tally --format c\"'"
    )
    let words = result.output.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
    #expect(words.contains("csv") && words.contains("csl"), "\(result.output) \(result.errors)")
  }

  @Test(.enabled(if: has("zsh"), "skipped: zsh is not there"))
  func zshLoadsIt() throws {
    let result = try sandbox.run(
      "tally completions zsh > _tally; "
        + "zsh -f -c 'fpath=($PWD $fpath); autoload -U compinit; compinit -D -u; "
        + "print $_comps[tally]'"
    )
    #expect(result.output == "_tally\n", "\(result.output) \(result.errors)")
  }

  @Test func anUnknownShellIsRefused() throws {
    let result = try sandbox.run("tally completions tcsh")
    #expect(result.status == 2)
    #expect(result.errors.contains("bash") && result.errors.contains("fish"))
  }
}
