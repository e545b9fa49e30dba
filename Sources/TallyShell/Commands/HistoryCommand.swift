// `:history`: what was asked before, with numbers that stay while the session lasts.

import Tally

extension Command {
  /// Lists the latest entries, or those that contain a text.
  static let history = Command(
    name: "history", usage: ":history [text]", summary: "what was asked before, numbered",
    purpose: .ask,
    detail: "Lists the last 20 entries, or all that contain a text, letter case aside. :again n "
      + "asks one of them again, :edit n changes it first; a number means the same entry until "
      + "you leave.",
    examples: [":history", ":history counties"]
  ) { shell, argument in
    let wanted = argument.lowercased()
    var entries = zip(shell.history.numbers.numbers, shell.history.entries).filter {
      wanted.isEmpty || $0.1.lowercased().contains(wanted)
    }
    // What was just typed is not what is looked for.
    if let last = entries.last, let call = Command.call(in: last.1), call.name == "history",
      call.argument == argument
    {
      entries.removeLast()
    }
    guard !entries.isEmpty else {
      return shell.report.paragraph(
        wanted.isEmpty ? "Nothing was asked yet." : "No entry contains \"\(argument)\".", .muted)
    }
    // Without a text, about a screen.
    let shown = wanted.isEmpty ? entries.suffix(20) : entries[...]
    let widest = String(shown.last?.0 ?? 0).count
    for (number, entry) in shown {
      let number = String(number)
      let margin = TextWidth.spaces(widest + 2 - number.count)
      let indent = TextWidth.spaces(widest + 4)
      shell.report.line(margin + number + "  " + entry.replacing("\n", with: "\n" + indent))
    }
  }
}

extension Shell {
  /// The entry that a number leads to; the newest question that was run where none is given. Says
  /// what is wrong.
  func recalled(_ argument: String, for command: String) -> String? {
    guard !argument.isEmpty else {
      if let last = history.lastQuestion { return last }
      report.complain("no question was asked yet, so there is nothing to take up")
      return nil
    }
    guard let number = Int(argument) else {
      report.complain(
        ":\(command) takes the number of an entry, such as :\(command) 3; "
          + ":history lists them")
      return nil
    }
    guard let entry = history.entry(number) else {
      report.complain("there is no entry \(number); :history lists them with their numbers")
      return nil
    }
    return entry
  }
}
