// What a date means: answers, lists, registers and links as of a day, each worked out by hand.

import EnforcementData
import Testing

@testable import Tally

@Suite struct TimeTests {
  private let asker: MadeAsker
  init() throws { asker = try MadeAsker(MadeTimes.dataset()) }

  private func ends(_ text: String) throws -> [Double?] {
    let figure = try asker.figure(text)
    return [figure.low, figure.high]
  }

  private func code(_ text: String) throws -> String? {
    try asker.outcome(text).diagnostics.first { $0.severity == .error }?.code
  }

  @Test(arguments: [
    ("2019", 0, 2), ("2020-01-01", 1, 2), ("2022-05-31", 1, 2), ("2022-06-01", 0, 1),
    ("2022", 0, 1), ("2023-01-01", 1, 1), ("latest", 1, 1), ("fy2022", 0, 1),
    ("fy2020", 1, 2), ("2019-12-31", 0, 2),
  ]) func answersAreThoseOfTheDay(_ period: String, _ low: Double, _ high: Double) throws {
    #expect(try ends("count counties as of \(period) where alpha") == [low, high])
    var session = Session(dataset: asker.dataset)
    #expect(session.setAsOf(period) == nil)
    let outcome = session.run(Source("count counties where alpha"))[0]
    guard case .figure(let figure)? = outcome.answer?.content else {
      Issue.record("no figure as of \(period)")
      return
    }
    #expect([figure.low, figure.high] == [low, high])
  }

