// One dataset asked by many tasks at once.

import EnforcementData
import Tally
import Testing

@Suite struct ConcurrencyTests {
  /// Each task asks prepared and unprepared questions of one dataset, of several days and with
  /// parameters, and holds each answer to the one that was found before.
  @Test func `eight tasks get the answers that one gets`() async throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let texts = [
      "count counties where detainers and not notify", "share where agreement_287g among counties",
      "count counties where detainers as of 2019 by region", "sum population of counties in TX",
      "count agreements by model", "list counties in DE | show name, detainers",
    ]
    let wanted = try texts.map { try session.answer($0).content }
    let query = try session.prepare("count counties in $place")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<12 {
            let at = (task + round) % texts.count
            let content = try session.answer(texts[at]).content
            #expect(content == wanted[at])
            let counts = try ["TX", "DE"].map {
              try query.figure(["place": .text($0)]).exactly()
            }
            #expect(counts == [254, 3])
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `a fresh dataset may be met by many at once`() async throws {
    for _ in 0..<3 {
      let data = try EnforcementData.dataset()
      let counts = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try Session(dataset: data).figure("count counties where detainers is unknown").exactly()
          }
        }
        return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
      }
      #expect(counts == [1615])
    }
  }
}
