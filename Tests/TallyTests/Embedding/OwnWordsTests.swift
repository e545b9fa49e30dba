// Verbs and functions of one's own, beside those of tally.

import Tally
import Testing

@Suite struct OwnWordsTests {
  private static let decade = ScalarFunction(
    "decade", form: "decade(date)", meaning: "the first year of a date's decade",
    example: "count towns by decade(founded)", unit: "year",
    kind: .dateToNumber { Double($0.civil.year / 10 * 10) })

  private static let initial = ScalarFunction(
    "initial", form: "initial(text)", meaning: "the first letter",
    example: "list towns | show initial(name)", kind: .textToText { String($0.prefix(1)) })

  private static let largest = Verb(
    "largest", summary: "the three with most people", asking: "top 3 $set by people")

  private func session() throws -> Session {
    let language = try Language(
      verbs: Verb.all + [
        Self.largest,
        Verb(
          "spread", summary: "by district", asking: "count $set by district | sort by count down"
        ),
      ],
      functions: ScalarFunction.all + [Self.decade, Self.initial])
    return Session(dataset: try Towns.dataset(), language: language)
  }

  @Test func `a function is used like any other`() throws {
    let session = try session()
    #expect(try session.figure("count towns where decade(founded) is 1990").low == 1)
    let rows = try session.rows("list towns in North | show initial(name) named letter")
    #expect(rows.map { $0["letter"] } == [.text("E"), .text("S")])
    #expect(
      session.complete("list towns | show dec", at: 21).candidates.contains { $0.text == "decade" })
  }

  @Test func `a verb asks its question`() throws {
    let session = try session()
    let found = try session.rows("largest towns where jail is not unknown")
    #expect(
      found.map { $0["name"] } == [.text("Sampleville"), .text("Exampleton"), .text("Fakeburg")])
    #expect(found.query == "top 3 (towns where jail is not unknown) by people")
    let spread = try session.groups("spread towns | take 1")
    #expect(spread.map { $0["district"] } == [.text("South")])
  }

  @Test func `mistakes point at what was typed`() throws {
    let session = try session()
    let text = "spread towns where jial"
    let error = try #require(throws: TallyError.self) { try session.prepare(text) }
    guard case .mistaken(let diagnostics, let source) = error else {
      Issue.record("another error: \(error)")
      return
    }
    #expect(diagnostics.map { source.text($0.span) } == ["jial"])
    #expect(session.check(text).map { Source(text).text($0.span) } == ["jial"])
  }

  @Test func `other sessions do not know them`() throws {
    let plain = try Towns.session()
    #expect(throws: TallyError.self) { try plain.prepare("largest towns") }
    #expect(throws: TallyError.self) {
      try plain.prepare("count towns where decade(founded) is 1990")
    }
  }

  @Test func `SQL has no word for them, and says so`() throws {
    #expect(throws: TallyError.self) {
      try session().sql("count towns where decade(founded) is 1990")
    }
  }

  @Test(arguments: [
    ("count", "count $set"), ("where", "count $set"), ("two words", "count $set"),
    ("x", "count towns"), ("x", "count $set by $set"), ("x", "cuont $set"), ("why", "count $set"),
    ("Big", "count $set"), ("", "count $set"), ("x", "define y as $set"),
  ])
  func `a verb that cannot be is refused`(name: String, question: String) {
    let verb = Verb(name, summary: "", asking: question)
    #expect(throws: LanguageError.self) { try Language(verbs: Verb.all + [verb]) }
  }

  @Test func `tools know a verb of one's own`() throws {
    let language = try Language(verbs: Verb.all + [Self.largest])
    let text = "LARGEST   towns;count towns"
    #expect(Session.format(text, language: language) == "largest towns\ncount towns\n")
    #expect(Session.statementCount(Source(text), language: language) == 2)
    #expect(Session.isQuestion(Source("largest towns"), language: language))
    let session = Session(dataset: try Towns.dataset(), language: language)
    let dated = "largest towns as of 2026"
    let codes = session.lint(Source(dated)).map(\.code)
    #expect(codes == session.lint(Source("top 3 towns as of 2026 by people")).map(\.code))
  }

  @Test func `words of tally keep their meaning`() {
    let count = Verb("count", summary: "", asking: "list $set")
    let others = Verb.all.filter { $0.name != "count" }
    #expect(throws: LanguageError.self) { try Language(verbs: others + [count]) }
    for name in ["year", "rank", "running"] {
      let own = ScalarFunction(
        name, form: "", meaning: "", example: "", kind: .textToText { $0 + "!" })
      let rest = ScalarFunction.all.filter { $0.name != name }
      #expect(throws: LanguageError.self, "\(name)") { try Language(functions: rest + [own]) }
    }
  }

  @Test(arguments: ["count $set in $place", "count $settled", "count $place"])
  func `a verb's question has one parameter`(question: String) {
    #expect(throws: LanguageError.self) {
      try Language(verbs: Verb.all + [Verb("mine", summary: "", asking: question)])
    }
  }

  /// A function that falls still gives an interval, and one without a number an unknown value.
  @Test func `a function that is not as said breaks no bound`() throws {
    let before = ScalarFunction(
      "before", form: "before(date)", meaning: "years before 2000", example: "",
      kind: .dateToNumber { 2000 - Double($0.civil.year) })
    let odd = ScalarFunction(
      "odd", form: "odd(date)", meaning: "no number before 1990", example: "",
      kind: .dateToNumber { $0.civil.year < 1990 ? .nan : Double($0.civil.year) })
    let months = ScalarFunction(
      "left", form: "left(date)", meaning: "months to the year's end", example: "",
      kind: .dateToNumber { 12 - Double($0.civil.month) })
    let session = Session(
      dataset: try Towns.dataset(),
      language: try Language(functions: ScalarFunction.all + [before, odd, months]))
    #expect(try session.figure("count towns where before(founded) > 40").low == 2)
    let founded = try session.figure("count towns where odd(founded) > 0")
    #expect(founded.low == 1 && founded.high == 4)
    // Sampleville was founded at some time of 1950: 0 to 11 months are left.
    let left = try session.figure("count towns where left(founded) < 12")
    #expect(left.low == 3)
    let late = try session.figure("count towns where left(founded) < 5 and name is \"Sampleville\"")
    #expect(late.low == 0 && late.high == 1)
  }

  @Test func `a language keeps all that tally has`() {
    #expect(throws: LanguageError.self) { try Language(verbs: [Self.largest]) }
    #expect(throws: LanguageError.self) { try Language(functions: [Self.decade]) }
    #expect(throws: LanguageError.self) { try Language(functions: ScalarFunction.all + [.lower]) }
  }
}