  @Test func aPeriodMeansItsLastDayAndNoLaterThanTheRecord() throws {
    #expect(
      try asker.answer("count counties as of 2022").provenance.asOf.description == "2022-12-31")
    let clipped = try asker.outcome("count counties as of 2023")
    #expect(clipped.diagnostics.map(\.code) == ["N501"])
    #expect(clipped.answer?.provenance.asOf.description == "2023-06-30")
    #expect(try code("count counties as of 2024") == "T502")
    #expect(try code("count counties as of 2023-07-01") == "T502")
  }

  /// A number of rows that are the same at every date is not of the day that was named.
  @Test(arguments: [
    ("count counties as of 2020", true), ("list counties as of 2020 | show name", true),
    ("count counties as of latest", false), ("count counties", false),
    ("count counties as of 2022 where alpha", false),
    ("count counties as of 2022 by alpha", false), ("count counties as of 2022 by name", true),
    ("list counties as of 2022 | show name, alpha", false),
    ("share where alpha among counties as of 2022", false), ("count offices as of 2022", false),
    ("count counties as of 2022 with offices", false),
  ]) func whatKnowsNoDatesSaysSo(_ text: String, _ isSaid: Bool) throws {
    let notes = try asker.answer(text).notes
    #expect(notes.contains { $0.contains("one list for every date") } == isSaid, "\(notes)")
  }

  @Test(arguments: [
    ("2021-03-01", "one two"), ("2022-02-28", "one two"), ("2022-03-01", "one three"),
    ("latest", "one three"),
  ]) func aListIsTheNewestAtOrBefore(_ period: String, _ names: String) throws {
    guard
      case .rows(let table) = try asker.answer("list offices as of \(period) | show name").content
    else { throw MadeAskError.isNoFigure }
    #expect(table.rows == names.split(separator: " ").map { [.text(String($0))] })
    #expect(try ends("count offices as of \(period)") == [2, 2])
  }

  @Test func aListIsRefusedBeforeItsFirst() throws {
    for text in [
      "count offices as of 2020", "count counties as of 2020 with offices",
      "count counties as of 2020 where has (offices where name is \"one\")",
      "count counties as of 2020 without offices", "list counties as of 2020 where has offices",
      "top 2 counties as of 2020 by count of offices",
    ] {
      #expect(try code(text) == "T501", "\(text)")
    }
    let fix = try asker.outcome("count offices as of 2020").diagnostics[0].fixes
    #expect(fix.map(\.replacement) == ["2021-03-01"])
  }

  /// On its day a list is complete. Between two, what is on both is certain; after the last,
  /// nothing is.
  @Test(arguments: [
    ("2021-03-01", 2, 2), ("2021-06-01", 1, 3), ("2022-03-01", 2, 2), ("2022-03-02", 0, 3),
    ("latest", 0, 3),
  ]) func linksToListsAreOpenBetweenThem(_ period: String, _ low: Double, _ high: Double) throws {
    #expect(try ends("count counties as of \(period) with offices") == [low, high])
    let (no, possibly) = (3 - high, 3 - low)
    #expect(try ends("count counties as of \(period) without offices") == [no, possibly])
  }

  @Test func linksLeadToRowsOfTheSameDay() throws {
    func shown(_ period: String) throws -> [[Cell]] {
      let text = "list desks as of \(period) | show id, office.name"
      guard case .rows(let table) = try asker.answer(text).content else { return [] }
      return table.rows
    }
    #expect(try shown("2021") == [[.text("d1/2021-03-01"), .text("two")]])
    #expect(
      try shown("2022") == [
        [.text("d2/2022-03-01"), .text("three")], [.text("d3/2022-03-01"), .text("one")],
      ])
  }

  @Test func rowsWithDatesOfTheirOwnHaveNoOther() throws {
    #expect(try code("count rules as of 2020") == "T503")
    #expect(try ends("count rules") == [2, 2])
    // The first rule began on some day of 2019, so by its last; it ended on some day of 2020.
    #expect(try ends("count rules where begins <= 2020") == [1, 1])
    let then = "begins <= 2020-06-30 and (ended is none or ended > 2020-06-30)"
    #expect(try ends("count rules where \(then)") == [0, 1])
  }

  @Test func pairsLeadFromRowsToRowsOfTheSameKind() throws {
    #expect(try ends("count counties with neighbors") == [2, 2])
    #expect(try ends("count counties without neighbors") == [1, 1])
    // Only Birch touches Ash, whose alpha is yes on that day; Birch's own is no.
    #expect(try ends("count counties as of 2021 where has (neighbors where alpha)") == [1, 1])
    #expect(try ends("count counties as of 2021 where has (neighbors where not alpha)") == [1, 1])
    // On that day Ash is not known, so Birch is open.
    #expect(try ends("count counties as of 2019 where has (neighbors where alpha)") == [0, 1])
  }

  @Test(arguments: [
    "count counties as of 2021 with (offices as of 2022)",
    "count counties with (offices as of 2021-03-01)",
    "count (counties as of 2021) union counties",
    "count (counties as of 2021) minus (counties as of 2022)",
    "count counties as of 2021 as of 2022",
    "count (counties where alpha) union (counties where not alpha) as of 2021",
    "count offices of counties as of 2021",
    "count counties across years 2021, 2021-12-31",
    "count counties as of 2021 across years 2021, 2022",
  ]) func oneQueryHasOneDate(_ text: String) throws {
    #expect(try code(text) == "T504")
  }

  @Test(arguments: [
    ("count counties as of 2021-03-01 with (offices as of 2021-03-01)", 2.0),
    ("count (counties as of 2021 where alpha) union (counties as of 2021 where not alpha)", 2.0),
    ("count offices as of 2022 of counties as of 2022-12-31", 2.0),
  ]) func oneDateMayBeSaidTwice(_ text: String, _ low: Double) throws {
    #expect(try asker.figure(text).low == low)
  }

  @Test func yearsStandSideBySide() throws {
    let answer = try asker.answer("count counties where alpha across years 2019, 2021, latest")
    guard case .groups(let table) = answer.content else { throw MadeAskError.isNoFigure }
    #expect(table.columns.map(\.name) == ["2019", "2021", "latest"])
    let ends = table.rows[0].map { cell -> [Double?] in
      guard case .figure(let figure) = cell else { return [] }
      return [figure.low, figure.high]
    }
    #expect(ends == [[0, 2], [1, 2], [1, 1]])
    #expect(answer.provenance.asOf.description == "2019-12-31, 2021-12-31, 2023-06-30")
  }

  /// As `count offices as of 2021 where name is "three"` counts 0 of what there is then.
  @Test func groupsThatADayLacksHaveNoRowsThere() throws {
    let text = "count offices by name across years 2021, 2022"
    guard case .groups(let table) = try asker.answer(text).content else {
      throw MadeAskError.isNoFigure
    }
    let rows = table.rows.map { row in
      row.map { cell -> String in
        switch cell {
        case .text(let name): name
        case .figure(let figure): "\(Int(figure.low ?? -1)) of \(figure.base)"
        case .none: "no figure"
        default: "?"
        }
      }
    }
    #expect(
      rows == [
        ["one", "1 of 1", "1 of 1"], ["three", "0 of 0", "1 of 1"],
        ["two", "1 of 1", "0 of 0"],
      ])
  }

  /// A count of a list's rows is of the list's day, whatever day was asked; with an answer of the
  /// day in it, it is of the day.
  @Test(arguments: [
    ("count offices as of 2021-12-31", "2021-03-01"), ("count offices", "2022-03-01"),
    ("list offices as of 2022-03-01", "2022-03-01"),
    ("count offices as of 2021-12-31 by county", "2021-03-01"),
    ("count offices as of 2021-12-31 where county.alpha", "2021-12-31"),
    ("count counties as of 2021-12-31 with offices", "2021-12-31"),
    ("count offices across years 2021, latest", "2021-03-01, 2022-03-01"),
  ]) func anAnswerIsOfTheDayOfItsRows(_ text: String, _ days: String) throws {
    let answer = try asker.answer(text)
    #expect(answer.provenance.asOf.description == days)
    let isAsked = text.contains("12-31") || !text.contains("2022-03-01")
    #expect(answer.notes.contains { $0.contains("list of") } == isAsked, "\(answer.notes)")
  }

  @Test func aFooterHasNoBaseThatItsColumnsDoNotShare() throws {
    func text(_ query: String) throws -> String {
      let format = try #require(OutputFormat.all.first { $0.name == "plain" })
      return format.write(try asker.answer(query), OutputContext()).text
    }
    #expect(try text("count counties across years 2021, 2022").contains("of 3 counties"))
    let open = "count desks across years 2021, 2022"
    #expect(try text(open).contains("of a base of its own in each column"))
  }

  @Test func aCardShowsWhatStoodOnTheDay() throws {
    func entries(_ text: String) throws -> [String] {
      guard case .card(let card) = try asker.answer(text).content else { return [] }
      return card.entries.map { "\($0.name): \($0.value)" }
    }
    let early = try entries("show county Ash as of 2019")
    #expect(
      early.contains { $0.contains("offices") && $0.contains("the first list is of 2021-03-01") })
    let onTheDay = try entries("show county Birch as of 2022-03-01")
    #expect(onTheDay.contains("offices: number(0.0)"))
    let later = try entries("show county Birch as of 2022-12-31")
    #expect(later.contains { $0.contains("offices") && $0.contains("the list may lack some") })
    let listed = try entries("show county Ash as of 2021-03-01")
    #expect(listed.contains("office: text(\"one\")"))
  }

  /// Counted by hand in the file of the state rules: of Colorado's, three had begun by the end of
  /// 2019; of Arkansas's three none was certain in June 2025, for their start is known to the year.
  @Test(arguments: [
    ("CO", "2019", "text(\"3 found; the list may lack some\")", 3),
    ("AR", "2025-06-01", "unknown(Optional(\"the list may lack some\"))", 3),
  ]) func aCardCountsTheRulesOfItsDay(
    _ state: String, _ day: String, _ value: String, _ listed: Int
  ) throws {
    let record = MadeAsker(try EnforcementData.dataset())
    guard case .card(let card) = try record.answer("show state \(state) as of \(day)").content
    else { throw MadeAskError.isNoFigure }
    let entries = card.entries.filter { $0.name == "state_rules" }
    #expect(entries.map { "\($0.value)" } == [value])
    #expect(card.entries.count { $0.name == "rule" } == listed)
  }

  @Test func aSessionRefusesWhatIsNoPeriod() throws {
    var session = Session(dataset: asker.dataset)
    #expect(session.setAsOf("soon")?.code == "T505")
    #expect(session.setAsOf("2030")?.code == "T502")
    #expect(session.asOf == nil)
    #expect(session.setAsOf("2023")?.code == "N501")
    #expect(session.setAsOf("2021") == nil)
    #expect(session.asOf == Day(2021, 12, 31))
    let rules = session.run(Source("count rules"))[0]
    #expect(rules.diagnostics.map(\.code) == ["N502"])
    #expect(rules.answer?.provenance.asOf.description == "2023-06-30")
    #expect(session.run(Source("count rules as of 2021"))[0].diagnostics.map(\.code) == ["T503"])
    #expect(session.setAsOf("latest") == nil)
    #expect(session.asOf == nil)
  }

  @Test func theShippedRecordIsSoundAtEveryDate() throws {
    try EnforcementData.dataset().check()
  }

  @Test func whatCannotBeReadFailsTheQueryThatNeedsIt() throws {
    let good = try MadeTimes.dataset().relations[0]
    let schema = RelationSchema(
      "broken", singular: "break", meaning: "made up", key: "id",
      fields: [Field("id", .text, meaning: "made up")], shown: ["id"])
    let bad = Relation(schema: schema) { () throws(DatasetError) in
      throw DatasetError(faults: ["a cell is odd"])
    }
    let plain = RelationSchema(
      "counties", singular: "county", meaning: "made up", key: "fips",
      fields: [Field("fips", .text, meaning: "made up")], shown: ["fips"])
    let counties = Relation(schema: plain, count: good.count, columns: [good.columns[0]])
    let dataset = try Dataset(
      name: "made-up", version: "0", hash: "00", asOf: MadeTimes.latest,
      relations: [counties, bad])
    let asker = MadeAsker(dataset)
    #expect(try asker.outcome("count broken").diagnostics.map(\.code) == ["T602"])
    #expect(try asker.figure("count counties").low == 3)
    #expect(throws: DatasetError(faults: ["a cell is odd"])) { try dataset.check() }
  }

  /// A list that cannot be read must not take with it the program whose rows lead to it.
  @Test func whatLinksToAnUnreadableListFailsAsWell() throws {
    let made = try MadeTimes.dataset()
    let relations = made.record.map { relation in
      Relation(schema: relation.schema) { () throws(DatasetError) in
        if relation.schema.name == "offices" { throw DatasetError(faults: ["a cell is odd"]) }
        return (relation.count, Array(relation.columns))
      }
    }
    let dataset = try Dataset(
      name: "made-up", version: "0", hash: "00", asOf: MadeTimes.latest, relations: relations)
    let asker = MadeAsker(dataset)
    for text in ["list desks", "count desks", "show county Ash", "count counties with offices"] {
      #expect(try asker.outcome(text).failed, "\(text)")
    }
    #expect(try asker.figure("count counties").low == 3)
  }
}
