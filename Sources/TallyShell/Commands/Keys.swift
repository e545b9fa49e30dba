// `:keys`: what the keys of the prompt do.

import Tally

extension Command {
  /// Lists the keys.
  static let keys = Command(
    name: "keys", usage: ":keys", summary: "what the keys of the prompt do", purpose: .learn,
    detail: "Tab completes, Up and Ctrl-R bring back what was asked, Ctrl-C stops a question, "
      + "Ctrl-D on an empty line leaves.",
    examples: [":keys"]
  ) { shell, _ in
    for (key, meaning) in shortcuts {
      var line = StyledText("  " + key, .keyword)
      line.append(String(repeating: " ", count: max(2, 16 - key.count)))
      line.line(meaning)
      shell.report.write(line)
    }
  }

  private static let shortcuts = [
    ("Enter", "run the question; while it is unfinished, begin a new line"),
    ("Alt-Enter", "begin a new line in any case"),
    ("Tab", "complete the word, list what can come next"),
    ("Right, End", "at the end of the line, take the grey suggestion"),
    ("Up, Down", "move within several lines, then through what was asked before"),
    ("Ctrl-R", "search what was asked before; again for older"),
    ("Ctrl-A, Ctrl-E", "to the beginning or end of the line"),
    ("Ctrl-W, Ctrl-K", "cut a word, cut to the end"),
    ("Ctrl-Y", "put back what was cut"),
    ("Ctrl-C", "clear the line (Up brings it back), or stop a running question"),
    ("Ctrl-D", "on an empty line, leave"),
    ("Ctrl-L", "clear the screen"),
    ("Ctrl-Z", "suspend; fg comes back"),
  ]
}
