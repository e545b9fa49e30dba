// Definitions, parameters and results: names that a script gives.

import Testing

@testable import Tally

@Suite("Names that a script gives")
struct DefinitionTests {
  /// Each name gives what its words give in its place.
  @Test(arguments: [
    (
      "define a as counties in NM", "count a where detainers",
      "count counties in NM where detainers"
    ),
    (
      "define a as counties where not detainers", "count a in TX, NM",
      "count (counties where not detainers) in TX, NM"
    ),
    (
      "define f of counties as detainers and notify", "count counties where f",
      "count counties where detainers and notify"
    ),
    (
      "define f of counties as detainers or notify", "count counties where not f and inquiry",
      "count counties where not (detainers or notify) and inquiry"
    ),
    (
      "define big(n) of counties as population > $n", "count counties where big(500_000)",
      "count counties where population > 500_000"
    ),
    (
      "define between_them(a, b) of counties as population between $a and $b",
      "count counties where between_them(1_000, 2_000)",
      "count counties where population between 1_000 and 2_000"
    ),
    (
      "define f of counties as detainers\ndefine g of counties as f and notify",
      "share where g among counties", "share where detainers and notify among counties"
    ),
    (
      "define task of agreements as model is task_force",
      "count counties with (agreements where task)",
      "count counties with (agreements where model is task_force)"
    ),
    (
      "define twice(x) of counties as population > $x\ndefine two(x) of counties as twice($x)",
      "count counties where two(9_000)", "count counties where population > 9_000"
    ),
    (
      "param y = 2019", "count counties as of $y where detainers",
      "count counties as of 2019 where detainers"
    ),
    ("param s = \"NM\"", "count counties in $s", "count counties in NM"),
    (
      "param n = 1_000_000", "count counties where population > $n",
      "count counties where population > 1_000_000"
    ),
    ("PARAM N = 5", "list counties | take 5", "list counties | take 5"),
    (
      "define half of counties as population / 2", "sum half of counties by region",
      "sum (population / 2) of counties by region"
    ),
    (
      "define half of counties as population / 2", "top 3 counties by half named half",
      "top 3 counties by (population / 2) named half"
    ),
    (
      "define many of states as count of counties", "top 3 states by sum population of counties",
      "top 3 states by sum population of counties"
    ),
  ])
  func writtenOut(setting: String, named: String, plain: String) throws {
    let given = try ScriptRun(setting + "\n" + named)
    let said = try ScriptRun(plain)
    #expect(given.errors == [])
    let answers = [given, said].map { $0.outcomes.last?.answer?.content }
    #expect(answers[0] != nil && answers[0] == answers[1])
  }

  /// An answer's own query runs where no name is known.
  @Test func `an answer's query is written out`() throws {
    let run = try ScriptRun(
      """
      define holds of counties as detainers
      param y = 2019
      count counties as of $y where holds
      """)
    let query = try #require(run.outcomes.last?.answer?.provenance.query)
    #expect(query == "count counties as of 2019 where (detainers)")
    #expect(try ScriptRun(query).figures == run.figures)
  }

  @Test func `headings keep the name`() throws {
    let run = try ScriptRun(
      """
      define full of counties as detainers and notify
      list counties in DE | show name, full
      count counties by full
      """)
    #expect(run.errors == [])
    guard case .rows(let rows)? = run.outcomes[1].answer?.content,
      case .groups(let groups)? = run.outcomes[2].answer?.content
    else {
      Issue.record("two tables are wanted")
      return
    }
    #expect(rows.columns.map(\.name) == ["name", "full"])
    #expect(groups.columns.map(\.name).first == "full")
    #expect(groups.rows.count == 3)
  }

