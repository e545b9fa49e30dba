// Sums and means of numbers in brackets, and numbers of what a row's own link leads to.

import Testing

@testable import Tally

@Suite struct MeasuredNumberTests {
  private static let small = MadeWorldMaker(counties: 4, offices: 3, notices: 1, missing: 15)

  /// A sum of numbers of linked rows lies within its bounds in every completion.
  @Test(arguments: MadeScale.seeds(6)) func sumsHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 8100)
    let world = Self.small.world(&random).narrowed(to: 96, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    for (table, field, link) in [
      ("states", "people", "counties"), ("counties", "rank", "offices"),
    ] {
      for word in ["count", "sum"] {
        let number = MadeNumber.linked(word, field: word == "sum" ? field : nil, link, where: nil)
        let more = MadeNumber.arithmetic(number, "+", .literal(2))
        for asked in [number, more] {
          let figure = try asker.figure("sum (\(asked.text(in: world))) of \(table)")
          for completion in completions {
            var total = 0.0
            for row in world[table].rows.indices {
              if case .known(let value, _) = completion.value(asked, table, row) { total += value }
            }
            #expect((figure.low ?? -.infinity) <= total && total <= (figure.high ?? .infinity))
          }
        }
      }
    }
  }

  /// A number of what a link leads to is that row's number, whichever row it is.
  @Test(arguments: MadeScale.seeds(6)) func reachedNumbersHoldInEveryCompletion(
    _ seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 8200)
    let world = Self.small.world(&random).narrowed(to: 96, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    for (table, key, hop, owners, link) in [
      ("counties", "fips", "state", "states", "counties"),
      ("offices", "id", "county", "counties", "offices"),
    ] {
      let number = MadeNumber.linked("count", field: nil, link, where: nil)
      let cells = try asker.table("list \(table) | show \(key), count of \(hop).\(link) named n")
      for (row, cells) in cells.rows.enumerated() {
        for completion in completions {
          switch completion[table][row, hop] {
          case .link(let owner):
            guard case .known(let value, _) = completion.value(number, owners, owner) else {
              continue
            }
            guard case .figure(let figure) = cells[1] else {
              Issue.record("row \(row) of \(table) has no figure")
              continue
            }
            #expect((figure.low ?? -.infinity) <= value && value <= (figure.high ?? .infinity))
          case .none:
            if case .link = world[table][row, hop] { Issue.record("a completion lost a link") }
          default: Issue.record("a completion leaves a link open")
          }
        }
      }
    }
  }

  @Test func sumsOfNumbersAreThoseOfTheSmallWorld() throws {
    let asker = try MadeAsker(MadeSmall.world)
    func ends(_ query: String) throws -> [Double?] {
      let figure = try asker.figure(query)
      return [figure.low, figure.high, figure.known.map(Double.init)]
    }
    // ZZ has 2 or 3 counties, YY 1 or 2, XX none or 1.
    // 90003 is one county, wherever it is: 3 or 4 in all.
    #expect(try ends("sum (count of counties) of states") == [3, 4, 3])
    #expect(try ends("average (count of counties) of states") == [1, 4.0 / 3, 3])
    // 10 + 20 in ZZ, 30 in YY: what 90003 has is not known, nor where it is.
    #expect(try ends("sum (sum people of counties) of states") == [60, nil, 0])
    #expect(try ends("average (people / 10) of counties") == [2, 2, 3])
    #expect(try ends("sum (people * 2) of counties") == [120, nil, 3])
    // Of 90002 neither is known: a score may be below nothing, so that no end is proven.
    #expect(try ends("sum (score - 1) of counties where alpha") == [nil, nil, 2])
    // O2 is of a county in YY, and 90000 is in ZZ.
    #expect(try ends("max (count of offices * 10) of counties") == [20, 20, 4])
  }

  /// Sums of fractions round in their last digit; two ways to one number give one number.
  @Test func sumsOfFractionsHaveOneEnd() throws {
    var world = MadeSmall.world
    for (row, people) in [0.1, 0.2, 0.3, 0.4].enumerated() {
      world["counties"][row, "people"] = .number(people)
    }
    world["counties"][3, "state"] = .link(1)
    let asker = try MadeAsker(world)
    let figure = try asker.figure("sum (sum people of counties) of states")
    #expect(figure.isExact && abs((figure.low ?? 0) - 1) < 1e-9)
  }

  @Test func waysThroughLinksAreThoseOfTheSmallWorld() throws {
    let asker = try MadeAsker(MadeSmall.world)
    func column(_ query: String) throws -> [String] {
      try asker.table(query).rows.map { MadeAsker.text($0[$0.count - 1]) }
    }
    // Of 90003 it is not known which state it is in: between the least and the most of all.
    #expect(
      try column("list counties | show count of state.counties")
        == ["2.0...3.0", "2.0...3.0", "1.0...2.0", "0.0...3.0"])
    #expect(
      try column("list counties | show count of state.(counties where beta)")
        == ["1.0...1.0", "1.0...1.0", "1.0...1.0", "0.0...1.0"])
    // O2 is of a county in YY, 90002 or perhaps 90003, which have no office but perhaps O2 itself;
    // O3 is of none.
    #expect(try asker.truths("count of county.offices >= 1", of: "offices") == "yyun")
    #expect(try asker.truths("count of county.offices >= 2", of: "offices") == "yynn")
    #expect(try asker.truths("has at least 2 county.offices", of: "offices") == "yynn")
    #expect(try asker.truths("has at most 1 county.offices", of: "offices") == "nnyy")
    #expect(try asker.truths("not has county.offices", of: "offices") == "nnuy")
    #expect(try asker.truths("has county.state.counties", of: "offices") == "yyun")
  }

  @Test func mistakesInBracketsAreSaid() throws {
    let asker = try MadeAsker(MadeSmall.world)
    #expect(asker.codes("sum (alpha) of counties") == ["T404"])
    #expect(asker.codes("sum (people of counties") == ["T205"])
    #expect(asker.codes("sum () of counties") == ["T202"])
    #expect(asker.codes("sum (average people of counties) of states") == ["T449"])
    #expect(asker.codes("count counties with name.offices") == ["T312"])
    #expect(asker.codes("count counties with nothing.offices") == ["T301"])
    #expect(asker.codes("count offices where count of county.state > 1") == ["T446"])
    #expect(asker.codes("count offices where count of county.counties > 1") == ["T308"])
  }
}
