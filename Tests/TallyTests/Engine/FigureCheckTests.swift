// `check`: every verdict on made-up figures, and the three faults of the real documents.

import EnforcementData
import Testing

@testable import Tally

@Suite struct FigureCheckTests {
  /// A figure of the made-up document: its key, qualifier, value, query, and what it is a part of.
  private struct Made {
    var key: String
    var qualifier = "exact"
    var value: Double
    var about: String?
    var denominator: String?
    var percent: Double?
    var sum: (whole: String, group: String)?
    var document = "Made 2020"
    var source = 0
    var others = ""
  }

  private static let schema = RelationSchema(
    "claims", singular: "claim", meaning: "a made-up published number", key: "id",
    fields: [
      Field("id", .text, meaning: "its key"), Field("qualifier", .text, meaning: "its qualifier"),
      Field("value", .number, meaning: "its number"), Field("query", .text, meaning: "its query"),
      Field("part_of", .text, meaning: "its whole"),
      Field("stated", .number, meaning: "its percentage"),
      Field("adds_to", .text, meaning: "its sum"), Field("group", .text, meaning: "its group"),
      Field("paper", .text, meaning: "its document"),
      Field("source", .link(to: "sources"), meaning: "its source"),
      Field("others", .text, meaning: "keys of further sources"),
    ], shown: ["id"],
    figures: FigureRoles(
      value: "value", qualifier: "qualifier", about: "query", document: "paper",
      denominator: "part_of", statedPercent: "stated", sumsTo: "adds_to", sumGroup: "group",
      source: "source"))

  /// The made-up counties of `MadeSmall`, two sources and some claims.
  private func asker(_ claims: [Made]) throws -> MadeAsker {
    let world = try MadeSmall.world.dataset()
    func text(_ cells: [String?]) -> Column {
      Column(
        .text(codes: Codes(cells.indices), texts: TextPool(cells.map { $0 ?? "" })),
        unknown: Bitmap(count: cells.count), none: Bitmap(count: cells.count) { cells[$0] == nil })
    }
    func number(_ cells: [Double?]) -> Column {
      let values = cells.map { $0 ?? 0 }
      return Column(
        .numbers(values), unknown: Bitmap(count: cells.count),
        none: Bitmap(count: cells.count) { cells[$0] == nil })
    }
    let relation = Relation(
      schema: Self.schema, count: claims.count,
      columns: [
        text(claims.map(\.key)), text(claims.map(\.qualifier)), number(claims.map(\.value)),
        text(claims.map(\.about)), text(claims.map(\.denominator)), number(claims.map(\.percent)),
        text(claims.map { $0.sum?.whole }), text(claims.map { $0.sum?.group }),
        text(claims.map(\.document)),
        Column(.link(rows: claims.map { Int32($0.source) }), count: claims.count),
        text(claims.map(\.others)),
      ])
    let sources = Relation(
      schema: RelationSchema(
        "sources", singular: "source", meaning: "a made-up document", key: "id",
        fields: [Field("id", .text, meaning: "its key")], shown: ["id"]),
      count: 2, columns: [text(["made-1", "made-2"])])
    return MadeAsker(
      try Dataset(
        name: world.name, version: world.version, hash: world.hash, asOf: world.asOf,
        relations: world.relations + [sources, relation],
        sources: Dictionary(
          uniqueKeysWithValues: ["made-1", "made-2"].map {
            ($0, SourceReference(id: $0, title: $0, publisher: "", published: "", place: ""))
          })))
  }

  private func verdicts(_ claims: [Made], from: String = "") throws -> Verdicts {
    let query = "check claims" + (from.isEmpty ? "" : " from \"\(from)\"")
    guard case .verdicts(let verdicts) = try asker(claims).answer(query).content else {
      throw MadeAskError.isNoFigure
    }
    return verdicts
  }

  private func one(_ claim: Made) throws -> Verdicts.Finding {
    let findings = try verdicts([claim]).findings
    return try #require(findings.first)
  }

  @Test func numbersAreRecomputedThroughTheSession() throws {
    // Four counties; alpha is yes for two, no for one, unknown for one.
    let right = try one(Made(key: "M1", value: 4, about: "count counties"))
    #expect(right.verdict == .confirmed)
    #expect(right.low == 4 && right.high == 4)
    let wrong = try one(Made(key: "M1", value: 5, about: "count counties"))
    #expect(wrong.verdict == .contradicted)
    #expect(wrong.because.contains("published 5") && wrong.because.contains("4 counties"))
    let inside = try one(Made(key: "M1", value: 3, about: "count counties where alpha"))
    #expect(inside.verdict == .inside)
    #expect(inside.low == 2 && inside.high == 3)
    let share = try one(
      Made(key: "M1", value: 25, about: "share where alpha is no among counties"))
    #expect(share.verdict == .confirmed && share.isPercent && share.low == 25)
  }

  @Test func whatCannotBeCheckedSaysWhy() throws {
    #expect(try one(Made(key: "M1", value: 4)).because == "no query of this record bears on it")
    for (query, word) in [
      ("count nothing", "T3"), ("list counties", "no number"), ("check claims", "checks itself"),
      ("count counties as of 2999", "T502"), ("count counties where", "T202"),
      ("count counties\ncount states", "no one question"), ("why count counties", "no number"),
    ] {
      let finding = try one(Made(key: "M1", value: 4, about: query))
      #expect(finding.verdict == .unchecked, "\(query)")
      #expect(finding.because.contains(word), "\(query): \(finding.because)")
      #expect(finding.low == nil)
    }
  }

