// The history: entries as lines, the file, the walk, the search.

import Foundation
import Testing

@testable import TallyShell

@Suite struct HistoryTests {
  let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func history() -> (History, [String]) {
    var problems: [String] = []
    let history = History(path: sandbox.history) { problems.append($0) }
    return (history, problems)
  }

  private func prepare(_ bytes: [UInt8]) throws {
    let folder = sandbox.path + "/tally"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try sandbox.file("tally/history", bytes)
  }

  @Test(arguments: ["count counties", "a\nb", "a\\nb", "\\", "a\r\n\\r", "Doña 漢", "x\ty"])
  func anEntryComesBackFromItsLine(entry: String) {
    let line = HistoryEntry.line(entry)
    #expect(line.filter { $0 == 10 }.count == 1)
    #expect(HistoryEntry.entry(line.dropLast()) == entry)
  }

  @Test func damagedLinesAreShownAsFarAsTheyCan() {
    #expect(HistoryEntry.entry([]) == nil)
    #expect(HistoryEntry.entry([97, 0xFF, 0, 98]) == "a\u{FFFD}\u{FFFD}b")
    #expect(HistoryEntry.entry(Array("a\\x\\".utf8)) == "a\\x\\")
  }

  @Test func entriesAreKeptBetweenRuns() throws {
    var (first, problems) = history()
    first.add("count counties") { problems.append($0) }
    first.add("count\nagreements") { problems.append($0) }
    #expect(problems.isEmpty)
    #expect(history().0.entries == ["count counties", "count\nagreements"])
    #expect(try sandbox.text(of: sandbox.history) == "count counties\ncount\\nagreements\n")
  }

