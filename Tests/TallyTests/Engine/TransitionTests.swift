// What changed between two days: by hand on a made-up record, and against counts of each day.

import EnforcementData
import Testing

@testable import Tally

@Suite struct TransitionTests {
  private func transitions(_ asker: MadeAsker, _ text: String) throws -> Transitions {
    guard case .transitions(let found) = try asker.answer("changes in " + text).content else {
      throw MadeAskError.hasNoRows
    }
    return found
  }

  private func made(_ text: String) throws -> Transitions {
    try transitions(MadeAsker(MadeTimes.dataset()), text)
  }

  /// The cells that have rows, as `unknown to yes 1`.
  private func cells(_ found: Transitions) -> [String] {
    found.moves.filter { $0.count > 0 }.map { "\($0.words) \($0.count)" }
  }

  @Test func rowsGoFromAnswerToAnswer() throws {
    #expect(
      try cells(made("alpha of counties from 2019 to 2021"))
        == ["no to no 1", "unknown to yes 1", "unknown to unknown 1"])
    #expect(
      try cells(made("alpha of counties from 2021 to latest"))
        == ["yes to no 1", "no to no 1", "unknown to yes 1"])
    let found = try made("alpha of counties from 2021 to latest")
    #expect(found.rows.map(\.key) == ["99001", "99002", "99003"])
    #expect(found.changed.map { found.rows($0).map(\.name) } == [["Ash"], ["Cedar"]])
    #expect(found.changed.map(\.because) == [[LabelledCount("law", 1)], [LabelledCount("law", 1)]])
    #expect(
      found.summary
        == "1 county changed between yes and no; 1 became known; 0 are known no longer")
  }

  /// On 2021-03-01 Ash and Birch have offices, on 2022-03-01 Ash and Cedar; between two lists, and
  /// after the last, nobody says that a list is complete.
  @Test func rowsOfOneDayOnlyAreCountedBesideTheTable() throws {
    let onLists = try made("alpha of counties with offices from 2021-03-01 to 2022-03-01")
    #expect(cells(onLists) == ["yes to yes 1"])
    #expect([onLists.onlyFrom, onLists.onlyTo, onLists.open] == [1, 1, 0])
    let between = try made("alpha of counties with offices from 2021-06-01 to latest")
    #expect(cells(between).isEmpty)
    #expect([between.onlyFrom, between.onlyTo, between.open] == [0, 0, 3])
    #expect(between.summary.hasPrefix("0 counties changed"))
  }

  @Test func rowsOfListsAreNotFollowed() throws {
    let asker = try MadeAsker(MadeTimes.dataset())
    #expect(asker.codes("changes in name of offices from 2021 to 2022") == ["T472"])
    #expect(asker.codes("changes in county.alpha of offices from 2021 to 2022") == ["T472"])
    #expect(asker.codes("changes in alpha of counties where alpha from 2021 to 2022") == ["T473"])
    #expect(asker.codes("changes in alpha of counties from 2022 to 2021") == ["T521"])
  }

  /// Rows and columns add up to what each day counts by itself.
  @Test(arguments: MadeScale.seeds(8)) func cellsAgreeWithCountsOfEachDay(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 8200)
    let made = try MadeHistories(counties: 9, &random)
    let asker = MadeAsker(made.dataset)
    for (at, field) in MadeHistories.fields.enumerated() {
      let found = try transitions(asker, "\(field) of counties from 2019 to 2021")
      #expect(found.moves.reduce(0) { $0 + $1.count } == 9)
      for value in Truth.allCases {
        let test = "\(field) is \(value.rawValue)"
        let before = try asker.figure("count counties as of 2019 where \(test)")
        let after = try asker.figure("count counties as of 2021 where \(test)")
        #expect(before.low == Double(Truth.allCases.reduce(0) { $0 + found.count(value, $1) }))
        #expect(after.low == Double(Truth.allCases.reduce(0) { $0 + found.count($1, value) }))
        for later in Truth.allCases {
          let pairs = made.values[0].indices.count {
            made.values[0][$0][at] == value && made.values[1][$0][at] == later
          }
          #expect(found.count(value, later) == pairs)
        }
      }
    }
  }

  @Test func theRecordAddsUp() throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    for field in ["detainers", "notify", "access_limited", "inquiry", "resources"] {
      let found = try transitions(asker, "\(field) of counties from 2018 to 2025-07-18")
      #expect(found.moves.reduce(0) { $0 + $1.count } == 3143)
      for value in Truth.allCases {
        let test = "\(field) is \(value.rawValue)"
        let after = try asker.figure("count counties as of 2025-07-18 where \(test)")
        #expect(after.low == Double(Truth.allCases.reduce(0) { $0 + found.count($1, value) }))
      }
      for move in found.changed {
        #expect(move.because.reduce(0) { $0 + $1.count } == move.count)
        #expect(found.rows(move).count == move.count)
      }
    }
  }
}
