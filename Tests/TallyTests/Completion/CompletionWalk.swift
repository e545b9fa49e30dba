// Completion at every place of a sentence: what is offered, and whether it may stand there.

import EnforcementData

@testable import Tally

/// A session that knows the names of the sixty queries, and walks through texts.
struct CompletionWalk {
  let session: Session
  let recogniser: Recogniser

  init() throws {
    var session = Session(dataset: try EnforcementData.dataset())
    let names = SixtyQueries.all.filter { $0.hasPrefix("define") || $0.hasPrefix("param") }
    for text in names + ["count counties where detainers by state"] {
      _ = session.run(Source(text))
    }
    self.session = session
    recogniser = Recogniser(try TheGrammar.read())
  }

  /// A place in a text.
  struct Place {
    var text: String
    /// The byte where the cursor stands.
    var cursor: Int
    /// The token that stands there or begins there.
    var token: Token
    /// The tokens before it.
    var before: [Token]
    /// Whether the text goes on behind the cursor.
    var isInTheMiddle: Bool

    var description: String {
      let bytes = Array(text.utf8)
      return String(decoding: bytes[..<cursor], as: UTF8.self) + "‸"
        + String(decoding: bytes[cursor...], as: UTF8.self)
    }

    /// Whether the token is a name that people choose as they like.
    var isFreeName: Bool {
      guard let last = before.last else { return false }
      if ["define", "param", "named"].contains(where: last.isWord) { return true }
      if before.first?.isWord("define") == true {
        return before.count == 3 && before[2].kind == .symbol(.open)
      }
      let stage = before.lastIndex { $0.kind == .symbol(.pipe) }.map { $0 + 1 }
      guard let stage, stage < before.count, before[stage].isWord("add") else { return false }
      return last.isWord("add") || last.kind == .symbol(.comma)
    }
  }

  /// Every place of a text: before each token and inside it, alone and with the rest behind it.
  static func places(of text: String) -> [Place] {
    let tokens = Lexer.tokens(of: Source(text)).tokens.filter { $0.kind != .end }
    return tokens.enumerated().flatMap { number, token -> [Place] in
      let inside = token.kind == .word || token.kind == .string ? token.span.end : token.span.start
      return (token.span.start..<max(inside, token.span.start + 1)).flatMap { cursor in
        let before = Array(tokens[..<number])
        var begun = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
        // Right behind a word, the word is completed and not the mark after it.
        if case .symbol = token.kind { begun += " " }
        let end = begun.utf8.count
        return [
          Place(text: begun, cursor: end, token: token, before: before, isInTheMiddle: false),
          Place(text: text, cursor: cursor, token: token, before: before, isInTheMiddle: true),
        ]
      }
    }
  }

  func completions(at place: Place) -> Completions {
    session.complete(place.text, at: place.cursor)
  }

  /// Whether a candidate is the token, or begins with it as `at least` does. A value in quotes may
  /// be offered without, where it is a word.
  static func begins(_ candidate: Completion, with token: Token, of text: String) -> Bool {
    let bytes = Array(text.utf8)[token.span.start..<token.span.end]
    let written = String(decoding: bytes, as: UTF8.self).lowercased()
    let words = candidate.text.lowercased().split(separator: " ")
    return candidate.text.lowercased() == written || words.first.map(String.init) == written
      || token.kind == .string && candidate.text == token.text
  }

  /// The candidates that are put in and cannot stand there, whatever comes after them: told by the
  /// recogniser of the grammar, which shares no code with the parser.
  func unsound(_ completions: Completions, at place: Place, most: Int) -> [String] {
    let bytes = Array(place.text.utf8)
    let before = String(decoding: bytes[..<completions.replaces.start], as: UTF8.self)
    let step = max(1, completions.candidates.count / most)
    return stride(from: 0, to: completions.candidates.count, by: step).compactMap { number in
      let candidate = completions.candidates[number]
      let text = before + candidate.text + candidate.follow
      return recogniser.acceptsAsBeginning(LexemeReader.lexemes(text)) ? nil : candidate.text
    }
  }
}
