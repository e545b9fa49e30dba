// Counts of linked rows and conditions on them, held to counting pair by pair.

import EnforcementData
import Testing

@testable import Tally

@Suite struct LinkCountTests {
  /// The loops over links, against one row after the other.
  @Test func loopsAreThoseOfOneRowAfterTheOther() {
    var random = SplitMix64(seed: 11)
    for count in Array(0...200) + [255, 256, 1000] {
      let pointed = Int.random(in: 1...130, using: &random)
      let links = (0..<count).map { _ in Int32.random(in: -1..<Int32(pointed), using: &random) }
      let rows = random.bitmap(count)
      let set = random.bitmap(pointed)
      let words = rows.words
      var expected = [Int32](repeating: 0, count: pointed)
      for row in 0..<count where rows[row] && links[row] >= 0 { expected[Int(links[row])] += 1 }
      #expect(LinkKernels.counts(words.span, links.span, pointed) == expected)
      #expect(
        LinkKernels.reached(links.span, set)
          == links.map { $0 >= 0 && set[Int($0)] ? 1 : 0 })
      let numbers = (0...pointed).map { _ in Int32.random(in: 0..<9, using: &random) }
      var sums = [Int32](repeating: 2, count: count)
      LinkKernels.add(numbers.span, at: links.span, to: &sums)
      #expect(sums == links.map { 2 + numbers[Int($0) + 1] })
    }
  }

  /// Links of which some are unknown, bounded by candidates, by a place or by nothing.
  @Test(arguments: [false, true])
  func countsAreThoseOfPairs(_ isPlaced: Bool) {
    var random = SplitMix64(seed: 5)
    for count in [0, 1, 63, 64, 65, 200] {
      let pointed = 40
      let links = random.links(count, to: pointed)
      let places = LinkPlaces(
        rows: PlainLinks(random.links(count, to: 4)),
        targets: PlainLinks(random.links(pointed, to: 4)))
      let back = BackLinks(links, to: pointed, places: isPlaced ? places : nil)
      let possible = random.bitmap(count)
      let certain = possible & random.bitmap(count)
      let full = Bitmap(count: count, filled: true)
      for (sure, maybe) in [(certain, possible), (possible, possible), (full, full)] {
        let counts = back.counts(certain: sure, possible: maybe)
        for target in 0..<pointed {
          let known = (0..<count).filter { back.target($0) == target }
          let floating = (0..<count).count {
            links.unknown[$0] && maybe[$0] && back.mayReach($0, target)
          }
          #expect(Int(counts.low[target]) == known.count { sure[$0] })
          #expect(Int(counts.high[target]) == known.count { maybe[$0] } + floating)
        }
      }
    }
  }

  /// Conditions on numbers of linked rows as steps of bits, against the same evaluated as a whole.
  @Test(arguments: ["agreements", "agencies", "facilities", "listings", "neighbors", "state"])
  func boundsAreStepsOfBits(_ name: String) throws {
    let dataset = try EnforcementData.dataset()
    let counties = try #require(dataset.relation("counties"))
    let checker = Checker(dataset, Source(""))
    let join = try #require(checker.findJoin(from: counties, named: name))
    let engine = Executor(dataset: dataset, shouldStop: { false })
    let evaluator = engine.evaluator(counties)
    var random = SplitMix64(seed: 3)
    let some = (0..<dataset.relations[join.to].count).filter { _ in
      Int.random(in: 0..<3, using: &random) > 0
    }
    let scan = SetPlan.scan(join.to)
    for set in [scan, .filter(scan, .isRow(some))] {
      for least in [0, 1, 2, 5, .max] {
        for most in [nil, 0, 1, 3, Int.max] {
          for isComplete in [true, false] {
            var way = join
            way.isComplete = isComplete
            let condition = Condition.linked(way, set, LinkCount(least: least, most: most))
            #expect(evaluator.map(condition) == evaluator.plainly(condition))
          }
        }
      }
    }
  }

  /// Dates that may be several days as steps of bits, against the same evaluated as a whole.
  @Test func impreciseDatesAreStepsOfBits() throws {
    var random = SplitMix64(seed: 9)
    let count = 500
    let first = (0..<count).map { _ in Int32.random(in: 20_000..<20_400, using: &random) }
    let last = first.map { $0 + Int32.random(in: 0..<40, using: &random) }
    let none = random.bitmap(count) & random.bitmap(count)
    let column = Column(
      .date(first: first, last: last),
      unknown: (random.bitmap(count) & random.bitmap(count)) - none,
      none: none)
    let field = Field("made", .date, meaning: "a day")
    let schema = RelationSchema(
      "things", singular: "thing", meaning: "made rows", key: "made", fields: [field],
      shown: ["made"])
    let relation = Relation(schema: schema, count: count, columns: [column])
    let engine = Executor(dataset: try EnforcementData.dataset(), shouldStop: { false })
    let evaluator = Evaluator(engine: engine, relation: relation, number: nil)
    let value = Value.field(FieldRef(hops: [], column: 0, field: field, text: "made"))
    for text in ["2024-10", "2024-12-25", "2025", "2025-01"] {
      let period = try #require(Period(text))
      for condition in [
        Condition.within(value, period), .before(value, period), .after(value, period),
        .not(.within(value, period)),
      ] {
        #expect(evaluator.map(condition) == evaluator.plainly(condition))
      }
    }
  }
}

extension SplitMix64 {
  /// A random set of rows.
  fileprivate mutating func bitmap(_ count: Int) -> Bitmap {
    var rows = Bitmap(count: count)
    for row in 0..<count { rows[row] = Bool.random(using: &self) }
    return rows
  }

  /// Links some of which are unknown, with or without candidates, or lead nowhere.
  fileprivate mutating func links(_ count: Int, to pointed: Int) -> Column {
    var column = Column(
      .link(rows: (0..<count).map { _ in Int32.random(in: 0..<Int32(pointed), using: &self) }),
      count: count)
    for row in 0..<count {
      switch Int.random(in: 0..<8, using: &self) {
      case 0: column.none[row] = true
      case 1, 2: column.unknown[row] = true
      case 3:
        column.unknown[row] = true
        column.candidates[row] = Set(
          (0..<3).map { _ in Int32.random(in: 0..<Int32(pointed), using: &self) })
      default: break
      }
    }
    return column
  }
}
