// Names and their numbers, held to a dictionary.

import EnforcementData
import Testing

@testable import Tally

@Suite struct NameTableTests {
  @Test("a table finds what a dictionary finds", arguments: 0...40)
  func finds(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let names = (0..<count).map { _ in Self.name(&random) }
    let table = NameTable(names)
    let numbers = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for name in names { #expect(table[name] == numbers[name]) }
    for _ in 0..<100 {
      let name = Self.name(&random)
      #expect(table[name] == numbers[name])
    }
  }

  @Test func spellingsThatAreEqualAreOneName() {
    let table = NameTable(["café", "name"])
    #expect(table["cafe\u{301}"] == 0)
    #expect(table[""] == nil)
  }

  @Test func everyFieldOfTheRecordIsFound() throws {
    for relation in try EnforcementData.dataset().relations {
      for (number, field) in relation.schema.fields.enumerated() {
        #expect(relation.schema.field(field.name) == number)
      }
      #expect(relation.schema.field("no_such_field") == nil)
    }
  }

  /// A short name of few letters, so that some come twice.
  private static func name(_ random: inout SplitMix64) -> String {
    let length = Int.random(in: 0...3, using: &random)
    return String((0..<length).map { _ in "abcé".randomElement(using: &random) ?? "a" })
  }
}
