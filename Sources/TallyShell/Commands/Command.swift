// The shell's own commands: a list of descriptors, one file each.

import Tally

/// A command of the prompt, typed after a colon. One file here and one word in `all`.
struct Command: Sendable {
  /// One thing that may follow the command's name.
  typealias Argument = (name: String, meaning: String)

  /// The word after the colon.
  let name: String
  /// How it is typed: `:help [topic]`.
  let usage: String
  /// One line for help.
  let summary: String
  /// Whether the entry enters the history.
  var isRemembered = true
  /// What can follow, for completion.
  var arguments: @Sendable (Session) -> [Argument] = { _ in [] }
  /// Does it.
  let run: @Sendable (inout Shell, _ argument: String) -> Void

  /// Every command, in the order that help shows them.
  static let all: [Command] = [
    help, keys, asOf, format, once, save, copy, fix, explain, history, version, quit,
  ]

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
    let argument = String(words.dropFirst(1 + name.count)).trimmed
    // `:save! FILE` is `:save ! FILE`: done also where something would be lost.
    guard name.last != "!" else { return (name.dropLast().lowercased(), "! " + argument) }
    return (name.lowercased(), argument)
  }

  /// The command that a wrong name was probably meant for: one that begins like it, or differs
  /// from it by little.
  static func nearest(to name: String) -> Command? {
    if let longer = all.first(where: { !name.isEmpty && $0.name.hasPrefix(name) }) {
      return longer
    }
    return Command.named(Spelling.nearest(name, in: all.map(\.name)).first ?? "")
  }

  /// What could be typed at a place of an entry that begins with a colon.
  static func complete(_ text: String, at offset: Int, in session: Session) -> Completions {
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    let word = before.reversed().prefix { !$0.isWhitespace && $0 != ":" }
    let typed = String(word.reversed()).lowercased()
    let replaces = Span(offset - typed.utf8.count, offset)
    let choices: [Argument]
    if let (name, _) = call(in: before), before.contains(where: \.isWhitespace) {
      choices = named(name)?.arguments(session) ?? []
    } else {
      choices = all.map { ($0.name, $0.summary) }
    }
    let candidates = choices.filter { $0.name.lowercased().hasPrefix(typed) }.map {
      Completion(text: $0.name, kind: .keyword, meaning: $0.meaning)
    }
    return Completions(replaces: replaces, candidates: candidates)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
