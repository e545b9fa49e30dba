// Numbers of linked rows in one pass over blocks against lists of rows: the same answers.

import Testing

@testable import Tally

@Suite struct LongLinkTests {
  private static let questions = [
    "list states | show count of counties, sum people of counties, average score of counties",
    "list states | show min people of counties, max score of counties, median people of counties",
    "list states | show count of (counties where alpha), sum score of (counties where beta)",
    "list states | show average people of (counties where beta) named m, "
      + "max score of (counties where alpha) named most",
    "list states where count of counties > 3 and sum score of (counties where alpha) > 2",
    "list counties | show count of notices, count of (notices where open), count of offices",
    "count states where count of (counties where people is unknown) > 0",
    "sum (count of (counties where alpha)) of states by zone",
    "table states by zone with sum (count of counties) named n, "
      + "sum (sum people of (counties where alpha)) named p, sum (count of offices) named o",
    "table counties by kind with sum (count of offices) named n, sum (sum rank of offices) named r",
    "table counties by kind with sum (count of state.counties) named n, "
      + "sum (sum people of state.(counties where alpha)) named p, count named all",
    "table offices where ready by level with sum (count of state.counties) named n, "
      + "sum (sum score of state.(counties where beta and people is known)) named p, "
      + "average (count of state.(counties where beta)) named m",
    "table counties by kind with max (count of offices) named a, min (count of offices) named b, "
      + "median (count of offices) named m",
    "sum (count of offices) of counties where alpha", "average (count of notices) of counties",
    "sum (sum score of state.counties) of offices where ready",
  ]

  /// What the one pass must take, so that the test below is about it: of a link whose unknown rows
  /// may be anywhere also where some are.
  @Test(arguments: [0, 15]) func numbersAlongALinkAreTakenByTheOnePass(_ missing: Int) throws {
    var random = SplitMix64(seed: 9250)
    let dataset = try MadeWorldMaker(missing: missing).world(&random).dataset(isBare: true)
    var engine = Executor(dataset: dataset, shouldStop: { false })
    engine.longFrom = 0
    for (text, isTaken) in [
      ("list states where count of (counties where alpha) > 3", true),
      ("list states where sum people of counties > 3", true),
      ("list states where max score of (counties where beta) > 3", true),
      ("list states where average score of (counties where beta) > 3", true),
      ("list counties where count of notices > 3", true),
      ("list counties where count of offices > 3", missing == 0),
    ] {
      let set = try #require(try MadeAsker(dataset).plan(text).set, "\(text)")
      guard case .filter(_, .order(.linked(let join, let measure), _, _)) = set else {
        Issue.record("\(text)")
        continue
      }
      let relation = dataset.relations[join.from]
      let pass = engine.linkPass(join, [measure], from: relation)
      #expect((pass != nil) == isTaken, "\(text)")
      // What is proven without figures is what the figures prove.
      let (quick, plain) = (pass?.numbers(of: measure), pass?.figures(of: measure)?.numbers)
      #expect(quick?.low == plain?.low && quick?.high == plain?.high, "\(text)")
      #expect(quick?.unknown == plain?.unknown && quick?.none == plain?.none, "\(text)")
    }
  }

  /// With links that are not known, and without.
  @Test(arguments: MadeScale.seeds(6)) func numbersOfLinkedRowsAreTheSameInOnePass(
    _ seed: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 9300)
    let world = MadeWorldMaker(missing: seed % 3 == 0 ? 0 : 15).world(&random)
    let dataset = try world.dataset(isBare: seed % 2 == 0)
    for text in Self.questions {
      let plain = try ColumnarTests.answer(text, dataset, longFrom: .max)
      #expect(try plain == ColumnarTests.answer(text, dataset, longFrom: 0), "\(text)")
      #expect(try plain == ColumnarTests.answer(text, dataset, longFrom: 0), "\(text), again")
    }
  }
}