  @Test(arguments: [
    ("count _", "T321", "_"),
    ("count counties\n_2", "T321", "_2"),
    ("share where detainers among counties\nlist _", "T322", "_"),
    ("count counties by state\nlist _", "T322", "_"),
    ("list counties | take 3\ncount _", "T322", "_"),
    ("define counties as states", "T323", "counties"),
    // A link of agencies: "has (state where …)" would mean something else from here on.
    ("define state as counties", "T323", "state"),
    ("define agreements of states as detainers", "T323", "agreements"),
    ("define detainers of counties as notify", "T323", "detainers"),
    ("define year of counties as population", "T323", "year"),
    ("define a(n) as counties", "T324", "a"),
    ("define big(n) of counties as population > $n\ncount counties where big", "T324", "big"),
    ("define f of counties as detainers\ncount counties where f(2)", "T324", "f(2)"),
    ("define f of counties as detainers\ncount f", "T325", "f"),
    ("count counties as of $y", "T320", "$y"),
    ("define f of counties as detianers", "T301", "detianers"),
    ("define f of contries as detainers", "T303", "contries"),
    ("define a as counties where stat is TX", "T301", "stat"),
    ("define b of counties as $n > 3", "T320", "$n"),
    // A name stands for nothing that is defined below it, itself included.
    ("define a as a where detainers", "T303", "a"),
    ("define a as b\ndefine b as counties", "T303", "b"),
    ("define f of counties as f and detainers", "T301", "f"),
  ])
  func mistakes(script: String, code: String, place: String) throws {
    let run = try ScriptRun(script)
    #expect(run.errors == [code])
    #expect(run.pointedAt == place)
  }

  /// A mistake in what a name stands for is said of the name that was typed.
  @Test func `a mistake points at what was typed`() throws {
    let run = try ScriptRun(
      """
      param s = "Texass"
      count counties in $s
      """)
    #expect(run.errors == ["T306"])
    #expect(run.pointedAt == "$s")
  }

  @Test func `a result can be asked again, narrowed and cited`() throws {
    let run = try ScriptRun(
      """
      count counties in NM, TX where detainers
      _
      list _ | take 2
      count _2 where population > 10_000
      cite _
      count counties by state
      _ | sort by count down | take 1
      """)
    #expect(run.errors == [])
    let figures = run.figures
    #expect(figures.count == 3 && figures[0] == figures[1])
    #expect(run.session.resultCount == 7)
    #expect(
      run.outcomes[3].answer?.provenance.query
        == "count (counties in NM, TX where detainers) where population > 10_000")
  }

  /// A result keeps its day when the session's day changes.
  @Test func `a result is of its own day`() throws {
    var session = try ScriptRun("count counties where detainers", asOf: "2019").session
    #expect(session.setAsOf("latest") == nil)
    let again = session.run(Source("_"))
    #expect(again.first?.answer?.figure?.low == 515)
    let set = session.run(Source("count _1"))
    #expect(set.first?.answer?.figure?.low == 515)
    #expect(session.setAsOf("2017") == nil)
    #expect(session.run(Source("count _1"))[0].answer?.figure?.low == 515)
  }

  @Test func `a failed statement leaves names and results as they were`() throws {
    var session = try ScriptRun("define a as counties in TX\ncount a").session
    let before = session.definitions
    #expect(session.run(Source("define a as countis"))[0].failed)
    #expect(session.run(Source("count nothing"))[0].failed)
    #expect(session.definitions == before)
    #expect(session.run(Source("_"))[0].answer?.figure?.low == 254)
  }

  /// Each definition doubles the one before: what is written out has a limit.
  @Test func `definitions that grow without bound are refused`() throws {
    let lines = (1...40).map { "define a\($0) as a\($0 - 1) union a\($0 - 1)" }
    let run = try ScriptRun((["define a0 as counties"] + lines).joined(separator: "\n"))
    #expect(run.errors.count == 1)
    #expect(["T108", "T204", "T329"].contains(run.errors.first ?? ""))
    #expect(run.pointedAt?.hasPrefix("a") == true)
  }

  @Test func `a comment above a definition is its note`() throws {
    let run = try ScriptRun(
      """
      --- Holds people
      --- and tells ICE.
      define full of counties as detainers and notify  -- as of the survey
      """)
    #expect(run.session.definitions.first?.note == "Holds people and tells ICE.")
    #expect(run.session.definitions.first?.meaning == "detainers and notify")
  }
}
