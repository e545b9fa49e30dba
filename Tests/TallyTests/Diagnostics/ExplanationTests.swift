// Every code has a long text, an example, and a query that works instead.

import EnforcementData
import Testing

@testable import Tally

@Suite struct ExplanationTests {
  /// Codes that no sentence alone earns: bytes, sizes, dates set from outside, the host.
  static let withoutSentence: Set<String> = [
    "T102", "T108", "T204", "N502", "T505", "T508", "T601", "T602", "T603", "T604", "T327", "T328",
    "T329", "T466", "T467", "T468",
  ]

  @Test func everyCodeHasATextAndEveryTextACode() {
    let codes = DiagnosticCode.all.map(\.name)
    #expect(Set(Explanation.texts.keys) == Set(codes))
    let families = [
      Explanation.characters, Explanation.sentences, Explanation.names, Explanation.scripts,
      Explanation.types, Explanation.dates,
    ]
    #expect(families.map(\.count).reduce(0, +) == codes.count, "a text stands twice")
    for (code, text) in Explanation.texts {
      #expect(text.count > 60 && text.hasSuffix("."), "\(code): \(text)")
    }
    #expect(Set(DiagnosticCode.all.filter { $0.wrong == nil }.map(\.name)) == Self.withoutSentence)
  }

  /// DiagnosticCodesTests holds that the example earns the code.
  @Test func whatWorksInsteadRuns() throws {
    let first = Session(dataset: try EnforcementData.dataset())
    for code in DiagnosticCode.all {
      guard let right = code.right else { continue }
      var session = first
      let outcomes = session.run(Source(right))
      #expect(!outcomes.isEmpty && outcomes.allSatisfy { !$0.failed }, "\(code.name): \(right)")
    }
  }

  @Test func linesKeepToTheWidth() {
    for code in DiagnosticCode.all {
      let lines = code.explanation(width: 78).text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 78 }, "\(code.name)")
    }
  }

  @Test func codesAreFoundByNameAndByNearness() {
    #expect(DiagnosticCode.named("t301")?.name == "T301")
    #expect(DiagnosticCode.named("T3011") == nil)
    #expect(DiagnosticCode.nearest(to: "T30l").contains("T301"))
    #expect(DiagnosticCode.nearest(to: "T699") == ["T601", "T602", "T603", "T604"])
    #expect(DiagnosticCode.nearest(to: "hello").isEmpty)
  }

  /// The page of messages is written from the registry: TALLY_RECORD=1 writes it anew.
  @Test func thePageOfMessagesIsTheRegistry() throws {
    var page = """
      # Messages

      Every message has a code that stays: T for an error, W for a warning, N for a note. The first
      digit is its family: 1 letters and marks, 2 the form of a sentence, 3 names, 4 types and
      values, 5 dates, 6 a query that was stopped. `tally explain T301`, or `:explain T301` at the
      prompt, has the whole of each. This page is written from the same list; a test holds it.

      | code | what it says | for example | what works |
      |---|---|---|---|

      """
    for code in DiagnosticCode.all {
      let cells = [code.wrong, code.right].map { $0.map(cell) ?? "" }
      page += "| \(code.name) | \(code.meaning) | " + cells.joined(separator: " | ") + " |\n"
    }
    try WrittenPage("MESSAGES.md").expect(page)
  }

  private func cell(_ query: String) -> String {
    let visible = query.replacing("\n", with: "; ").map {
      $0.unicodeScalars.allSatisfy { $0.value >= 32 } ? $0 : " "
    }
    return "`` " + String(visible).replacing("|", with: "\\|") + " ``"
  }
}
