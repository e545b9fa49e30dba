// Breaks sentences as typing does: a word lost, doubled, swapped, or one too many.

/// Changes to a list of lexemes.
enum BrokenSentences {
  /// A sentence with one to three changes. It may happen to be a sentence still: the judge asks the
  /// recogniser, and does not assume.
  static func broken(
    _ sentence: [Lexeme], _ vocabulary: Vocabulary, by random: inout SplitMix64
  ) -> [Lexeme] {
    var lexemes = sentence
    for _ in 0...random.below(3) { change(&lexemes, vocabulary, by: &random) }
    return Array(lexemes.prefix(Recogniser.limit))
  }

  private static func change(
    _ lexemes: inout [Lexeme], _ vocabulary: Vocabulary, by random: inout SplitMix64
  ) {
    guard !lexemes.isEmpty else {
      lexemes.append(vocabulary.anything(by: &random))
      return
    }
    let place = random.below(lexemes.count)
    let other = random.below(lexemes.count)
    switch random.below(6) {
    case 0: lexemes.remove(at: place)
    case 1: lexemes.insert(vocabulary.anything(by: &random), at: place)
    case 2: lexemes[place] = vocabulary.anything(by: &random)
    case 3: lexemes.swapAt(place, min(place + 1, lexemes.count - 1))
    case 4: lexemes.insert(lexemes[other], at: place)
    default: lexemes.removeSubrange(place..<min(place + 1 + random.below(3), lexemes.count))
    }
  }

  /// The sentence with lexemes taken out as long as a fault remains: what a person wants to read.
  static func shrunk(_ sentence: [Lexeme], while fails: ([Lexeme]) -> Bool) -> [Lexeme] {
    var best = sentence
    var width = max(1, best.count / 2)
    while width >= 1 {
      var place = 0
      var shorter = false
      while place + width <= best.count {
        var candidate = best
        candidate.removeSubrange(place..<(place + width))
        if fails(candidate) {
          best = candidate
          shorter = true
        } else {
          place += 1
        }
      }
      if !shorter { width /= 2 }
    }
    return best
  }
}
