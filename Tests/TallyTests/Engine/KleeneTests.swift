// The engine against a reader of one row at a time: thousands of random conditions and sets.

import Testing

@testable import Tally

@Suite struct EngineKleeneTests {
  @Test(arguments: MadeScale.seeds(10)) func conditionsMeanWhatTheyMeanForEachRow(_ seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 1000)
    let world = MadeWorldMaker().world(&random)
    let asker = try MadeAsker(world)
    let maker = MadeMaker()
    for _ in 0..<200 {
      let table = random.pick(["counties", "counties", "counties", "offices"])
      let condition = maker.condition(table, depth: random.below(4), &random)
      let text = "\(table) where \(condition.text(in: world))"
      let truths = world[table].rows.indices.map { world.truth(condition, table, $0) }
      for optimized in [true, false] {
        let members = try asker.members(text, optimized: optimized)
        let mistakes = truths.indices.filter { row in
          Truth(yes: members.certain[row], no: !members.possible[row]) != truths[row]
        }
        #expect(mistakes.isEmpty, "\(text): row \(mistakes.first ?? -1)")
        if !mistakes.isEmpty { return }
      }
    }
  }

  @Test(arguments: MadeScale.seeds(10)) func setsHaveTheMembersAndBasesThatTheyMean(_ seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 2000)
    let world = MadeWorldMaker().world(&random)
    let asker = try MadeAsker(world)
    let maker = MadeMaker()
    for _ in 0..<100 {
      let table = random.pick(["counties", "offices"])
      let set = maker.set(table, depth: 1 + random.below(3), &random)
      let text = set.text(in: world)
      let members = try asker.members(text)
      for row in world[table].rows.indices {
        let (own, base) = world.member(set, row)
        let found = Truth(yes: members.certain[row], no: !members.possible[row])
        let foundBase = Truth(yes: members.baseCertain[row], no: !members.basePossible[row])
        #expect(found == own, "\(text): row \(row)")
        #expect(foundBase == base, "base of \(text): row \(row)")
        if found != own || foundBase != base { return }
      }
      #expect((members.certain - members.possible).isEmpty)
      #expect((members.possible - members.basePossible).isEmpty)
      #expect((members.baseCertain - members.basePossible).isEmpty)
    }
  }
}
