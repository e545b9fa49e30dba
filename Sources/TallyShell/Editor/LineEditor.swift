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

/// What an editor asks about the text in it. Places in it are counted in bytes.
struct EditorAdvice {
  /// What stands before the entry.
  var prompt = EditorPrompt(number: 1)
  /// What decides the colours.
  var settings = Settings()
  /// Whether Enter may run it.
  var isComplete: (String) -> Bool = { _ in true }
  /// The roles of its words; a word with the cursor at its end may not be typed to its end.
  var highlight: (_ text: String, _ cursor: Int) -> [Highlight] = { _, _ in [] }
  /// What could be typed at a place of it.
  var complete: (_ text: String, _ cursor: Int) -> Completions = {
    Completions(replaces: Span($1, $1), candidates: [])
  }
  /// Whether an earlier entry may be proposed as a whole; nil where nothing is to be proposed.
  var proposes: ((_ entry: String) -> Bool)?
  /// The rest of its last word, where only one word is meant.
  var rest: (_ text: String, _ cursor: Int) -> String? = { _, _ in nil }
  /// How to find the line under it; nil for none.
  var hint: (_ text: String, _ cursor: Int) -> HintWorker.Work? = { _, _ in nil }
}

/// Reads entries from a person.
protocol LineEditor {
  /// Reads one entry. The history is oldest first.
  mutating func read(history: [String], advice: EditorAdvice) -> EntryRead
}
