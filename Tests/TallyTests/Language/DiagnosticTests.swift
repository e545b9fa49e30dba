// Every code has a sentence that earns it, and every rewrite works.

import EnforcementData
import Testing

@testable import Tally

@Suite struct LanguageDiagnosticTests {
  /// Sentences and the code that each earns, on the embedded dataset.
  static let cases: [(String, String)] = [
    ("T101", "count counties where name is \"open"), ("T103", "count coun\u{0}ties"),
    ("T104", "count counties where population @ 5"),
    ("T105", "count counties where name is 'Cook'"),
    ("T105", "list counties where name contains 'a \"b\" c'"),
    ("T106", "count counties where population > 10k"),
    ("T106", "count counties where population > \(String(repeating: "9", count: 310))"),
    ("T107", "count counties where population > 1,922"),
    ("T107", "list counties | take 1,000"), ("T107", "count counties where population in (1,922)"),
    (
      "T108",
      "count counties where population in (" + String(repeating: "1, ", count: 30_000) + "1)"
    ),
    ("T109", "count counties in #170"), ("T110", "count agreements where signed > 2025-13"),
    ("N101", "count counties where population ≥ 5"), ("T201", "counties where detainers"),
    ("T201", "cuont counties"), ("T201", "5"), ("T201", "| take 5"), ("T202", "count"),
    ("T202", "count counties were detainers"), ("T202", "count counties where detainers notify"),
    ("T202", "list counties | tkae 5"), ("T202", "top counties by population"),
    ("T203", "share of counties where detainers"),
    ("T204", "count counties where \(String(repeating: "(", count: 300))detainers"),
    ("T204", "count counties\(String(repeating: " where detainers", count: 300))"),
    ("T205", "count (counties"), ("T205", "count counties where (detainers"),
    ("T207", "select counties"), ("T207", "count counties where detainers && notify"),
    ("T207", "count counties where detainers || notify"),
    ("T207", "count counties where !detainers"),
    ("T207", "list counties limit 5"), ("T207", "list counties | order by name"),
    ("T207", "how many counties"), ("T207", "count counties where name like \"San\""),
    ("T208", "list counties | take 1.5"), ("T208", "list counties | take 99999999999999999999"),
    ("T210", "list counties | take 5 | known only"),
    ("T211", "count counties where detainers or notify and inquiry"),
    ("T211", "count counties where (detainers or notify) and inquiry or (resources)"),
    ("T212", "count (counties where detainers) union counties minus (counties where notify)"),
    ("T301", "count counties where detianers"), ("T301", "count counties where xyzzy"),
    ("T301", "count counties by regoin"), ("T301", "list counties | show nmae"),
    ("T301", "count counties where state.nmae is \"Texas\""),
    ("T301", "count counties by state | sort by cuont"),
    ("T302", "count detainers in Texas"), ("T302", "count population"),
    ("T303", "count countys"), ("T303", "count xyzzy"),
    ("T304", "count agreements where model is jail_enforcment"),
    ("T304", "count agreements where model in (task_force, xyzzy)"),
    ("T305", "count counties with agreements where model is task_force"),
    ("T305", "count counties where model is task_force"), ("T306", "count counties in Texaas"),
    ("T306", "count counties in \"Cok, IL\""), ("T306", "count counties in #99999"),
    ("T307", "count counties union agreements"), ("T308", "count figures of counties"),
    ("T308", "count counties with agrements"), ("T308", "count counties with population"),
    ("T308", "count counties with name"), ("T309", "count figures in TX"),
    ("T310", "count counties in \"Cook\""), ("T310", "show county \"Washington\""),
    ("T310", "count counties in \"Baltimore, MD\""), ("T311", "count counties in New York"),
    ("T312", "count counties where name.length > 5"),
    ("T313", "list counties | show lwoer(name)"), ("T313", "list counties | show xyzzy(name)"),
    ("T314", "count agreements where county is TX"),
    ("T314", "count counties where state is #17031"),
    ("T315", "show xyzzy"), ("T315", "show field detainers"),
    ("T445", "sum value of figures"), ("T507", "count counties in 2019"),
    ("T315", "show detianers"),
    ("T316", "count agreements in \"Cook, IL\""), ("T317", "count counties by agreements"),
    ("T402", "count counties where population = 5"),
    ("T402", "count counties where detainers = unknown"),
    ("T402", "count counties where (detainers) == unknown"),
    ("T402", "count counties where name != \"Cook\""),
    ("T402", "count counties where population<>5"),
    ("T403", "count counties where detainers is null"),
    ("T403", "count counties where detainers is not null"),
    ("T404", "count counties where name > 5"), ("T404", "sum name of counties"),
    ("T404", "top 5 counties by name"), ("T404", "list counties | show name + 1"),
    ("T405", "count counties | take 5"), ("T405", "show county \"Cook, IL\" | sort by name"),
    ("T405", "list counties | total"), ("T405", "show county \"Cook, IL\" | known only"),
    ("T406", "count counties where population contains \"5\""),
    ("T406", "count counties where detainers starts with \"y\""),
    ("T407", "count agreements where signed > \"May\""),
    ("T407", "count agreements where signed is 5"),
    ("T408", "list counties | show year(name)"), ("T408", "list counties | show year(1, 2)"),
    ("T408", "list counties | show round(population, 1.5)"),
    ("T408", "list agreements | show days(signed, 2025)"),
    ("T446", "list counties | show name, count of state"),
    ("T446", "list agreements | show sum population of county"),
    ("T448", "count counties by state | show state, rank(count) named place"),
    ("T449", "share where notify among counties by region | add part = running(share)"),
    ("T408", "list counties | show lower(detainers)"), ("T409", "count counties where name is yes"),
    ("T409", "count counties where state is 5"), ("T411", "count counties where population"),
    ("T411", "count counties where name"), ("T411", "count counties where state"),
    ("T411", "count agreements where model"), ("T411", "count agreements where signed"),
    ("T411", "count counties where state in TX, CA"), ("T411", "count counties where 5"),
    ("T411", "count counties where not population"), ("T411", "count counties where \"a\""),
    ("T207", "where detainers"), ("T207", "drop counties"), ("T207", "describe counties"),
    ("T207", "list counties where exists agreements"), ("T101", "count O’Brien"),
    ("T207", "count counties where case when detainers"),
    ("T105", "count counties where name is ‘Cook County’"),
    ("T313", "list counties | show coalesce(name)"),
    ("T410", "list counties where name matches \"a(b\""),
    ("T410", "list counties where lower(name) matches \"a\\\""),
    ("T207", "count counties where population % 2 is 0"),
    ("T207", "select count(*) from counties where detainers = 'yes'"),
    ("T207", "count counties where detainers = 'yes' and notify = 'no'"),
    ("T207", "count counties where name like '%San%'"), ("T207", "count counties group by state"),
    ("T207", "list counties where state = 'TX' and population != 5 | show name"),
    ("T111", "count _counties"), ("T112", "count counties\nexpect << 3143"),
    ("T214", "expect 3143"), ("T320", "count counties as of $year"), ("T321", "list _"),
    ("T321", "count counties\nlist _7"),
    ("T322", "share where detainers among counties\nlist _"),
    ("T323", "define detainers of counties as notify"),
    ("T323", "define counties as states"),
    ("T324", "define big(n) of counties as population > $n\ncount counties where big"),
    ("T325", "define big of counties as population > 1_000_000\ncount big"),
    ("T326", "include \"policies.tally\""),
    ("N301", "define near as counties in TX\ndefine near as counties in CA"),
    ("T412", "count counties where agreements"),
    ("T413", "count counties by state | keep has agreements"),
    ("T414", "top 5 counties by count of states"), ("T415", "top 0 counties by population"),
    ("T415", "list counties | take 0"), ("T424", "count counties where detainers is maybe"),
    ("T424", "count counties where detainers is 1"),
    ("T425", "count counties where yes is detainers"),
    ("T425", "count counties where 2025-01 is 2025"),
    ("T426", "count counties where detainers is none"),
    ("T427", "share where detainers among counties by state | keep share > 50"),
    ("T441", "count counties by reason.population"),
    ("T441", "list agencies | show basis.county.name"),
    ("T442", "why count counties by state"), ("T442", "why sum population of counties"),
    ("T442", "why list counties | known only"), ("T442", "why show counties"),
    ("T443", "check counties"), ("T444", "check figures from \"ILRC\""),
    ("T444", "check figures from \"Xyzzy 1999\""),
    ("N403", "count counties where (detainers and notify) or (inquiry and not notify)"),
    ("N404", "share where detainers among counties where detainers"),
    ("N501", "count counties as of 2026"), ("T501", "count agreements as of 2014"),
    ("T502", "count agreements as of 2030"),
    ("T511", "list counties as of 2016"), ("T512", "count counties as of 2016 by state"),
    ("T513", "count counties as of 2016 union counties as of 2019"),
    ("T514", "share where detainers among counties as of 2016 where notify"),
    ("T213", "count counties across 2019"), ("T290", "sql list counties | add n = 1"),
    ("T503", "show state_rules as of 2019"),
    ("T501", "show agencies as of 2019"), ("T501", "show fields of agreements as of 2019"),
    ("T503", "count state_rules as of 2019"), ("T503", "list facts as of 2019"),
    ("T504", "count counties as of 2019 with (agreements as of 2025-01-22)"),
    ("T504", "count (counties as of 2019) union counties"),
    ("T506", "count counties across years 2019, latest | take 3"),
    ("T506", "count counties by years 2019, latest | total"),
    ("T506", "count counties by state across detainers | show state"),
    ("T461", "count counties as percent"),
    ("T461", "count counties across years 2019, latest as percent"),
    ("T462", "count counties by state as percent of region"),
    ("T462", "count counties across detainers as percent of region"),
    ("T408", "share where notify among counties by region | add r = round(share, 0)"),
    ("T408", "count counties by region | add r = round(percent_of_total(count))"),
    ("T462", "count counties by region as percent of region"),
    ("T462", "count counties where detainers by region as percent of region"),
    ("T463", "table counties by region with count, count where detainers"),
    ("T463", "table counties by region with count, sum population named region"),
    ("T464", "count counties by years 2019, latest across years 2019, latest"),
    ("T465", "count counties by bands(population)"),
    ("T465", "count counties by bands(population, 9, 5)"),
    ("T465", "count counties by bands(name, 9)"),
    ("T512", "count counties as of 2016 by detainers as percent"),
    ("T481", "map agreements"), ("T481", "map states where name is \"Texas\""),
    ("T482", "map count counties by region"), ("T482", "map count counties where detainers"),
    ("T482", "map sum population of counties by state, detainers"),
    ("T482", "map count counties across years 2019, latest"),
    ("T483", "chart count counties by region | total"), ("T483", "map counties | take 5"),
    ("T483", "map count counties by state | keep count > 5"),
    ("T483", "chart top 5 states by count of counties | show state"),
    ("T484", "chart count counties by region as lines"), ("T484", "chart count counties as lines"),
    ("T442", "why chart count counties"),
    ("T307", "compare count counties against agencies"),
    ("T442", "why compare count counties where detainers from 2017 to 2019"),
    ("T469", "count counties by region across detainers | known only"),
    ("T469", "count counties | known only"),
    ("T471", "compare count counties in TX where notify against counties in CA"),
    ("T471", "compare count counties in TX against counties in CA with agreements"),
    ("T472", "changes in population of counties from 2017 to 2019"),
    ("T472", "changes in county.detainers of agencies from 2025-12 to latest"),
    ("T473", "changes in detainers of counties where detainers from 2017 to 2019"),
    ("T473", "changes in notify of counties where detainers and notify in TX from 2017 to 2019"),
    ("T501", "compare count agreements from 2017 to 2019"),
    ("T502", "changes in detainers of counties from 2017 to 2030"),
    ("T503", "compare count state_rules from 2017 to 2019"),
    ("T504", "compare count counties as of 2018 where detainers from 2017 to 2019"),
    ("T504", "changes in detainers of counties as of 2018 from 2017 to 2019"),
    ("T504", "changes in detainers of counties from 2019 to 2019-12-31"),
    ("T504", "compare count counties as of 2018 where notify against counties where detainers"),
    ("T506", "compare count counties where detainers from 2017 to 2019 | take 3"),
    ("T506", "changes in detainers of counties from 2017 to 2019 | known only"),
    ("T513", "compare count counties where detainers from 2016 to 2019"),
    ("T513", "changes in detainers of counties from 2016-12-31 to 2016"),
    ("T513", "compare count counties as of 2016 against counties as of 2016"),
    ("T521", "compare count counties where detainers from 2019 to 2017"),
    ("T521", "changes in detainers of counties from latest to 2017"),
    ("T522", "compare count counties where detention_contract from 2017 to 2019"),
    ("T522", "changes in detention_contract of counties from fy2018 to 2019"),
    (
      "T523", "compare count counties where detainers across years 2017, 2018 from 2017 to 2019"
    ),
    ("T202", "count counties in TX and CO"), ("T202", "count counties in TX, CA or \"Cook, IL\""),
    ("T202", "share detainers by state"), ("T104", ":help"),
    ("T207", "list counties sorted by population"), ("T207", "count agreements since 2025"),
    ("T304", "count agreements where model is \"jail\""),
    ("T207", "count agreements where model = 'jail'"),
    ("T311", "count counties in Los Angeles"), ("T311", "count counties in Washington County"),
    ("W304", "count counties where name is \"Xyzzy\""),
    ("W304", "count states where name is \"Texsa\""),
  ]

  private static func session() throws -> Session {
    Session(dataset: try EnforcementData.dataset())
  }

  @Test func everySentenceEarnsItsCodeAndEveryRewriteWorks() throws {
    let session = try Self.session()
    for (code, text) in Self.cases {
      let source = Source(text)
      let found = session.check(source)
      let label = "\(code): \(text.prefix(90))"
      #expect(found.map(\.code) == [code], "\(label)")
      for diagnostic in found {
        #expect(diagnostic.fixes.count <= 2, "\(label)")
        expectPlainWords(diagnostic, label)
        let bytes = source.bytes.count
        #expect(
          diagnostic.span.start <= diagnostic.span.end && diagnostic.span.end <= bytes, "\(label)")
        for fix in diagnostic.fixes {
          expectRuns(fix.applied(to: source), session, unless: code, label)
          let fixed = session.check(Source(fix.applied(to: source)))
          // Only the checker knows that an answer is never none.
          let errors = fixed.filter {
            $0.severity == .error && !(code == "T403" && $0.code == "T426")
          }
          #expect(errors.isEmpty, "\(label) became \(fix.applied(to: source).prefix(120))")
          #expect(!fixed.map(\.code).contains(code), "\(label) kept its fault")
        }
      }
    }
  }

