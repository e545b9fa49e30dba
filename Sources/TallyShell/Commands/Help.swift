// `:help`: one screen, or the page of a topic.

import Tally

extension Command {
  /// Shows one screen about the prompt, or what is known of a word.
  static let help = Command(
    name: "help", usage: ":help [topic]", summary: "this screen, or a page about a word",
    arguments: { HelpTopic.all(of: $0.dataset).map { ($0.name, $0.kind) } }
  ) { shell, argument in
    guard !argument.isEmpty else { return shell.report.write(HelpScreen.text) }
    let topics = HelpTopic.all(of: shell.session.dataset)
    let pages = HelpTopic.named(argument, in: topics)
    for page in pages { shell.report.write(page.page) }
    guard pages.isEmpty else { return }
    let nearest = HelpTopic.nearest(to: argument, in: topics).map { ": did you mean \($0)?" } ?? ""
    shell.report.complain("there is no help on \"\(argument)\"\(nearest)")
  }
}

/// What `:help` alone shows: it fits a screen of 80 by 24.
enum HelpScreen {
  /// The screen.
  static var text: StyledText {
    var text = StyledText()
    text.line("tally answers questions about how US counties cooperate with ICE.", .heading)
    text.line("Type a question and press Enter. Tab shows what can come next.")
    for example in examples { text.line("  " + example, .keyword) }
    text.line("A number with \"up to\" is an interval: what is not known is counted, not guessed.")
    let listed = Command.all.filter { !$0.isSetting }
    let widest = listed.map(\.usage.count).max() ?? 0
    for command in listed {
      text.append("  " + command.usage, .keyword)
      text.append(String(repeating: " ", count: widest - command.usage.count + 2))
      text.line(command.summary)
    }
    text.line()
    text.line("Help on a verb, a stage, a relation, a field, a function: :help count")
    return text
  }

  private static let examples = [
    "count counties with agreements",
    "count counties where detainers by state",
    "show county \"Cook, IL\"",
    "show fields of counties",
  ]
}
