// Comparisons: by hand on a made-up record, and against every way to answer what is not known.

import Testing

@testable import Tally

@Suite struct ComparisonTests {
  private let asker: MadeAsker
  init() throws { asker = try MadeAsker(MadeTimes.dataset()) }

  private static func ends(_ cell: Cell) -> [Double?] {
    if case .figure(let figure) = cell { [figure.low, figure.high] } else { [] }
  }

  private func ends(_ text: String, row: Int = 0) throws -> [[Double?]] {
    try asker.table("compare " + text).rows[row].map(Self.ends)
  }

  /// Ash is unknown, then yes from 2020-01-01, then no from 2022-06-01; Birch is no; Cedar is
  /// unknown, then yes from 2023-01-01.
  @Test func twoDaysStandBesideTheirDifference() throws {
    let table = try asker.table("compare count counties where alpha from 2019 to 2021")
    #expect(table.columns.map(\.name) == ["2019", "2021", "difference", "change"])
    // Ash and Cedar may be yes in 2019; Ash is and Cedar may be in 2021.
    #expect(table.rows[0].prefix(3).map(Self.ends) == [[0, 2], [1, 2], [-1, 2]])
    #expect(table.rows[0][3] == .unknown("2019 may be 0"))
    // In 2023 Ash is no and Cedar yes.
    #expect(
      try ends("count counties where alpha from 2021 to latest")
        == [[1, 2], [1, 1], [-1, 0], [-0.5, 0]])
    // Nobody is settled to be yes in 2022, and one may be.
    #expect(
      try ends("count counties where alpha from 2021 to 2022")
        == [[1, 2], [0, 1], [-2, 0], [-1, 0]])
  }

  @Test func sharesDifferInPoints() throws {
    let table = try asker.table("compare share where alpha among counties from 2021 to latest")
    #expect(table.columns.map(\.name) == ["2021", "latest", "difference"])
    let third = 1.0 / 3
    #expect(
      table.rows[0].map(Self.ends) == [
        [third, 2 * third], [third, third], [third - 2 * third, 0],
      ])
    guard case .figure(let figure) = table.rows[0][2] else { throw MadeAskError.isNoFigure }
    #expect(figure.unit.kind == .points)
    let answer = try asker.answer("compare share where alpha among counties from 2021 to latest")
    #expect(Example.text(.plain, answer).contains("-33.4 to 0.0 pp"))
  }

  @Test func whatBecameKnownLeads() throws {
    func lead(_ text: String) throws -> String { try asker.table("compare " + text).lead }
    // Ash became known; Birch stayed no; Cedar is open on both days.
    #expect(
      try lead("count counties where alpha from 2019 to 2021")
        == "of 1 county settled on both days, none changed; 1 of 2 open as of 2019 is settled as "
        + "of 2021, 1 that meet the condition and 0 that do not: what held there before is not "
        + "known")
    // Ash went from yes to no, and nothing became known.
    #expect(
      try lead("count counties where alpha from 2021 to 2022")
        == "of 2 counties settled on both days, 0 came to meet the condition and 1 ceased to; "
        + "1 is open on both")
    #expect(
      try lead("count counties by alpha from 2021 to 2022")
        == lead("share where alpha among counties from 2021 to 2022"))
    #expect(try lead("count counties from 2019 to 2021") == "")
    #expect(try lead("count offices from 2021 to 2022") == "")
  }

  @Test func aComparisonNamesTheQueryThatFollowsRows() throws {
    func notes(_ text: String) throws -> [String] { try asker.answer("compare " + text).notes }
    let rows = "row by row: changes in alpha of counties in Ash from 2021 to 2022"
    #expect(try notes("count counties in Ash where not alpha from 2021 to 2022").contains(rows))
    #expect(try notes("share where alpha among counties in Ash from 2021 to 2022").contains(rows))
    #expect(
      try notes("count counties where alpha from 2021 to 2022")
        .contains("asked of the same 3 counties on both days"))
    #expect(
      try notes("count offices from 2021 to 2022")
        .contains("offices: each day's own list, so none is followed from one to the other"))
  }

  @Test func groupsOfBothDaysAreCompared() throws {
    let table = try asker.table("compare count offices by name from 2021 to 2022")
    #expect(table.rows.map { MadeAsker.text($0[0]) } == ["one", "three", "two"])
    // Each day has one office of each name that it lists, and none of the others.
    #expect(
      table.rows.map { $0.dropFirst().prefix(3).map(Self.ends) }
        == [
          [[1, 1], [1, 1], [0, 0]], [[0, 0], [1, 1], [1, 1]], [[1, 1], [0, 0], [-1, -1]],
        ])
    // From 0 to 1 is no part of 0: that does not apply, it is not unknown.
    #expect(table.rows[1][4] == Cell.none)
    let shares = try asker.table(
      "compare share where name is \"one\" among offices by name from 2021 to 2022")
    #expect(shares.rows.map { $0[3] != .none } == [true, false, false])
  }

  @Test func twoSetsOfOneDayAreCompared() throws {
    let text = "compare count counties where alpha against counties where not alpha"
    let answer = try asker.answer(text)
    #expect(answer.provenance.asOf.description == "2023-06-30")
    let table = try asker.table(text)
    #expect(
      table.columns.map(\.name)
        == ["counties where alpha", "counties where not alpha", "difference", "change"])
    #expect(table.rows[0].map(Self.ends) == [[1, 1], [2, 2], [1, 1], [1, 1]])
    #expect(table.lead == "")
    #expect(answer.notes.contains("3 counties are asked on both sides"))
    #expect(
      try ends(
        "count counties as of 2019 in Ash where alpha against counties as of 2019 in Birch "
          + "where alpha") == [[0, 1], [0, 0], [-1, 0], []])
  }

  /// An average over values of which some are not known proves nothing, and so does a difference.
  @Test func whatIsNotProvenHasNoDifference() throws {
    let asker = try MadeAsker(MadeSmall.world)
    let table = try asker.table(
      "compare average score of counties in ZZ against counties in YY")
    #expect(Self.ends(table.rows[0][2]) == [nil, nil])
    #expect(table.rows[0][3] != .none)
  }

  /// Differences against every completion of both days.
  @Test(arguments: MadeScale.seeds(12)) func differencesHoldInEveryCompletion(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 8100)
    let made = try MadeHistories(counties: 3, &random)
    let asker = MadeAsker(made.dataset)
    for (condition, holds) in Self.conditions {
      let count = try asker.table("compare count counties where \(condition) from 2019 to 2021")
      let share = try asker.table(
        "compare share where \(condition) among counties where alpha from 2019 to 2021")
      for way in made.completions {
        let counts = way.map { day in Double(day.count(where: holds)) }
        expect(counts[1] - counts[0], within: count.rows[0][2], condition)
        if counts[0] != 0 {
          expect((counts[1] - counts[0]) / counts[0], within: count.rows[0][3], condition)
        } else if case .figure = count.rows[0][3] {
          Issue.record("\(condition): a change on a base that may be 0")
        }
        let shares = way.map { day -> Double? in
          let base = day.filter { $0[0] }
          return base.isEmpty ? nil : Double(base.count(where: holds)) / Double(base.count)
        }
        guard let first = shares[0], let second = shares[1] else { continue }
        expect(second - first, within: share.rows[0][2], "share of \(condition)")
      }
    }
  }

  private static let conditions: [(String, @Sendable ([Bool]) -> Bool)] = [
    ("beta", { $0[1] }), ("not beta", { !$0[1] }), ("alpha and beta", { $0[0] && $0[1] }),
    ("alpha or not beta", { $0[0] || !$0[1] }), ("not alpha and not beta", { !$0[0] && !$0[1] }),
  ]

  private func expect(_ value: Double, within cell: Cell, _ text: String) {
    guard case .figure(let figure) = cell else { return }
    let isWithin =
      (figure.low ?? -.infinity) - 1e-9 <= value && value <= (figure.high ?? .infinity) + 1e-9
    #expect(isWithin, "\(text): \(value) is not within \(figure)")
  }
}
