// The shell's own commands: a list of descriptors, one file each.

import Tally

/// A command of the prompt, typed after a colon. One file here and one word in `all`.
struct Command: Sendable {
  /// One thing that may follow the command's name.
  typealias Argument = (name: String, meaning: String)

  /// What completion offers for an argument.
  enum Taken: Sendable {
    /// What `arguments` lists.
    case words
    /// That, or the path of a file.
    case file
    /// That, or a question.
    case question
  }

  /// The word after the colon.
  let name: String
  /// How it is typed: `:help [topic]`.
  let usage: String
  /// One line for help.
  let summary: String
  /// What it is for; help lists commands by it.
  var purpose = Purpose.set
  /// What its page says beyond the summary; may be empty.
  var detail = ""
  /// Entries that show it at work.
  var examples: [String] = []
  /// Whether the entry enters the history.
  var isRemembered = true
  /// Whether it is made from a setting; help names these together, as `:settings`.
  var isSetting = false
  /// What can follow, for completion.
  var arguments: @Sendable (Session) -> [Argument] = { _ in [] }
  /// What its argument is, beside what `arguments` lists.
  var takes = Taken.words
  /// Does it.
  let run: @Sendable (inout Shell, _ argument: String) -> Void

  /// Every command, in the order that help shows them.
  static let all: [Command] =
    [
      help, tour, keys, tables, fields, values, open, link, facts, dates, sources, defs, check, why,
      cite,
      sql, plan,
      fix, explain, history, again, edit, runScript, script, keep, forget, setParameter, unset,
      params, asOf, format, once, save, copy, settings, version, quit,
    ] + Setting.commands

  /// What a command is for.
  enum Purpose: String, CaseIterable {
    case learn, look, ask, keep, set, leave
  }

  /// The command of a name.
  static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  /// The command that an entry calls, with its argument; nil for a query. Some words call a
  /// command without the colon, for nobody should be locked in.
  static func call(in entry: String) -> (name: String, argument: String)? {
    let words = entry.trimmed
    if ["quit", "exit"].contains(words.lowercased()) { return ("quit", "") }
    let name = words.prefix { !$0.isWhitespace }
    let argument = String(words.dropFirst(name.count)).trimmed
    // No sentence of the language begins so.
    if ["help", "?"].contains(name.lowercased()) { return ("help", argument) }
    guard name.first == ":" else { return nil }
    // `:save! FILE` is `:save ! FILE`: done also where something would be lost.
    guard name.last != "!" else {
      return (name.dropFirst().dropLast().lowercased(), "! " + argument)
    }
    return (name.dropFirst().lowercased(), argument)
  }

  /// The command that a wrong name was probably meant for: one that begins like it, or differs
  /// from it by little.
  static func nearest(to name: String) -> Command? {
    if let longer = all.first(where: { !name.isEmpty && $0.name.hasPrefix(name) }) {
      return longer
    }
    return Command.named(Spelling.nearest(name, in: all.map(\.name)).first ?? "")
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
