// Running queries without a conversation: from the command line, from files, from a pipe.

import Glibc
import Tally

/// A run over some sources, in order, that stops at the first error.
struct Batch {
  private var session: Session
  private let report: Report

  /// A run that asks a session and shows what comes of it.
  init(session: Session, report: Report) {
    self.session = session
    self.report = report
  }

  /// Runs queries given on the command line.
  mutating func run(queries: [String]) -> ExitStatus {
    run(queries.count) { number throws(FileProblem) in
      try InputFile.checked(Source(queries[number]))
    }
  }

  /// Runs files; `-` is standard input. Each is read when its turn comes.
  mutating func run(files: [String]) -> ExitStatus {
    run(files.count) { number throws(FileProblem) in try InputFile.read(files[number]) }
  }

  /// Runs some sources, each of which is read when its turn comes.
  private mutating func run(
    _ count: Int, _ read: (_ number: Int) throws(FileProblem) -> Source
  ) -> ExitStatus {
    Interrupt.install(once: true)
    var watch = Clock.milliseconds
    var shown = 0
    var status = ExitStatus.success
    for number in 0..<count {
      let source: Source
      do throws(FileProblem) {
        source = try read(number)
      } catch {
        report.complain(error.message)
        return Interrupt.isRequested() ? .interrupted : .usage
      }
      let hasHeadings = (count > 1 || Batch.hasSeveral(source)) && writesHeadings
      var stopped: ExitStatus?
      var session = session
      session.run(source, host: .files(shouldStop: Interrupt.isRequested)) { outcome in
        let time = Clock.milliseconds - watch
        if hasHeadings, outcome.answer != nil { heading(of: outcome, isFirst: shown == 0) }
        let own = report.show(outcome)
        if outcome.answer != nil {
          shown += 1
          report.say(time: time)
        }
        watch = Clock.milliseconds
        if Interrupt.isRequested() { stopped = .interrupted }
        if report.output.failure != nil { stopped = outputFailed() }
        // What does not hold is told, and the rest is run: an error ends the run.
        if own == .expectation { status = own } else if own != .success { stopped = stopped ?? own }
        return stopped == nil
      }
      self.session = session
      if let stopped { return stopped }
    }
    return status
  }

  /// Whether the query is written above its answer: the format is for people.
  private var writesHeadings: Bool { ["table", "plain"].contains(report.format.name) }

  /// Whether a source has more than one statement. One line of one statement is not read twice.
  private static func hasSeveral(_ source: Source) -> Bool {
    source.bytes.contains {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: ";")
    }
      && Session.statementCount(source) > 1
  }

  /// Writes the query above its answer, as a comment of the language.
  private func heading(of outcome: Outcome, isFirst: Bool) {
    if !isFirst { report.line() }
    for line in outcome.source.text(outcome.span).split(whereSeparator: \.isNewline) {
      report.line("-- " + line, .comment)
    }
  }

  /// Whoever read us has gone: that is no fault. Anything else is one.
  private func outputFailed() -> ExitStatus {
    guard let problem = report.outputProblem else { return .success }
    report.complain(problem)
    return .failure
  }
}
