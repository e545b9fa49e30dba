// top and bottom: ties kept, what is not proven named.

import Testing

@testable import Tally

@Suite struct LanguageRankTests {
  /// Counties 0 to 5 in three states with people 9, 7, 7, 5, unknown, none and open answers.
  private func asker() throws -> MadeAsker {
    var world = MadeSmall.world
    let people: [MadeCell] = [.number(9), .number(7), .number(7), .number(5), .unknown, .none]
    let alphas: [MadeCell] = [
      .answer(true), .unknown, .unknown, .unknown, .answer(true), .answer(false),
    ]
    world["counties"].rows = people.indices.map { row in
      [
        .text(MadeWorldMaker.fips(row)), .text("Example \(row) County"), .link(row / 2),
        alphas[row], .answer(true), .answer(true), people[row], .number(0), .text("word"),
        .text("urban"), .none,
      ]
    }
    world["offices"].rows = []
    world["notices"].rows = []
    return try MadeAsker(world)
  }

  private func rows(_ text: String) throws -> [String] {
    try asker().table(text).rows.map { MadeAsker.text($0[0]) }
  }

  @Test func tiesWithTheLastAreKept() throws {
    let names = (0..<6).map { "Example \($0) County" }
    #expect(try rows("top 1 counties by people") == [names[0]])
    #expect(try rows("top 2 counties by people") == Array(names[0...2]))
    #expect(try rows("top 3 counties by people") == Array(names[0...2]))
    #expect(try rows("bottom 1 counties by people") == [names[3]])
    #expect(try rows("bottom 2 counties by people") == [names[3], names[1], names[2]])
    #expect(try rows("top 99 counties by people").count == 4)
    let notes = try asker().answer("top 2 counties by people").notes
    #expect(notes.contains { $0.contains("tie") })
    #expect(notes.contains { $0.contains("1 county of which it is not known") })
    #expect(notes.contains { $0.contains("1 county without a value") })
  }

  /// By count where alpha: ZZ is 1 to 2, YY 0 to 2, XX 1.
  @Test func rowsThatCouldBelongAreNamed() throws {
    let top = try asker().answer("top 1 states by count of counties where alpha")
    #expect(try rows("top 1 states by count of counties where alpha") == ["ZZ", "XX"])
    #expect(top.notes.contains { $0.contains("YY") && $0.contains("could rank") })
    // Bottom goes by what is proven at most: XX is 1, the others up to 2, and ZZ may tie at 1.
    #expect(try rows("bottom 1 states by count of counties where alpha") == ["XX"])
    let bottom = try asker().answer("bottom 1 states by count of counties where alpha")
    #expect(bottom.notes.contains { $0.contains("YY") && $0.contains("ZZ") })
  }

  @Test func sharesAndSummariesRank() throws {
    // Shares: ZZ 1/2 to 1, YY 0 to 1, XX 1/2.
    #expect(try rows("top 1 states by share where alpha among counties") == ["ZZ", "XX"])
    #expect(try rows("top 1 states by sum people of counties") == ["ZZ"])
    #expect(try rows("top 3 states by max people of counties") == ["ZZ", "YY"])
    #expect(try rows("top 1 states in YY by count of counties") == ["YY"])
  }

  /// People are 9, 7, 7, 5, unknown and none; counties where alpha are 1 to 2, 0 to 2 and 1.
  @Test func numbersThatAreWorkedOutRank() throws {
    #expect(try rows("top 1 counties by (10 - people)") == ["Example 3 County"])
    #expect(try rows("bottom 1 counties by (people * 2 - 1)") == ["Example 3 County"])
    #expect(try rows("top 1 states by (count of (counties where alpha))") == ["ZZ", "XX"])
    #expect(try rows("bottom 1 states by ((count of (counties where alpha)) + 1)") == ["XX"])
    let table = try asker().table("top 1 counties by (people / 2) named half")
    #expect(table.columns.last?.name == "half" && table.rows.first?.last == .number(4.5))
    // A name that a shown column has goes to what was named so.
    let renamed = try asker().table("top 1 counties by (people * 2) named people")
    #expect(renamed.columns.map(\.name).filter { $0 == "people" }.count == 1)
    #expect(renamed.rows.first?.last == .number(18))
    let notes = try asker().answer("top 2 counties by (10 - people)").notes
    #expect(notes.contains { $0.contains("1 county of which it is not known") })
    #expect(notes.contains { $0.contains("1 county without a value") })
  }

  @Test func whatIsPossibleOnlyIsCountedNotShown() throws {
    let table = try asker().table("top 5 counties where alpha by people")
    #expect(table.rows.count == 1 && table.possibleMore == 3)
    #expect(table.possibleQuery == "list counties where (alpha) is unknown")
    let states = try asker().table("top 5 (states where calm) by count of counties")
    #expect(states.rows.map { MadeAsker.text($0[0]) } == ["ZZ"] && states.possibleMore == 1)
  }

  @Test(arguments: ["top 1 counties by alpha", "top 1 counties by (alpha)", "top 1 states by name"])
  func whatIsNoNumberIsRefused(_ text: String) throws {
    #expect(try asker().codes(text) == ["T404"])
  }

  @Test(arguments: ["top 0 counties by people", "bottom 0 counties by people"])
  func ofNoneIsRefused(_ text: String) throws {
    #expect(try asker().codes(text) == ["T415"])
  }
}
