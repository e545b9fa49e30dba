// The samples: each script runs as a test does, and every expectation in it is met.

import Testing

@testable import Tally

@Suite("Samples")
struct SampleTests {
  private static func names() throws -> [String] {
    try WrittenPage.names(in: "Samples").filter { $0.hasSuffix(".tally") }
  }

  /// A host that reads what a sample includes: another one, by its name.
  private static let host = Host(load: { name, _ in
    guard let text = try? WrittenPage("Samples/\(name)").text() else {
      return .failure(Host.Refusal("there is no such file"))
    }
    return .success(Source(name: "Samples/\(name)", text))
  })

  @Test("there are at least twelve, and beside them stands the package that embeds tally")
  func enough() throws {
    let names = try SampleTests.names()
    #expect(names.count >= 12)
    #expect(try WrittenPage.names(in: "Samples") == (names + ["Importer"]).sorted())
  }

  @Test("a script begins with its question in plain words", arguments: try names())
  func question(name: String) throws {
    let first = try WrittenPage("Samples/\(name)").text().prefix { $0 != "\n" }
    #expect(first.hasPrefix("-- ") && first.contains("?"))
  }

  @Test("every expectation of a script is met", arguments: try names())
  func expectations(name: String) throws {
    let source = Source(name: "Samples/\(name)", try WrittenPage("Samples/\(name)").text())
    var session = try WrittenPage.session()
    var held = 0
    var asked = 0
    session.run(source, host: SampleTests.host, isTest: true) { outcome in
      if outcome.answer != nil { asked += 1 }
      if let expectation = outcome.expectation {
        held += 1
        #expect(expectation.isMet, "\(name): \(expectation.text)")
      } else if outcome.failed, !outcome.isExpectedToFail {
        for diagnostic in outcome.diagnostics {
          Issue.record("\(DiagnosticRenderer.render(diagnostic, in: outcome.source).text)")
        }
      }
      return true
    }
    #expect(asked == 0 || held > 0, "\(name) expects nothing")
    #expect(asked > 0 || name == "policies.tally", "\(name) asks nothing")
  }
}
