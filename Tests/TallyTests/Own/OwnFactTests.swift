// Evidence of one's own: what it settles, what it confirms, where it conflicts.

import Testing

@testable import Tally

@Suite struct OwnFactTests {
  private func session(_ rows: String) throws -> Session {
    let bytes = Array(("county,field,value,from,to,basis,source,note\n" + rows).utf8)
    let facts = try OwnFactReader.facts(bytes, file: "mine.csv", bases: ["law", "announced"]).facts
    return try OwnWorld.session(
      OwnData(facts: [OwnFacts(facts: facts, file: "mine.csv", fingerprint: "sha256 1")]))
  }

  /// Of four counties one is yes in 2026 by law, one is yes since 2020, two are unknown.
  @Test func theRecordAlone() throws {
    let session = try OwnWorld.session(OwnData())
    #expect(OwnWorld.bounds("count counties where holds", session) == [2, 4])
  }

  @Test func whatIsUnknownBecomesKnown() throws {
    let session = try session("\"Ash, AA\",holds,yes,2024-05-01,2025-06-30,law,A letter,\n")
    #expect(OwnWorld.bounds("count counties where holds as of 2024-04-30", session) == [2, 4])
    #expect(OwnWorld.bounds("count counties where holds as of 2024-05-01", session) == [3, 4])
    #expect(OwnWorld.bounds("count counties where holds as of 2025-06-30", session) == [3, 4])
    #expect(OwnWorld.bounds("count counties where holds as of 2025-07-01", session) == [2, 4])
    // It had ended on the latest day, so nothing is settled there.
    #expect(session.dataset.ownFacts.settled == 0)
    let yours = "count counties where basis.holds is \"yours\" as of 2025-01"
    #expect(OwnWorld.bounds(yours, session) == [1, 1])
  }

  @Test func aNoLowersTheUpperBound() throws {
    let session = try session("1001,holds,no,2024,,law,A letter,\n")
    #expect(OwnWorld.bounds("count counties where holds", session) == [2, 3])
    #expect(session.dataset.ownFacts.settled == 1)
    // A year means that it may begin as late as its last day.
    #expect(OwnWorld.bounds("count counties where holds as of 2024-12-30", session) == [2, 4])
    #expect(OwnWorld.bounds("count counties where holds as of 2024-12-31", session) == [2, 3])
  }

