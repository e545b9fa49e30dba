// Columns made of the rows among each other: against every completion of small worlds.

import Testing

@testable import Tally

@Suite struct WindowTests {
  private static let small = MadeWorldMaker(counties: 5, offices: 0, notices: 0, missing: 15)

  /// Parts, places and sums of counts by group lie within their bounds in every completion. The
  /// groups are by a text that every county has, so that they are the same in each.
  @Test(arguments: MadeScale.seeds(6)) func columnsOfGroupsHoldInEveryCompletion(_ seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed) &+ 8200)
    let world = named(Self.small.world(&random), &random).narrowed(to: 128, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    let maker = MadeMaker(isModal: false)
    for _ in 0..<12 {
      let condition = maker.condition("counties", depth: random.below(2), &random)
      let least = random.below(3)
      let keep = random.percent(50) ? " | keep count >= \(least)" : ""
      let text =
        "count counties where \(condition.text(in: world)) by word\(keep) | add p ="
        + " percent_of_total(count), r = rank(count), s = running(count), d = count * 2 - s"
      let table = try asker.table(text)
      let shown = table.rows.map { MadeAsker.text($0[0]) }
      for completion in completions {
        let counts = completion.counts(condition)
        let total = Double(counts.values.reduce(0, +))
        let kept = counts.filter { keep.isEmpty || $0.value >= least }
        var sum = 0.0
        for (word, row) in zip(shown, table.rows) {
          let count = Double(try #require(counts[word]))
          sum += count
          if total > 0 { expect(count / total, in: row[2], "\(text): part of \(word)") }
          let place = 1 + kept.values.count { Double($0) > count }
          expect(Double(place), in: row[3], "\(text): place of \(word)")
          expect(sum, in: row[4], "\(text): sum to \(word)")
          expect(count * 2 - sum, in: row[5], "\(text): difference of \(word)")
        }
      }
    }
  }

  /// The same of a number of each row, some of whose rows may belong.
  @Test(arguments: MadeScale.seeds(6)) func columnsOfRowsHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 8300)
    let world = Self.small.world(&random).narrowed(to: 128, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    let maker = MadeMaker(isModal: false)
    for _ in 0..<12 {
      let condition = maker.condition("counties", depth: random.below(2), &random)
      let text =
        "list counties where \(condition.text(in: world)) | show fips, people"
        + " | add p = percent_of_total(people), r = rank(people), s = running(people)"
      let table = try asker.table(text)
      for completion in completions {
        let members = completion.rows(condition)
        let people = members.reduce(into: [String: Double]()) { people, row in
          if case .number(let value) = completion["counties"][row, "people"] {
            people[MadeWorldMaker.fips(row)] = value
          }
        }
        let total = people.values.reduce(0, +)
        var sum = 0.0
        for row in table.rows {
          guard let own = people[MadeAsker.text(row[0])] else {
            #expect(row[3] == .none, "\(text): \(row)")
            continue
          }
          sum += own
          if total > 0 { expect(own / total, in: row[2], "\(text): part") }
          let place = 1 + people.values.count { $0 > own }
          expect(Double(place), in: row[3], "\(text): place")
          expect(sum, in: row[4], "\(text): sum")
        }
      }
    }
  }

  /// Each county with a word, so that the groups are the same in every completion.
  private func named(_ world: MadeWorld, _ random: inout SplitMix64) -> MadeWorld {
    var world = world
    for row in world["counties"].rows.indices {
      world["counties"][row, "word"] = .text(random.pick(["a", "b", "c"]))
    }
    return world
  }

  private func expect(_ value: Double, in cell: Cell, _ text: String) {
    let bounds: (Double?, Double?) =
      switch cell {
      case .number(let number), .percent(let number): (number, number)
      case .figure(let figure): (figure.low, figure.high)
      case .unknown, .text, .date, .answer, .none: (nil, nil)
      }
    let isWithin =
      (bounds.0 ?? -.infinity) - 1e-9 <= value && value <= (bounds.1 ?? .infinity) + 1e-9
    #expect(isWithin && cell != .none, "\(text): \(value) is not within \(cell)")
  }

  @Test func boundsOfPartsAndPlacesAreReached() {
    var random = SplitMix64(seed: 84)
    for _ in 0..<300 {
      let values = (0..<1 + random.below(4)).map { _ -> Interval in
        let low = Double(random.below(4))
        return Interval(low: low, high: low + Double(random.below(3)))
      }
      var all: [[Double]] = [[]]
      for value in values {
        all = all.flatMap { made in
          stride(from: value.low, through: value.high, by: 1).map { made + [$0] }
        }
      }
      let parts = Windows.parts(values, of: values, optional: [])
      let places = Windows.places(values, optional: [])
      for at in values.indices {
        let own = all.compactMap { made -> Double? in
          let total = made.reduce(0, +)
          return total > 0 ? made[at] / total : nil
        }
        #expect(parts[at]?.low == own.min() && parts[at]?.high == own.max(), "\(values)")
        let place = all.map { made in Double(1 + made.count { $0 > made[at] }) }
        #expect(places[at].low == place.min() && places[at].high == place.max(), "\(values)")
      }
    }
  }

  @Test func columnsOfTheSmallWorldAreWorkedOutByHand() throws {
    let asker = try MadeAsker(MadeSmall.world)
    func column(_ query: String) throws -> [String] {
      try asker.table(query).rows.map { MadeAsker.text($0[$0.count - 1]) }
    }
    // By word all four are one group; by beta two and two.
    let groups = "count counties where alpha by beta"
    // yes: 1 to 2 of 90000 and perhaps 90002; no: 90003 is one.
    #expect(
      try column("\(groups) | add p = percent_of_total(count)") == [
        "0.5...0.6666666666666666", "0.3333333333333333...0.5",
      ])
    #expect(try column("\(groups) | add r = rank(count)") == ["1.0...1.0", "1.0...2.0"])
    #expect(try column("\(groups) | add s = running(count)") == ["1.0...2.0", "2.0...3.0"])
    #expect(try column("\(groups) | add b = previous(count)") == ["none", "1.0...2.0"])
    #expect(try column("\(groups) | add h = count / 2") == ["0.5...1.0", "0.5...0.5"])
    // What people 90003 has is not known: its place may be any, and what it adds may be anything.
    let rows = "list counties | show name, people"
    #expect(
      try column("\(rows) | add r = rank(people)") == [
        "3.0...4.0", "2.0...3.0", "1.0...2.0", "unknown",
      ])
    #expect(
      try column("\(rows) | add s = running(people)") == ["10.0", "30.0", "60.0", "60.0...-1.0"])
    #expect(try column("\(rows) | add b = previous(people)") == ["none", "10.0", "20.0", "30.0"])
    #expect(
      try column("\(rows) | take 2 | add p = percent_of_total(people)") == [
        "0.0...0.16666666666666666", "0.0...0.3333333333333333",
      ])
    // Numbers of any sign have no part of a total.
    #expect(
      try column("list counties | show name, score | add p = percent_of_total(score)") == [
        "unknown", "none", "unknown", "unknown",
      ])
    #expect(
      try asker.table("\(groups) | add p = percent_of_total(count) | total").total?.last
        == .figure(
          Figure(
            low: 1, high: 1, unknown: 0, base: 4, baseLow: 4,
            unit: Unit(.share, singular: "", plural: ""),
            baseUnit: Unit(.count, singular: "group", plural: "groups"))))
  }

  @Test func addedColumnsHaveNamesOfTheirOwn() throws {
    let asker = try MadeAsker(MadeSmall.world)
    let groups = "count counties by beta | "
    #expect(asker.codes(groups + "add count = 1") == ["T463"])
    #expect(asker.codes(groups + "add n = 1, n = 2") == ["T463"])
    #expect(asker.codes("list counties | add people = 1") == ["T463"])
    #expect(asker.codes(groups + "show rank(count)") == ["T448"])
    #expect(asker.codes(groups + "sort by rank(count)") == ["T448"])
    #expect(asker.codes("list counties where rank(people) < 3") == ["T448"])
    #expect(asker.codes(groups + "add r = rank(beta)") == ["T408"])
    #expect(asker.codes(groups + "add r = rank(count, 2)") == ["T408"])
    #expect(
      asker.codes("share where alpha among counties by beta | add p = running(share)") == ["T449"])
    #expect(asker.codes("max people of counties by beta | add p = running(max * 2)") == ["T449"])
    #expect(asker.codes("count counties | add n = 1") == ["T405"])
    #expect(
      asker.codes(groups + "add r = rank(count), q = r + 1 | keep q > 1 | sort by r | show q, r")
        == [])
  }

  /// A place is of no base, and the value above is of the base that stands above.
  @Test func placesAndValuesAboveShowNoBase() throws {
    let asker = try MadeAsker(MadeTimes.dataset())
    let answer = try asker.answer(
      "count counties where alpha by name | add k = rank(count), q = previous(count)")
    guard case .groups(let table) = answer.content else {
      Issue.record("no groups")
      return
    }
    #expect(table.columns.map(\.hasBase) == [true, true, false, false])
    let grid = Grid(table, asOf: answer.provenance.asOf, marks: .ascii)
    #expect(!grid.columns.contains { $0.title.hasPrefix("k:") || $0.title.hasPrefix("q:") })
    let flat = FlatTable(answer).titles
    #expect(flat.contains("k_low") && !flat.contains("k_base") && !flat.contains("q_base"))
  }
}

extension MadeWorld {
  /// How many counties of each word meet a condition.
  fileprivate func counts(_ condition: MadeCondition) -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in self["counties"].rows.indices {
      let word = MadeAsker.word(self["counties"][row, "word"])
      counts[word, default: 0] += truth(condition, "counties", row) == .yes ? 1 : 0
    }
    return counts
  }
}

extension MadeAsker {
  /// The text of a made-up cell.
  fileprivate static func word(_ cell: MadeCell) -> String {
    if case .text(let text) = cell { text } else { "" }
  }
}
