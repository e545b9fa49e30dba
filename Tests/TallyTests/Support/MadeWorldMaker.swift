// Random made-up worlds.

@testable import Tally

/// Makes worlds. `missing` and `none` are percentages of cells.
struct MadeWorldMaker {
  var counties = 40
  var offices = 30
  var notices = 12
  var missing = 20
  var none = 10
  /// Whether links, texts and dates may be unknown too, or only answers and numbers.
  var isAllMissing = true

  static let words = ["Example", "example", "Sample", "Test place", "", "Specimen"]
  static let dates: [(String, String)] = [
    ("2019-03-05", "2019-03-05"), ("2020-01-01", "2020-12-31"), ("2020-02-01", "2020-02-29"),
    ("2019-10-01", "2020-09-30"), ("2021-06-15", "2021-06-15"), ("2020-06-01", "2020-06-30"),
    ("1999-12-31", "2000-01-01"), ("2020-06-30", "2020-06-30"),
  ]

  /// A world.
  func world(_ random: inout SplitMix64) -> MadeWorld {
    var world = MadeWorld()
    world["states"] = MadeTable(
      schema: MadeSchemas.states,
      rows: [("ZZ", "Zedland"), ("YY", "Yland"), ("XX", "Exland")].map { code, name in
        [
          .text(code), .text(name), text(["north", "south"], &random), number(&random),
          answer(&random),
        ]
      })
    world["counties"] = MadeTable(
      schema: MadeSchemas.counties,
      rows: (0..<counties).map { row in
        [
          .text(MadeWorldMaker.fips(row)), .text("Example \(row) County"),
          link(3, &random, mayBeNone: false), answer(&random), answer(&random), answer(&random),
          number(&random, from: 0), number(&random), text(MadeWorldMaker.words, &random),
          text(["urban", "rural", "mixed"], &random), date(&random),
        ]
      })
    world["offices"] = MadeTable(
      schema: MadeSchemas.offices,
      rows: (0..<offices).map { row in office(row, in: world, &random) })
    world["notices"] = MadeTable(
      schema: MadeSchemas.notices,
      rows: (0..<notices).map { row in
        [.text("N\(row)"), link(counties, &random, mayBeNone: true), answer(&random)]
      })
    return world
  }

  static func fips(_ row: Int) -> String { String(90_000 + row) }

  /// An office whose state is its county's, where both are known.
  private func office(_ row: Int, in world: MadeWorld, _ random: inout SplitMix64) -> [MadeCell] {
    let county = link(counties, &random, mayBeNone: true)
    var state = link(3, &random, mayBeNone: false)
    if case .link(let at) = county, case .link = world["counties"][at, "state"] {
      state = world["counties"][at, "state"]
    }
    return [
      .text("O\(row)"), county, state, number(&random), answer(&random),
      text(["low", "high"], &random),
    ]
  }

  private func gap(_ random: inout SplitMix64, mayBeNone: Bool = true) -> MadeCell? {
    if isAllMissing, random.percent(missing) { return .unknown }
    return mayBeNone && random.percent(none) ? MadeCell.none : nil
  }

  private func answer(_ random: inout SplitMix64) -> MadeCell {
    random.percent(missing) ? .unknown : .answer(random.percent(50))
  }

  private func number(_ random: inout SplitMix64, from low: Int = -4) -> MadeCell {
    gap(&random) ?? .number(Double(low + random.below(9)))
  }

  private func text(_ words: [String], _ random: inout SplitMix64) -> MadeCell {
    gap(&random) ?? .text(random.pick(words))
  }

  private func date(_ random: inout SplitMix64) -> MadeCell {
    if let gap = gap(&random) { return gap }
    let (first, last) = random.pick(MadeWorldMaker.dates)
    return .date(first: first, last: last)
  }

  private func link(_ count: Int, _ random: inout SplitMix64, mayBeNone: Bool) -> MadeCell {
    if let gap = gap(&random, mayBeNone: mayBeNone) { return gap }
    return count == 0 ? MadeCell.none : .link(random.below(count))
  }
}
