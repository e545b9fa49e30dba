// tally test: scripts as tests, a line for each expectation.

import Tally

/// A run of scripts that counts what holds.
struct ScriptTests {
  let session: Session
  let report: Report
  /// Whether expectations that are not met are written anew in their files.
  let isUpdating: Bool
  private(set) var passed = 0
  private(set) var failed = 0

  init(session: Session, report: Report, isUpdating: Bool) {
    self.session = session
    self.report = report
    self.isUpdating = isUpdating
  }

  /// Runs files, each in a session of its own, and closes with `N passed, N failed`.
  mutating func run(_ files: [String]) -> ExitStatus {
    var worst = ExitStatus.success
    for file in files.flatMap(InputFile.scripts) {
      do {
        let status = try run(try InputFile.read(file), path: file)
        if worst == .success || status == .usage { worst = status }
      } catch {
        report.complain(error.message)
        failed += 1
        worst = .usage
      }
    }
    report.line("\(passed) passed, \(failed) failed", failed == 0 ? .plain : .error)
    return failed == 0 ? .success : worst == .usage ? .usage : .expectation
  }

  private mutating func run(_ source: Source, path: String) throws(FileProblem) -> ExitStatus {
    var session = session
    var outcomes: [Outcome] = []
    session.run(source, host: .files(), isTest: true) { outcome in
      outcomes.append(outcome)
      return true
    }
    let before = passed + failed
    for outcome in outcomes { take(outcome) }
    // A file of definitions asks nothing, so it has nothing to expect.
    if passed + failed == before, outcomes.contains(where: { $0.answer != nil }) {
      report.complain("\(source.name) expects nothing: nothing is tested", .error)
      failed += 1
    }
    if isUpdating { try update(source, outcomes, path: path) }
    return .success
  }

  private mutating func take(_ outcome: Outcome) {
    if let expectation = outcome.expectation {
      if expectation.isMet { passed += 1 } else { failed += 1 }
      tell(expectation, outcome)
    } else if outcome.failed, !outcome.isExpectedToFail {
      failed += 1
      _ = report.show(outcome)
    }
  }

  private func tell(_ expectation: Expectation, _ outcome: Outcome) {
    guard !expectation.isMet else {
      let line = ScriptTests.firstLine(expectation.text)
      return report.line("ok      \(ExpectationText.place(outcome)): \(line)")
    }
    var text = StyledText()
    text.line("FAILED  \(ExpectationText.place(outcome)): \(asked(above: outcome))", .error)
    for line in ExpectationText(expectation, outcome).lines.dropFirst() {
      text.line("      " + line.text, line.role)
    }
    report.write(text)
  }

  private static func firstLine(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline)
    return (lines.first.map(String.init) ?? "") + (lines.count > 1 ? " … >>" : "")
  }

  /// The question that an expectation is about: the text above it, up to the blank line.
  private func asked(above outcome: Outcome) -> String {
    let source = outcome.source
    var line = source.line(at: outcome.span.start) - 1
    while line >= 0 {
      let text = source.text(source.lineSpan(line)).trimmed
      let isOther = text.isEmpty || text.hasPrefix("--") || text.hasPrefix("expect")
      if !isOther { return text }
      line -= 1
    }
    return ScriptTests.firstLine(source.text(outcome.span))
  }

  // MARK: Updating

  /// Writes what was found in the place of what was expected, the last first.
  private func update(
    _ source: Source, _ outcomes: [Outcome], path: String
  ) throws(FileProblem) {
    let changes = outcomes.compactMap { outcome -> (Span, String)? in
      guard let expectation = outcome.expectation, !expectation.isMet,
        let renewed = expectation.renewed
      else { return nil }
      return (outcome.span, renewed)
    }
    guard !changes.isEmpty else { return }
    guard path != "-" else {
      throw FileProblem("standard input", because: "it cannot be written anew")
    }
    // A file keeps its kind of line ends.
    let isCRLF = source.bytes.split(separator: UInt8(ascii: "\n")).first?.last == 13
    var text = ""
    var at = 0
    for (span, renewed) in changes {
      let lines = isCRLF ? renewed.replacing("\n", with: "\r\n") : renewed
      text += source.text(Span(at, span.start)) + lines
      at = span.end
    }
    text += source.text(Span(at, source.bytes.count))
    try FileReplacement.write(text, to: path)
    let count = changes.count == 1 ? "1 expectation" : "\(changes.count) expectations"
    report.complain("\(path): \(count) written anew", .note)
  }
}
