// `:explain`: the long text of a message's code, the same as `tally explain` shows.

import Tally

extension Command {
  /// Says what a message means, with an example and what works instead.
  static let explain = Command(
    name: "explain", usage: ":explain [code]",
    summary: "what the last message, or one of a code, means", purpose: .ask,
    detail: "Each message begins with a code, such as T301. Without one, the last error is "
      + "explained; where there was none, every code is listed.",
    examples: [":explain", ":explain T301"],
    arguments: { _ in DiagnosticCode.all.map { ($0.name, $0.meaning) } }
  ) { shell, argument in
    var codes = argument.split(whereSeparator: \.isWhitespace).map(String.init)
    if codes.isEmpty, let last = shell.lastProblem { codes = [last] }
    _ = ExplanationPage.show(codes, session: shell.session, shell.report)
  }
}

/// The pages of messages.
enum ExplanationPage {
  /// Shows the pages of some codes in turn, or the list of all where none is named.
  static func show(_ codes: [String], session: Session, _ report: Report) -> ExitStatus {
    let width = report.width
    guard !codes.isEmpty else {
      report.write(list(width: width))
      return .success
    }
    var status = ExitStatus.success
    for (number, name) in codes.enumerated() {
      let found: StyledText
      if let lint = Lint.named(name) {
        found = page(lint, session, width: width)
      } else if let code = DiagnosticCode.named(name) {
        found = page(code, session, width: width)
      } else {
        report.complain(unknown(name, isPrompt: report.isInteractive))
        status = .usage
        continue
      }
      if number > 0 { report.line() }
      report.write(found.wrapped(width: width))
    }
    return status
  }

  /// Every code with its meaning.
  static func list(width: Int) -> StyledText {
    var text = StyledText()
    let lints = Lint.all.map { ($0.code, $0.meaning) }
    for (name, meaning) in DiagnosticCode.all.map({ ($0.name, $0.meaning) }) + lints {
      text.append(
        StyledText(name, .keyword).with(StyledText("  ")).with(StyledText(meaning))
          .lines(width: width, hanging: 6))
    }
    return text
  }

  /// The page of a code: what it means, an example with its message, what works.
  static func page(_ code: DiagnosticCode, _ session: Session, width: Int) -> StyledText {
    var text = heading(code.name, code.meaning, width: width)
    text.append(code.explanation(width: width - 2))
    guard let wrong = code.wrong, let right = code.right else { return text }
    text.line()
    text.line("for example:", .muted)
    ask(wrong, .plain, in: &text)
    let source = Source(wrong)
    let host = Host(load: { _, _ in .failure(Host.Refusal("there is no such file")) })
    for diagnostic in session.check(source, host: host) where diagnostic.code == code.name {
      text.append(
        DiagnosticRenderer.render(diagnostic, in: source, offersFix: false, width: width))
    }
    text.line()
    text.line("what works:", .muted)
    ask(right, .suggestion, in: &text)
    return text
  }

  /// The page of a lint, in the same form.
  static func page(_ lint: Lint, _ session: Session, width: Int) -> StyledText {
    var text = heading(lint.code, lint.meaning, width: width)
    text.append(lint.reason(width: width - 2))
    text.line()
    text.line("for example:", .muted)
    text.line(lint.wrong)
    let source = Source(lint.wrong)
    for warning in session.lint(source) where warning.code == lint.code {
      text.append(DiagnosticRenderer.render(warning, in: source, offersFix: false, width: width))
    }
    text.line()
    text.line("what works:", .muted)
    text.line(lint.right, .suggestion)
    return text
  }

  private static func heading(_ code: String, _ meaning: String, width: Int) -> StyledText {
    var text = StyledText(code, .heading).with(StyledText("  " + meaning))
      .lines(width: width, hanging: 2)
    text.line()
    return text
  }

  /// Statements as they are typed at the prompt.
  private static func ask(_ statements: String, _ role: Role, in text: inout StyledText) {
    for line in statements.split(separator: "\n") {
      text.append("tally> ", .muted)
      text.line(String(line), role)
    }
  }

  private static func unknown(_ name: String, isPrompt: Bool) -> String {
    let near = DiagnosticCode.nearest(to: name)
    let list = isPrompt ? ":help messages lists them" : "tally explain lists them"
    let help = near.isEmpty ? list : "near it: " + near.joined(separator: " ")
    return "there is no message \(name); " + help
  }
}
