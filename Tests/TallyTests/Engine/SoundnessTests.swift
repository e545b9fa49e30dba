// Every bound against every completion of the unknown cells of small worlds.

import Testing

@testable import Tally

@Suite struct EngineSoundnessTests {
  private static let small = MadeWorldMaker(counties: 4, offices: 3, notices: 1, missing: 15)
  private static let slack = 1e-9

  @Test(arguments: MadeScale.seeds(4)) func countsHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 3000)
    let world = Self.small.world(&random).narrowed(to: 64, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    let maker = MadeMaker(isModal: false)
    for _ in 0..<30 {
      let table = random.pick(["counties", "counties", "offices"])
      let condition = maker.condition(table, depth: random.below(3), &random)
      let text = "count \(table) where \(condition.text(in: world))"
      let figure = try asker.figure(text)
      for completion in completions {
        let truths = completion[table].rows.indices.map { completion.truth(condition, table, $0) }
        #expect(!truths.contains(.unknown), "\(text): a completion leaves nothing open")
        let count = Double(truths.filter { $0 == .yes }.count)
        let isWithin = try #require(figure.low) <= count && count <= #require(figure.high)
        #expect(isWithin, "\(text): \(count) is not within \(figure)")
        if !isWithin { return }
      }
    }
  }

  @Test(arguments: MadeScale.seeds(4)) func setsHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 3500)
    let world = Self.small.world(&random).narrowed(to: 64, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    for _ in 0..<20 {
      let set = MadeMaker(isModal: false).set("counties", depth: 1 + random.below(2), &random)
      let text = set.text(in: world)
      let members = try asker.members(text)
      for completion in completions {
        for row in world["counties"].rows.indices {
          let (own, base) = completion.member(set, row)
          let isSound =
            own != .unknown && (own == .yes ? members.possible[row] : !members.certain[row])
            && (base == .yes ? members.basePossible[row] : !members.baseCertain[row])
          #expect(isSound, "\(text): row \(row) is \(own)")
          if !isSound { return }
        }
      }
    }
  }

  @Test(arguments: MadeScale.seeds(4)) func sharesAndSummariesHoldInEveryCompletion(_ seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 4000)
    var world = Self.small.world(&random)
    for row in world["counties"].rows.indices where world["counties"][row, "score"] == .unknown {
      world["counties"][row, "score"] = .number(Double(random.below(9) - 4))
    }
    world = world.narrowed(to: 64, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    let maker = MadeMaker(isModal: false)
    for _ in 0..<15 {
      let base = maker.condition("counties", depth: random.below(2), &random)
      let asked = maker.condition("counties", depth: random.below(2), &random)
      let set = "counties where \(base.text(in: world))"
      let share = try asker.figure("share where \(asked.text(in: world)) among \(set)")
      for word in ["sum", "average", "median", "min", "max"] {
        let figure = try asker.figure("\(word) score of \(set)")
        for completion in completions {
          expect(completion.summary(word, "score", base), within: figure, "\(word) score of \(set)")
        }
      }
      for completion in completions {
        expect(
          completion.share(asked, base), within: share,
          "share of \(asked.text(in: world)) in \(set)")
      }
    }
  }

  /// Groups that are rows of another table: a county whose state is not known may be of each.
  @Test(arguments: MadeScale.seeds(4)) func rankedGroupsHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 4500)
    var world = Self.small.world(&random)
    for row in world["counties"].rows.indices where world["counties"][row, "score"] == .unknown {
      world["counties"][row, "score"] = .number(Double(random.below(9) - 4))
    }
    world = world.narrowed(to: 64, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    let maker = MadeMaker(isModal: false)
    for _ in 0..<15 {
      let base = maker.condition("counties", depth: random.below(2), &random)
      let set = "counties where \(base.text(in: world))"
      for key in ["count of \(set)", "share where beta among \(set)"]
        + ["sum", "average", "median", "min", "max"].map({ "\($0) score of \(set)" })
      {
        let text = "bottom 9 states by \(key)"
        for (code, figure) in try asker.groups(text) {
          let state = ["ZZ", "YY", "XX"].firstIndex(of: code) ?? 0
          let own = MadeCondition.junction(
            "and", [base, .leads(["state"], isNot: false, to: [state], table: "states")])
          for completion in completions {
            expect(completion.measure(key, own), within: figure, "\(text): \(code)")
          }
        }
      }
    }
  }

  private func expect(_ value: Double?, within figure: Figure, _ text: String) {
    guard let value else { return }
    let isWithin =
      (figure.low ?? .infinity) - Self.slack <= value
      && value <= (figure.high ?? .infinity) + Self.slack
    #expect(isWithin, "\(text): \(value) is not within \(figure)")
  }

  /// Where each field occurs once, some completion reaches each bound.
  @Test(arguments: MadeScale.seeds(8)) func boundsAreReachedWhereEachFieldOccursOnce(_ seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 5000)
    let maker = MadeWorldMaker(counties: 4, offices: 0, notices: 0, missing: 25)
    var world = maker.world(&random)
    for row in world["counties"].rows.indices where world["counties"][row, "people"] == .unknown {
      world["counties"][row, "people"] = .number(Double(random.below(9)))
    }
    world = world.narrowed(to: 256, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    for _ in 0..<8 {
      let (base, asked) = ReadOnce.two(&random)
      let set = "counties where \(base.text(in: world))"
      let count = try asker.figure("count \(set)")
      expectReached(
        completions.map { Double($0.rows(base).count) }, by: count, "count \(set)")
      let share = try asker.figure("share where \(asked.text(in: world)) among \(set)")
      expectReached(
        completions.compactMap { $0.share(asked, base) }, by: share,
        "share where \(asked.text(in: world)) among \(set)")
      for word in ["sum", "average", "median", "min", "max"] {
        let figure = try asker.figure("\(word) people of \(set)")
        expectReached(
          completions.compactMap { $0.summary(word, "people", base) }, by: figure,
          "\(word) people of \(set)")
      }
    }
  }

  private func expectReached(_ values: [Double], by figure: Figure, _ text: String) {
    guard let low = values.min(), let high = values.max() else {
      #expect(figure.low == nil, "\(text): no completion has a value, yet \(figure)")
      return
    }
    #expect(abs((figure.low ?? .nan) - low) < Self.slack, "\(text): \(low) is the least")
    #expect(abs((figure.high ?? .nan) - high) < Self.slack, "\(text): \(high) is the most")
  }

  /// A sum of amounts keeps its lower bound where values are unknown, and has no upper one.
  @Test(arguments: MadeScale.seeds(4)) func sumsOfAmountsKeepTheirLowerBound(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 6000)
    let world = Self.small.world(&random).narrowed(to: 128, &random)
    let figure = try MadeAsker(world).figure("sum people of counties where alpha")
    for completion in world.completions {
      let sum = try #require(completion.summary("sum", "people", .answer(["alpha"])))
      #expect(try #require(figure.low) <= sum)
      if let high = figure.high { #expect(sum <= high) }
    }
    let unknown = world["counties"].rows.indices.contains {
      world["counties"][$0, "people"] == .unknown
        && world["counties"][$0, "alpha"] != .answer(false)
    }
    #expect((figure.high == nil) == unknown)
    #expect(((figure.knownOf ?? 0) > (figure.known ?? 0)) == unknown)
  }
}

