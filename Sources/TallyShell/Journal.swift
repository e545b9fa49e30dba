// What was asked and what came of it: for `:script`, which makes a script of a session.

import Tally

/// The statements of a session, in order.
struct Journal: Sendable {
  /// One statement that was run.
  struct Entry: Sendable {
    /// Its text, as it was typed or as `:fix` made it.
    let text: String
    /// The name of the script that it stands in; empty for what was typed.
    var script = ""
    /// Whether it did what it says; a failed one stays out of scripts.
    let succeeded: Bool
    /// What it asked; nil where it was no question.
    var asked: Asked?
    /// What it defined; nil where it defined nothing.
    var defined: Definition?
    /// Whether it only holds an answer to something: a script has expectations of its own.
    var isExpectation = false
    /// The day that it was asked of where it names none; nil for the record's latest.
    var usual: Day?
    /// The year of the totals that it was asked of, likewise.
    var edition: Int?

    /// Whether it asked a question, so that its answer can be expected.
    var isQuestion: Bool { asked != nil }
  }

  /// A question that was answered.
  struct Asked: Sendable {
    /// The question with all names written out.
    let query: String
    /// What it was as of.
    let asOf: AnswerDate
  }

  /// The entries, oldest first.
  private(set) var entries: [Entry] = []
  /// How many were let go, for there were too many.
  private(set) var lost = 0

  /// The most that is kept: as many as the history; the oldest go first.
  static let mostEntries = 10_000

  /// Adds what came of a statement.
  mutating func add(_ outcome: Outcome, usual: Day?, edition: Int?) {
    if entries.count == Journal.mostEntries {
      entries.removeFirst()
      lost += 1
    }
    var defined: Definition?
    if case .defined(let definition) = outcome.effect { defined = definition }
    entries.append(
      Entry(
        text: outcome.source.text(outcome.span), script: outcome.source.name,
        succeeded: !outcome.failed,
        asked: outcome.answer.map {
          Asked(query: $0.provenance.query, asOf: $0.provenance.asOf)
        },
        defined: defined, isExpectation: outcome.expectation != nil, usual: usual,
        edition: edition))
  }
}
