// Groups, summaries and places where something is open: against completions, and by hand.

import Testing

@testable import Tally

@Suite struct OpenGroupTests {
  /// What is said beside an answer.
  private func notes(_ text: String, _ asker: MadeAsker) throws -> [String] {
    try asker.answer(text).notes
  }

  // MARK: Keys that are intervals

  /// ZZ has two counties or three, YY one or two, XX none or one.
  @Test func aCountThatMayBeSeveralIsInEachOfTheirGroups() throws {
    let asker = try MadeAsker(MadeSmall.world)
    let groups = try asker.groups("count states by (count of counties)")
    #expect(groups.map(\.key) == ["0.0", "1.0", "2.0", "3.0"])
    #expect(groups.map(\.figure.low) == [0, 0, 0, 0])
    #expect(groups.map(\.figure.high) == [1, 2, 2, 1])
  }

  /// In every completion each group has a number of rows between its bounds, and none is missing.
  @Test(arguments: MadeScale.seeds(6)) func groupsOfCountsHoldInEveryCompletion(_ seed: Int) throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 9600)
    let maker = MadeWorldMaker(counties: 5, offices: 3, notices: 0, missing: 25)
    let world = maker.world(&random).narrowed(to: 128, &random)
    let asker = try MadeAsker(world)
    for (table, link) in [("states", "counties"), ("counties", "offices")] {
      let groups = try asker.groups("count \(table) by (count of \(link))")
      let number = MadeNumber.linked("count", field: nil, link, where: nil)
      for completion in world.completions {
        var sizes: [String: Double] = [:]
        for row in world[table].rows.indices {
          guard case .known(let count, _) = completion.value(number, table, row) else { continue }
          sizes["\(count)", default: 0] += 1
        }
        #expect(Set(sizes.keys).isSubset(of: groups.map(\.key)), "\(table): \(sizes)")
        for (key, figure) in groups {
          let size = sizes[key] ?? 0
          #expect((figure.low ?? 9) <= size && size <= (figure.high ?? -1), "\(table): \(key)")
        }
      }
    }
  }

  @Test func otherIntervalsMakeNoGroups() throws {
    let asker = try MadeAsker(MadeSmall.world)
    // The list of notices is not complete: there may be any number of them.
    for key in ["count of notices", "count of counties * 2"] {
      let table = key.contains("notices") ? "counties" : "states"
      let outcome = try asker.outcome("count \(table) by (\(key))")
      #expect(outcome.diagnostics.map(\.code) == ["T467"], "\(key)")
    }
    #expect(
      try asker.groups("count states by bands(count of counties, 2)").map(\.figure.high) == [2, 2])
  }

  @Test func datesThatMayBeSeveralDaysSaySo() throws {
    let asker = try MadeAsker(MadeSmall.world)
    #expect(
      try notes("count counties by opened", asker).contains {
        $0.hasPrefix("opened: 1 county is not known to the day")
      })
    #expect(try !notes("count counties by kind", asker).contains { $0.contains("to the day") })
  }

  @Test func rowsThatMayBeInAMillionGroupsAreRefused() throws {
    let base = Bitmap(count: 2, filled: true)
    let key = KeyCodes(ranks: [1, 1], distinct: 1002, spans: [0: 1...1000, 1: 1...500])
    let table = try GroupTable(base, by: [key], { false })
    #expect(table.floating.joined().count == 1500)
    #expect(throws: ExecutionError.undivided(.tooMany)) {
      try GroupTable(base, by: [key, key], { false })
    }
    #expect(throws: ExecutionError.stopped) { try GroupTable(base, by: [key], { true }) }
  }

  // MARK: Summaries that may not be

  /// Whether 90002 is alpha is not known, and it has 30 people; the rest is no.
  @Test func aSummaryOfPossibleMembersAloneIsNotExact() throws {
    let asker = try MadeAsker(MadeSmall.world)
    for word in ["min", "max", "average", "median"] {
      let figure = try asker.figure("\(word) people of counties where alpha and people is 30")
      #expect(figure.low == 30 && figure.high == 30 && !figure.isExact, "\(word)")
      #expect(figure.existence == .possible)
      let sure = try asker.figure("\(word) people of counties where beta and people is 30")
      #expect(sure.isExact && sure.existence == .certain)
    }
    // A sum over none is 0; 90003, which may belong, has people that are not known.
    let sum = try asker.figure("sum people of counties where alpha and people is 30")
    #expect(sum.low == 0 && sum.high == nil && sum.existence == .certain)
    let kept = try asker.table("min people of counties where alpha by name | keep min < 31")
    #expect(kept.rows.count == 1 && kept.possibleMore == 1)
  }

  /// The only county named Sample has no score.
  @Test func aSumOfWhatDoesNotApplyIsNoValue() throws {
    let asker = try MadeAsker(MadeSmall.world)
    for word in ["sum", "average", "min"] {
      let figure = try asker.figure("\(word) score of counties where name is \"Sample County\"")
      #expect(figure.isOfNothing && figure.existence == .none && !figure.isExact, "\(word)")
    }
    let empty = try asker.figure("sum score of counties where people > 1000 and people is known")
    #expect(empty.low == 0 && empty.existence == .certain)
  }

  // MARK: Places among rows that are left

  @Test func placesSayAmongWhichRowsTheyAre() throws {
    let asker = try MadeAsker(MadeSmall.world)
    let groups = "count counties by name | sort by count down"
    let place = try notes("\(groups) | take 2 | add place = rank(count)", asker)
    #expect(place.contains("place is among the 2 groups shown"))
    let sum = try notes("\(groups) | take 2 | add so_far = running(count)", asker)
    #expect(sum.contains("so_far is of the 2 groups shown"))
    let all = try notes("\(groups) | add place = rank(count), so_far = running(count)", asker)
    #expect(!all.contains { $0.contains("shown") })
  }
}
