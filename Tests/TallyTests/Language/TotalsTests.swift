// The survey of 2016: numbers as published, bounds, refusals with rewrites that work.

import EnforcementData
import Testing

@testable import Tally

@Suite struct TotalsTests {
  private func outcome(_ query: String, asOf: String? = nil) throws -> Outcome {
    var session = Session(dataset: try EnforcementData.dataset())
    if let asOf { #expect(session.setAsOf(asOf) == nil) }
    return try #require(session.run(Source(query)).first)
  }

  private func figure(_ query: String, asOf: String? = nil) throws -> Figure {
    let outcome = try outcome(query, asOf: asOf)
    let answer = try #require(outcome.answer, "\(query): \(outcome.diagnostics)")
    guard case .figure(let figure) = answer.content else { throw TotalsFault.noFigure }
    return figure
  }

  private enum TotalsFault: Error { case noFigure }

  /// The totals as they stand in the raw file of figures, seed 004.
  @Test(arguments: [
    ("", 2556), ("agreement_287g", 25), ("detention_contract", 147), ("detainers", 1922),
    ("not detainers", 635), ("notify", 2414), ("not notify", 142), ("access_limited", 72),
    ("not access_limited", 2484), ("inquiry", 2331), ("not inquiry", 25), ("resources", 2503),
    ("not resources", 53), ("not not notify", 2414), ("not not not notify", 142),
  ])
  func bareFieldsArePublished(_ condition: String, _ count: Int) throws {
    let figure = try figure(
      "count counties as of 2016" + (condition.isEmpty ? "" : " where " + condition))
    #expect(figure.low == Double(count))
    #expect(figure.high == Double(count))
    #expect(figure.unknown == 0)
    #expect(figure.base == 2556)
    #expect(figure.totals?.isPublished == true)
    let isOpen = ["detainers", "notify", "not access_limited", "inquiry", "resources"]
    let plain = condition.replacing("not not ", with: "")
    let qualifier = isOpen.contains(plain) ? "includes not known" : ""
    #expect(figure.totals?.qualifier == qualifier)
  }

  @Test(arguments: [
    ("detainers and not notify", 0, 142), ("not detainers and not notify", 0, 142),
    ("detainers and notify", 0, 1922), ("not detainers or not notify", 0, 777),
    ("possibly detainers", 1921, 2556), ("not certainly not detainers", 1921, 2556),
    ("not certainly detainers", 634, 2556), ("detainers is not yes", 634, 2556),
    ("detainers is unknown", 0, 2556), ("inquiry is unknown", 200, 2556),
    ("inquiry is known", 0, 2356), ("not agreement_287g", 0, 2556),
    ("agreement_287g is not yes", 2531, 2556), ("detainers in (yes, no)", 0, 2556),
    ("agreement_287g and detainers and not notify", 0, 25),
    ("agreement_287g or not resources", 0, 78), ("detainers and detainers is no", 0, 0),
    ("certainly detainers", 0, 1922), ("detainers is yes", 0, 1922), ("detainers is no", 0, 635),
    ("certainly not detainers", 0, 635), ("detainers is not no", 1921, 2556),
    ("detainers in (yes)", 0, 1922), ("agreement_287g is yes", 0, 25),
    ("agreement_287g is no", 0, 2556), ("not (detainers is no)", 1921, 2556),
  ])
  func othersAreBounded(_ condition: String, _ low: Int, _ high: Int) throws {
    let figure = try figure("count counties as of 2016 where \(condition)")
    #expect(figure.low == Double(low))
    #expect(figure.high == Double(high))
    #expect(figure.unknown == high - low)
    #expect(figure.totals?.isPublished == false)
    #expect(figure.totals?.isTight == true)
  }

  /// A number and that of its opposite make all that were asked: the least of one, the most of the
  /// other.
  @Test(arguments: [
    "certainly detainers", "possibly detainers", "detainers is yes", "detainers is no",
    "detainers is unknown", "inquiry is known", "certainly not notify", "detainers in (yes, no)",
    "agreement_287g is no", "detention_contract is not yes", "certainly (detainers and notify)",
  ])
  func oppositesMakeTheWhole(_ condition: String) throws {
    let part = try figure("count counties as of 2016 where \(condition)")
    let rest = try figure("count counties as of 2016 where not (\(condition))")
    #expect((part.low ?? 0) + (rest.high ?? 0) == 2556)
    #expect((part.high ?? 0) + (rest.low ?? 0) == 2556)
  }

  @Test func sharesAreOfAllThatWereAsked() throws {
    #expect(try figure("share where notify among counties as of 2016").low == 2414.0 / 2556)
    let open = try figure("share where detainers and not notify among counties as of 2016")
    #expect(open.low == 0)
    #expect(open.high == 142.0 / 2556)
  }

  @Test func severalConditionsAreOne() throws {
    let figure = try figure("count (counties as of 2016 where detainers) where not notify")
    #expect(figure.high == 142)
  }

  @Test func theSessionsYearIsTheEdition() throws {
    #expect(try figure("count counties where detainers", asOf: "2016").low == 1922)
    #expect(try figure("count counties", asOf: "2016-12-31").low == 3143)
    #expect(try figure("count counties as of 2016-12", asOf: "2016").low == 3143)
    let refused = try outcome("list counties where detainers", asOf: "2016").diagnostics
    #expect(refused.map(\.code) == ["T511"])
    #expect(refused.first?.fixes.count == 2)
    #expect(
      try outcome("count counties by state", asOf: "2016").diagnostics.map(\.code) == ["T512"])
    var session = Session(dataset: try EnforcementData.dataset())
    #expect(session.setAsOf("2016") == nil)
    #expect(session.edition == 2016)
    #expect(session.setAsOf("2016-12") == nil)
    #expect(session.edition == nil)
    #expect(session.setAsOf("2016") == nil)
    #expect(session.setAsOf("latest") == nil)
    #expect(session.edition == nil)
  }

