// tally test: the subcommand.

import ArgumentParser

/// `tally test`: scripts whose expectations are tests.
struct TestFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs scripts and holds each answer to the expect below it.",
    discussion: """
      Prints a line for each expectation, what differs for those that are not met, and at the end \
      how many passed and failed. EXIT CODES: 0 all hold; 2 a file cannot be read; 3 one does not.
      """)

  @Argument(
    help: ArgumentHelp("Scripts; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["tally"]))
  var files: [String]

  @Flag(help: "Write expectations that do not hold anew, as the answers now are.")
  var update = false

  @OptionGroup var look: LookOptions

  @OptionGroup var date: DateOption

  @OptionGroup var own: OwnOptions
}
