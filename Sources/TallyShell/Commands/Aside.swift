// What commands ask of the session without its counting: no result, no history, no journal.

import Tally

extension Shell {
  /// Asks something on the side and shows the answer.
  /// - Parameter format: how, where not as the reader has chosen.
  @discardableResult
  func aside(_ query: String, format: OutputFormat? = nil) -> Bool {
    var (session, report) = (session, report)
    report.once = format
    var answered = false
    session.run(Source(query), host: .files(shouldStop: Interrupt.isRequested)) { outcome in
      answered = report.show(outcome) == .success
      return answered
    }
    return answered
  }

  /// Whether a question would be answered: nothing in it is wrong.
  func canAsk(_ query: String) -> Bool {
    session.check(Source(query)).allSatisfy { $0.severity != .error }
  }

  /// The record at the session's day.
  var dataset: Dataset { session.dataset.at(day) }

  /// The day of questions that name none.
  var day: Day { session.asOf ?? session.dataset.latest }

  /// Shows a table of the shell's own making in the reader's format.
  /// - Parameter asOf: of which day it is, where not of the session's.
  func show(
    _ rows: [[Cell]], _ columns: [AnswerColumn], of unit: Unit, asked: String,
    asOf: Day? = nil, notes: [String] = []
  ) {
    let table = Table(
      columns: columns, rows: rows, unit: unit, matched: rows.count, base: rows.count)
    let dataset = session.dataset
    let answer = Answer(
      .rows(table),
      provenance: Provenance(
        query: asked, asOf: AnswerDate(asOf ?? day), dataset: dataset.name,
        version: dataset.version,
        hash: dataset.hash),
      notes: notes)
    var report = report
    report.once = nil
    if let refusal = report.format.refusal(answer) { return report.complain(refusal) }
    report.write(
      report.format.write(
        answer, Terminal.outputContext(report.output.descriptor, report.settings)))
  }

  /// Whether the reader's format is the one for a screen, where meanings are set in paragraphs.
  var showsListings: Bool {
    var report = report
    report.once = nil
    return report.format.name == "table"
  }
}
