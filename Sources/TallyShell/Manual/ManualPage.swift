// `tally manual`: the page for man, made from the lists that the program itself reads.

import ArgumentParser
import Tally

/// The command line of `tally manual`.
struct ManualPage: ParsableCommand, Prints {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the manual page, in the form that man reads.",
    discussion: "To keep it: tally manual > ~/.local/share/man/man1/tally.1")

  var text: String { Manual.page }
}

/// The manual page, in mdoc.
enum Manual {
  /// The page.
  static var page: String {
    var page = ManualText()
    page.macro("Dd \(date)")
    page.macro("Dt TALLY 1")
    page.macro("Os")
    page.section("NAME")
    page.macro("Nm tally")
    page.macro("Nd \(Manual.abstract)")
    synopsis(&page)
    description(&page)
    page.section("OPTIONS")
    page.list(HelpEntry.entries(of: Tally_.self).map { ($0.form, $0.meaning) })
    subcommands(&page)
    settings(&page)
    page.section("COMMANDS OF THE PROMPT")
    page.list(Command.all.map { ($0.usage, $0.summary.sentence) })
    environment(&page)
    files(&page)
    page.section("EXIT STATUS")
    page.list(ExitStatus.allCases.map { ("\($0.rawValue)", $0.meaning.sentence) })
    examples(&page)
    return page.text
  }

  /// The subcommands by their names, with their arguments and options.
  static var subcommandEntries: [(name: String, entries: [HelpEntry])] {
    Tally_.configuration.subcommands.map { ($0._commandName, HelpEntry.entries(of: $0)) }
  }

  private static var abstract: String {
    let text = Tally_.configuration.abstract
    return text.prefix(1).lowercased() + text.dropFirst().filter { $0 != "." }
  }

