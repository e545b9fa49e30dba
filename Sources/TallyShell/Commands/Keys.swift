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
    ("Alt-Enter", "begin a new line that goes on with the question, with blanks"),
    ("Tab", "complete the word, list what can come next"),
    ("Right, End", "at the end of the line, take the grey suggestion"),
    ("Alt-F", "the next word; at the end, take one word of the suggestion"),
    ("Up, Down", "move within several lines, then through what was asked before"),
    ("Ctrl-R, Ctrl-S", "search what was asked before: back, forward"),
    ("Ctrl-A, Ctrl-E", "to the beginning or end of the line"),
    ("Alt-B, Alt-F", "a word back, a word on; also Ctrl-Left, Ctrl-Right"),
    ("Ctrl-W, Alt-D", "cut the word before the cursor, cut the word behind it"),
    ("Ctrl-U, Ctrl-K", "cut all of the entry, cut from the cursor to its end"),
    ("Ctrl-Y", "put back what was cut"),
    ("Ctrl-T", "swap two letters"),
    ("Ctrl-_", "undo"),
    ("Ctrl-C", "clear the line (Up brings it back), or stop a running question"),
    ("Ctrl-D", "on an empty line, leave; else delete what stands at the cursor"),
    ("Ctrl-L", "clear the screen"),
    ("Ctrl-Z", "suspend; fg comes back"),
    ("vi keys", "the line bind -v in the file ~/.editrc gives them"),
  ]
}