extension MadeWorld {
  /// The counties that meet a condition.
  func rows(_ condition: MadeCondition) -> [Int] {
    self["counties"].rows.indices.filter { truth(condition, "counties", $0) == .yes }
  }

  /// What a rank key such as `sum score of …` measures over some counties.
  func measure(_ key: String, _ base: MadeCondition) -> Double? {
    if key.hasPrefix("count") { return Double(rows(base).count) }
    if key.hasPrefix("share") { return share(.answer(["beta"]), base) }
    return summary(String(key.prefix { $0 != " " }), "score", base)
  }

  /// The share of a set's counties that meet a condition; nil of no county.
  func share(_ asked: MadeCondition, _ base: MadeCondition) -> Double? {
    let members = rows(base)
    let meeting = members.filter { truth(asked, "counties", $0) == .yes }
    return members.isEmpty ? nil : Double(meeting.count) / Double(members.count)
  }

  /// A summary of a field over the counties of a set.
  func summary(_ word: String, _ field: String, _ base: MadeCondition) -> Double? {
    let values = rows(base).compactMap { row -> Double? in
      if case .number(let value) = self["counties"][row, field] { value } else { nil }
    }
    return MadeSummary.of(word, values)
  }
}

/// Two conditions in which no field occurs twice, and none in both.
enum ReadOnce {
  static func two(_ random: inout SplitMix64) -> (MadeCondition, MadeCondition) {
    var leaves: [MadeCondition] = [
      .answer(["alpha"]), .answer(["beta"]), .answer(["gamma"]),
      .compare(.field(["score"]), random.pick(["<", ">="]), .literal(Double(random.below(7) - 3))),
      .oneOf(["kind"], isNot: random.percent(50), [random.pick(["urban", "rural"])]),
    ].shuffled(using: &random)
    let first = 1 + random.below(3)
    let base = joined(Array(leaves.prefix(first)), &random)
    leaves.removeFirst(first)
    return (base, joined(Array(leaves.prefix(1 + random.below(2))), &random))
  }

  private static func joined(_ leaves: [MadeCondition], _ random: inout SplitMix64) -> MadeCondition
  {
    leaves.dropFirst().reduce(leaves[0]) { tree, leaf in
      let leaf = random.percent(30) ? MadeCondition.modified("not", leaf) : leaf
      let both = MadeCondition.junction(random.pick(["and", "or"]), [tree, leaf])
      return random.percent(30) ? .modified("not", both) : both
    }
  }
}
