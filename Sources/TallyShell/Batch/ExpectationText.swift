// An expectation that is not met, in words: what was asked, expected and found.

import Tally

/// The lines that tell what does not hold.
struct ExpectationText {
  /// A line and what it is.
  struct Line {
    var text: String
    var role: Role = .plain
  }

  let lines: [Line]

  /// What is told of an expectation.
  init(_ expectation: Expectation, _ outcome: Outcome) {
    let place = ExpectationText.place(outcome)
    var lines = [Line(text: "\(place): not as expected", role: .error)]
    if !expectation.reason.isEmpty { lines.append(Line(text: "  " + expectation.reason)) }
    if expectation.expectedRows.isEmpty, expectation.foundRows.isEmpty {
      lines.append(Line(text: "  - " + expectation.text, role: .error))
      lines.append(Line(text: "  + " + (expectation.renewed ?? expectation.found)))
    } else {
      lines += ExpectationText.difference(expectation.expectedRows, expectation.foundRows)
    }
    self.lines = lines
  }

  /// `fact-check.tally:12:1`.
  static func place(_ outcome: Outcome) -> String {
    let source = outcome.source
    let line = source.line(at: outcome.span.start)
    let column = outcome.span.start - source.lineSpan(line).start + 1
    let name = source.name.isEmpty ? "" : source.name + ":"
    return "\(name)\(line + 1):\(column)"
  }

  /// The rows that only one side has, in the order of the longest common part.
  static func difference(_ expected: [String], _ found: [String]) -> [Line] {
    let changes = found.difference(from: expected)
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in changes {
      switch change {
      case .remove(let at, _, _): removed.insert(at)
      case .insert(let at, _, _): inserted.insert(at)
      }
    }
    var lines: [Line] = []
    var old = 0
    var new = 0
    while old < expected.count || new < found.count {
      if removed.contains(old) {
        lines.append(Line(text: "  - " + expected[old], role: .error))
        old += 1
      } else if inserted.contains(new) {
        lines.append(Line(text: "  + " + found[new]))
        new += 1
      } else {
        if old < expected.count { lines.append(Line(text: "    " + expected[old], role: .muted)) }
        old += 1
        new += 1
      }
    }
    return lines
  }
}
