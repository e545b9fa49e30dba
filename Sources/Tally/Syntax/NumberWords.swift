// Numbers that are written as words, which this language writes in digits.

/// The words for small numbers.
enum NumberWords {
  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// The digits of a word; nil for any other word.
  static func digits(_ word: String) -> String? {
    words.firstIndex(of: word.lowercased()).map(String.init)
  }
}
