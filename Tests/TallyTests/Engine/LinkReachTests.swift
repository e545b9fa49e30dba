// Which rows with an unknown link may matter, held to the question asked of each pair of rows.

import EnforcementData
import Testing

@testable import Tally

@Suite struct LinkReachTests {
  /// Links of counties to rows some of which name no county, and the number of random sets.
  @Test(arguments: ["agreements", "agencies", "facilities", "listings", "detainer_limits"])
  func setsAreAskedOnce(_ link: String) throws {
    let dataset = try EnforcementData.dataset()
    let counties = try #require(dataset.relation("counties"))
    let engine = Executor(dataset: dataset, shouldStop: { false })
    let schema = dataset.relations[counties].schema
    let join = try #require(schema.link(link).flatMap { dataset.join($0, from: counties) })
    let links = engine.backLinks(join)
    let count = dataset.relations[counties].count
    var random = SplitMix64(seed: 7)
    for size in [0, 1, 2, 5, 60, count] {
      var asked = Bitmap(count: count, filled: size == count)
      if size < count {
        for _ in 0..<size { asked[Int.random(in: 0..<count, using: &random)] = true }
      }
      let rows = asked.rows
      let expected = links.floating.filter { row in rows.contains { links.mayReach(row, $0) } }
      #expect(links.floating(reaching: asked) == expected)
    }
  }

  /// Counts of rows that may belong, against adding up the pairs.
  @Test(arguments: ["agreements", "agencies", "facilities", "listings", "detainer_limits"])
  func floatingRowsAreAddedWhereTheyMayBelong(_ link: String) throws {
    let dataset = try EnforcementData.dataset()
    let counties = try #require(dataset.relation("counties"))
    let engine = Executor(dataset: dataset, shouldStop: { false })
    let schema = dataset.relations[counties].schema
    let join = try #require(schema.link(link).flatMap { dataset.join($0, from: counties) })
    let links = engine.backLinks(join)
    let count = dataset.relations[counties].count
    let pointing = dataset.relations[join.to].count
    let possible = Bitmap(count: pointing) { $0 % 3 != 1 }
    var counts = [Int32](repeating: 0, count: count)
    links.addFloating(within: possible, to: &counts)
    for county in stride(from: 0, to: count, by: 97) {
      let expected = links.floating.count { possible[$0] && links.mayReach($0, county) }
      #expect(Int(counts[county]) == expected)
    }
  }
}
