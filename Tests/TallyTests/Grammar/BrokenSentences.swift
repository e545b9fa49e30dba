// Breaks sentences: as typing does, and as a parser with a small mistake would like them.

/// Sentences that are near the grammar, most of them outside it.
enum BrokenSentences {
  /// Sentences of grammars that each have one small mistake, aimed at it. What a parser takes too
  /// much is most often of this kind, and typing mistakes alone hit it too seldom.
  static func ofWrongGrammars(
    _ grammar: EBNF, count: Int, seed: UInt64
  ) -> [(sentence: [Lexeme], goal: String)] {
    let mistakes = SeededMistakes.all(of: grammar)
    var makers = mistakes.enumerated().map { number, wrong in
      SentenceMaker(wrong.grammar, seed: seed &+ UInt64(number) << 8, goal: wrong.rule)
    }
    makers.removeAll { !$0.isProductive }
    return (0..<count).map { number in
      let (made, goal) = makers[number % makers.count].sentence()
      return (made.lexemes, goal)
    }
  }

  /// A sentence with a change or two, most often where its goal is. It may happen to be a sentence
  /// still: the judge asks the recogniser, and does not assume.
  static func broken(
    by maker: inout SentenceMaker, _ vocabulary: Vocabulary, _ random: inout SplitMix64
  ) -> [Lexeme] {
    let (made, goal) = maker.sentence()
    var lexemes = made.lexemes
    let near = made.parts.filter { $0.rule == goal }
    let parts = (near.isEmpty || random.percent(30) ? made.parts : near).map(\.range)
    if !parts.isEmpty, random.percent(50) {
      change(&lexemes, part: random.pick(parts), other: random.pick(parts), by: &random)
    } else {
      let within = parts.isEmpty || random.percent(40) ? lexemes.indices : random.pick(parts)
      change(&lexemes, within: within, vocabulary, by: &random)
    }
    if random.percent(20) { change(&lexemes, within: lexemes.indices, vocabulary, by: &random) }
    return Array(lexemes.prefix(Recogniser.limit))
  }

  /// A whole part lost, doubled, in another's place, or beside it.
  private static func change(
    _ lexemes: inout [Lexeme], part: Range<Int>, other: Range<Int>, by random: inout SplitMix64
  ) {
    let copy = lexemes[other]
    switch random.below(4) {
    case 0: lexemes.removeSubrange(part)
    case 1: lexemes.insert(contentsOf: lexemes[part], at: part.upperBound)
    case 2: lexemes.replaceSubrange(part, with: copy)
    default: lexemes.insert(contentsOf: copy, at: part.lowerBound)
    }
  }

  /// A lexeme lost, one too many, another, two swapped, one doubled.
  private static func change(
    _ lexemes: inout [Lexeme], within range: Range<Int>, _ vocabulary: Vocabulary,
    by random: inout SplitMix64
  ) {
    let range = range.clamped(to: lexemes.indices)
    guard !range.isEmpty else {
      lexemes.append(vocabulary.anything(by: &random))
      return
    }
    let place = range.lowerBound + random.below(range.count)
    switch random.below(6) {
    case 0: lexemes.remove(at: place)
    case 1: lexemes.insert(vocabulary.anything(by: &random), at: place)
    case 2: lexemes.insert(vocabulary.anything(by: &random), at: place + 1)
    case 3: lexemes[place] = vocabulary.anything(by: &random)
    case 4: lexemes.swapAt(place, min(place + 1, lexemes.count - 1))
    default: lexemes.insert(lexemes[place], at: random.below(lexemes.count + 1))
    }
  }

  /// The sentence with lexemes taken out as long as a fault remains: what a person wants to read.
  static func shrunk(_ sentence: [Lexeme], while fails: ([Lexeme]) -> Bool) -> [Lexeme] {
    var best = sentence
    var width = best.count
    while width >= 1 {
      let shorter = removing(width, from: best, while: fails)
      if shorter.count < best.count {
        best = shorter
        width = best.count
      } else {
        width -= 1
      }
    }
    return best
  }

  /// The sentence without the first stretches of a width that it can do without.
  private static func removing(
    _ width: Int, from sentence: [Lexeme], while fails: ([Lexeme]) -> Bool
  ) -> [Lexeme] {
    var best = sentence
    var place = 0
    while place + width <= best.count {
      var candidate = best
      candidate.removeSubrange(place..<(place + width))
      if fails(candidate) { best = candidate } else { place += 1 }
    }
    return best
  }
}
