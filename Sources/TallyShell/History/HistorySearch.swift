// Looking through the history for a part of an entry, letter by letter.

/// An incremental search through the history, whatever the letter case.
struct HistorySearch {
  /// Which way it goes.
  enum Direction {
    /// From the newest entry to the oldest, or the other way.
    case back, forward
  }

  /// The entries, and the same in small letters.
  private let entries: [String]
  private let letters: [String]
  private(set) var direction: Direction
  private(set) var pattern = ""
  /// The entry that was found; nil for none.
  private(set) var match: Int?
  /// Whether there is no further entry in the direction that was last gone.
  private(set) var isAtEnd = false

  /// A search that has found nothing yet. Entries are oldest first.
  init(_ entries: [String], _ direction: Direction = .back) {
    self.entries = entries
    self.direction = direction
    letters = entries.map { $0.lowercased() }
  }

  /// The text of the entry that was found.
  var text: String? { match.map { entries[$0] } }

  /// Whether there is a pattern that nothing matches.
  var failed: Bool { !pattern.isEmpty && match == nil }

  /// Where in the found entry the pattern begins, in scalars; nil where that cannot be told.
  var place: Int? {
    guard let match, let range = letters[match].firstRange(of: pattern.lowercased()) else {
      return nil
    }
    let before = letters[match].unicodeScalars.distance(
      from: letters[match].startIndex, to: range.lowerBound)
    // A few letters have small ones of several characters: then places do not agree.
    let isSame = letters[match].unicodeScalars.count == entries[match].unicodeScalars.count
    return isSame ? before : nil
  }

  /// Looks for a pattern: from the entry that was found where it grows, else from the start.
  mutating func setPattern(_ pattern: String) {
    let grows = !self.pattern.isEmpty && pattern.hasPrefix(self.pattern)
    self.pattern = pattern
    isAtEnd = false
    match = grows && match == nil ? nil : find(from: grows ? match : nil)
  }

  /// Goes on in a direction; stays where it is when there is nothing more.
  mutating func goOn(_ direction: Direction) {
    self.direction = direction
    guard let from = match else { return }
    let next = direction == .back ? from - 1 : from + 1
    let found = entries.indices.contains(next) ? find(from: next) : nil
    isAtEnd = found == nil
    match = found ?? match
  }

  /// The first entry with the pattern in the direction, from one on, that one included.
  private func find(from start: Int?) -> Int? {
    guard !pattern.isEmpty else { return nil }
    let wanted = pattern.lowercased()
    switch direction {
    case .back: return letters[...(start ?? letters.count - 1)].lastIndex { $0.contains(wanted) }
    case .forward: return letters[(start ?? 0)...].firstIndex { $0.contains(wanted) }
    }
  }
}
