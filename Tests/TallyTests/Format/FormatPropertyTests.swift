// What formatting must never do, on sentences of the grammar typed by a careless hand.

import Testing

@testable import Tally

@Suite struct FormatPropertyTests {
  static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]

  /// A script of a few sentences, with blanks, line ends, capitals and comments where they may be.
  private struct CarelessHand {
    var maker: SentenceMaker
    var random: SplitMix64
    private var number = 0

    init(seed: UInt64) throws {
      maker = SentenceMaker(try TheGrammar.read(), seed: seed)
      random = SplitMix64(seed: seed &+ 1_000)
    }

    mutating func script() -> String {
      var text = ""
      for _ in 0...random.below(3) {
        text += loose()
        text += sentence()
        text += random.percent(40) ? ";" : "\n"
      }
      return text + loose()
    }

    /// Blank lines and comments between statements.
    private mutating func loose() -> String {
      var text = ""
      while random.percent(40) { text += random.percent(50) ? "\n" : comment() + "\n" }
      return text
    }

    private mutating func sentence() -> String {
      var text = ""
      for lexeme in maker.sentence().made.lexemes {
        if lexeme.kind == .newline {
          text += ";"
          continue
        }
        if !text.isEmpty, text.last != ";" { text += gap() }
        text += random.percent(5) ? lexeme.text.uppercased() : lexeme.text
        if lexeme.kind == .block, random.percent(30) { text += "  " }
      }
      return text
    }

    /// What stands between two words: blanks, or a line end that does not end the statement.
    private mutating func gap() -> String {
      if random.percent(90) { return random.pick([" ", " ", " ", "   ", "\t", "\u{A0}"]) }
      var text = random.percent(30) ? "  " + comment() + "\n" : "\n"
      while random.percent(30) { text += random.pick(["", "   "]) + comment() + "\n" }
      return text + random.pick([" ", "\t", "      "])
    }

    private mutating func comment() -> String {
      number += 1
      return random.pick(["-- ", "---", "--"]) + "c\(number) ; \"(| "
        + random.pick(["", "  ", "\r"])
    }
  }

  /// The statements without their places, broken ones as they stand, and the codes of mistakes.
  private func tree(_ text: String) -> String {
    let source = Source(text)
    let (program, diagnostics) = Parser.parse(source, table: .language)
    let statements = program.statements.map { statement in
      statement.isBroken ? source.text(statement.span) : String(reflecting: statement)
    }
    let errors = diagnostics.filter { $0.severity == .error }.map(\.code)
    return (statements + errors).joined(separator: "\n")
      .replacing(/Tally\.Span\(start: [0-9]+, end: [0-9]+\)/, with: "@")
  }

  private func comments(_ text: String) -> [String] {
    let source = Source(text)
    return Comment.all(in: source, between: Lexer.tokens(of: source).tokens).map(\.text)
  }

  @Test(arguments: seeds)
  func `the tree, the comments and the second formatting are the same`(seed: UInt64) throws {
    var hand = try CarelessHand(seed: seed)
    var broken = 0
    for _ in 0..<250 {
      let text = hand.script()
      let formatted = Session.format(text)
      #expect(tree(formatted) == tree(text), "\(text)\n---\n\(formatted)")
      #expect(comments(formatted) == comments(text), "\(text)\n---\n\(formatted)")
      #expect(Session.format(formatted) == formatted, "\(text)\n---\n\(formatted)")
      if !Session.formatted(Source(text)).mistakes.isEmpty { broken += 1 }
    }
    #expect(broken < 25, "the hand makes mistakes that the grammar does not have: \(broken)")
  }

  @Test(arguments: seeds)
  func `no line is longer than it must be, and none ends with a blank`(seed: UInt64) throws {
    var hand = try CarelessHand(seed: seed &+ 50)
    for _ in 0..<250 {
      let text = hand.script()
      guard Session.formatted(Source(text)).mistakes.isEmpty else { continue }
      for line in lines(of: Session.format(text)) {
        #expect(line.last?.isWhitespace != true, "\(line)")
        #expect(withoutComment(line).count <= 100 || longestToken(line) > 90, "\(line)")
      }
    }
  }

  @Test(arguments: seeds)
  func `broken statements keep their bytes, and the others are formatted`(seed: UInt64) throws {
    let grammar = try TheGrammar.read()
    var maker = SentenceMaker(grammar, seed: seed)
    var random = SplitMix64(seed: ~seed)
    let vocabulary = Vocabulary(grammar)
    for _ in 0..<250 {
      let sentence = Rendering.typed(
        BrokenSentences.broken(by: &maker, vocabulary, &random), by: &random)
      let formatted = Session.format(sentence)
      #expect(tree(formatted) == tree(sentence), "\(sentence)\n---\n\(formatted)")
      #expect(Session.format(formatted) == formatted, "\(sentence)\n---\n\(formatted)")
    }
  }

  /// The lines without those of blocks.
  private func lines(of text: String) -> [Substring] {
    var isInBlock = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if isInBlock {
        isInBlock = !line.hasPrefix(">>")
        return false
      }
      isInBlock = line.hasSuffix("<<")
      return true
    }
  }

  private func withoutComment(_ line: Substring) -> String {
    let source = Source(String(line))
    let comment = Comment.all(in: source, between: Lexer.tokens(of: source).tokens).first
    return comment.map { source.text(Span(0, $0.span.start)) } ?? String(line)
  }

  private func longestToken(_ line: Substring) -> Int {
    Lexer.tokens(of: Source(String(line))).tokens.map { $0.span.end - $0.span.start }.max() ?? 0
  }
}
