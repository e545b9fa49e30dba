// At every token of the sixty queries, Tab offers what stands there and nothing that cannot.

import EnforcementData
import Testing

@testable import Tally

@Suite("Completion walks the sixty queries") struct SixtyCompletionTests {
  private static let texts = SixtyQueries.all + SixtyQueries.further

  @Test func `the token that stands there is offered`() throws {
    let walk = try CompletionWalk()
    var count = 0
    for text in Self.texts {
      for place in CompletionWalk.places(of: text) {
        guard !place.isFreeName, isListed(place) else { continue }
        count += 1
        let offered = walk.completions(at: place)
        let isThere = offered.candidates.contains { isToken($0, at: place, of: text) }
        let isStart = place.cursor <= place.token.span.start
        let isCut = offered.more > 0 && (isStart || place.token.kind == .string)
        #expect(
          isThere || isCut,
          "\(place.description): \(offered.candidates.prefix(5).map(\.text))")
      }
    }
    #expect(count > 3_000)
  }

  @Test func `nothing is offered that cannot stand there`() throws {
    let walk = try CompletionWalk()
    for text in Self.texts {
      for place in CompletionWalk.places(of: text) where !place.isInTheMiddle {
        let unsound = walk.unsound(walk.completions(at: place), at: place, most: 40)
        #expect(unsound.isEmpty, "\(place.description): \(unsound)")
      }
    }
  }

  @Test func `names and texts that are free are left alone`() throws {
    let walk = try CompletionWalk()
    for text in Self.texts {
      for place in CompletionWalk.places(of: text)
      where place.isFreeName || isFreeText(place) && place.cursor > place.token.span.start {
        let offered = walk.completions(at: place).candidates
        #expect(offered.isEmpty, "\(place.description): \(offered.prefix(5).map(\.text))")
      }
    }
  }

  /// Whether there is a list of what may stand here: not of numbers, dates, and texts at will.
  private func isListed(_ place: CompletionWalk.Place) -> Bool {
    switch place.token.kind {
    case .word, .parameter, .result: true
    case .symbol: !place.isInTheMiddle
    // Before a text the list is that of all values; inside it, of those that begin so.
    case .string: !isFreeText(place) && place.before.last?.isWord("include") == false
    case .number, .percent, .fips, .fiscal, .month, .day, .block, .newline, .end, .invalid: false
    }
  }

  private func isFreeText(_ place: CompletionWalk.Place) -> Bool {
    guard place.token.kind == .string else { return false }
    return ["with", "contains", "matches"].contains { place.before.last?.isWord($0) == true }
  }

  /// The short name of a county is offered in its full form until the name is typed.
  private func isToken(
    _ candidate: Completion, at place: CompletionWalk.Place, of text: String
  ) -> Bool {
    CompletionWalk.begins(candidate, with: place.token, of: text)
      || place.token.text == "Cook, IL" && candidate.text == "\"Cook County, IL\""
  }
}

@Suite("Completion walks made sentences") struct MadeCompletionTests {
  @Test(arguments: [UInt64(11), 12])
  func `nothing is offered that the grammar refuses`(seed: UInt64) throws {
    let walk = try CompletionWalk()
    var maker = SentenceMaker(try TheGrammar.read(), seed: seed)
    for _ in 0..<300 {
      let text = Rendering.plain(maker.sentence().made.lexemes)
      guard !text.contains("<<"), !text.contains("\n") else { continue }
      for place in CompletionWalk.places(of: text)
      where !place.isInTheMiddle && place.cursor == place.token.span.start {
        let unsound = walk.unsound(walk.completions(at: place), at: place, most: 12)
        #expect(unsound.isEmpty, "\(place.description): \(unsound)")
      }
    }
  }
}