  /// Each refusal says what was published, and its rewrites lead to an answer.
  @Test(arguments: [
    ("T511", "list counties as of 2016 where detainers", 2),
    ("T511", "sum population of counties as of 2016", 2),
    ("T511", "top 3 counties as of 2016 by population", 2),
    ("T511", "top 3 states as of 2016 by count of counties", 1),
    ("T511", "count counties as of 2016 where detainers | known only", 2),
    ("T512", "count counties as of 2016 where detainers by state, region", 2),
    ("T512", "count counties in TX, CA as of 2016", 2),
    ("T512", "count counties as of 2016 where state is TX", 1),
    ("T512", "count counties as of 2016 where detainers and name contains \"San\"", 1),
    ("T512", "count counties as of 2016 where has agreements", 0),
    ("T512", "count counties as of 2016 with agreements", 0),
    ("T512", "count counties as of 2016 of states as of 2016", 0),
    ("T513", "count counties as of 2016 union counties as of 2019", 1),
    ("T513", "count counties as of 2016 where detainers union counties as of 2016 where notify", 1),
    ("T513", "count counties as of 2016 where detainers union counties where notify", 1),
    ("T513", "count counties where detainers across years 2016, 2019", 1),
    ("T511", "show county \"Cook, IL\" as of 2016", 1),
    ("T514", "share where detainers among counties as of 2016 where notify", 1),
  ])
  func refusalsSayWhatWasPublished(_ code: String, _ query: String, _ fixes: Int) throws {
    let found = try #require(try outcome(query).diagnostics.first)
    #expect(found.code == code)
    #expect(found.help.contains { $0.contains("2,556 counties surveyed") })
    #expect(found.fixes.count == fixes, "\(found.fixes)")
    for fix in found.fixes {
      let mended = fix.applied(to: Source(query))
      #expect(try outcome(mended).answer != nil, "\(mended)")
    }
  }

  @Test func otherRelationsAndDaysHaveTheirUsualAnswers() throws {
    for query in ["count states as of 2016", "count counties as of 2016-12-31"] {
      let answer = try #require(try outcome(query).answer)
      #expect(answer.provenance.asOf.description == "2016-12-31")
    }
    #expect(try outcome("count agreements as of 2016").diagnostics.map(\.code) == ["T501"])
    #expect(try outcome("count counties of states as of 2016").diagnostics.map(\.code) == ["T504"])
  }

  @Test func theRecordsCountiesAreThoseOfTheNote() throws {
    let dataset = try EnforcementData.dataset()
    let edition = try #require(dataset.editions.first)
    let counties = try #require(dataset.relation(edition.relation))
    let count = NumberText.grouped(dataset.relations[counties].count)
    #expect(edition.notes.contains { $0.contains("whose counties are \(count)") })
  }

  @Test(arguments: OutputFormat.all.map(\.name))
  func everyFormatNamesTheEdition(_ name: String) throws {
    let format = try #require(OutputFormat.all.first { $0.name == name })
    let answer = try #require(
      try outcome("count counties as of 2016 where detainers and not notify").answer)
    guard format.refusal(answer) == nil else { return }
    let text = format.write(answer, OutputContext()).text
    #expect(text.contains("2016"))
    #expect(text.contains("2556") || text.contains("2,556"))
    #expect(text.contains("142"))
    #expect(text.contains("the survey of 2016"))
    #expect(!text.contains("settles"))
  }

  @Test func editionsThatCannotBeAreRefused() {
    func faults(base: Int, _ fields: [TotalsEdition.FieldTotals]) -> Int {
      do throws(DatasetError) {
        _ = try TotalsEdition(
          relation: "counties", year: 2016, base: .init(base), fields: fields, name: "x",
          unit: ("a", "b"), sources: [])
        return 0
      } catch {
        return error.faults.count
      }
    }
    #expect(faults(base: 9, [.init("a", yes: .init(9), no: .init(0))]) == 0)
    #expect(faults(base: 0, []) == 1)
    #expect(faults(base: 9, [.init("a", yes: .init(10), no: .init(-1))]) == 2)
    #expect(faults(base: 9, Array(repeating: .init("a", yes: nil, no: nil), count: 8)) == 2)
  }

  @Test func editionsFitTheirRelations() throws {
    let dataset = try EnforcementData.dataset()
    #expect(dataset.editions.flatMap { $0.faults(in: dataset.relations) } == [])
    let edition = try TotalsEdition(
      relation: "counties", year: 2016, base: .init(9),
      fields: [.init("population", yes: .init(1), no: nil), .init("notify", yes: nil, no: nil)],
      name: "x", unit: ("a", "b"), sources: [])
    #expect(edition.faults(in: dataset.relations).count == 1)
    #expect(edition.faults(in: []).count == 1)
  }
}
