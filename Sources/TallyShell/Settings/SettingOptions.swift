// The settings as options of the command line: one declaration each, all else from the list.

import ArgumentParser
import Tally

/// How answers are written; of the commands that ask questions.
struct ResultOptions: ParsableArguments, GivesSettings {
  @Option(help: .of(.format), completion: .of(.format)) var format: String?
  @Option(help: .of(.maxRows), completion: .of(.maxRows)) var maxrows: String?
  @Option(help: .of(.timing), completion: .of(.timing)) var timing: String?

  @Flag(help: "Plain text without colour, lines or pages, as for a screen reader.")
  var plain = false

  var values: [(setting: Setting, value: String?)] {
    let plainly: [(Setting, String?)] =
      plain ? [(.color, "never"), (.pager, "off"), (.format, format ?? "plain")] : []
    return plainly + [(.format, format), (.maxRows, maxrows), (.timing, timing)]
  }

  func validate() throws { try check() }
}

/// How a screen is used; of every command.
struct LookOptions: ParsableArguments, GivesSettings {
  @Option(help: .of(.color), completion: .of(.color)) var color: String?
  @Option(help: .of(.theme), completion: .of(.theme)) var theme: String?
  @Option(help: .of(.unicode), completion: .of(.unicode)) var unicode: String?

  var values: [(setting: Setting, value: String?)] {
    [(.color, color), (.theme, theme), (.unicode, unicode)]
  }

  func validate() throws { try check() }
}

/// The date of what is asked; a group, for an option that a command and its subcommand both have
/// goes to both only so.
struct DateOption: ParsableArguments, GivesSettings {
  @Option(help: .of(.asOf), completion: .of(.asOf)) var asOf: String?

  var values: [(setting: Setting, value: String?)] { [(.asOf, asOf)] }

  func validate() throws { try check() }
}

/// What matters at the prompt alone.
struct PromptOptions: ParsableArguments, GivesSettings {
  @Option(help: .of(.pager), completion: .of(.pager)) var pager: String?
  @Option(help: .of(.hints), completion: .of(.hints)) var hints: String?
  @Option(help: .of(.suggestions), completion: .of(.suggestions)) var suggestions: String?

  @Option(help: .of(.greeting), completion: .of(.greeting)) var greeting: String?

  @Option(
    help: ArgumentHelp(
      "The config file of the prompt, in place of the usual one.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var config: String?

  @Flag(help: "Reads no config file.")
  var noConfig = false

  var values: [(setting: Setting, value: String?)] {
    [(.pager, pager), (.hints, hints), (.suggestions, suggestions), (.greeting, greeting)]
  }

  /// Which config file is read.
  var choice: ConfigFile.Choice {
    noConfig ? .none : config.map(ConfigFile.Choice.named) ?? .usual
  }

  func validate() throws {
    try check()
    guard config == nil || !noConfig else {
      throw ValidationError("--config and --no-config contradict each other: leave one of them.")
    }
  }
}

/// Options that are settings.
protocol GivesSettings {
  /// The settings with what was said, nil where nothing was.
  var values: [(setting: Setting, value: String?)] { get }
}

extension GivesSettings {
  /// What was said.
  var given: [GivenSetting] {
    values.compactMap { setting, value in
      value.map { GivenSetting(setting: setting, value: $0, origin: .option("--" + setting.key)) }
    }
  }

  /// Refuses wrong values, so that the command line is to blame and not the run.
  fileprivate func check() throws {
    var trial = Settings()
    if let problem = trial.take(given).first { throw ValidationError(problem) }
  }
}

extension ArgumentHelp {
  /// The help of a setting's option.
  fileprivate static func of(_ setting: Setting) -> ArgumentHelp {
    let names = setting.choices.map(\.name)
    let isShort = names.joined(separator: "|") == setting.form || setting.choices.count < 2
    let summary = setting.summary.prefix(1).uppercased() + setting.summary.dropFirst()
    return ArgumentHelp(
      summary + (isShort ? "." : ": " + names.joined(separator: ", ") + "."),
      valueName: setting.form)
  }
}

extension CompletionKind {
  /// The values of a setting.
  fileprivate static func of(_ setting: Setting) -> CompletionKind {
    .list(setting.choices.map(\.name))
  }
}
