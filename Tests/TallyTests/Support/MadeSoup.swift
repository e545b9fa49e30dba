// Random sentences that mean nothing, for finding what traps.

/// Words of the language in random order.
enum TokenSoup {
  static let words = [
    "count", "list", "share", "sum", "average", "median", "min", "max", "top", "bottom", "show",
    "counties", "states", "offices", "notices", "agreements", "fields", "relations", "county",
    "where", "in", "of", "with", "without", "by", "among", "as", "has", "at", "least", "most",
    "more", "than", "exactly", "and", "or", "not", "certainly", "possibly", "is", "known",
    "unknown", "none", "yes", "no", "between", "contains", "starts", "ends", "union", "intersect",
    "minus", "named", "latest", "up", "down", "only", "sort", "take", "skip", "keep", "total",
    "alpha", "beta", "people", "score", "kind", "word", "opened", "state", "detainers", "notify",
    "population", "name", "signed", "model", "region", "year", "lower", "round", "(", ")", "(",
    ")", ",", "|", ".", "<", "<=", ">", ">=", "+", "-", "*", "/", "=", "!=", "&&", "!", "1", "2",
    "0", "2020", "2020-06", "2020-06-30", "fy2020", "5%", "9223372036854775807",
    "99999999999999999999", "#90000", "#17031", "\"Example\"", "\"\"", "\"ZZ\"", "ZZ", "TX",
    "urban", "zzz", "\n", ";", "--", "''",
  ]

  /// Random rows of words.
  static func sentences(_ count: Int, _ random: inout SplitMix64) -> [String] {
    (0..<count).map { _ in
      (0..<1 + random.below(14)).map { _ in random.pick(words) }.joined(separator: " ")
    }
  }

  /// Sentences that work, with a word taken out, put in or replaced.
  static func broken(_ sentences: [String], _ count: Int, _ random: inout SplitMix64) -> [String] {
    (0..<count).map { _ in
      var words = random.pick(sentences).split(separator: " ").map(String.init)
      for _ in 0..<1 + random.below(3) {
        let at = random.below(words.count)
        switch random.below(3) {
        case 0 where words.count > 1: words.remove(at: at)
        case 1: words.insert(random.pick(TokenSoup.words), at: at)
        default: words[at] = random.pick(TokenSoup.words)
        }
      }
      return words.joined(separator: " ")
    }
  }
}
