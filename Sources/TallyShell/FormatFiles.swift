// `tally fmt`: scripts in their canonical form.

import ArgumentParser
import Tally

/// The command line of `tally fmt`.
struct FormatFiles: ParsableCommand, AsksForWork {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Writes scripts in their canonical form.",
    discussion: """
      Words are in small letters with one blank between them; a statement of more than 80 columns \
      has a line for each clause. Comments and blank lines stay. A statement that does not parse \
      is left as it was, and named. Files are replaced; - is written to standard output.

      EXIT CODES: 0 fine; 1 with --check, a file is not in its canonical form, or a file cannot \
      be written; 2 a statement does not parse, or a file cannot be read.
      """)

  @Argument(
    help: ArgumentHelp("Scripts; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["tally"]))
  var files: [String]

  @Flag(help: "Changes nothing; names the files that are not in their canonical form.")
  var check = false

  @OptionGroup var look: LookOptions

  var request: Request.Parsed {
    Request.Parsed(work: .fmt(files, check: check), given: look.given)
  }
}
