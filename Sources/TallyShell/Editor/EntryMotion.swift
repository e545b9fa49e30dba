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

  /// Before the character on the cursor's left; nil at the beginning. A character is what people
  /// take for one: a letter with all its marks.
  var left: Int? {
    guard cursor > 0 else { return nil }
    return boundaries(lineStart..<cursor).last { $0 < cursor } ?? cursor - 1
  }

  /// Behind the character on the cursor's right; nil at the end.
  var right: Int? {
    guard cursor < text.count else { return nil }
    return boundaries(cursor..<lineEnd).first { $0 > cursor } ?? cursor + 1
  }

  /// Behind the word that the cursor is in or before; the end where there is none.
  var nextWord: Int {
    func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar.properties.canonicalCombiningClass != .notReordered
    }
    let start = text[cursor...].firstIndex(where: isOfWord) ?? text.count
    return text[start...].firstIndex { !isOfWord($0) } ?? text.count
  }

  /// Where the characters of a stretch begin, and its end.
  private func boundaries(_ range: Range<Int>) -> [Int] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[range])
    return String(view).reduce(into: [range.lowerBound]) { places, character in
      places.append((places.last ?? 0) + character.unicodeScalars.count)
    }
  }

  private func start(of place: Int) -> Int {
    (text[..<place].lastIndex(of: "\n") ?? -1) + 1
  }

  private func end(of place: Int) -> Int {
    text[place...].firstIndex(of: "\n") ?? text.count
  }
}
