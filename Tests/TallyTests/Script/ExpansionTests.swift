// Texts with names written out: where each stretch stood before.

import Testing

@testable import Tally

@Suite("Expansion")
struct ExpansionTests {
  /// "count a where b" with a = "(counties)" and b = "x > 1".
  private static let typed = Source("; count a where b")
  private static let written = typed.expanding(
    Span(2, 17),
    [
      Replacement(span: Span(8, 9), text: "(counties)"),
      Replacement(span: Span(16, 17), text: "x > 1"),
    ])

  @Test func `the text is the one with names written out`() {
    let whole = Span(0, ExpansionTests.written.bytes.count)
    #expect(ExpansionTests.written.text(whole) == "count (counties) where x > 1")
  }

  @Test(arguments: [
    (Span(0, 5), "count"), (Span(6, 16), "a"), (Span(7, 15), "a"), (Span(17, 22), "where"),
    (Span(23, 24), "b"), (Span(23, 28), "b"), (Span(27, 28), "b"), (Span(0, 28), "count a where b"),
    (Span(7, 24), "a where b"), (Span(5, 6), " "), (Span(28, 28), ""), (Span(6, 6), ""),
  ])
  func places(span: Span, text: String) {
    let typed = ExpansionTests.written.typed(span)
    // An empty stretch within a name is the name's beginning.
    #expect(text.isEmpty ? typed.start <= typed.end : ExpansionTests.written.written(span) == text)
  }

  @Test(arguments: ["_", "_12"])
  func `within an earlier result a stretch is its own text`(name: String) {
    let typed = Source("\(name) | take 2")
    let result = "list counties | show population * 2"
    let written = typed.expanding(
      Span(0, typed.bytes.count),
      [Replacement(span: Span(0, name.utf8.count), text: result)])
    #expect(written.written(Span(21, 35)) == "population * 2")
    #expect(written.written(Span(36, 42)) == "| take")
  }

  @Test func `two layers lead back to the first`() {
    let twice = ExpansionTests.written.expanding(
      Span(0, ExpansionTests.written.bytes.count),
      [Replacement(span: Span(23, 24), text: "population")])
    #expect(twice.text(Span(0, twice.bytes.count)) == "count (counties) where population > 1")
    #expect(twice.written(Span(23, 33)) == "b")
    #expect(twice.written(Span(17, 22)) == "where")
    #expect(twice.typed(Span(17, 22)) == Span(10, 15))
  }

  @Test func `rewrites of what nobody typed are left out`() {
    let fixes = [Fix(Span(17, 22), "with"), Fix(Span(7, 15), "states"), Fix(Span(23, 28), "y")]
    let said = ExpansionTests.written.typed(
      Diagnostic("T301", at: Span(7, 15), "no", fixes: fixes))
    #expect(said.span == Span(8, 9))
    #expect(said.fixes == [Fix(Span(10, 15), "with")])
  }
}
