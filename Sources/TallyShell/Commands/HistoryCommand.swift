// `:history`: what was asked before.

extension Command {
  /// Lists the latest entries, or those that contain a text.
  static let history = Command(
    name: "history", usage: ":history [text]", summary: "what was asked before"
  ) { shell, argument in
    let wanted = argument.lowercased()
    let entries = shell.history.entries.enumerated().filter {
      wanted.isEmpty || $0.element.lowercased().contains(wanted)
    }
    // Without a text, about a screen.
    let shown = wanted.isEmpty ? entries.suffix(20) : entries[...]
    let widest = String((shown.last?.offset ?? 0) + 1).count
    for (offset, entry) in shown {
      let number = String(offset + 1)
      let margin = String(repeating: " ", count: max(0, widest + 2 - number.count))
      let indent = String(repeating: " ", count: widest + 4)
      shell.report.line(margin + number + "  " + entry.replacing("\n", with: "\n" + indent))
    }
  }
}
