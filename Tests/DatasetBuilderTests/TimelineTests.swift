// Tests: Histories of answers.

import Foundation
import Testing

@testable import DatasetBuilder

@Suite("Histories of answers")
struct TimelineTests {
  private func day(_ text: String) throws -> Day { try Samples.day(text) }

  private func timelines(_ rules: [[String: String]]) throws -> Timelines {
    let lists = AgreementSeriesTests.self
    let series = try lists.series(
      [], [lists.row("2025-03-10")], [lists.row("2025-03-10")])
    let answers = CountyAnswers(law: StateLaw(rules: Samples.rules(rules)), series: series)
    return Timelines(answers: answers, latest: try day("2026-05-18"))
  }

  @Test("pieces begin on the days on which something changes, the first from ever")
  func pieces() throws {
    let own = try timelines([]).timeline("agreement_287g", Samples.counties[0])
    #expect(
      own.pieces.map { $0.since?.description ?? "" } == [
        "", "2025-01-22", "2025-01-23", "2025-03-10", "2025-07-18", "2025-07-19", "2026-05-18",
      ])
    #expect(
      own.pieces.map(\.ground.value) == ["unknown", "no", "no", "yes", "yes", "yes", "yes"])
  }

  @Test("a rule's piece runs from the last day of its start to the first day of its end")
  func rule() throws {
    let rule = ["field": "notify", "effective_from": "2014", "effective_to": "2021"]
    let notify = try timelines([rule]).timeline("notify", Samples.counties[0])
    #expect(
      notify.pieces.map { $0.since?.description ?? "" } == [
        "", "2014-01-01", "2014-12-31", "2021-01-02", "2022-01-01",
      ])
    #expect(
      notify.pieces.map { $0.ground.reason + $0.ground.value } == [
        "rule not yet in forceunknown", "start not known to the dayunknown", "yes",
        "end not known to the dayunknown", "no rule foundunknown",
      ])
  }

  @Test("nothing begins after the dataset's last day")
  func latest() throws {
    let rule = ["field": "notify", "effective_from": "2026-07-01"]
    #expect(try timelines([rule]).timeline("notify", Samples.counties[0]).pieces.count == 1)
  }

  /// A generator that gives the same numbers on every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  @Test(
    "on random days a history says what the day by itself says",
    .enabled(if: PackageFolder.hasRaw, "skipped: the raw files are not beside the package"))
  func agreement() throws {
    let inputs = try Build(rawFolder: PackageFolder.raw, report: Report()).inputs()
    let timelines = Timelines(answers: inputs.answers, latest: try day("2026-05-18"))
    var numbers = Numbers(state: 20_260_518)
    for _ in 0..<150 {
      let county = try #require(inputs.counties.randomElement(using: &numbers))
      let histories = timelines.timelines(county)
      for _ in 0..<12 {
        let years = Bool.random(using: &numbers) ? 2025...2026 : 2008...2026
        let random = Day(
          .random(in: years, using: &numbers), .random(in: 1...12, using: &numbers),
          .random(in: 1...28, using: &numbers))
        guard let random, random <= timelines.latest else { continue }
        let direct = inputs.answers.grounds(county, on: random)
        #expect(histories.map { $0.ground(on: random) } == direct, "\(county.name) \(random)")
      }
    }
  }
}
