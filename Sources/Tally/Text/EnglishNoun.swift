// One of what a plural counts.

/// Words for one thing and for several, by the common rules of English.
enum EnglishNoun {
  /// The word for one of many: `visit` of `visits`, `branch` of `branches`, `agency` of `agencies`.
  /// A word that is no such plural is left as it is: `staff`, `status`, `press`.
  static func singular(of word: String) -> String {
    for (ending, cut, added) in endings where word.hasSuffix(ending) {
      return word.count > ending.count + 1 ? word.dropLast(cut) + added : word
    }
    return word
  }

  /// Endings, how many letters go, and what takes their place; the first that fits holds.
  private static let endings: [(ending: String, cut: Int, added: String)] = [
    ("ies", 3, "y"), ("sses", 2, ""), ("ches", 2, ""), ("shes", 2, ""), ("xes", 2, ""),
    ("ss", 0, ""), ("us", 0, ""), ("is", 0, ""), ("s", 1, ""),
  ]
}
