// Joins words as a sentence does: `A, B and C`.

/// Lists of words.
enum WordList {
  /// `A`, `A and B`, `A, B and C`.
  static func joined(_ words: [String], _ last: String = "and") -> String {
    guard let final = words.last, words.count > 1 else { return words.first ?? "" }
    return Array(words.dropLast()).joined(separator: ", ") + " \(last) " + final
  }

  /// How many words are compared one by one: most lists have a handful.
  private static let mostCompared = 32

  /// Each word once, in the order of first use.
  static func distinct(_ words: [String]) -> [String] {
    guard words.count <= mostCompared else {
      var seen = Set<String>()
      return words.filter { seen.insert($0).inserted }
    }
    var found: [String] = []
    for word in words where !found.contains(word) { found.append(word) }
    return found
  }
}

extension Unit {
  /// The word for that many: `county` for 1, else `counties`.
  func word(_ count: Int) -> String { CleanText.line(count == 1 ? singular : plural) }

  /// `1 county`, `3,143 counties`.
  func counted(_ count: Int) -> String { withWord(NumberText.grouped(count), count == 1) }

  /// Whether its numbers are names: see `Field.nameUnits`.
  var isName: Bool { kind == .measure && Field.nameUnits.contains(plural) }

  /// A number, already written, with its unit.
  func withWord(_ number: String, _ isOne: Bool) -> String {
    if isName { return number }
    let word = word(isOne ? 1 : 2)
    return word.isEmpty ? number : number + " " + word
  }
}
