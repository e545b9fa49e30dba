// The samples: each script answers what `Samples/Expected` holds.

import Testing

@testable import Tally

@Suite("Samples")
struct SampleTests {
  private static func names(_ folder: String, _ ending: String) throws -> [String] {
    try WrittenPage.names(in: folder).filter { $0.hasSuffix(ending) }
      .map { String($0.dropLast(ending.count)) }
  }

  @Test("each script has its expected output, and nothing else has one")
  func pairs() throws {
    let scripts = try SampleTests.names("Samples", ".tally")
    #expect(!scripts.isEmpty)
    if !WrittenPage.isRecording {
      #expect(try scripts == SampleTests.names("Samples/Expected", ".txt"))
    }
  }

  @Test("a script begins with its question", arguments: try names("Samples", ".tally"))
  func question(name: String) throws {
    #expect(try WrittenPage("Samples/\(name).tally").text().hasPrefix("-- "))
  }

  @Test("a script answers what is expected", arguments: try names("Samples", ".tally"))
  func answers(name: String) throws {
    let path = "Samples/\(name).tally"
    let source = Source(name: path, try WrittenPage(path).text())
    var session = try WrittenPage.session()
    let outcomes = session.run(source)
    for outcome in outcomes {
      for diagnostic in outcome.diagnostics {
        Issue.record("\(DiagnosticRenderer.render(diagnostic, in: source).text)")
      }
    }
    let output = outcomes.map { shown($0, isOnly: outcomes.count == 1) }.joined(separator: "\n")
    try WrittenPage("Samples/Expected/\(name).txt").expect(output)
  }

  /// What `tally run` writes of one outcome to a pipe: the statement as a comment, then its answer.
  private func shown(_ outcome: Outcome, isOnly: Bool) -> String {
    let statement = outcome.source.text(outcome.span).split(whereSeparator: \.isNewline)
    let heading = isOnly ? "" : statement.map { "-- \($0)\n" }.joined()
    let answer = outcome.answer.map { OutputFormat.plain.write($0, OutputContext()).text }
    return heading + (answer ?? "")
  }
}
