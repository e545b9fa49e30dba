// Which of a few words was meant.

/// Edit distance between short words.
enum Nearest {
  /// The word within two edits of a typed one, nearest first; nil for none.
  static func word(to typed: String, in known: [String]) -> String? {
    let scored = known.map { (distance(Array(typed.prefix(40)), Array($0)), $0) }
    return scored.filter { $0.0 <= 2 && $0.0 < typed.count }.min { $0.0 < $1.0 }?.1
  }

  /// How many insertions, deletions and changes lead from one word to another.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        row.append(min(last[j + 1] + 1, row[j] + 1, last[j] + (letter == other ? 0 : 1)))
      }
      last = row
    }
    return last[b.count]
  }
}
