// `tally check`: every mistake of scripts, without running them.

import ArgumentParser
import Tally

/// The command line of `tally check`.
struct CheckFiles: ParsableCommand, AsksForWork {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says every mistake of scripts, without running them.",
    discussion: """
      With --json, one object for each message in one line: file, code, severity, message, \
      start and end in bytes, line, column, help, and fixes with start, end and replacement.

      EXIT CODES: 0 no error; 2 an error, or a file that cannot be read.
      """)

  @Argument(
    help: ArgumentHelp("Scripts; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["tally"]))
  var files: [String]

  @Flag(help: "Messages as JSON, one in a line.")
  var json = false

  @OptionGroup var look: LookOptions

  @OptionGroup var date: DateOption

  @OptionGroup var own: OwnOptions

  var request: Request.Parsed {
    Request.Parsed(
      work: .check(files, json: json), given: look.given + date.given,
      own: own.request)
  }
}
