// What must add up, whatever is asked: bases, groups, opposites, stages.

import Testing

@testable import Tally

@Suite struct EngineInvariantTests {
  private static let keys = [
    "kind", "word", "state", "alpha", "opened", "people", "state.zone", "state.calm", "fips",
    "kind, alpha", "state, word", "beta, gamma, kind", "state.size, opened",
  ]

  private func each(
    _ seed: Int, _ count: Int, _ body: (MadeAsker, String, inout SplitMix64) throws -> Void
  ) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 7000)
    let world = MadeWorldMaker().world(&random)
    let asker = try MadeAsker(world)
    for _ in 0..<count {
      let condition = MadeMaker().condition("counties", depth: random.below(3), &random)
      try body(asker, condition.text(in: world), &random)
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func groupsAddUpToTheWhole(_ seed: Int) throws {
    try each(seed, 30) { asker, condition, random in
      let key = random.pick(Self.keys)
      let text = "count counties where \(condition)"
      let whole = try asker.figure(text)
      let groups = try asker.groups("\(text) by \(key)")
      #expect(groups.reduce(0) { $0 + ($1.figure.low ?? 0) } == whole.low, "\(text) by \(key)")
      #expect(groups.reduce(0) { $0 + ($1.figure.high ?? 0) } == whole.high)
      #expect(groups.reduce(0) { $0 + $1.figure.base } == whole.base)
      #expect(groups.reduce(0) { $0 + $1.figure.unknown } == whole.unknown)
      #expect(Set(groups.map(\.key)).count == groups.count, "\(text) by \(key)")
      for group in groups { #expect((group.figure.low ?? 0) <= (group.figure.high ?? 0)) }
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func yesNoAndUnknownAddUpToTheBase(_ seed: Int) throws {
    try each(seed, 30) { asker, condition, random in
      let key = random.pick(Self.keys)
      func groups(_ condition: String) throws -> [String: Int] {
        let groups = try asker.groups("count counties where \(condition) by \(key)")
        return Dictionary(uniqueKeysWithValues: groups.map { ($0.key, Int($0.figure.low ?? -1)) })
      }
      let base = try asker.groups("count counties by \(key)")
      let yes = try groups(condition)
      let no = try groups("not (\(condition))")
      let unknown = try groups("(\(condition)) is unknown")
      for (key, figure) in base {
        let sum = (yes[key] ?? -1) + (no[key] ?? -1) + (unknown[key] ?? -1)
        #expect(sum == figure.base, "\(condition) by \(key)")
      }
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func sharesOfGroupsRestOnTheirMembers(_ seed: Int) throws {
    try each(seed, 20) { asker, condition, random in
      let key = random.pick(Self.keys)
      let text = "share where \(condition) among counties where possibly beta"
      let whole = try asker.figure(text)
      let groups = try asker.groups("\(text) by \(key)")
      #expect(groups.reduce(0) { $0 + $1.figure.base } == whole.base)
      #expect(groups.reduce(0) { $0 + ($1.figure.known ?? 0) } == whole.known)
      for (_, figure) in groups {
        guard let low = figure.low, let high = figure.high else { continue }
        #expect(0 <= low && low <= high && high <= 1)
        if let known = figure.ofKnown { #expect(low <= known && known <= high) }
      }
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func keepIsWhatWhereIs(_ seed: Int) throws {
    try each(seed, 20) { asker, condition, random in
      let world = "people > \(random.below(5))"
      let kept = try asker.table("list counties where \(condition) | keep \(world) | show fips")
      let both = try asker.table("list counties where (\(condition)) and \(world) | show fips")
      #expect(kept.rows == both.rows, "\(condition) | keep \(world)")
      #expect(kept.possibleMore == both.possibleMore, "\(condition) | keep \(world)")
      #expect(kept.possibleQuery.isEmpty)
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func theOfferedQueryListsWhatIsOpen(_ seed: Int) throws {
    try each(seed, 30) { asker, condition, random in
      let place = random.pick(["", " in ZZ", " in YY, XX"])
      let more = random.pick(["", " where beta", " where people > 2"])
      let text = "list counties\(place) where \(condition)\(more)"
      let table = try asker.table(text)
      guard !table.possibleQuery.isEmpty else { return }
      let open = try asker.table(table.possibleQuery)
      #expect(open.matched == table.possibleMore, "\(text): \(table.possibleQuery)")
      #expect(open.possibleMore == 0)
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func knownOnlyLeavesOutWhatIsOpen(_ seed: Int) throws {
    try each(seed, 30) { asker, condition, _ in
      let all = try asker.figure("count counties where \(condition)")
      let known = try asker.figure("count counties where \(condition) | known only")
      #expect(known.low == all.low && known.high == all.low && known.unknown == 0)
      #expect(known.base == all.base - all.unknown)
      let rows = try asker.table("list counties where \(condition) | known only")
      #expect(rows.matched == Int(all.low ?? -1) && rows.possibleMore == 0)
      let share = try asker.figure("share where \(condition) among counties")
      let settled = try asker.figure("share where \(condition) among counties | known only")
      #expect(settled.low == share.ofKnown && settled.high == share.ofKnown)
      #expect(settled.base == share.known)
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func plansAnswerAlikeBeforeAndAfterTheOptimizer(_ seed: Int)
    throws
  {
    try each(seed, 25) { asker, condition, random in
      let stages = random.pick([
        "", " | sort by people down, name | take 5", " | sort by opened | skip 2 | take 3",
        " | keep people > 1 | sort by word, score down | take 4 | show fips, word",
        " | skip 1 | sort by alpha, kind | take 50",
      ])
      for text in [
        "list counties where \(condition) where not (alpha and not (beta or gamma))\(stages)",
        "top 3 states by count of (counties where \(condition) where beta)",
        "count (counties in ZZ in ZZ, YY) where not (\(condition)) by kind | total",
        "share where \(condition) among counties where not (not alpha) by state",
        "count counties where not (\(condition)) by kind across beta as percent of kind | total",
        "count counties where \(condition) where beta by bands(people, 1, 3), year(opened)",
        "table counties where not (not (\(condition))) by word across alpha with count,"
          + " share where beta, sum people named all | known only | sort by all down | total",
      ] {
        let plain = QueryPlan(
          plan: try asker.plan(text), dataset: asker.executor.dataset, text: text)
        var optimized = plain
        optimized.plan = Optimizer.optimized(plain.plan)
        let executor = asker.executor
        #expect(try executor.answer(plain) == executor.answer(optimized), "\(text)")
      }
    }
  }
}
