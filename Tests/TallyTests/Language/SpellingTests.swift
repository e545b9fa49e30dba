// Which known word was meant.

import Testing

@testable import Tally

@Suite struct LanguageSpellingTests {
  private let words = ["detainers", "notify", "inquiry", "name", "state", "counties", "states"]

  @Test func mistypedWordsAreFound() {
    for (typed, meant) in [
      ("detianers", "detainers"), ("detainer", "detainers"), ("NOTIFY", "notify"),
      ("nofity", "notify"), ("nmae", "name"), ("countys", "counties"), ("inqiry", "inquiry"),
    ] {
      #expect(Spelling.nearest(typed, in: words).first == meant, "\(typed)")
    }
  }

  @Test func theNearestComesFirstAndAtMostThree() {
    #expect(Spelling.nearest("states", in: words) == ["states", "state"])
    #expect(Spelling.nearest("aab", in: ["aaa", "aac", "aad", "aae", "xyz"]).count == 3)
  }

  @Test func farWordsAreNotOffered() {
    for typed in ["", "x", "population", "n4m3s", String(repeating: "a", count: 5000)] {
      #expect(Spelling.nearest(typed, in: words).isEmpty, "\(typed.prefix(20))")
    }
    #expect(Spelling.nearest("ab", in: ["cd", "a", "abc"]) == ["a", "abc"])
  }

  @Test func distancesAreSymmetric() {
    var random = SplitMix64(seed: 3)
    func word() -> String {
      String((0..<3 + random.below(4)).map { _ in random.pick(Array("abc")) })
    }
    for _ in 0..<500 {
      let (a, b) = (word(), word())
      guard (a.count <= 4) == (b.count <= 4) else { continue }
      #expect(Spelling.nearest(a, in: [b]).isEmpty == Spelling.nearest(b, in: [a]).isEmpty)
    }
  }
}