  @Test func anAnswerFromTheFigureItselfRestatesIt() throws {
    let own = try one(
      Made(key: "M1", value: 7, about: "sum value of claims where id is \"M1\""))
    #expect(own.verdict == .restated)
    let claims = [
      Made(key: "M1", value: 7, about: "sum value of claims where id is \"M2\"", source: 0),
      Made(key: "M2", value: 7, source: 1),
    ]
    let other = try verdicts(claims).findings.first { $0.figure == "M1" }
    #expect(other?.verdict == .confirmed)
    let sameDocument = [claims[0], Made(key: "M2", value: 7, source: 0)]
    let restated = try verdicts(sameDocument).findings.first { $0.figure == "M1" }
    #expect(restated?.verdict == .restated)
  }

  /// One row of several that the figure's own document said is enough, and so is its name among a
  /// row's further sources.
  @Test func anAnswerInPartFromTheOwnDocumentRestatesIt() throws {
    let about = "sum value of claims where id in (\"M2\", \"M3\")"
    func verdict(_ second: Int, others: String) throws -> Verdicts.Finding? {
      try verdicts([
        Made(key: "M1", value: 7, about: about, source: 0),
        Made(key: "M2", value: 3, source: 1),
        Made(key: "M3", value: 4, source: second, others: others),
      ]).findings.first { $0.figure == "M1" }
    }
    #expect(try verdict(1, others: "")?.verdict == .confirmed)
    #expect(try verdict(1, others: "made-10 made-2")?.verdict == .confirmed)
    let row = try verdict(0, others: "")
    #expect(row?.verdict == .restated)
    #expect(row?.because.hasSuffix("rests on the figure's own document among others") == true)
    #expect(try verdict(1, others: "made-3 made-1")?.verdict == .restated)
    // What differs is contradicted all the same.
    let wrong = try verdicts([
      Made(key: "M1", value: 8, about: about, source: 0), Made(key: "M2", value: 3, source: 0),
      Made(key: "M3", value: 4, source: 1),
    ])
    #expect(wrong.findings.first { $0.figure == "M1" }?.verdict == .contradicted)
  }

  @Test func sumsAndPercentagesOfOneDocument() throws {
    let whole = Made(key: "W", value: 100)
    func part(_ key: String, _ value: Double, _ group: String, document: String = "Made 2020")
      -> Made
    {
      Made(key: key, value: value, sum: ("W", group), document: document)
    }
    let closes = try verdicts([whole, part("A", 60, "g"), part("B", 40, "g")])
    #expect(closes.count(.doesNotClose) == 0 && closes.sums == 1)
    let gap = try verdicts([whole, part("A", 60, "g"), part("B", 41, "g"), part("C", 5, "h")])
    #expect(gap.findings.filter { $0.verdict == .doesNotClose }.map(\.figure) == ["A + B"])
    #expect(gap.sums == 1)
    let elsewhere = try verdicts([
      whole, part("A", 60, "g", document: "Other"), part("B", 41, "g", document: "Other"),
    ])
    #expect(elsewhere.sums == 0)
    let rounded = try verdicts([
      whole, Made(key: "A", value: 33.3, denominator: "W", percent: 33),
      Made(key: "B", value: 33.6, denominator: "W", percent: 33),
    ])
    #expect(rounded.findings.filter { $0.verdict == .doesNotClose }.map(\.figure) == ["B / W"])
    let vague = Made(key: "W", qualifier: "nearly", value: 100)
    let loose = try verdicts([vague, part("A", 60, "g"), part("B", 39, "g")])
    #expect(loose.count(.doesNotClose) == 0 && loose.sums == 1)
  }

  @Test func oneDocumentAlone() throws {
    let claims = [
      Made(key: "M1", value: 4), Made(key: "M2", value: 4, document: "Other 2021"),
    ]
    #expect(try verdicts(claims, from: "other 2021").findings.map(\.figure) == ["M2"])
    #expect(try asker(claims).codes("check claims from \"Another\"") == ["T444"])
    #expect(try asker(claims).codes("check counties") == ["T443"])
  }

  /// Counted by hand from the documents: 1,922 + 635 is 2,557 and 2,331 + 25 is 2,356, of 2,556;
  /// 195,700 of 343,151 is 57.0 percent, not 50.
  @Test func theDocumentsHaveThreeFaultsAndNoMore() throws {
    let asker = MadeAsker(try EnforcementData.dataset())
    guard case .verdicts(let found) = try asker.answer("check figures").content else {
      throw MadeAskError.isNoFigure
    }
    let faults = found.findings.filter { $0.verdict == .doesNotClose }
    #expect(faults.map(\.figure) == ["F08 / F07", "F27 + F28", "F33 + F34"])
    #expect(faults.map(\.published) == [50, 2556, 2556])
    #expect(faults.dropFirst().map(\.low) == [2557, 2356])
    let percent = try #require(faults[0].low)
    #expect((percent - 57.03).magnitude < 0.001)
    #expect(found.count(.contradicted) == 0)
    // The totals of 2016 are made of these figures, so they can be told again and no more.
    let survey = (24...36).map { "F\($0)" }
    let restated = found.findings.filter { $0.verdict == .restated }.map(\.figure)
    #expect(Set(survey).isSubset(of: restated))
  }
}
