// `:explain`: the long text of a message's code, the same as `tally explain` shows.

import Tally

extension Command {
  /// Says what a message means, with an example and what works instead.
  static let explain = Command(
    name: "explain", usage: ":explain [code]", summary: "what a message means, such as T301",
    arguments: { _ in DiagnosticCode.all.map { ($0.name, $0.meaning) } }
  ) { shell, argument in
    let codes = argument.split(whereSeparator: \.isWhitespace).map(String.init)
    _ = ExplanationPage.show(codes, session: shell.session, shell.report)
  }
}

/// The pages of messages.
enum ExplanationPage {
  /// Shows the pages of some codes in turn, or the list of all where none is named.
  static func show(_ codes: [String], session: Session, _ report: Report) -> ExitStatus {
    guard !codes.isEmpty else {
      report.write(list)
      return .success
    }
    var status = ExitStatus.success
    for (number, name) in codes.enumerated() {
      guard let code = DiagnosticCode.named(name) else {
        report.complain(unknown(name))
        status = .usage
        continue
      }
      if number > 0 { report.line() }
      report.write(page(code, session))
    }
    return status
  }

  /// Every code with its meaning.
  static var list: StyledText {
    var text = StyledText()
    for code in DiagnosticCode.all {
      text.append(code.name, .keyword)
      text.line("  " + code.meaning)
    }
    return text
  }

  /// The page of a code: what it means, an example with its message, what works.
  static func page(_ code: DiagnosticCode, _ session: Session) -> StyledText {
    var text = StyledText(code.name, .heading)
    text.line("  " + code.meaning)
    text.line()
    text.append(code.explanation(width: 78))
    guard let wrong = code.wrong, let right = code.right else { return text }
    text.line()
    text.line("for example:", .muted)
    ask(wrong, .plain, in: &text)
    let source = Source(wrong)
    let host = Host(load: { _, _ in .failure(Host.Refusal("there is no such file")) })
    for diagnostic in session.check(source, host: host) where diagnostic.code == code.name {
      text.append(DiagnosticRenderer.render(diagnostic, in: source, offersFix: false))
    }
    text.line()
    text.line("what works:", .muted)
    ask(right, .suggestion, in: &text)
    return text
  }

  /// Statements as they are typed at the prompt.
  private static func ask(_ statements: String, _ role: Role, in text: inout StyledText) {
    for line in statements.split(separator: "\n") {
      text.append("tally> ", .muted)
      text.line(String(line), role)
    }
  }

  private static func unknown(_ name: String) -> String {
    let near = DiagnosticCode.nearest(to: name)
    let help = near.isEmpty ? "tally explain lists them" : "near it: " + near.joined(separator: " ")
    return "there is no message \(name); " + help
  }
}
