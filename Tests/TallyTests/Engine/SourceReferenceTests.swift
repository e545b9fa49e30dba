// A document is held as one text; what is read of it is what was given.

import EnforcementData
import Testing

@testable import Tally

@Suite("Documents") struct SourceReferenceTests {
  private static let parts = ["", "a", "Où", "東京", "e\u{301}", "https://example.org/a b"]

  @Test("parts are those that were given, and can be changed one by one")
  func parts() {
    var random = SplitMix64(seed: 6)
    func part() -> String { Self.parts.randomElement(using: &random) ?? "" }
    for _ in 0..<200 {
      var given = [part(), part(), part(), part(), part()]
      var source = SourceReference(
        id: given[0], title: given[1], publisher: given[2], published: given[3], place: given[4])
      #expect(Self.parts(of: source) == given)
      let at = Int.random(in: 0..<5, using: &random)
      given[at] = part()
      switch at {
      case 0: source.id = given[0]
      case 1: source.title = given[1]
      case 2: source.publisher = given[2]
      case 3: source.published = given[3]
      default: source.place = given[4]
      }
      #expect(Self.parts(of: source) == given)
    }
  }

  @Test func partsThatJoinToTheSameTextAreOtherParts() {
    let one = SourceReference(id: "a", title: "bc", publisher: "", published: "", place: "")
    let other = SourceReference(id: "ab", title: "c", publisher: "", published: "", place: "")
    #expect(one != other)
    #expect(Set([one, other, one]).count == 2)
  }

  @Test func endsBeyondTheTextAreRefused() {
    let ends = SourceReference.Ends(id: 1, title: 2, publisher: 5, published: 8)
    #expect(SourceReference(parts: "ab, c, d, e", ends)?.published == "d")
    #expect(SourceReference(parts: "ab, c, d, e", ends)?.place == "e")
    #expect(SourceReference(parts: "ab, c, d", ends)?.place == "")
    #expect(SourceReference(parts: "ab, c, ", ends) == nil)
    let falling = SourceReference.Ends(id: 2, title: 1, publisher: 5, published: 8)
    #expect(SourceReference(parts: "ab, c, d, e", falling) == nil)
    let close = SourceReference.Ends(id: 1, title: 2, publisher: 3, published: 4)
    #expect(SourceReference(parts: "abcde", close) == nil)
  }

  @Test func aLineLeavesOutWhatIsNotKnown() {
    let source = SourceReference(
      id: "key", title: "A title", publisher: "", published: "2026", place: "a\u{1b}place")
    #expect(Footer.source(source) == "A title, 2026, a\u{FFFD}place")
    let plain = SourceReference(id: "key", title: "", publisher: "B", published: "", place: "c")
    #expect(Footer.source(plain) == "B, c")
  }

  private static func parts(of source: SourceReference) -> [String] {
    [source.id, source.title, source.publisher, source.published, source.place]
  }

  private struct Letters: NumberedDocuments {
    let count = 9
    func number(_ key: String) -> Int? { Int(key) }
    func key(_ number: Int) -> String { String(number) }
    subscript(number: Int) -> SourceReference {
      SourceReference(id: String(number), title: "A", publisher: "B", published: "", place: "c")
    }
    func addLine(of number: Int, to bytes: inout [UInt8]) { bytes += "A, B, c".utf8 }
  }

  @Test("a numbered document is made of its number") func numbered() {
    let plain = SourceReference(id: "3", title: "A", publisher: "B", published: "", place: "c")
    var numbered = SourceReference(number: 3, of: Letters())
    #expect(numbered == plain)
    #expect(numbered.made == plain)
    #expect(numbered.place == "c")
    var lines: [UInt8] = []
    for source in [numbered, plain] { source.addLine(to: &lines) }
    #expect(String(decoding: lines, as: UTF8.self) == "A, B, cA, B, c")
    numbered.title = ""
    #expect(numbered.text == "3B, c")
  }

  @Test("the lines of the record's documents are those of the documents") func lines() throws {
    let documents = try #require(try EnforcementData.dataset().numberedDocuments)
    #expect(documents.count > 500)
    for number in 0..<documents.count {
      let document = documents[number]
      var line: [UInt8] = []
      documents.addLine(of: number, to: &line)
      #expect(documents.key(number) == document.id)
      let parts = [document.title, document.publisher, document.published, document.place]
      #expect(
        String(decoding: line, as: UTF8.self)
          == parts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }
}
