// The work of `tally lint`: reads scripts, warns of each, counts.

import Tally

/// A run over scripts that goes on after a warning.
struct FileLints {
  /// What the scripts are about.
  let session: Session
  /// Where warnings go: they are the answer, so to standard output. Errors go to the other stream.
  let report: Report

  /// Lints files in order; `-` is standard input.
  /// - Returns: the gravest of what was found.
  func run(_ files: [String]) -> ExitStatus {
    var warnings = 0
    var status = ExitStatus.success
    for file in files {
      do {
        let source = try InputFile.read(file)
        let errors = session.check(source, host: .files()).filter { $0.severity == .error }
        for error in errors { report.show(error, in: source) }
        let found = session.lint(source, host: .files())
        for warning in found { show(warning, in: source) }
        warnings += found.count
        if !errors.isEmpty { status = .usage }
      } catch {
        report.complain(error.message)
        status = .usage
      }
    }
    if let problem = report.outputProblem {
      report.complain(problem)
      return .failure
    }
    if warnings > 0 { report.line("\(warnings) warning\(warnings == 1 ? "" : "s")", .muted) }
    return status == .success && warnings > 0 ? .failure : status
  }

  private func show(_ warning: Diagnostic, in source: Source) {
    report.write(DiagnosticRenderer.render(warning, in: source, offersFix: false))
    report.line()
  }
}
