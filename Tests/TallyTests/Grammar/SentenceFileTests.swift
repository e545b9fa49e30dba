// The hand-written sentences of Grammar/valid.tally and Grammar/invalid.tally.

import Testing

@Suite("Sentences written by hand") struct SentenceFileTests {
  @Test func `the parser and the recogniser take every valid one`() throws {
    let recogniser = Recogniser(try TheGrammar.read())
    let sentences = try SentenceFile.read("Grammar/valid.tally").map(\.text)
    #expect(sentences.count >= 60)
    for text in sentences {
      #expect(recogniser.accepts(LexemeReader.lexemes(text)), "the grammar refuses \(text)")
      #expect(parserAccepts(text), "the parser refuses \(text)")
    }
  }

  @Test func `the parser and the recogniser refuse every invalid one, and each says why`() throws {
    let recogniser = Recogniser(try TheGrammar.read())
    let sentences = try SentenceFile.read("Grammar/invalid.tally")
    #expect(sentences.count >= 60)
    for (text, why) in sentences {
      #expect(why != nil, "no reason stands above \(text)")
      #expect(!recogniser.accepts(LexemeReader.lexemes(text)), "the grammar takes \(text)")
      #expect(!parserAccepts(text), "the parser takes \(text)")
    }
  }

  @Test func `a text that is rendered and read comes back`() throws {
    var maker = SentenceMaker(try TheGrammar.read(), seed: 9)
    for _ in 0..<1_000 {
      let sentence = maker.sentence().made.lexemes
      let read = LexemeReader.lexemes(Rendering.plain(sentence))
      guard read == sentence else {
        Issue.record("\(Rendering.plain(sentence)) came back as \(read.map(\.text))")
        return
      }
    }
  }
}

/// A file of sentences, one a line, with remarks on lines of their own.
enum SentenceFile {
  /// The sentences, each with the remark directly above it.
  static func read(_ path: String) throws -> [(text: String, why: String?)] {
    var found: [(String, String?)] = []
    var why: String?
    for line in try PackageRoot.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("--") {
        why = String(line.dropFirst(2))
      } else {
        if !line.isEmpty { found.append((String(line), why)) }
        why = nil
      }
    }
    return found
  }
}
