// Plays the transcripts of commands through the real prompt; TALLY_RECORD=1 writes them anew.

import Foundation
import Testing

@testable import TallyShell

@Suite struct CommandTranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../Transcripts/commands")

  static var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }

  @Test(arguments: names)
  func plays(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let played = try CommandTranscript(recorded).played()
    if ProcessInfo.processInfo.environment["TALLY_RECORD"] != nil {
      try played.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = played.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
    let line = first?.offset ?? min(old.count, new.count)
    let change = "recorded \(first?.element.0 ?? "-"), now \(first?.element.1 ?? "-")"
    #expect(recorded == played, "line \(line + 1): \(change)")
  }

  @Test func everyCommandHasATranscript() {
    let names = Set(Self.names)
    // A command that only sets a setting is played with the settings.
    let wanted = Command.all.filter { Setting.named($0.name) == nil || !$0.examples.isEmpty }
    #expect(wanted.map(\.name).filter { !names.contains($0 + ".txt") } == [])
  }
}
