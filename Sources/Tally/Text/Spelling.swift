// Which known word was meant: edit distance with transpositions.

/// Finds the known words that a mistyped one is close to.
package enum Spelling {
  /// The known words within two edits (one for words of up to four letters), nearest first,
  /// at most three. A swap of two neighbours is one edit.
  /// - Complexity: O(words × length²).
  package static func nearest(_ word: String, in known: [String]) -> [String] {
    let typed = Array(word.lowercased().unicodeScalars)
    guard typed.count <= 64 else { return [] }
    let limit = typed.count <= 4 ? 1 : 2
    let scored = known.compactMap { candidate -> (Int, String)? in
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - typed.count) <= limit else { return nil }
      let edits = distance(typed, letters)
      return edits <= limit ? (edits, candidate) : nil
    }
    return scored.sorted { $0 < $1 }.prefix(3).map(\.1)
  }

  /// The optimal-string-alignment distance: insertions, deletions, substitutions, swaps.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
