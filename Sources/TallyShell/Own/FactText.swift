// What became of evidence of one's own, in words.

import Tally

/// Sentences about the user's facts.
enum FactText {
  /// What the facts did.
  static func sentence(_ outcome: FactsOutcome) -> String {
    let facts = outcome.count == 1 ? "1 fact is" : "\(NumberText.grouped(outcome.count)) facts are"
    var parts = ["\(facts) yours"]
    if outcome.settled > 0 {
      let verbs = outcome.settled == 1 ? ("was", "is") : ("were", "are")
      parts.append("\(answers(outcome.settled)) that \(verbs.0) unknown \(verbs.1) known by them")
    }
    if outcome.confirmed > 0 {
      let verb = outcome.confirmed == 1 ? "is" : "are"
      parts.append("\(answers(outcome.confirmed)) \(verb) confirmed")
    }
    if outcome.without > 0 {
      parts.append(
        "\(NumberText.grouped(outcome.without)) "
          + "\(outcome.without == 1 ? "changes" : "change") nothing, for there the question does "
          + "not arise or the record's own rules differ")
    }
    if !outcome.conflicts.isEmpty {
      parts.append(
        "\(conflicts(outcome.conflicts.count)) with the record or with one another: there the "
          + "answer is unknown")
    }
    if outcome.open > 0 {
      let rows = outcome.open == 1 ? "1 row says" : "\(NumberText.grouped(outcome.open)) rows say"
      parts.append("\(rows) nothing yet")
    }
    return parts.joined(separator: "; ") + "."
  }

  /// What somebody who runs a script must know.
  static func warning(_ outcome: FactsOutcome) -> String {
    let all = outcome.conflicts
    let first = all.prefix(mostWarned).map(line).joined(separator: "; ")
    return "your evidence has \(conflicts(all.count)), where the answer is unknown: \(first)"
      + (all.count > mostWarned ? "; :facts at the prompt shows all" : "")
  }

  /// The conflicts that a run without a prompt names.
  private static let mostWarned = 3

  /// One conflict: `Cook County, IL, detainers: yes by row 2 of mine.csv against …`.
  static func line(_ conflict: FactConflict) -> String {
    let fact = conflict.fact
    let until = conflict.until.map { " to \($0)" } ?? " on"
    return "\(conflict.place), \(fact.field), from \(conflict.since)\(until): "
      + "\(fact.value.rawValue) by row \(fact.row) of \(conflict.file), against \(conflict.other)"
  }

  private static func answers(_ count: Int) -> String {
    count == 1 ? "1 answer" : "\(NumberText.grouped(count)) answers"
  }

  private static func conflicts(_ count: Int) -> String {
    count == 1 ? "1 conflict" : "\(NumberText.grouped(count)) conflicts"
  }
}
