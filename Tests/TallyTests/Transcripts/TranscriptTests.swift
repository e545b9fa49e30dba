// Plays every transcript and compares the answers; TALLY_RECORD=1 writes them anew.

import EnforcementData
import Foundation
import Tally
import Testing

@Suite struct TranscriptTests {
  static let folder = PackageRoot.url.appending(path: "Tests/Transcripts")

  static var names: [String] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let urls = (files?.allObjects ?? []).compactMap { $0 as? URL }
    return urls.filter { $0.pathExtension == "txt" }
      .map { String($0.path.dropFirst(folder.path.count + 1)) }
      // Commands are the prompt's own, and are played there.
      .filter { !$0.hasPrefix("commands/") }.sorted()
  }

  @Test(arguments: names)
  func plays(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let played = Transcript(recorded).played(on: try EnforcementData.dataset())
    if ProcessInfo.processInfo.environment["TALLY_RECORD"] != nil {
      try played.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let difference = firstDifference(recorded, played)
    #expect(difference == nil, "\(name): \(difference ?? "")")
  }

  private func firstDifference(_ recorded: String, _ played: String) -> String? {
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = played.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, (old, new)) in zip(expected, actual).enumerated() where old != new {
      return "line \(number + 1)\n  recorded: \(old)\n  now:      \(new)"
    }
    return expected.count == actual.count
      ? nil : "\(expected.count) lines recorded, \(actual.count) now"
  }

  @Test func everyVerbStageFormatAndFunctionHasATranscript() {
    let names = Set(Self.names)
    let wanted =
      Verb.all.map { "verbs/\($0.name).txt" } + Stage.all.map { "stages/\($0.word).txt" }
      + OutputFormat.all.map { "formats/\($0.name).txt" }
      + ScalarFunction.all.map { "functions/\($0.name).txt" }
      + WindowFunction.all.map { "functions/\($0.name).txt" } + ["functions/links.txt"]
    #expect(wanted.filter { !names.contains($0) } == [])
  }
}