  /// The day that the record ends on: the page is of this version of it.
  private static var date: String {
    guard let day = try? Embedded.session().dataset.latest else { return "" }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let parts = day.description.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return "" }
    return "\(months[parts[1] - 1]) \(parts[2]), \(parts[0])"
  }

  private static func synopsis(_ page: inout ManualText) {
    page.section("SYNOPSIS")
    page.macro("Nm")
    page.macro("Op Ar options")
    page.macro("Nm")
    page.macro("Fl e Ar query")
    page.macro("Op Ar options")
    for command in Tally_.configuration.subcommands {
      page.macro("Nm")
      page.macro("Cm \(command._commandName)")
      page.macro("Op Ar options")
    }
  }

  private static func description(_ page: inout ManualText) {
    page.section("DESCRIPTION")
    page.paragraph(
      "tally answers questions about the public record of how US counties cooperate with federal "
        + "immigration enforcement. Each answer has its base, its date and its sources, and says "
        + "what is not known.")
    page.macro("Pp")
    page.paragraph(
      "Without a query, a terminal gets a prompt, and a pipe is read as a script. At the prompt, "
        + "Tab shows what can come next, :help explains, and Ctrl-D leaves. Answers go to standard "
        + "output, and messages to standard error.")
  }

  private static func subcommands(_ page: inout ManualText) {
    page.section("SUBCOMMANDS")
    for command in Tally_.configuration.subcommands {
      page.subsection("tally \(command._commandName)")
      page.paragraph(command.configuration.abstract)
      if !command.configuration.discussion.isEmpty {
        page.literal(command.configuration.discussion)
      }
      let entries = HelpEntry.entries(of: command)
      let own = entries.filter { entry in !common.contains { entry.form.hasPrefix($0) } }
      page.list(own.map { ($0.form, $0.meaning) })
      let others = Setting.all.map { "--" + $0.key }
        .filter { option in entries.contains { $0.form.hasPrefix(option) } }
      if !others.isEmpty { page.paragraph("Also: \(others.joined(separator: ", ")).") }
    }
  }

  /// Options that are told once for all subcommands.
  private static let common =
    Setting.all.map { "--" + $0.key } + ["--version", "-h, --help"]

  private static func settings(_ page: inout ManualText) {
    page.section("SETTINGS")
    page.paragraph(
      "Each setting is an option, a variable, a key of the config file and a command of the "
        + "prompt. A command beats an option, an option a variable, and a variable the file, "
        + "which only the prompt reads: what a script answers does not depend on it.")
    page.list(
      Setting.all.map { setting in
        (
          "\(setting.key)",
          setting.summary.sentence + " Option --\(setting.key), variable \(setting.variable), "
            + "command :\(setting.key). Values: "
            + setting.form.split(separator: "|").joined(separator: ", ") + "."
        )
      })
  }

  private static func environment(_ page: inout ManualText) {
    page.section("ENVIRONMENT")
    page.list(
      Setting.all.map { ($0.variable, "The setting \($0.key).") } + [
        ("NO_COLOR", "Where it is set, nothing is coloured unless an option asks for it."),
        ("CLICOLOR_FORCE", "Where it is set and not 0, there is colour in pipes too."),
        ("TERM", "The terminal; dumb or none has no colour and a plain line editor."),
        ("LC_ALL, LC_CTYPE, LANG", "Where they name a charset other than UTF-8, lines are ASCII."),
        ("XDG_CONFIG_HOME, XDG_STATE_HOME", "The folders of the files below."),
      ])
  }

  private static func files(_ page: inout ManualText) {
    page.section("FILES")
    page.list([
      (
        "~/.config/tally/config.toml",
        "Settings of the prompt, one in a line: format = \"csv\". A file in the current folder is "
          + "never read."
      ),
      ("~/.config/tally/kept.tally", "Definitions kept with :keep, read by the prompt."),
      ("~/.local/state/tally/history", "What was asked; only its owner may read it."),
      ("~/.editrc", "Keys of the line editor, as in editrc(5)."),
    ])
  }

  private static func examples(_ page: inout ManualText) {
    page.section("EXAMPLES")
    for (meaning, command) in exampleLines {
      page.paragraph(meaning)
      page.literal("$ " + command)
    }
  }

  /// Examples, each with what it is for.
  static let exampleLines = [
    ("One question:", "tally -e 'count counties in TX with agreements'"),
    ("Its rows for a spreadsheet:", "tally --format csv -e 'list counties in TX with agreements'"),
    ("As things stood on a day:", "tally --as-of 2019 -e 'count counties where detainers'"),
    ("A script, and whether its figures still hold:", "tally test questions.tally"),
    ("What a message means:", "tally explain T301"),
  ]
}

/// An option or an argument, as the help of a command shows it.
struct HelpEntry {
  /// `--format <name>`.
  let form: String
  /// What it does.
  let meaning: String

  /// A width at which help breaks no line.
  private static let unbroken = 10_000

  /// The arguments and options of a command, read from its own help.
  static func entries(of command: any ParsableCommand.Type) -> [HelpEntry] {
    let help = Tally_.helpMessage(for: command, columns: unbroken)
    var entries: [HelpEntry] = []
    var isInside = false
    for line in help.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasSuffix(":"), line.first?.isUppercase == true {
        isInside = ["ARGUMENTS:", "OPTIONS:"].contains(line)
      } else if isInside, !line.isEmpty {
        add(line, to: &entries)
      }
    }
    return entries
  }

  private static func add(_ line: Substring, to entries: inout [HelpEntry]) {
    let isEntry = line.hasPrefix("  -") || line.hasPrefix("  <")
    let text = String(line).trimmed
    guard isEntry else {
      if let last = entries.popLast() {
        let meaning = last.meaning.isEmpty ? text : last.meaning + " " + text
        entries.append(HelpEntry(form: last.form, meaning: meaning))
      }
      return
    }
    var form = ""
    var rest = text[...]
    // A long form has one blank behind it, a short one more.
    while let letter = rest.first, !rest.hasPrefix("  "), !form.hasSuffix(">") {
      form.append(letter)
      rest = rest.dropFirst()
    }
    entries.append(HelpEntry(form: form, meaning: String(rest).trimmed))
  }
}

extension String {
  /// The text with a capital at its beginning and a full stop at its end.
  fileprivate var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") ? "" : ".")
  }
}
