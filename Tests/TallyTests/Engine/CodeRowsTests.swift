// Rows by codes, documents by keys, texts joined and taken apart: each held to the plain way.

import EnforcementData
import Testing

@testable import Tally

@Suite struct CodeRowsTests {
  @Test("the rows of some codes, at every length and width", arguments: 0...200)
  func rows(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for most in [1, 3, 255, 256, 70_000] {
      let numbers = (0..<count).map { _ in Int.random(in: 0...most, using: &random) }
      let wanted = (0...most).map { _ in Bool.random(using: &random) }
      let found = Codes(numbers).rows(of: wanted)
      #expect(found.count == count)
      #expect(found.rows == numbers.indices.filter { wanted[numbers[$0]] })
    }
  }

  @Test func everyDocumentIsFoundByItsKey() throws {
    let dataset = try EnforcementData.dataset()
    #expect(dataset.sources.count == 161)
    for (key, document) in dataset.sources {
      #expect(document.id == key)
      #expect(dataset.source(key) == document)
    }
    for key in ["", "S", "S0051", "zzz", "\u{0}", "é"] where dataset.sources[key] == nil {
      #expect(dataset.source(key) == nil)
    }
  }

  @Test func textsAreJoinedAndTakenApart() {
    #expect([String]().joined(separator: ", ") == "")
    #expect(["a"].joined(separator: ", ") == "a")
    #expect(["a", "", "é", "d"].joined(separator: ", ") == "a, , é, d")
    let mark = UInt8(ascii: "+")
    #expect("".parts(at: mark) == [])
    #expect("+".parts(at: mark) == [])
    #expect("law".parts(at: mark) == ["law"])
    #expect("law+agreement".parts(at: mark) == ["law", "agreement"])
    #expect("+é++b+".parts(at: mark) == ["é", "b"])
  }
}
