// The command line: what can be said to `tally`, and what it means.

import ArgumentParser
import Tally

extension ColorChoice: ExpressibleByArgument {}

/// How answers are written; shared by the subcommands.
struct ResultOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How answers are written: \(OutputFormat.all.map(\.name).joined(separator: ", ")).",
      discussion: "Without it, a table on a terminal and plain text elsewhere.",
      valueName: "name"),
    completion: .list(OutputFormat.all.map(\.name)))
  var format: String?

  @Option(help: ArgumentHelp("Whether output is coloured.", valueName: "when"))
  var color: ColorChoice = .auto

  @Flag(help: "Plain text without colour, lines or pages, as for a screen reader.")
  var plain = false

  func validate() throws {
    guard let format, case .failure(let problem) = FormatChoice.find(format) else { return }
    throw ValidationError(problem.message)
  }

  /// What was chosen, as settings.
  var settings: Settings {
    var settings = Settings()
    settings.format = format.flatMap { try? FormatChoice.find($0).get() }
    settings.color = color
    if plain {
      settings.format = settings.format ?? OutputFormat.named("plain")
      (settings.color, settings.pager) = (.never, .off)
    }
    return settings
  }
}

/// The date of what is asked; a group, for an option that a command and its subcommand both have
/// goes to both only so.
struct DateOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The date of what names none: a year, a month, a day, fy2018 or latest.",
      valueName: "period"))
  var asOf: String?
}

/// `tally`: the prompt, or the queries of `-e`, or those on standard input.
struct Tally_: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Asks the public record how US counties cooperate with immigration enforcement.",
    discussion: """
      Without -e, a terminal gets a prompt, and a pipe is read as a script.

      EXIT CODES: 0 fine; 1 a query failed; 2 wrong usage or a query that is not in the \
      language; 3 an expectation does not \
      hold; 4 a date or a dataset that is not here; 130 interrupted.
      """,
    version: Version.text,
    subcommands: [
      RunFiles.self, TestFiles.self, CheckFiles.self, FormatFiles.self, LintFiles.self,
      ExplainCodes.self, Export.self,
    ])

  @Option(name: .short, help: ArgumentHelp("A query to answer; repeatable.", valueName: "query"))
  var e: [String] = []

  @OptionGroup var results: ResultOptions

  @OptionGroup var date: DateOption
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

  @OptionGroup var date: DateOption
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
}
