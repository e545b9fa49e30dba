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
      help, keys, asOf, format, fix, explain, history, script, keep, forget, settings, version,
      quit,
    ] + Setting.commands

  /// The command of a name.
  static func named(_ name: String) -> Command? { all.first { $0.name == name } }

  /// The command that an entry calls, with its argument; nil for a query. Some words call a
  /// command without the colon, for nobody should be locked in.
  static func call(in entry: String) -> (name: String, argument: String)? {
    let words = entry.trimmed
    if ["help", "quit", "exit"].contains(words.lowercased()) {
      return (words.lowercased() == "help" ? "help" : "quit", "")
    }
    guard words.first == ":" else { return nil }
    let name = words.dropFirst().prefix { !$0.isWhitespace }
    return (name.lowercased(), String(words.dropFirst(1 + name.count)).trimmed)
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
