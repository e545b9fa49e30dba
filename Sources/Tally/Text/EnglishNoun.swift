// One of what a plural counts.

/// Words for one thing and for several, by the common rules of English.
enum EnglishNoun {
  /// The word for one of many: `visit` of `visits`, `branch` of `branches`, `agency` of `agencies`.
  /// A word that is no such plural is left as it is: `staff`, `status`, `press`.
  static func singular(of word: String) -> String {
    if let (many, one) = irregular.first(where: { word.hasSuffix($0.many) }) {
      return word.dropLast(many.count) + one
    }
    for (ending, cut, added) in endings
    where word.hasSuffix(ending) && word.count > ending.count + 1 {
      return word.dropLast(cut) + added
    }
    return word
  }

  /// Words whose ending says something else than it looks like.
  private static let irregular: [(many: String, one: String)] = [
    ("series", "series"), ("species", "species"), ("movies", "movie"), ("cookies", "cookie"),
    ("caches", "cache"), ("headaches", "headache"), ("niches", "niche"),
  ]

  /// Endings, how many letters go, and what takes their place; the first that fits holds.
  private static let endings: [(ending: String, cut: Int, added: String)] = [
    ("ies", 3, "y"), ("sses", 2, ""), ("ches", 2, ""), ("shes", 2, ""), ("xes", 2, ""),
    ("ss", 0, ""), ("us", 0, ""), ("is", 0, ""), ("s", 1, ""),
  ]
}
