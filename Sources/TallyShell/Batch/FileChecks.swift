// The work of `tally check`: reads scripts, says what is wrong with each, counts.

import Tally

/// A check of scripts that goes on after a mistake.
struct FileChecks {
  /// What the scripts are about.
  let session: Session
  /// Where the messages go: they are the answer, so to standard output.
  let report: Report
  /// Whether they are written as JSON.
  let isJSON: Bool

  /// Checks files in order; `-` is standard input.
  func run(_ files: [String]) -> ExitStatus {
    var errors = 0
    var others = 0
    var unread = 0
    for file in files {
      do {
        let source = try InputFile.read(file)
        for diagnostic in session.check(source, host: .files()) {
          show(diagnostic, in: source)
          if diagnostic.severity == .error { errors += 1 } else { others += 1 }
        }
      } catch {
        report.complain(error.message)
        unread += 1
      }
    }
    if !isJSON { sum(files.count - unread, errors, others) }
    if let problem = report.outputProblem {
      report.complain(problem)
      return .failure
    }
    return errors + unread > 0 ? .usage : .success
  }

  private func show(_ diagnostic: Diagnostic, in source: Source) {
    guard !isJSON else { return report.line(DiagnosticJSON.line(diagnostic, in: source)) }
    report.write(DiagnosticRenderer.render(diagnostic, in: source, offersFix: false))
    report.line()
  }

  /// The closing line.
  private func sum(_ files: Int, _ errors: Int, _ others: Int) {
    let counts = [(files, "file"), (errors, "error"), (others, "other message")]
    report.line(counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", "), .muted)
  }
}
