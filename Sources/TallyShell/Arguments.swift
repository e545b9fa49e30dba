// The command line: what can be said to `tally`, and what it means.

import ArgumentParser
import Tally

/// `tally`: the prompt, or the queries of `-e`, or those on standard input.
struct Tally_: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Asks the public record how US counties cooperate with immigration enforcement.",
    discussion: """
      Without -e, a terminal gets a prompt, and a pipe is read as a script.

      Each setting is also a variable, such as TALLY_FORMAT for --format, a command of the prompt, \
      such as :format, and a key of the config file. An option beats a variable, and a variable \
      the file, which only the prompt reads: what a script answers does not depend on it.

      EXIT CODES: \(ExitStatus.sentence).

      tally manual has all of this and the commands of the prompt on a page for man.
      """,
    version: Version.text,
    subcommands: [
      RunFiles.self, TestFiles.self, CheckFiles.self, FormatFiles.self, LintFiles.self,
      ExplainCodes.self, Export.self, CompletionsOfShell.self, ManualPage.self,
    ])

  @Option(name: .short, help: ArgumentHelp("A query to answer; repeatable.", valueName: "query"))
  var e: [String] = []

  @OptionGroup var results: ResultOptions

  @OptionGroup var look: LookOptions

  @OptionGroup var date: DateOption

  @OptionGroup var own: OwnOptions

  @OptionGroup var prompt: PromptOptions

  /// What the options choose.
  var given: [GivenSetting] { results.given + look.given + date.given + prompt.given }
}

/// `tally run`: scripts.
struct RunFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs scripts; stops at the first error.")

  @Argument(
    help: ArgumentHelp("Scripts; - is standard input.", valueName: "file"),
    completion: .file(extensions: ["tally"]))
  var files: [String]

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A parameter of the scripts; repeatable.", valueName: "name=value"))
  var parameters: [String] = []

  @OptionGroup var results: ResultOptions

  @OptionGroup var look: LookOptions

  @OptionGroup var date: DateOption

  @OptionGroup var own: OwnOptions

  /// What the options choose.
  var given: [GivenSetting] { results.given + look.given + date.given }
}

/// `tally export`: the record as files for other tools.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the record as a Frictionless Data Package: CSV files with their schemas.")

  @Option(
    help: ArgumentHelp("The folder to write to; files of the same names are replaced."),
    completion: .directory)
  var package: String

  @OptionGroup var date: DateOption

  @OptionGroup var own: OwnOptions
}
