// `:help`: one screen, or the page of a topic.

import Tally

extension Command {
  /// Shows one screen about the prompt, or what is known of a word.
  static let help = Command(
    name: "help", usage: ":help [word]", summary: "one screen, or a page about a word",
    purpose: .learn,
    detail: "There is a page about every word of the language, every table, field and link of the "
      + "record, every format, command, setting and message; and pages for readers: "
      + HelpTopic.readers.map(\.name).joined(separator: ", ") + ".",
    examples: [":help count", ":help as of", ":help T301"],
    arguments: { HelpTopic.all(of: $0.dataset).map { ($0.name, $0.kind) } }
  ) { shell, argument in
    let width = shell.report.width
    guard !argument.isEmpty else { return shell.report.write(HelpScreen.text(width: width)) }
    let topics = HelpTopic.all(of: shell.session.dataset)
    let found = HelpTopic.named(argument, in: topics)
    guard !found.isEmpty else {
      return shell.report.complain(HelpTopic.unknown(argument, in: topics))
    }
    // A field of many tables has its whole page once.
    var hasField = false
    for topic in found {
      let isAnother = topic.isField && hasField
      hasField = hasField || topic.isField
      let page = topic.text(shell.session, width: width, isShort: isAnother)
      shell.report.write(page.wrapped(width: width))
    }
  }
}

/// What `:help` alone shows: it fits a screen of 80 by 24.
enum HelpScreen {
  /// The screen.
  static func text(width: Int) -> StyledText {
    var text = StyledText()
    text.paragraph(
      "tally answers questions about how US counties cooperate with ICE.", .heading, width: width)
    text.paragraph(
      "Type a question and press Enter; Tab shows what can come next. New here? :tour",
      width: width)
    text.line()
    for example in examples { text.paragraph(example, .keyword, width: width, indent: 2) }
    text.line()
    text.paragraph(
      "1,077–2,692 is an interval: the first number is certain, the second is possible. What is "
        + "not known is counted, not guessed.", width: width)
    text.line()
    let margin = 7
    for purpose in Command.Purpose.allCases {
      let commands = Command.all.filter { $0.purpose == purpose && !$0.isSetting }
      let names = commands.map { ":" + $0.name }
      guard !names.isEmpty else { continue }
      text.paragraph(
        StyledText(names.joined(separator: " "), .keyword),
        behind: StyledText(purpose.rawValue, .heading), margin: margin, width: width)
    }
    text.line()
    text.paragraph(
      ":help and a word explains it: :help detainers, :help as of, :help T301, :help :cite; "
        + "and :help " + HelpTopic.readers.map(\.name).joined(separator: ", ") + ".",
      width: width)
    return text
  }

  private static let examples = [
    "count counties with agreements",
    "share where detainers among counties by region",
    "show county \"Cook, IL\"",
  ]
}
