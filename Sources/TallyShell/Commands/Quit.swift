// `:quit`: the end of the session.

extension Command {
  /// Ends the session; `quit`, `exit` and Ctrl-D on an empty line do so too.
  static let quit = Command(name: "quit", usage: ":quit", summary: "leave; so does Ctrl-D") {
    shell, _ in shell.isDone = true
  }
}
