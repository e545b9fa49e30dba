// Groups of values, parts of groups, percentages and tables: what must add up, and what could be.

import Testing

@testable import Tally

@Suite struct EngineGroupingTests {
  private static let keys = [
    "kind", "word", "state", "alpha", "year(opened)", "bands(people, 1, 4, 7)", "lower(word)",
    "state.zone", "kind, beta", "bands(score, -2, 0.5), kind", "opened", "reason.alpha",
  ]
  private static let parts = ["beta", "kind", "word", "state", "bands(people, 3)", "year(opened)"]

  private func each(
    _ seed: Int, _ count: Int, _ body: (MadeAsker, String, inout SplitMix64) throws -> Void
  ) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 9100)
    let world = MadeWorldMaker().world(&random)
    let asker = try MadeAsker(world)
    for _ in 0..<count {
      let condition = MadeMaker().condition("counties", depth: random.below(3), &random)
      try body(asker, condition.text(in: world), &random)
    }
  }

  /// The figures of each row, in order. A key that is not precise is a figure too, and none here.
  private static func figures(_ table: Table, _ rows: [[Cell]]? = nil) -> [[Figure]] {
    (rows ?? table.rows).map { row in
      zip(table.columns, row).compactMap { column, cell in
        if column.type == .figure, case .figure(let figure) = cell { figure } else { nil }
      }
    }
  }

  private static func total(_ table: Table) -> [Figure] {
    figures(table, [table.total ?? []]).first ?? []
  }

  private static func keys(_ table: Table) -> [String] {
    table.rows.map { row in
      zip(table.columns, row).filter { $0.0.type != .figure }.map { MadeAsker.text($0.1) }
        .joined(separator: "|")
    }
  }

  @Test(arguments: MadeScale.seeds(3)) func partsAddUpToTheirGroupAndToTheirColumn(_ seed: Int)
    throws
  {
    try each(seed, 20) { asker, condition, random in
      let (key, part) = (random.pick(Self.keys), random.pick(Self.parts))
      let text = "count counties where \(condition) by \(key)"
      let groups = try asker.table("\(text) | total")
      let table = try asker.table("\(text) across \(part) | total")
      #expect(Self.keys(table) == Self.keys(groups), "\(text) across \(part)")
      for (cells, group) in zip(Self.figures(table), Self.figures(groups)) {
        let whole = try #require(group.first)
        #expect(cells.reduce(0) { $0 + ($1.low ?? -1) } == whole.low, "\(text) across \(part)")
        #expect(cells.reduce(0) { $0 + ($1.high ?? -1) } == whole.high)
        #expect(cells.reduce(0) { $0 + $1.base } == whole.base)
        for cell in cells { #expect((cell.low ?? 0) <= (cell.high ?? -1)) }
      }
      let total = Self.total(table)
      let columns = Self.figures(
        try asker.table("count counties where \(condition) by \(part)")
      ).joined()
      #expect(total.map(\.low) == columns.map(\.low), "\(text) across \(part)")
      #expect(total.map(\.high) == columns.map(\.high))
      #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    }
  }

  /// Each column of a table is the question that its measure asks by itself.
  @Test(arguments: MadeScale.seeds(3)) func tablesHoldWhatTheirMeasuresSayAlone(_ seed: Int) throws
  {
    try each(seed, 12) { asker, condition, random in
      let key = random.pick(Self.keys)
      let set = random.pick(["counties", "counties where beta", "counties in ZZ, YY"])
      let stages = random.pick(["| total", "| known only | total"])
      let table = try asker.table(
        "table \(set) by \(key) with count where \(condition) named n, "
          + "share where \(condition) named part, sum people named folk, "
          + "median score where \(condition) named middle \(stages)")
      // A set of its own groups may lack groups that another measure keeps under known only.
      guard stages == "| total" else {
        for row in Self.figures(table) { #expect(row.count == 4) }
        return
      }
      let alone = [
        "count (\(set)) where \(condition)", "share where \(condition) among (\(set))",
        "sum people of (\(set))", "median score of (\(set)) where \(condition)",
      ]
      for (column, question) in alone.enumerated() {
        let single = try asker.table("\(question) by \(key) | total")
        #expect(
          Self.figures(single).map { $0[0] } == Self.figures(table).map { $0[column] },
          "\(question) by \(key)")
        #expect(Self.total(single)[0] == Self.total(table)[column])
      }
    }
  }

  @Test(arguments: MadeScale.seeds(3)) func sortingAndKeepingLookAtWholeRows(_ seed: Int) throws {
    try each(seed, 12) { asker, condition, random in
      let text = "count counties where \(condition) by \(random.pick(Self.keys))"
      let part = random.pick(Self.parts)
      let stages = "| keep count > 1 | sort by count down | take 3"
      let groups = try asker.table("\(text) \(stages)")
      let table = try asker.table("\(text) across \(part) \(stages)")
      #expect(Self.keys(table) == Self.keys(groups), "\(text) across \(part)")
      #expect(table.possibleMore == groups.possibleMore)
    }
  }

  // MARK: Percentages

  /// Where each field occurs once, the percentages of some completions are the bounds, and no
  /// completion's is beyond them.
  @Test(arguments: MadeScale.seeds(10)) func percentagesAreBoundedExactly(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 9200)
    var world = MadeWorldMaker(counties: 6, offices: 0, notices: 0, missing: 30).world(&random)
    for row in world["counties"].rows.indices {
      world["counties"][row, "kind"] = .text(random.pick(["urban", "rural"]))
      world["counties"][row, "word"] = .text(random.pick(["one", "two"]))
    }
    world = world.narrowed(to: 128, &random)
    let asker = try MadeAsker(world)
    let completions = world.completions
    for condition in [
      MadeCondition.answer(["alpha"]), .junction("or", [.answer(["alpha"]), .answer(["beta"])]),
    ] {
      let set = "count counties where \(condition.text(in: world))"
      for (query, divisor) in [
        ("\(set) by kind, word as percent", []),
        ("\(set) by kind, word as percent of kind", ["kind"]),
        ("\(set) by word, kind as percent of kind", ["kind"]),
      ] {
        for (key, figure) in try asker.groups(query) {
          let names = query.contains("by kind") ? ["kind", "word"] : ["word", "kind"]
          let values = zip(names, key.split(separator: "|").map(String.init))
          let shares = completions.compactMap { completion -> Double? in
            let rows = completion.rows(condition)
            func have(_ names: [String]) -> [Int] {
              rows.filter { row in
                values.allSatisfy { name, value in
                  !names.contains(name) || completion["counties"][row, name] == .text(value)
                }
              }
            }
            let whole = have(divisor).count
            return whole == 0 ? nil : Double(have(names).count) / Double(whole)
          }
          #expect(figure.low == shares.min() && figure.high == shares.max(), "\(query): \(key)")
        }
      }
    }
  }

  @Test(arguments: MadeScale.seeds(2)) func aTotalIsAllAndSettledPartsAddUpToIt(_ seed: Int) throws
  {
    try each(seed, 12) { asker, condition, random in
      let key = random.pick(Self.keys)
      let text = "count counties where certainly (\(condition)) by \(key) as percent | total"
      let table = try asker.table(text)
      let total = try #require(Self.total(table).first)
      let count = try asker.figure("count counties where certainly (\(condition))")
      guard count.low != 0 else {
        #expect(total.isOfNothing || total.low == nil, "\(text)")
        return
      }
      #expect(total.low == 1 && total.high == 1, "\(text)")
      let figures = Self.figures(table).joined()
      guard figures.allSatisfy(\.isExact) else { return }
      #expect(abs(figures.reduce(0) { $0 + ($1.low ?? 0) } - 1) < 1e-9, "\(text)")
    }
  }

  // MARK: Bands

  /// Sizes 9.5, 10, 5 to 15 and unknown, whose labels are "unknown", "b", "b" and not known.
  private static func things() throws -> MadeAsker {
    let schema = RelationSchema(
      "things", singular: "thing", meaning: "made-up things", key: "code",
      fields: [
        Field("code", .text, meaning: "a key"), Field("label", .text, meaning: "a label"),
        Field("size", .number, meaning: "a size"),
      ], shown: ["label"])
    let last = Bitmap(count: 4) { $0 == 3 }
    let none = Bitmap(count: 4)
    let columns = [
      Column(.text(codes: [0, 1, 2, 3], texts: ["p", "q", "r", "s"]), count: 4),
      Column(.text(codes: [0, 1, 1, 0], texts: ["unknown", "b"]), unknown: last, none: none),
      Column(
        .number(low: [9.5, 10, 5, 0], high: [9.5, 10, 15, 0]), unknown: last, none: none),
    ]
    return MadeAsker(
      try Dataset(
        name: "made-up", version: "0", hash: "00", asOf: MadeWorld.day,
        relations: [Relation(schema: schema, count: 4, columns: columns)], bases: []))
  }

  @Test func aNumberThatMayLieInTwoBandsMayBelongToBoth() throws {
    let asker = try Self.things()
    func ends(_ text: String) throws -> [[Double?]] {
      Self.figures(try asker.table(text)).joined().map { [$0.low, $0.high] }
    }
    let text = "count things by bands(size, 10)"
    let table = try asker.table("\(text) | total")
    #expect(Self.keys(table) == ["under 10", "10 and over", "unknown"])
    #expect(try ends(text) == [[1, 2], [1, 2], [1, 1]])
    #expect(Self.total(table).map(\.high) == [4])
    #expect(try ends("\(text) as percent") == [[0.25, 0.5], [0.25, 0.5], [0.25, 0.25]])
    #expect(try ends("count things where size < 10 by bands(size, 10)")[1] == [0, 1])
    #expect(
      try ends("count things across bands(size, 10)") == [[1, 2], [1, 2], [1, 1]])
    // A band that only an open number may be in is a group too.
    #expect(try ends("count things by bands(size, 12)") == [[2, 3], [0, 1], [1, 1]])
  }

  /// Bands that no row is in are no groups; where values are not whole, neither are their labels.
  @Test func edgesBelongToTheBandAboveThem() throws {
    let table = try Self.things().table("count things where size is 10 by bands(size, 10, 20)")
    #expect(Self.keys(table) == ["under 10", "10 to under 20", "unknown"])
    #expect(Self.figures(table).joined().map(\.low) == [0, 1, 0])
    let whole = try MadeAsker(MadeSmall.world)
    #expect(
      try whole.groups("count counties by bands(people, 10, 20, 21, 1_000)").map(\.key) == [
        "10 – 19", "20", "21 – 999", "unknown",
      ])
  }

  @Test func aTextAndAGapOfOneNameAreTwoColumns() throws {
    let names = try Self.things().table("count things across label").columns.map(\.name)
    #expect(names == ["b", "unknown", "not known"])
  }

  @Test func moreColumnsThanAPageShowsAreRefused() throws {
    var random = SplitMix64(seed: 9300)
    let asker = try MadeAsker(MadeWorldMaker(counties: 101).world(&random))
    #expect(try asker.outcome("count counties across fips").diagnostics.map(\.code) == ["T466"])
    #expect(try asker.table("count counties by fips").rows.count == 101)
  }

  // MARK: Years

  @Test(arguments: MadeScale.seeds(1)) func yearsMayBeRowsOrColumns(_ seed: Int) throws {
    try each(seed, 6) { asker, condition, random in
      let (key, text) = (random.pick(Self.keys), "count counties where \(condition)")
      let columns = try asker.table("\(text) by \(key) across years 2023, latest")
      let rows = try asker.table("\(text) by years 2023, latest, \(key)")
      let pairs = Self.figures(columns)
      let below = pairs.map { $0[0] } + pairs.map { $0[1] }
      #expect(Array(Self.figures(rows).joined()) == below, "\(text) by \(key)")
    }
  }

  /// Ash and Cedar may be yes in 2019, when Birch is no; on the last day Cedar alone is yes.
  @Test func aTableByYearsAloneKeepsAllItsNumbers() throws {
    let asker = try MadeAsker(MadeTimes.dataset())
    let table = try asker.table(
      "table counties by years 2019, latest with count where alpha named d, count named n,"
        + " share where alpha named s")
    #expect(table.columns.map(\.name) == ["years", "d", "n", "s"])
    let ends = Self.figures(table).map { $0.map { [$0.low, $0.high] } }
    let third = 1.0 / 3
    #expect(ends == [[[0, 2], [3, 3], [0, 2 * third]], [[1, 1], [3, 3], [third, third]]])
    #expect(!table.hasBaseInEachRow)
    let one = try asker.table("table counties by years 2019, latest with count where alpha named d")
    #expect(one.columns.map(\.name) == ["years", "d"])
  }

  @Test func aPercentageOfUnsettledRowsSaysBothEndsOfItsBase() throws {
    let asker = try MadeAsker(MadeTimes.dataset())
    // Ash is yes in 2021 and Cedar may be.
    let table = try asker.table("count counties as of 2021 where alpha by name as percent")
    #expect([table.baseLow, table.base] == [1, 2])
    let words = TableText(table: table, isGroups: true, asOf: AnswerDate(MadeTimes.latest))
    #expect(words.base() == "of 1 to 2 counties")
  }

  @Test func groupsOfThemselvesAreRefusedWithTheirShare() throws {
    let asker = try MadeAsker(MadeTimes.dataset())
    let text = "count counties where alpha by name as percent of name"
    let diagnostic = try #require(asker.outcome(text).diagnostics.first)
    #expect(diagnostic.code == "T462")
    #expect(
      diagnostic.fixes.map { $0.applied(to: Source(text)) } == [
        "share where alpha among counties by name", "count counties where alpha by name as percent",
      ])
  }
}