  @Test func onlyTheOwnerMayReadIt() throws {
    _ = history()
    let attributes = try FileManager.default.attributesOfItem(atPath: sandbox.history)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func anEntryIsListedOnceWhereItWasLast() {
    var (history, _) = history()
    for entry in ["a", "b", "a", "a"] { history.add(entry) { _ in } }
    #expect(history.entries == ["b", "a"])
    #expect(self.history().0.entries == ["b", "a"])
  }

  @Test func whatBeginsWithABlankIsForgotten() {
    var (history, _) = history()
    for entry in [" secret", "\tsecret", "\nsecret", "", "a"] { history.add(entry) { _ in } }
    #expect(history.entries == ["a"])
    #expect(self.history().0.entries == ["a"])
  }

  @Test func whatIsOnlyRememberedIsNotSaved() {
    var (history, _) = history()
    history.remember("half a thought")
    #expect(history.entries == ["half a thought"])
    #expect(self.history().0.entries == [])
  }

  @Test func whatWasGivenUpAndThenRunIsSaved() throws {
    var (history, _) = history()
    history.add("a") { _ in }
    history.remember("b")
    history.add("b") { _ in }
    history.remember("a")
    history.add("b") { _ in }
    #expect(history.entries == ["a", "b"])
    #expect(try sandbox.text(of: sandbox.history) == "a\nb\n")
  }

  @Test func sessionsSideBySideLoseNothing() {
    var sessions = (0..<3).map { _ in history().0 }
    for round in 0..<10 {
      for index in sessions.indices {
        sessions[index].add("session \(index) round \(round)") { _ in }
      }
    }
    #expect(history().0.entries.count == 30)
  }

  @Test func aLineThatWasCutShortStaysAndTheNextBeginsAnew() throws {
    try prepare(Array("whole\nhal".utf8))
    var (history, _) = history()
    #expect(history.entries == ["whole", "hal"])
    history.add("new") { _ in }
    #expect(try sandbox.text(of: sandbox.history) == "whole\nhal\nnew\n")
  }

  @Test func aFileThatIsNoTextLosesNothing() throws {
    let bytes: [UInt8] = [0, 0xFF, 10, 97, 10, 10, 0xC3]
    try prepare(bytes)
    var (history, problems) = history()
    #expect(problems.isEmpty)
    #expect(history.entries == ["\u{FFFD}\u{FFFD}", "a", "\u{FFFD}"])
    history.add("b") { _ in }
    let after = try Data(contentsOf: URL(fileURLWithPath: sandbox.history))
    #expect(Array(after) == bytes + Array("\nb\n".utf8))
  }

  @Test func aLongFileIsShortenedToTheNewest() throws {
    let lines = (0..<25_000).map { "entry \($0 % 12_000)" }
    try prepare(Array(lines.joined(separator: "\n").utf8))
    let (history, _) = history()
    #expect(history.entries.count == HistoryFile.mostEntries)
    #expect(history.entries.last == "entry 999")
    let kept = try sandbox.text(of: sandbox.history).split(separator: "\n")
    #expect(kept.count == HistoryFile.mostEntries)
    #expect(kept.last == "entry 999")
    let folder = try FileManager.default.contentsOfDirectory(atPath: sandbox.path + "/tally")
    #expect(folder == ["history"])
  }

  @Test func aFolderInItsPlaceIsOneProblem() throws {
    try FileManager.default.createDirectory(
      atPath: sandbox.history, withIntermediateDirectories: true)
    var (history, problems) = history()
    #expect(problems.count == 1)
    #expect(problems.first?.contains("is a directory") == true)
    history.add("still works") { problems.append($0) }
    #expect(problems.count == 1)
    #expect(history.entries == ["still works"])
  }

  @Test func aPipeInItsPlaceDoesNotHang() throws {
    _ = try sandbox.run("mkdir -p tally && mkfifo tally/history")
    let (_, problems) = history()
    #expect(problems.first?.contains("not a regular file") == true)
  }

  @Test func theWalkComesBackToTheDraft() {
    let draft = String(repeating: "x", count: 5_000)
    var walk = HistoryWalk(["old", "new"])
    #expect(walk.older(leaving: draft) == "new")
    #expect(walk.older(leaving: "new, changed") == "old")
    #expect(walk.older(leaving: "old") == nil)
    #expect(walk.newer(leaving: "old") == "new, changed")
    #expect(walk.newer(leaving: "new, changed") == draft)
    #expect(walk.newer(leaving: draft) == nil)
  }

  @Test func theSuggestionIsTheNewestThatGoesOn() {
    let walk = HistoryWalk(["count counties", "count agreements", "count"])
    #expect(walk.suggestion(for: "count") == "count agreements")
    #expect(walk.suggestion(for: "count c") == "count counties")
    #expect(walk.suggestion(for: "") == nil)
    #expect(walk.suggestion(for: "list") == nil)
  }

  @Test func theSearchGoesBack() {
    var search = HistorySearch(["count counties", "list states", "count agreements"])
    search.setPattern("count")
    #expect(search.text == "count agreements")
    search.goOn(.back)
    #expect(search.text == "count counties")
    #expect(!search.isAtEnd)
    search.goOn(.back)
    #expect(search.text == "count counties")
    #expect(search.isAtEnd)
    search.setPattern("nothing")
    #expect(search.failed)
  }

  @Test func theSearchTurnsRound() {
    var search = HistorySearch(["count a", "count b", "count c"])
    search.setPattern("count")
    search.goOn(.back)
    search.goOn(.back)
    #expect(search.text == "count a")
    search.goOn(.forward)
    #expect(search.text == "count b")
    var forward = HistorySearch(["count a", "count b"], .forward)
    forward.setPattern("count")
    #expect(forward.text == "count a")
    var none = HistorySearch([], .forward)
    none.setPattern("x")
    none.goOn(.forward)
    #expect(none.failed)
  }

  @Test func theSearchIgnoresLetterCaseAndTellsThePlace() {
    var search = HistorySearch(["show county \"Do\u{f1}a Ana, NM\"", "count counties"])
    search.setPattern("ANA")
    #expect(search.text == "show county \"Do\u{f1}a Ana, NM\"")
    // `show county "Doña ` has 18 characters.
    #expect(search.place == 18)
    search.setPattern("do\u{d1}A")
    #expect(search.place == 13)
  }

  @Test func aPatternThatGrowsStaysWhereItIs() {
    var search = HistorySearch(["count counties", "count states", "count"])
    search.setPattern("c")
    search.goOn(.back)
    search.setPattern("co")
    #expect(search.text == "count states")
    search.setPattern("cox")
    #expect(search.failed)
    search.setPattern("co")
    #expect(search.text == "count")
  }

  @Test func aSuggestionMayBeUnwanted() {
    let walk = HistoryWalk(["count counties", "count countys"])
    #expect(walk.suggestion(for: "count") { $0 != "count countys" } == "count counties")
  }
}
