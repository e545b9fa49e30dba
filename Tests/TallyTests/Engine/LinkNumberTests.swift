// Numbers of linked rows in columns: against every completion of small worlds.

import Testing

@testable import Tally

@Suite struct LinkNumberTests {
  private static let small = MadeWorldMaker(counties: 5, offices: 3, notices: 1, missing: 15)

  /// A number of linked rows in a column lies within its bounds in every completion.
  @Test(arguments: MadeScale.seeds(6)) func boundsHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 7100)
    let world = Self.small.world(&random).narrowed(to: 128, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    for (table, key, field, link) in [
      ("states", "code", "people", "counties"), ("counties", "fips", "rank", "offices"),
      ("counties", "fips", nil, "notices"),
    ] {
      for word in field == nil ? ["count"] : ["count"] + MadeSummary.words {
        let condition: MadeCondition? =
          field == nil
          ? nil : random.percent(50) ? .answer([field == "rank" ? "ready" : "alpha"]) : nil
        let number = MadeNumber.linked(
          word, field: word == "count" ? nil : field, link, where: condition)
        let text = "list \(table) | show \(key), \(number.text(in: world)) named n"
        for (row, cells) in try asker.table(text).rows.enumerated() {
          for completion in completions {
            guard case .known(let value, _) = completion.value(number, table, row) else { continue }
            #expect(holds(value, cells[1]), "\(text): \(value) in row \(row), \(cells[1])")
          }
        }
      }
    }
  }

  /// What a cell says, leaving out what is said over the known values alone.
  private func holds(_ value: Double, _ cell: Cell) -> Bool {
    switch cell {
    case .figure(let figure) where figure.lacksValues && figure.high != nil: true
    case .figure(let figure):
      (figure.low ?? -.infinity) - 1e-9 <= value && value <= (figure.high ?? .infinity) + 1e-9
    case .unknown: true
    case .number, .percent, .text, .date, .answer, .none: false
    }
  }

  @Test func numbersOfLinkedRowsAreThoseOfTheSmallWorld() throws {
    let asker = try MadeAsker(MadeSmall.world)
    func column(_ query: String) throws -> [String] {
      try asker.table(query).rows.map { MadeAsker.text($0[$0.count - 1]) }
    }
    // State: ZZ has 90000, 90001 and maybe 90003, YY has 90002 and maybe it, XX maybe it.
    #expect(
      try column("list states | show count of counties") == ["2.0...3.0", "1.0...2.0", "0.0...1.0"])
    // 10 + 20 and 30 are known; what 90003 has is not.
    #expect(
      try column("list states | show sum people of counties")
        == ["30.0...-1.0", "30.0...-1.0", "0.0...-1.0"])
    // Of 90000: O0 is ready, O1 is not; O2 is of a county in YY.
    #expect(
      try column("list counties | show count of (offices where ready)")
        == ["1.0...1.0", "0.0...0.0", "0.0...1.0", "0.0...1.0"])
    #expect(
      try column("list counties | show max rank of offices")
        == ["2.0...2.0", "none", "3.0...3.0", "3.0...3.0"])
    // The list of notices is not complete.
    #expect(
      try column("list counties | show count of notices")
        == ["0.0...-1.0", "1.0...-1.0", "0.0...-1.0", "0.0...-1.0"])
    #expect(try asker.truths("count of notices >= 1") == "uyuu")
    #expect(try asker.truths("count of notices < 1") == "unuu")
    #expect(try asker.truths("count of offices is 2") == "ynnn")
    // The greatest rank of no office is no number: it is not above anything.
    #expect(try asker.truths("max rank of offices > 1") == "ynuu")
    #expect(try asker.truths("count of offices is unknown") == "nnyy")
    #expect(try asker.truths("sum rank of offices < 2") == "nyuu")
  }

  @Test func linksToOneThingAreNoLists() throws {
    let asker = try MadeAsker(MadeSmall.world)
    #expect(asker.codes("list counties | show count of state") == ["T446"])
    #expect(asker.codes("list counties where sum size of state > 1") == ["T446"])
    #expect(asker.codes("list counties where count of (states where calm) > 0") == ["T446"])
    #expect(asker.codes("count counties by state | keep count of counties > 1") == ["T413"])
    #expect(asker.codes("list counties | show count of people") == ["T308"])
    #expect(asker.codes("list states | show sum name of counties") == ["T404"])
  }
}
