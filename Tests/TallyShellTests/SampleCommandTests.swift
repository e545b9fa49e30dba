// `tally test` over the samples, as they are and with a figure changed.

import Foundation
import Testing

@testable import TallyShell

@Suite struct SampleCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Samples")

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: samples.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func aChangedFigureOfTheFactCheckFailsAndIsShown() throws {
    let text = try SampleCommandTests.text("06-fact-check-2016.tally")
    let changed = text.replacingOccurrences(of: "expect 1_922\n", with: "expect 1_992\n")
    #expect(changed != text)
    _ = try sandbox.file("right.tally", Array(text.utf8))
    _ = try sandbox.file("wrong.tally", Array(changed.utf8))

    let right = try sandbox.run("tally test right.tally")
    #expect(right.status == 0)
    let lines = right.output.split(separator: "\n")
    let passed = lines.count - 1
    #expect(lines.last == "\(passed) passed, 0 failed")

    let wrong = try sandbox.run("tally test wrong.tally")
    #expect(wrong.status == 3)
    #expect(wrong.output.hasSuffix("\n\(passed - 1) passed, 1 failed\n"))
    let line = changed.components(separatedBy: "\n").firstIndex(of: "expect 1_992").map { $0 + 1 }
    let place = "wrong.tally:\(try #require(line)):1"
    let shown = """
      FAILED  \(place): count counties as of 2016 where detainers
              - expect 1_992
              + expect 1_922

      """
    #expect(wrong.output.contains(shown), "\(wrong.output)")
  }

  @Test func aChangedCellOfABlockFailsWithItsRow() throws {
    let text = try SampleCommandTests.text("07-fact-check-2011.tally")
    let changed = text.replacingOccurrences(
      of: "343,151  removals  2011", with: "343,152  removals  2011")
    #expect(changed != text)
    _ = try sandbox.file("wrong.tally", Array(changed.utf8))
    let wrong = try sandbox.run("tally test wrong.tally")
    #expect(wrong.status == 3)
    #expect(wrong.output.hasSuffix(" passed, 1 failed\n"))
    let rows = wrong.output.split(separator: "\n").filter { $0.contains("more_than") }
    #expect(rows.contains { $0.contains("- ") && $0.contains("343,152") }, "\(wrong.output)")
    #expect(rows.contains { $0.contains("+ ") && $0.contains("343,151") }, "\(wrong.output)")
  }

  @Test func theFolderOfSamplesPasses() throws {
    let result = try sandbox.run("tally test '\(SampleCommandTests.samples.path)'")
    #expect(result.status == 0)
    #expect(result.output.hasSuffix(" passed, 0 failed\n"), "\(result.output.suffix(400))")
    #expect(!result.output.contains("FAILED"))
  }

  @Test func theSamplesAreInTheirFormAndNothingIsWarnedOf() throws {
    let files = "'\(SampleCommandTests.samples.path)'/*.tally"
    let form = try sandbox.run("tally fmt --check \(files)")
    #expect(form.status == 0, "\(form.output)")
    let lint = try sandbox.run("tally lint \(files)")
    #expect(lint.status == 0 && lint.output.isEmpty, "\(lint.output)")
  }

  @Test func aFileOfDefinitionsHasNothingToTest() throws {
    _ = try sandbox.file("words.tally", Array("define big of counties as population > 9\n".utf8))
    _ = try sandbox.file("asks.tally", Array("count counties\n".utf8))
    let words = try sandbox.run("tally test words.tally")
    #expect(words.status == 0 && words.errors.isEmpty)
    #expect(words.output == "0 passed, 0 failed\n")
    let asks = try sandbox.run("tally test asks.tally")
    #expect(asks.status == 3)
    #expect(asks.errors == "error: asks.tally expects nothing: nothing is tested\n")
  }
}
