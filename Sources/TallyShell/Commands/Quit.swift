// `:quit`: the end of the session.

extension Command {
  /// Ends the session; `quit`, `exit` and Ctrl-D on an empty line do so too.
  static let quit = Command(
    name: "quit", usage: ":quit", summary: "leave; so does Ctrl-D", purpose: .leave,
    detail: "quit and exit without a colon leave too, and Ctrl-D on an empty line.",
    examples: [":quit"]
  ) { shell, _ in shell.isDone = true }
}
