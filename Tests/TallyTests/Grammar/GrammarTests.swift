// The grammar judges the parser; and the judge is judged.

import Testing

@Suite("Grammar") struct GrammarTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

  @Test func `the grammar reads, and every class has examples`() throws {
    let grammar = try TheGrammar.read()
    #expect(grammar.rules.first?.name == "program")
    #expect(grammar.reserved.isSuperset(of: ["and", "where", "latest", "percent"]))
    for name in grammar.tokenClasses { #expect(Vocabulary.pools[name] != nil, "\(name)") }
  }

  @Test func `words that the grammar asks for after names are reserved`() throws {
    let grammar = try TheGrammar.read()
    for word in ["of", "by", "in", "with", "without", "where", "union", "named", "is"] {
      #expect(grammar.literals.contains(word) && grammar.reserved.contains(word), "\(word)")
    }
  }

  @Test func `10,000 sentences take every way through the grammar, and none is refused`() throws {
    let grammar = try TheGrammar.read()
    var maker = SentenceMaker(grammar, seed: 2026)
    let recogniser = Recogniser(grammar)
    for _ in 0..<10_000 {
      let sentence = maker.sentence().made.lexemes
      guard recogniser.accepts(sentence) else {
        Issue.record("the recogniser refuses \(Rendering.plain(sentence))")
        return
      }
    }
    #expect(maker.untaken == [])
  }

  @Test(arguments: seeds)
  func `the parser takes every sentence of the grammar`(seed: UInt64) throws {
    let judge = Judge(try TheGrammar.read()) { parserAccepts(Rendering.plain($0)) }
    let found = judge.valid(1_000, seed: seed)
    #expect(found == nil, "\(found?.description ?? "")")
  }

  @Test(arguments: seeds)
  func `the parser and the recogniser agree on broken sentences`(seed: UInt64) throws {
    let judge = Judge(try TheGrammar.read()) { parserAccepts(Rendering.plain($0)) }
    let found = judge.broken(1_000, seed: seed)
    #expect(found == nil, "\(found?.description ?? "")")
  }

  @Test
  func `the parser takes nothing that a slightly wrong grammar has`() throws {
    let judge = Judge(try TheGrammar.read()) { parserAccepts(Rendering.plain($0)) }
    let found = judge.nearlyRight(20_000, seed: 6)
    #expect(found == nil, "\(found?.description ?? "")")
  }

  @Test
  func `line ends, capitals and missing blanks change nothing`() throws {
    var maker = SentenceMaker(try TheGrammar.read(), seed: 77)
    var random = SplitMix64(seed: 78)
    for _ in 0..<2_000 {
      let text = Rendering.typed(maker.sentence().made.lexemes, by: &random)
      guard parserAccepts(text) else {
        Issue.record("the parser refuses\n\(text)")
        return
      }
    }
  }
}

@Suite("The judge itself") struct JudgeTests {
  /// One mistake that makes the parser take less, one that makes it take more.
  @Test func `a stricter parser is caught by valid sentences, a laxer one by broken ones`() throws {
    let grammar = try TheGrammar.read()
    let strict = Recogniser(
      try grammar.replacing("take", .sequence([.literal("take"), .token("YEAR")])))
    let refused = try #require(Judge(grammar, parser: strict.accepts).valid(1_000, seed: 1))
    #expect(refused.grammarTakesIt)
    #expect(refused.sentence.count <= 9, "\(refused)")

    let lax = Recogniser(
      try grammar.replacing("take", .sequence([.literal("take"), .optional(.token("INT"))])))
    let unseen = Judge(grammar, parser: lax.accepts).valid(1_000, seed: 1)
    #expect(unseen == nil)
    let taken = try #require(Judge(grammar, parser: lax.accepts).broken(9_000, seed: 1))
    #expect(!taken.grammarTakesIt)
    #expect(taken.sentence.map(\.text).contains("take"), "\(taken)")
  }

  /// The stand-in for a faulty parser is a recogniser of the faulty grammar. It must be told from
  /// the true one by sentences that were made without knowing which mistake it has.
  @Test func `every small mistake in the grammar is caught`() throws {
    let grammar = try TheGrammar.read()
    let truth = Recogniser(grammar)
    let mistakes = SeededMistakes.all(of: grammar)
    #expect(mistakes.count > 200)
    var trials: [String: [(sentence: [Lexeme], verdict: Bool)]] = [:]
    for (sentence, goal) in BrokenSentences.ofWrongGrammars(grammar, count: 40_000, seed: 6) {
      trials[goal, default: []].append((sentence, truth.accepts(sentence)))
    }
    let written = try ["valid", "invalid"].flatMap { try SentenceFile.read("Grammar/\($0).tally") }
      .map { LexemeReader.lexemes($0.text) }.map { ($0, truth.accepts($0)) }
    for rule in grammar.rules {
      trials[rule.name, default: []] += written
      var maker = SentenceMaker(grammar, seed: 5, goal: rule.name)
      for _ in 0..<100 {
        trials[rule.name, default: []].append((maker.sentence().made.lexemes, true))
      }
    }
    let blind = mistakes.filter { altered in
      let parser = Recogniser(altered.grammar)
      return trials[altered.rule, default: []].allSatisfy {
        parser.accepts($0.sentence) == $0.verdict
      }
    }
    #expect(Set(blind.map(\.mistake)) == JudgeTests.noMistakes)
  }

  /// Changes that leave the sentences the same, and why.
  static let noMistakes: Set<String> = [
    // "expect 10" is a sentence already: 10 is a number.
    "expect: optional literal(\"rows\")",
    // "show a b" is a sentence already: b is a place.
    "show: optional literal(\"of\")",
    // NEWLINE* follows anyway.
    "program: optional rule(\"statement\")",
    // The rule repeats itself already: a of b of c.
    "setterm: many sequence([TallyTests.Expression.literal(\"of\"), "
      + "TallyTests.Expression.rule(\"setterm\")])",
  ]

  @Test func `a parser that gives up on long sentences is caught`() throws {
    let grammar = try TheGrammar.read()
    let recogniser = Recogniser(grammar)
    let judge = Judge(grammar) { $0.count < 40 && recogniser.accepts($0) }
    let found = try #require(judge.valid(1_000, seed: 3))
    #expect(found.sentence.count == 40, "\(found)")
  }

  @Test(arguments: [
    "a ::= b", "a ::= a \"x\"", "a ::= b \"x\" b ::= c? c ::= \"y\"", "a ::= (\"x\"", "a ::= \"x",
    "a ::= \"x\" b ::= \"y\"", "a ::= \"x\" a ::= \"y\"", "/* no end", "", "a ::= b b ::= \"y\"? b",
  ])
  func `a text that is no sound grammar is refused`(text: String) {
    #expect(throws: EBNF.Mistake.self) { try EBNF(text) }
  }

  /// Ordered choice would take the shorter alternative and lose the sentence.
  @Test func `the recogniser tries every way`() throws {
    let grammar = try EBNF("s ::= a a \"c\" a ::= \"a\" | \"a\" \"b\" | b+ b ::= \"a\" \"b\"")
    let recogniser = Recogniser(grammar)
    func takes(_ text: String) -> Bool {
      recogniser.accepts(text.split(separator: " ").map { Lexeme(.word, String($0)) })
    }
    for text in ["a a c", "a b a c", "a b a b c", "a b a b a b c"] { #expect(takes(text)) }
    for text in ["a c", "a b c c", "b a c", "a b a b", ""] { #expect(!takes(text)) }
  }
}
