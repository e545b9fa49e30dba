// `:copy`: puts the last answer into the clipboard of the person's screen.

import Glibc
import Tally

extension Command {
  /// Copies the last answer.
  static let copy = Command(
    name: "copy", usage: ":copy [name]",
    summary: "put the last answer into the clipboard", purpose: .keep,
    detail: "As plain text, or in the format that is named. The terminal does the copying, also "
      + "from another machine; one that cannot says nothing, and then :save helps.",
    examples: ["count counties by region", ":copy", ":copy markdown"],
    arguments: { _ in OutputFormat.all.map { ($0.name, $0.summary) } }
  ) { shell, argument in
    guard let answer = shell.lastAnswered?.answer else {
      return shell.report.complain("there is no answer yet: ask a question first, then copy it")
    }
    switch FormatChoice.find(argument.isEmpty ? "plain" : argument) {
    case .success(let format): copy(answer, format, in: shell)
    case .failure(let problem): shell.report.complain(problem.message)
    }
  }

  private static func copy(_ answer: Answer, _ format: OutputFormat, in shell: Shell) {
    if let refusal = format.refusal(answer) { return shell.report.complain(refusal) }
    guard let terminal = [STDOUT_FILENO, STDERR_FILENO].first(where: Terminal.isTerminal),
      !Terminal.isDumb
    else {
      return shell.report.complain(
        "there is no terminal that has a clipboard: :save writes the answer to a file")
    }
    let text = format.write(answer, OutputContext()).text
    guard text.utf8.count <= Clipboard.mostBytes else {
      return shell.report.complain(
        "the answer has \(text.utf8.count) bytes as \(format.name), and terminals take at most "
          + "\(Clipboard.mostBytes): :save writes it to a file")
    }
    let isInTmux = Environment.value("TMUX") != nil
    Sink(terminal).write(Clipboard.sequence(text, insideTmux: isInTmux))
    shell.report.confirm(
      "sent to the clipboard: the last answer as \(format.name), \(text.utf8.count) bytes; where "
        + "nothing arrives, the terminal does not allow it, and :save writes a file")
  }
}
