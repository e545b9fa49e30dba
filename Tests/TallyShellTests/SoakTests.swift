// A long session: neither its memory nor its time for a statement grows with what was asked.

import Foundation
import Testing

@testable import TallyShell

@Suite(.serialized) struct SoakTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// What 1,500 further statements may add: their texts stand in the history, the journal and the
  /// results, some hundred bytes each; the rest is room for the allocator.
  private static let mostGrowth = 4 << 20

  /// How coarse the clock is, some times over, in hundredths of a second.
  private static let grain = 10

  /// What a person types, and gets wrong; each round is other text.
  private func round(_ number: Int) -> [String] {
    [
      "count states -- \(number)", "count states where name contains \"\(number)\"",
      "count stats -- \(number)", "define mine of states as name contains \"\(number)\"",
      "count states where mine", "list states where name is \"Ohio\" | show name", "_ | take 1",
      "param n\(number % 7) = \(number)", "list _ where name contains \"\(number)\"", ":settings",
    ]
  }

  @Test func twoThousandStatementsNeitherGrowNorSlow() throws {
    let talk = try PlainTalk(in: sandbox.path)
    var times: [Int] = []
    var memory: [Int] = []
    for block in 0..<4 {
      let start = try talk.processorTicks()
      for number in 0..<50 { try talk.ask(round(block * 50 + number)) }
      times.append(try talk.processorTicks() - start)
      memory.append(try talk.residentBytes())
      #expect(talk.text.contains("did you mean"))
      talk.forget()
    }
    #expect(talk.prompts == 2_001)
    #expect(memory[3] - memory[0] < SoakTests.mostGrowth, "\(memory)")
    // The process's own time, whatever else the machine does: twice would be a cost that grows.
    #expect(times[3] < times[0] * 2 + SoakTests.grain, "\(times)")
  }
}
