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
  /// - Parameter isWanted: which entries may be proposed.
  func suggestion(for text: String, where isWanted: (String) -> Bool = { _ in true }) -> String? {
    guard !text.isEmpty else { return nil }
    return entries.last {
      $0.utf8.count > text.utf8.count && $0.utf8.starts(with: text.utf8) && isWanted($0)
    }
  }
}