  /// A template that is filled in by and by: what is filled in counts, what is not is counted.
  @Test(arguments: [",", ";", "\t"])
  func rowsThatSayNothingYetAreCounted(mark: String) throws {
    let lines = [
      ["county", "field", "value", "from", "to", "basis", "source", "note"],
      ["1001", "holds", "no", "2024", "", "law", "A letter", ""],
      ["01003", "holds", "", "", "", "", "", "asked in May"],
      ["02001", "holds", "", "", "", "", "", ""],
    ]
    let text = lines.map { $0.joined(separator: mark) + "\r\n" }.joined()
    let found = try OwnFactReader.facts(
      Array(text.utf8), file: "mine.csv", bases: ["law", "announced"])
    #expect(found.facts.map(\.place) == ["1001"] && found.open == 2)
    let file = OwnFacts(
      facts: found.facts, file: "mine.csv", fingerprint: "sha256 1", open: found.open)
    let session = try OwnWorld.session(OwnData(facts: [file]))
    #expect(session.dataset.ownFacts.open == 2 && session.dataset.ownFacts.count == 1)
    let torn = text + ["02001", "holds", "yes", "", "", "", "", ""].joined(separator: mark)
    let error = #expect(throws: DatasetError.self) {
      _ = try OwnFactReader.facts(Array(torn.utf8), file: "mine.csv", bases: ["law"])
    }
    #expect(error?.faults.contains("mine.csv, row 4: basis is empty") == true)
  }

  @Test func bothAreNamedWhereTheyAgree() throws {
    let session = try session("02001,holds,yes,2024,,law,A letter,\n")
    #expect(session.dataset.ownFacts.confirmed == 1)
    #expect(
      OwnWorld.bounds("count counties where basis.holds is \"law+yours\"", session) == [1, 1])
  }

  @Test func whereTheyDifferNothingIsKnown() throws {
    // Birch is no until the end of 2019 and yes from then on.
    let session = try session("01003,holds,no,2018-06-01,2021-03-31,law,A letter,\n")
    let conflict = try #require(session.dataset.ownFacts.conflicts.first)
    #expect(session.dataset.ownFacts.conflicts.count == 1)
    #expect(conflict.place == "Birch County, AA" && conflict.other.contains("Rule 1"))
    #expect(conflict.since == Day(2020, 1, 1) && conflict.until == Day(2021, 3, 31))
    #expect(OwnWorld.bounds("count counties where holds as of 2019", session) == [1, 3])
    #expect(OwnWorld.bounds("count counties where holds as of 2020", session) == [1, 4])
    #expect(OwnWorld.bounds("count counties where holds as of 2022", session) == [2, 4])
    let reason = "count counties where reason.holds contains \"conflict\" as of 2020"
    #expect(OwnWorld.bounds(reason, session) == [1, 1])
  }

  @Test func twoFactsOfOnesOwnMayDiffer() throws {
    let session = try session(
      "01001,holds,no,2024-01-01,,law,A letter,\n01001,holds,yes,2025-01-01,,law,Another,\n")
    #expect(OwnWorld.bounds("count counties where holds as of 2024-12-31", session) == [2, 3])
    #expect(OwnWorld.bounds("count counties where holds", session) == [2, 4])
    let conflict = try #require(session.dataset.ownFacts.conflicts.first)
    #expect(conflict.other == "your fact of row 1 of mine.csv" && conflict.fact.row == 2)
    #expect(conflict.since == Day(2025, 1, 1) && conflict.until == nil)
  }

  @Test func anAnnouncementSpeaksForAYear() throws {
    let session = try session("01001,holds,yes,2023-01-01,,announced,A reply,\n")
    #expect(OwnWorld.bounds("count counties where holds as of 2024-01-01", session) == [3, 4])
    #expect(OwnWorld.bounds("count counties where holds as of 2024-01-02", session) == [2, 4])
  }

  @Test func whereTheQuestionDoesNotAriseNothingChanges() throws {
    let session = try session("02003,holds,yes,2024-01-01,,law,A letter,\n")
    #expect(OwnWorld.bounds("count counties where holds", session) == [2, 4])
    #expect(session.dataset.ownFacts.without == 1 && session.dataset.ownFacts.settled == 0)
  }

  @Test func theHashSaysSo() throws {
    let session = try session("01001,holds,no,2024,,law,A letter,\n")
    #expect(session.dataset.version == "1 + your facts")
    #expect(session.dataset.hash != (try OwnWorld.dataset().hash))
    #expect(session.dataset.sources["yours-1"]?.title == "A letter")
  }

  @Test(arguments: [
    ("Ash,holds,yes,2024,,law,A letter,", "is no county"),
    ("03001,holds,yes,2024,,law,A letter,", "is no county"),
    ("01001,hold,yes,2024,,law,A letter,", "did you mean holds"),
    ("01001,holds,maybe,2024,,law,A letter,", "neither yes nor no"),
    ("01001,holds,unknown,2024,,law,A letter,", "neither yes nor no"),
    ("01001,holds,yes,,,law,A letter,", "from is empty"),
    ("01001,holds,yes,soon,,law,A letter,", "is no date"),
    ("01001,holds,yes,2024,2023,law,A letter,", "ends before it begins"),
    ("01001,holds,yes,2024,,rumour,A letter,", "write one of law, announced"),
    ("01001,holds,yes,2024,,law,,", "source is empty"),
    ("01001,holds,yes,2024", "4 cells"),
  ])
  func aRowThatCannotBeReadRefusesTheFile(_ row: String, _ reason: String) throws {
    let error = #expect(throws: DatasetError.self) { try session(row + "\n") }
    let fault = try #require(error?.faults.first)
    #expect(fault.hasPrefix("mine.csv, row 1: ") && fault.contains(reason), "\(fault)")
  }
}