  /// What is offered is what was meant, as far as there is one such thing.
  @Test(arguments: [
    ("count counties in TX and CO", "count counties in TX, CO"),
    ("count counties in TX or CO", "count counties in TX, CO"),
    ("count counties in Los Angeles", "count counties in \"Los Angeles County, CA\""),
    ("count counties in Washington County", ""),
    ("count agreements where model = 'jail'", "count agreements where model is jail_enforcement"),
    (
      "count agreements where model is \"jail\"", "count agreements where model is jail_enforcement"
    ),
    ("show me detainers", "show detainers"),
    ("list counties sorted by population", "list counties | sort by population"),
  ]) func theRewriteIsWhatWasMeant(_ text: String, _ meant: String) throws {
    let source = Source(text)
    let fixes = try Self.session().check(source).flatMap(\.fixes)
    #expect(fixes.map { $0.applied(to: source) } == (meant.isEmpty ? [] : [meant]))
  }

  @Test func whatBelongsSomewhereIsALineOfItsOwn() throws {
    let found = try #require(Self.session().check(Source("share detainers by state")).first)
    #expect(found.message == "\"detainers\" does not fit here")
    #expect(found.help.first?.hasPrefix("what belongs here: \"where\"") ?? false)
    let quoted = try #require(Self.session().check(Source("count counties \"a\"")).first)
    #expect(!quoted.message.contains("\"\""))
  }

