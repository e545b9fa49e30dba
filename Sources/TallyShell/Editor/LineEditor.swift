// What the prompt needs of whatever reads its lines.

import Tally

/// What came of asking for an entry.
enum EntryRead: Equatable {
  /// An entry, perhaps of several lines, without a line end.
  case entry(String)
  /// Ctrl-C: the text that was there, for it stays recallable.
  case interrupted(String)
  /// The end of input.
  case end
  /// A signal asks the process to end.
  case terminated(Int32)
}

/// What an editor asks about the text in it.
struct EditorAdvice {
  /// Whether Enter may run it.
  var isComplete: (String) -> Bool = { _ in true }
  /// The roles of its words.
  var highlight: (String) -> [Highlight] = { _ in [] }
  /// What could be typed at a byte of it.
  var complete: (String, Int) -> Completions = {
    Completions(replaces: Span($1, $1), candidates: [])
  }
}

/// Reads entries from a person.
protocol LineEditor {
  /// Reads one entry. The history is oldest first.
  mutating func read(history: [String], advice: EditorAdvice) -> EntryRead
}
