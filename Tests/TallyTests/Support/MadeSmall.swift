// One small world whose every answer can be worked out by looking at it.

@testable import Tally

/// Four counties in two states, three offices, two notices.
enum MadeSmall {
  /// The table:
  ///
  ///     row fips  name              state   alpha   beta  people  score   kind    opened
  ///     0   90000 Example County    ZZ      yes     yes   10      1       urban   2020-06-15
  ///     1   90001 Sample County     ZZ      no      no    20      none    rural   2020 (all year)
  ///     2   90002 Example County    YY      unknown yes   30      unknown none    none
  ///     3   90003 Zedland County    unknown yes     no    unknown 4       unknown unknown
  static let world: MadeWorld = {
    var world = MadeWorld()
    world["states"] = MadeTable(
      schema: MadeSchemas.states,
      rows: [
        [.text("ZZ"), .text("Zedland"), .text("north"), .number(1), .answer(true)],
        [.text("YY"), .text("Yland"), .none, .number(2), .unknown],
        [.text("XX"), .text("Exland"), .unknown, .unknown, .answer(false)],
      ])
    world["counties"] = MadeTable(
      schema: MadeSchemas.counties,
      rows: [
        row(
          0, "Example", .link(0), .answer(true), .answer(true), .number(10), .number(1),
          .text("urban"), .date(first: "2020-06-15", last: "2020-06-15")),
        row(
          1, "Sample", .link(0), .answer(false), .answer(false), .number(20), .none,
          .text("rural"), .date(first: "2020-01-01", last: "2020-12-31")),
        row(2, "Example", .link(1), .unknown, .answer(true), .number(30), .unknown, .none, .none),
        row(
          3, "Zedland", .unknown, .answer(true), .answer(false), .unknown, .number(4), .unknown,
          .unknown),
      ])
    world["offices"] = MadeTable(
      schema: MadeSchemas.offices,
      rows: [
        [.text("O0"), .link(0), .link(0), .number(1), .answer(true), .text("low")],
        [.text("O1"), .link(0), .link(0), .number(2), .answer(false), .text("high")],
        [.text("O2"), .unknown, .link(1), .number(3), .answer(true), .text("low")],
        [.text("O3"), .none, .link(1), .none, .unknown, .text("high")],
      ])
    world["notices"] = MadeTable(
      schema: MadeSchemas.notices,
      rows: [
        [.text("N0"), .link(1), .answer(true)], [.text("N1"), .unknown, .answer(false)],
      ])
    return world
  }()

  private static func row(
    _ number: Int, _ name: String, _ state: MadeCell, _ alpha: MadeCell, _ beta: MadeCell,
    _ people: MadeCell, _ score: MadeCell, _ kind: MadeCell, _ opened: MadeCell
  ) -> [MadeCell] {
    [
      .text(MadeWorldMaker.fips(number)), .text("\(name) County"), state, alpha, beta,
      .answer(true),
      people, score, .text("word"), kind, opened,
    ]
  }
}

extension MadeAsker {
  /// The truth of a condition for each county, as letters: `y`, `n`, `u`.
  func truths(_ condition: String, of table: String = "counties") throws -> String {
    let members = try members("\(table) where \(condition)")
    return (0..<members.certain.count).map {
      members.certain[$0] ? "y" : members.possible[$0] ? "u" : "n"
    }.joined()
  }
}
