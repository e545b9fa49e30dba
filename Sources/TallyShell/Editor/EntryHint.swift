// The words of the line under an entry.

import Tally

/// Makes the line under an entry.
enum EntryHint {
  /// What is wrong with an entry, and what would mend it, in one line.
  static func line(_ mistake: Diagnostic) -> StyledText {
    var words = mistake.message
    // Of several rewrites none is more likely: Enter shows them all.
    let fix = mistake.fixes.count == 1 ? mistake.fixes[0].replacement : ""
    if !fix.isEmpty, !fix.contains("\n") {
      words += "; did you mean \(fix.trimmed)?"
    } else if let help = mistake.help.first {
      words += "; " + help
    }
    return StyledText(words, .muted)
  }

  /// How much a question finds. It is asked of a copy: the session does not change, and no file is
  /// read.
  static func line(
    asking source: Source, of session: Session, _ warning: Diagnostic?,
    shouldStop: @escaping @Sendable () -> Bool
  ) -> StyledText? {
    var copy = session
    guard let outcome = copy.run(source, shouldStop: shouldStop).first, !shouldStop() else {
      return nil
    }
    if let failure = outcome.diagnostics.first(where: { $0.severity == .error }) {
      return line(failure)
    }
    guard let size = outcome.answer?.size else { return nil }
    return StyledText(size + (warning.map { "; " + $0.message } ?? ""), .muted)
  }

  /// A line that is no wider than a screen; where it is cut, a mark says so.
  static func fitted(_ line: StyledText, width: Int, mark: String) -> StyledText {
    guard CellWidth.of(line.text) > width else { return line }
    var room = max(0, width - CellWidth.of(mark))
    var cut = StyledText()
    for run in line.runs {
      let kept = run.text.prefix { character in
        room -= CellWidth.of(String(character))
        return room >= 0
      }
      cut.append(String(kept), run.role)
      if room < 0 { break }
    }
    if CellWidth.of(mark) <= width { cut.append(mark, .muted) }
    return cut
  }
}
