// What `sql` emits, run in SQLite and DuckDB over exported packages, against tally's own answers.

import EnforcementData
import Foundation
import Testing

@testable import Tally

@Suite("The oracle of SQL", .enabled(if: !SQLJudge.databases.isEmpty, "skipped: no python3 here"))
struct SQLOracleTests {
  /// Sentences that SQL has no words for, each with its reason in the language's own.
  static let unsayable = [
    "count counties where detainers across years 2019, latest",
    "count counties as of 2016 where detainers", "show county \"Cook, IL\"",
    "show fields of counties", "check figures", "count counties by region across detainers",
    "map counties where detainers", "list counties | add n = population + 1",
    "compare count counties where detainers from 2019 to latest",
    "list counties where name matches \"San.*\"", "list states where count of counties > 100",
  ]

  /// The sixty questions of the language that have numbers or rows.
  static let questions = [
    "count counties", "count counties where detainers",
    "count counties where detainers and not notify", "count counties where not detainers",
    "count counties where detainers is unknown",
    "count counties where possibly not detainers",
    "count counties where certainly detainers and possibly not notify",
    "count counties in Texas", "count counties in TX, CA where notify",
    "count counties where population > 1_000_000 and not detainers",
    "list counties in NM where not detainers | show name, detainers | sort by name",
    "list counties where detainers is unknown | show name, state, reason.detainers | take 20",
    "list counties where name starts with \"San\" | show name, state",
    "count agreements", "count counties with agreements",
    "count counties without agreements in Georgia",
    "count agreements where model is task_force of counties in Texas",
    "count counties where has at least 2 agreements",
    "count counties where has (agreements where model is task_force and signed between "
      + "2025-01 and 2025-03)",
    "share where detainers among counties", "share where detainers among counties in Texas",
    "share where access_limited among counties where not detainers",
    "share where detainers among counties | known only", "count counties by state",
    "count counties where detainers by state, inquiry",
    "count counties by detainers as percent",
    "count counties by bands(population, 10_000, 100_000, 1_000_000)",
    "count counties by region, detainers as percent of region",
    "table counties by region with count named n, share where detainers named holds, "
      + "share where notify named notifies, sum population named people",
    "top 10 states by count of counties where detainers",
    "bottom 5 states by share where detainers among counties",
    "top 20 counties where not detainers by population",
    "sum population of counties where detainers",
    "average population of counties by detainers", "median capacity of facilities by type",
    "count counties where detainers by state | keep count > 50 | sort by count down | total",
    "list figures where metric is \"interior_arrests\" | show value, qualifier, unit, source.title",
    "list facts where field is \"detainers\" and source.publisher contains \"ICE\" "
      + "| show county.name, value, source.title | take 50",
    "count counties where state in (TX, CA, NM) and not agreement_287g",
    "count (counties where detainers) intersect (counties where notify)",
    "list (counties where not detainers and not notify) minus (counties with agreements) "
      + "| show name, state",
    "list counties with agreements", "list agreements where signed >= 2026-01 | take 40",
    "count facilities by operator",
    "average average_population of facility_years by facility.state",
    "list events", "count listings by list, kind", "list detainer_limits in CA",
  ]

  @Test("the questions of the language agree, on the latest day and on another")
  func language() throws {
    let judge = SQLJudge(dataset: try EnforcementData.dataset())
    let dated = Self.questions.filter { $0.hasPrefix("count counties") && !$0.contains(" of ") }
      .map { $0.replacing("counties", with: "counties as of 2025-05-01", maxReplacements: 1) }
    try agree(Self.questions + dated, judge, refusals: 0)
  }

  @Test("the queries of the oracle agree") func oracle() throws {
    let judge = SQLJudge(dataset: try EnforcementData.dataset())
    let queries = try QueryOracleTests().queries().filter { query in
      !query.contains(" as of ") || query.contains("as of 2019") || query.contains("2025-05-01")
    }
    let sayable = queries.filter { query in
      !query.contains("across years") && !query.contains(" matches ")
        && !query.hasPrefix("chart") && !query.hasPrefix("map")
    }
    #expect(sayable.count > 70)
    try agree(sayable, judge, refusals: 0)
  }

  @Test("random questions over the record agree") func record() throws {
    let judge = SQLJudge(dataset: try EnforcementData.dataset())
    var random = SplitMix64(seed: 59)
    let queries = (0..<160).map { at in
      MadeQuestions.recorded(on: at < 80 ? "" : " as of 2025-05-01", &random)
    }
    try agree(queries, judge, refusals: 0)
  }

  @Test("random questions over made-up worlds agree", arguments: MadeScale.seeds(6))
  func made(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &+ 5900)
    var world = MadeWorldMaker(counties: 14, offices: 11, notices: 5).world(&random)
    // A package writes an empty text as it writes none; such a world is refused.
    for row in world["counties"].rows.indices where world["counties"][row, "word"] == .text("") {
      world["counties"][row, "word"] = .text("unknowable")
    }
    let judge = SQLJudge(dataset: try world.dataset())
    let queries = (0..<80).map { _ in MadeQuestions.made(in: world, &random) }
    try agree(queries, judge, refusals: 80 / 4)
  }

  @Test("a statement that is wrong is found") func plantedFault() throws {
    let judge = SQLJudge(dataset: try MadeSmall.world.dataset())
    for database in SQLJudge.databases {
      let said = try judge.question("count counties where alpha by state", database.name)
      var wrong = try #require(said)
      wrong.sql = wrong.sql.replacing("= 'yes'", with: "= 'no'")
      #expect(try judge.differences([wrong]).count == 1)
      wrong.sql = "-- tables: 2024-06-30\nSELECT 1 AS low;"
      #expect(try judge.differences([wrong]).count == 1)
    }
  }

  @Test("what SQL cannot say is refused") func refusals() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    for query in Self.unsayable {
      let codes = session.check(Source("sql " + query)).map(\.code)
      #expect(codes.contains("T290"), "\(query): \(codes)")
    }
  }

  @Test("a text that a package cannot tell from none is refused") func emptyText() throws {
    var world = MadeSmall.world
    world["counties"][0, "word"] = .text("")
    let asker = try MadeAsker(world)
    #expect(asker.codes("sql count counties where word is \"a\"") == ["T290"])
    #expect(asker.codes("sql count counties where alpha").isEmpty)
  }

  /// Expects the same answers of every database here, with at most so many refusals.
  private func agree(_ queries: [String], _ judge: SQLJudge, refusals: Int) throws {
    var cases: [SQLJudge.Case] = []
    for database in SQLJudge.databases {
      let said = try queries.compactMap { try judge.question($0, database.name) }
      #expect(queries.count - said.count <= refusals, "\(queries.count - said.count) refused")
      cases += said
    }
    let differences = try judge.differences(cases)
    #expect(differences.isEmpty, "\(differences.prefix(8).joined(separator: "\n"))")
  }
}
