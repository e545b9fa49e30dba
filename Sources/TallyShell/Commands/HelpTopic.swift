// What `:help` knows a page about.

import Tally

/// A word with a page.
struct HelpTopic: Sendable {
  /// The word.
  let name: String
  /// What it is: a verb, a field, a command.
  let kind: String
  /// The page; its text ends with a line end.
  let page: StyledText

  /// Every topic. The library's descriptors come first; the commands are ours.
  static let all: [HelpTopic] = commands

  /// The topic of a word, letter case and a colon aside.
  static func named(_ name: String) -> HelpTopic? {
    let word = name.drop { $0 == ":" }.lowercased()
    return all.first { $0.name.lowercased() == word }
  }

  /// The word that a wrong one was probably meant for.
  static func nearest(to name: String) -> String? {
    Nearest.word(to: name.lowercased(), in: all.map { $0.name.lowercased() })
  }

  private static var commands: [HelpTopic] {
    Command.all.map { command in
      var page = StyledText()
      page.line(command.usage, .keyword)
      page.line("  " + command.summary)
      return HelpTopic(name: command.name, kind: "command", page: page)
    }
  }
}
