// `tally lint`: what is wise to mend in scripts that are to be run again.

import ArgumentParser
import Tally

/// The command line of `tally lint`.
struct LintFiles: ParsableCommand, AsksForWork {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Warns of what makes a script mislead when it is run again.",
    discussion: Lint.all.map { "\($0.code)  \($0.meaning)" }.joined(separator: "\n")
      + "\n\nEXIT CODES: 0 no warning; 1 a warning; 2 a script has an error or cannot be read.")

  @Argument(
    help: ArgumentHelp("Scripts; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["tally"]))
  var files: [String]

  @Flag(help: "Warnings and errors as JSON, one in a line, as tally check writes them.")
  var json = false

  @OptionGroup var look: LookOptions

  @OptionGroup var own: OwnOptions

  var request: Request.Parsed {
    Request.Parsed(work: .lint(files, json: json), given: look.given, own: own.request)
  }
}