  /// A rewrite is not only read without a fault: it has an answer.
  private func expectRuns(
    _ text: String, _ session: Session, unless code: String, _ label: String
  ) {
    var session = session
    let failed = session.run(Source(text)).filter(\.failed).flatMap(\.diagnostics).map(\.code)
    #expect(
      failed.isEmpty || code == "T403" && failed == ["T426"],
      "\(label) became \(text.prefix(120)), which fails: \(failed)")
  }

  private func expectPlainWords(_ diagnostic: Diagnostic, _ label: String) {
    let said = ([diagnostic.message] + diagnostic.help + diagnostic.fixes.map(\.purpose))
      .joined(separator: " ")
    for word in [
      "unexpected token", "nil", "Optional", "Expr", "FieldRef", "SetNode", "Operand", "Parser",
      "Checker", "Truth.", "Span", "Tally.", "null pointer",
    ] {
      #expect(!said.contains(word), "\(label) says \(word)")
    }
    #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."), "\(label)")
  }

  @Test func bytesThatAreNoTextEarnT102() throws {
    let session = try Self.session()
    #expect(session.check(Source(bytes: Array("count ".utf8) + [0xFF])).map(\.code) == ["T102"])
  }

  @Test func filesEarnTheirCodes() throws {
    let files = [
      "round": "include \"round\"", "asks": "count counties", "bad": "define x of counties as y",
    ]
    let host = Host(load: { name, _ in
      files[name].map { .success(Source(name: name, $0)) } ?? .failure(Host.Refusal("no such file"))
    })
    let session = try Self.session()
    for (name, code) in ["round": "T327", "asks": "T328", "bad": "T326", "none": "T326"] {
      let found = session.check(Source("include \"\(name)\""), host: host)
      let said = ([found.first?.code] + found.map(\.message)).compactMap(\.self)
      #expect(found.count == 1 && said.contains { $0.contains(code) }, "\(name): \(said)")
    }
  }

  @Test func aStoppedQueryEarnsT601() throws {
    var session = try Self.session()
    for text in ["list counties", "count counties", "count counties by state", "show relations"] {
      let outcome = try #require(session.run(Source(text), shouldStop: { true }).first)
      #expect(outcome.failed && outcome.diagnostics.map(\.code) == ["T601"], "\(text)")
    }
  }

  /// What only a program meets that asks: a limit of rows (T603), and no question where one is
  /// prepared (T604).
  @Test func programsEarnT603AndT604() throws {
    let session = try Self.session()
    #expect(throws: TallyError.stopped(.rows(1), query: "list states")) {
      try session.rows("list states", limits: Limits(rows: 1))
    }
    for text in ["define big as counties", "count counties\ncount states", ""] {
      let error = #expect(throws: TallyError.self) { try session.prepare(text) }
      guard case .mistaken(let said, _)? = error else {
        Issue.record("another error: \(String(describing: error))")
        continue
      }
      #expect(said.map(\.code) == ["T604"], "\(text)")
    }
  }

  /// Every code of the list has its sentence here; another test holds the list to the sources.
  @Test func noCodeIsWithoutItsSentence() {
    let tested = Set(Self.cases.map(\.0)).union([
      "N502", "T102", "T327", "T328", "T329", "T466", "T467", "T468", "T505", "T508", "T601",
      "T602",
      "T603", "T604",
    ])
    #expect(tested == Set(DiagnosticCode.all.map(\.name)))
  }

  @Test func everyExampleRuns() throws {
    var session = try Self.session()
    let examples =
      Verb.all.flatMap(\.examples) + Stage.all.map(\.example) + ScalarFunction.all.map(\.example)
      + LinkNumber.all.map(\.example) + WindowFunction.all.map(\.example)
    for example in examples {
      let outcomes = session.run(Source(example))
      #expect(outcomes.count == 1 && outcomes.allSatisfy { !$0.failed }, "\(example)")
      #expect(outcomes.flatMap(\.diagnostics).allSatisfy { $0.severity == .note }, "\(example)")
    }
  }

  /// Broken sentences have one error each, whose rewrites parse.
  @Test func brokenSentencesHaveOneErrorEach() throws {
    let session = try Self.session()
    var random = SplitMix64(seed: 77)
    let sentences =
      Verb.all.flatMap(\.examples) + Stage.all.map(\.example) + ["count counties where detainers"]
    for text in TokenSoup.broken(sentences, 1500 * MadeScale.factor, &random) {
      guard !text.contains("\n"), !text.contains(";"), !text.contains("''") else { continue }
      let source = Source(text)
      let found = session.check(source).filter { $0.severity == .error }
      #expect(found.count <= 1, "\(text): \(found.map(\.code))")
      for diagnostic in found {
        expectPlainWords(diagnostic, text)
        #expect(diagnostic.fixes.count <= 2, "\(text)")
        _ = DiagnosticRenderer.render(diagnostic, in: source, width: 20)
      }
    }
  }
}
