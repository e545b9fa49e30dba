// Parameters of prepared questions: typed, bound, never text of the language.

import Tally
import Testing

@Suite struct ParameterTests {
  @Test func `a question is prepared once and asked with several values`() throws {
    let query = try Towns.session().prepare("count towns in $place where people > $least")
    #expect(query.parameters == ["place", "least"])
    #expect(try query.figure(["place": "North", "least": 99]).exactly() == 2)
    #expect(try query.figure(["place": "North", "least": 100]).exactly() == 1)
    #expect(try query.figure(["place": "South", "least": 39]).low == 1)
    #expect(
      try query.figure(["place": "North", "least": 99]).query
        == "count towns in \"North\" where people > 99")
  }

  @Test func `texts stand for themselves whatever is in them`() throws {
    let hostile = [
      "Exampleton\" or yes or name is \"", "x\" | take 0 --", "\"", "\"\"", "a) or (jail",
      "-- comment", "$name", "; count districts", "\\", "'", "*", "%", "tab\there", "é 日本",
      "in", "not", "Dummy\"port\"",
    ]
    let query = try Towns.session().prepare("count towns where name is $name")
    for text in hostile {
      let found = try query.figure(["name": .text(text)])
      #expect(try found.exactly() == (text == "Dummy\"port\"" ? 1 : 0), "\(text)")
      #expect(found.base == 5)
      // The written question asks the same, for anybody.
      let again = try Towns.session().figure(found.query)
      #expect(again.content == found.content)
    }
  }

  @Test func `random texts never change the question`() throws {
    var random = SplitMix64(seed: 41)
    let letters = Array("ab\"'()|$-_#%,;\\ \t.<>=é1")
    let query = try Towns.session().prepare("count towns where name is $name or name is $other")
    for _ in 0..<2_000 {
      let texts = (0..<2).map { _ in
        String((0..<random.below(12)).map { _ in letters[random.below(letters.count)] })
      }
      let found = try query.figure(["name": .text(texts[0]), "other": .text(texts[1])])
      #expect(try found.exactly() == 0)
      #expect(found.base == 5)
    }
  }

  @Test(arguments: ["a\nb", "a\u{201D} or yes", "\u{201C}", "a\u{0}b", "\r", "\u{7F}"])
  func `a text that the language cannot hold is refused`(text: String) throws {
    let query = try Towns.session().prepare("count towns where name is $name")
    let error = try #require(throws: TallyError.self) { try query.figure(["name": .text(text)]) }
    guard case .parameter(name: "name", _) = error else {
      Issue.record("another error: \(error)")
      return
    }
  }

  @Test func `numbers keep their sign and their digits`() throws {
    let session = try Towns.session()
    let query = try session.prepare("count towns where people -$n > 0")
    #expect(try query.figure(["n": -5]).low == 4)
    #expect(try query.figure(["n": 40]).low == 2)
    #expect(try query.figure(["n": 7.25]).low == 4)
    #expect(try query.figure(["n": 0.5]).low == 4)
    for number in [Double.infinity, -.infinity, .nan, 1e300, 1e-300] {
      #expect(throws: TallyError.self) { try query.figure(["n": .number(number)]) }
    }
    let whole = try session.prepare("count towns where people is $n")
    #expect(try whole.figure(["n": 100]).low == 1)
    #expect(try whole.figure(["n": 7.5]).low == 1)
    #expect(try whole.figure(["n": .number(9_007_199_254_740_991)]).low == 0)
  }

  @Test func `days and answers are values too`() throws {
    let session = try Towns.session()
    let before = try session.prepare("count towns where founded < $day")
    let day = try #require(Day(1950, 1, 1))
    #expect(try before.figure(["day": ParameterValue(day)]).low == 1)
    #expect(try before.figure(["day": .period(Towns.period("1999"))]).low == 2)
  }

  @Test func `a value that is missing, or has no place, is named`() throws {
    let query = try Towns.session().prepare("count towns in $place")
    #expect(throws: TallyError.parameter(name: "place", problem: "has no value")) {
      try query.figure()
    }
    let error = try #require(throws: TallyError.self) {
      try query.figure(["place": "North", "plaec": "South"])
    }
    #expect(error.description.contains("$place"))
  }

  @Test func `a value of the wrong type points at its name`() throws {
    let query = try Towns.session().prepare("count towns where people > $n")
    let error = try #require(throws: TallyError.self) { try query.figure(["n": "many"]) }
    guard case .mistaken(let diagnostics, let source) = error else {
      Issue.record("another error: \(error)")
      return
    }
    #expect(diagnostics.map { source.text($0.span) } == ["$n"])
  }

  @Test func `the session's own values are used where none is given`() throws {
    var session = try Towns.session()
    try session.set(parameter: "place", to: .text("North"))
    let query = try session.prepare("count towns in $place")
    #expect(try query.figure().exactly() == 2)
    #expect(try query.figure(["place": "South"]).exactly() == 3)
  }

  @Test(arguments: ["1\ncount towns", "1; define x as towns", "\"North\"\nparam b = 2"])
  func `a literal is one value and no program`(text: String) throws {
    var session = try Towns.session()
    #expect(session.set(parameter: "place", toLiteral: text)?.code == "T604")
    #expect(session.parameters.isEmpty && session.definitions.isEmpty)
    #expect(session.set(parameter: "place", toLiteral: "\"North\"") == nil)
    #expect(try session.figure("count towns in $place").exactly() == 2)
  }

  @Test func `what is no question cannot be prepared`() throws {
    let session = try Towns.session()
    for text in ["", "define x as towns", "count towns\ncount towns", "param a = 1", "expect 3"] {
      #expect(throws: TallyError.self, "\(text)") { try session.prepare(text) }
    }
  }
}
