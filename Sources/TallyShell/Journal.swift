// What was asked and what came of it: for `:script`, which makes a script of a session.

import Tally

/// The statements of a session, in order.
struct Journal: Sendable {
  /// One statement that was run.
  struct Entry: Sendable {
    /// Its text, as it was typed or as `:fix` made it.
    let text: String
    /// Whether it did what it says; a failed one stays out of scripts.
    let succeeded: Bool
    /// Whether it asked a question, so that its answer can be expected.
    let isQuestion: Bool
    /// The day that it was asked of where it names none; nil for the record's latest.
    let usual: Day?
    /// The year of the totals that it was asked of, likewise.
    let edition: Int?
  }

  /// The entries, oldest first.
  private(set) var entries: [Entry] = []

  /// The most that is kept: as many as the history; the oldest go first.
  static let mostEntries = 10_000

  /// Adds what came of a statement.
  mutating func add(_ outcome: Outcome, usual: Day?, edition: Int?) {
    if entries.count == Journal.mostEntries { entries.removeFirst() }
    entries.append(
      Entry(
        text: outcome.source.text(outcome.span), succeeded: !outcome.failed,
        isQuestion: outcome.answer != nil, usual: usual, edition: edition))
  }
}
