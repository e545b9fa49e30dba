// Moving by lines inside an entry of several lines.

/// An entry as libedit counts it: in scalars, with a cursor between them.
struct EntryMotion {
  private let text: [Unicode.Scalar]
  private let cursor: Int

  /// The motions from a place in an entry.
  init(_ text: String, cursor: Int) {
    self.text = Array(text.unicodeScalars)
    self.cursor = min(max(0, cursor), self.text.count)
  }

  /// The beginning of the cursor's line.
  var lineStart: Int { start(of: cursor) }

  /// The end of the cursor's line.
  var lineEnd: Int { end(of: cursor) }

  /// The same column one line up; nil on the first line.
  var up: Int? {
    guard lineStart > 0 else { return nil }
    let previous = lineStart - 1
    return min(start(of: previous) + cursor - lineStart, previous)
  }

  /// The same column one line down; nil on the last line.
  var down: Int? {
    guard lineEnd < text.count else { return nil }
    let next = lineEnd + 1
    return min(next + cursor - lineStart, end(of: next))
  }

  private func start(of place: Int) -> Int {
    (text[..<place].lastIndex(of: "\n") ?? -1) + 1
  }

  private func end(of place: Int) -> Int {
    text[place...].firstIndex(of: "\n") ?? text.count
  }
}
