// Holds a parser to a grammar, in both directions.

/// Looks for a sentence about which a parser and a grammar do not agree.
struct Judge {
  /// A sentence that one takes and the other refuses.
  struct Disagreement: Equatable, CustomStringConvertible {
    /// As short as it could be made.
    var sentence: [Lexeme]
    var grammarTakesIt: Bool

    var description: String {
      let text = Rendering.plain(sentence)
      return grammarTakesIt
        ? "the grammar has this sentence, the parser refuses it:\n  \(text)"
        : "the parser takes this, the grammar has no such sentence:\n  \(text)"
    }
  }

  private let grammar: EBNF
  private let recogniser: Recogniser
  private let parser: ([Lexeme]) -> Bool

  /// A judge of `parser`; lexemes and not text, so that a recogniser can stand in for it.
  init(_ grammar: EBNF, parser: @escaping ([Lexeme]) -> Bool) {
    self.grammar = grammar
    self.parser = parser
    recogniser = Recogniser(grammar)
  }

  /// Sentences of the grammar: the parser must take every one of them.
  func valid(_ count: Int, seed: UInt64) -> Disagreement? {
    var maker = SentenceMaker(grammar, seed: seed)
    for _ in 0..<count {
      if let found = disagreement(maker.sentence().made.lexemes) { return found }
    }
    return nil
  }

  /// Broken sentences, by typing: whatever the grammar says of each, the parser must say too.
  func broken(_ count: Int, seed: UInt64) -> Disagreement? {
    var maker = SentenceMaker(grammar, seed: seed)
    var random = SplitMix64(seed: ~seed)
    let vocabulary = Vocabulary(grammar)
    for _ in 0..<count {
      let sentence = BrokenSentences.broken(by: &maker, vocabulary, &random)
      if let found = disagreement(sentence) { return found }
    }
    return nil
  }

  /// The same for sentences of grammars with a small mistake each.
  func nearlyRight(_ count: Int, seed: UInt64) -> Disagreement? {
    for (sentence, _) in BrokenSentences.ofWrongGrammars(grammar, count: count, seed: seed) {
      if let found = disagreement(sentence) { return found }
    }
    return nil
  }

  /// The disagreement about one sentence, if there is one.
  func disagreement(_ sentence: [Lexeme]) -> Disagreement? {
    guard differs(sentence) else { return nil }
    let shortest = BrokenSentences.shrunk(sentence, while: differs)
    return Disagreement(sentence: shortest, grammarTakesIt: recogniser.accepts(shortest))
  }

  private func differs(_ sentence: [Lexeme]) -> Bool {
    recogniser.accepts(sentence) != parser(sentence)
  }
}

/// The grammar of the project.
enum TheGrammar {
  static let path = "Grammar/tally.ebnf"

  static func read() throws -> EBNF { try EBNF(PackageRoot.text(path)) }
}
