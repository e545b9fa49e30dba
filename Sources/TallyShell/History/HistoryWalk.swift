// Going up and down through history without losing the entry that was begun.

/// A place in the history, and the draft that was there before the walk began.
///
/// libedit has this too, but cuts an unsent draft at 1,024 characters.
struct HistoryWalk {
  private let entries: [String]
  private var place: Int
  private var drafts: [Int: String] = [:]

  /// A walk that begins below the newest entry. Entries are oldest first.
  init(_ entries: [String]) {
    self.entries = entries
    place = entries.count
  }

  /// The entry above; nil at the oldest. What is on the screen is kept for the way back.
  mutating func older(leaving text: String) -> String? {
    place > 0 ? move(to: place - 1, leaving: text) : nil
  }

  /// The entry below, in the end the draft; nil below that.
  mutating func newer(leaving text: String) -> String? {
    place < entries.count ? move(to: place + 1, leaving: text) : nil
  }

  /// Moves to an entry that a search found.
  mutating func jump(to index: Int, leaving text: String) {
    _ = move(to: index, leaving: text)
  }

  private mutating func move(to index: Int, leaving text: String) -> String {
    drafts[place] = text
    place = index
    return drafts[index] ?? (index < entries.count ? entries[index] : "")
  }

  /// The newest entry that goes on from a text: a suggestion. Nil for no text.
  func suggestion(for text: String) -> String? {
    guard !text.isEmpty else { return nil }
    return entries.last {
      $0.utf8.count > text.utf8.count && $0.utf8.starts(with: text.utf8)
    }
  }
}

/// An incremental search from the newest entry back.
struct HistorySearch {
  private let entries: [String]
  private(set) var pattern = ""
  /// The entry that was found; nil for none.
  private(set) var match: Int?

  /// A search that has found nothing yet. Entries are oldest first.
  init(_ entries: [String]) { self.entries = entries }

  /// The text of the entry that was found.
  var text: String? { match.map { entries[$0] } }

  /// Whether there is a pattern that nothing matches.
  var failed: Bool { !pattern.isEmpty && match == nil }

  /// Looks for a pattern from the newest entry.
  mutating func setPattern(_ pattern: String) {
    self.pattern = pattern
    match = find(before: entries.count)
  }

  /// Looks further back; stays where it is when there is nothing more.
  /// - Returns: whether there was.
  mutating func older() -> Bool {
    guard let from = match, let next = find(before: from) else { return false }
    match = next
    return true
  }

  private func find(before end: Int) -> Int? {
    guard !pattern.isEmpty else { return nil }
    return entries[..<end].lastIndex { $0.contains(pattern) }
  }
}
