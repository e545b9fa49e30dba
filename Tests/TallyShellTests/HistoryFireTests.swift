// The history under fire: processes killed, two at once, no room, no file.

import Foundation
import Testing

@testable import TallyShell

@Suite struct HistoryFireTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private var saved: [String] {
    var problems: [String] = []
    let history = History(path: sandbox.history) { problems.append($0) }
    #expect(problems == [])
    return history.entries
  }

  /// Numbers that are the same in each run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// A cheap question, each another entry.
  private func question(_ words: String) -> String { "count states -- \(words)" }

  /// Two hundred kills: four lanes of fifty, each with a file of its own.
  @Test(arguments: [1, 2, 3, 4]) func whatWasAnsweredOutlivesAKill(lane: UInt64) throws {
    var dice = Dice(state: lane)
    var answered: [String] = []
    var sent: Set<String> = []
    for round in 0..<50 {
      let entries = (0..<6).map { question("lane \(lane) round \(round) entry \($0)") }
      let talk = try PlainTalk(in: sandbox.path)
      talk.type(entries)
      sent.formUnion(entries)
      try talk.wait(prompts: Int.random(in: 0...6, using: &dice))
      // Any moment after it: the kill shall hit reading, writing and answering alike.
      usleep(UInt32.random(in: 0..<12_000, using: &dice))
      talk.end(SIGKILL)
      answered += entries.prefix(max(0, talk.prompts - 1))
    }
    #expect(answered.count > 50)
    let found = saved
    #expect(answered.filter { !Set(found).contains($0) } == [])
    // Nothing is there that nobody typed, but for an entry that was cut short.
    let strange = found.filter { entry in
      !sent.contains(entry) && !sent.contains { $0.hasPrefix(entry) }
    }
    #expect(strange == [])
  }

  @Test func twoSessionsAtOnceLoseNothing() async throws {
    let folder = sandbox.path
    func all(_ name: String) -> [String] { (0..<200).map { question("\(name) \($0)") } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in ["one", "two"] {
        let entries = all(name)
        group.addTask { try PlainTalk(in: folder).ask(entries) }
      }
      try await group.waitForAll()
    }
    let found = saved
    #expect(found.count == 400)
    for name in ["one", "two"] {
      #expect(found.filter { $0.contains("-- \(name) ") } == all(name))
    }
  }

  @Test func sessionsThatShortenAtOnceLoseNothing() async throws {
    FilePath.makeFolders(of: sandbox.history)
    let old = (0..<25_000).map { "old \($0 % 12_000)\n" }.joined()
    _ = try sandbox.file("tally/history", Array(old.utf8))
    let path = sandbox.history
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<8 {
        group.addTask {
          var history = History(path: path) { Issue.record("\($0)") }
          for entry in 0..<20 { history.add("new \(session) \(entry)") { Issue.record("\($0)") } }
        }
      }
    }
    let found = saved
    #expect(found.count <= HistoryFile.mostEntries)
    #expect(found.filter { $0.hasPrefix("new ") }.count == 160)
    let folder = try FileManager.default.contentsOfDirectory(atPath: sandbox.path + "/tally")
    #expect(folder == ["history"])
  }

  @Test func aFileThatMayNotGrowIsSaidOnceAndTheSessionGoesOn() throws {
    FilePath.makeFolders(of: sandbox.history)
    let old = (0..<60).map { question("old \($0)") + "\n" }.joined()
    _ = try sandbox.file("tally/history", Array(old.utf8))
    // The file is beyond the limit already.
    let talk = try PlainTalk(in: sandbox.path, limit: "ulimit -f 1")
    try talk.ask(["count states -- a", "count states -- b", "count states -- c"])
    #expect(talk.words.components(separatedBy: "history is no longer saved").count == 2)
    #expect(talk.words.components(separatedBy: "it may not grow further").count == 2)
    #expect(talk.text.components(separatedBy: " states ").count > 6)
    talk.end(SIGKILL)
    #expect(try sandbox.text(of: sandbox.history) == old)
  }

  @Test func anEntryThatFitsInPartIsNotLeftInPart() throws {
    let long = question(String(repeating: "x", count: 3_000))
    let talk = try PlainTalk(in: sandbox.path, limit: "ulimit -f 1")
    try talk.ask(["count states -- a", long, "count states -- b"])
    #expect(talk.words.contains("it may not grow further"))
    talk.end(SIGKILL)
    #expect(saved == ["count states -- a"])
  }

  @Test(arguments: ["folder", "under a file"]) func aPathThatIsNoFileIsSaidOnce(_ kind: String)
    throws
  {
    if kind == "folder" {
      try FileManager.default.createDirectory(
        atPath: sandbox.history, withIntermediateDirectories: true)
    } else {
      _ = try sandbox.file("tally", [])
    }
    let talk = try PlainTalk(in: sandbox.path)
    try talk.ask(["count states", "count states in TX"])
    #expect(talk.text.components(separatedBy: "history is not saved").count == 2)
    #expect(talk.text.components(separatedBy: " states ").count > 2)
  }

  @Test(.enabled(if: geteuid() != 0, "skipped: the administrator may write every file"))
  func aFileThatMayOnlyBeReadIsRecalledAndSaidOnce() throws {
    FilePath.makeFolders(of: sandbox.history)
    let file = try sandbox.file("tally/history", Array("count states\n".utf8))
    chmod(file, 0o400)
    var problems: [String] = []
    var history = History(path: file) { problems.append($0) }
    history.add("count counties") { problems.append($0) }
    #expect(history.entries == ["count states", "count counties"])
    #expect(problems.count == 1)
    #expect(try sandbox.text(of: file) == "count states\n")
  }

  @Test func aBlankKeepsALineOutAndTheRestHasItsOwnersMode() throws {
    let talk = try PlainTalk(in: sandbox.path)
    try talk.ask([" count states -- secret", "count states", "count states", "count counties"])
    talk.end(SIGKILL)
    #expect(saved == ["count states", "count counties"])
    let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.history)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}
