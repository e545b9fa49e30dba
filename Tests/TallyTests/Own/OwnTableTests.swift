// Tables of one's own beside a record: links, what no row means, dates, names, hashes.

import Testing

@testable import Tally

@Suite struct OwnTableTests {
  private let link = OwnLink("visits", "fips", to: "counties", "fips")

  @Test func aKeyLeadsToItsRow() throws {
    let own = OwnData(
      tables: [OwnWorld.visits(["01001", "01001", "02001", "", "99999"])], links: [link])
    let session = try OwnWorld.session(own)
    let outcome = try #require(session.dataset.ownLinks.first)
    #expect(outcome.name == "county" && outcome.back == "visits")
    #expect(outcome.found == 3 && outcome.empty == 1 && outcome.lost == 1)
    #expect(outcome.examples == ["99999"] && outcome.padded == 0)
    // Two of five lead to state AA for certain; the two that lead nowhere known may.
    #expect(OwnWorld.bounds("count visits in AA", session) == [2, 4])
    #expect(OwnWorld.bounds("count visits where county.name is \"Ash County\"", session) == [3, 5])
  }

  /// Where one's own table has no row nothing is known, unless it is declared complete.
  @Test func noRowIsNoNo() throws {
    let table = OwnWorld.visits(["01001", "02001"])
    var session = try OwnWorld.session(OwnData(tables: [table], links: [link]))
    #expect(OwnWorld.bounds("count counties with visits", session) == [2, 4])
    #expect(OwnWorld.bounds("count counties without visits", session) == [0, 2])
    var complete = link
    complete.isComplete = true
    session = try OwnWorld.session(OwnData(tables: [table], links: [complete]))
    #expect(OwnWorld.bounds("count counties with visits", session) == [2, 2])
    // A row that could not be read may be the missing one.
    let torn = OwnWorld.visits(["01001", "02001"], unread: 1)
    session = try OwnWorld.session(OwnData(tables: [torn], links: [complete]))
    #expect(OwnWorld.bounds("count counties with visits", session) == [2, 4])
    #expect(session.dataset.ownLinks.first?.isComplete == false)
  }

  @Test func numbersAndShortCodesGetTheirZeros() throws {
    var session = try OwnWorld.session(
      OwnData(tables: [OwnWorld.numbered([1001, 2003, 1001.5])], links: [link]))
    var outcome = try #require(session.dataset.ownLinks.first)
    #expect(outcome.found == 2 && outcome.padded == 2 && outcome.examples == ["1001.5"])
    session = try OwnWorld.session(
      OwnData(tables: [OwnWorld.visits(["1001", "01003"])], links: [link]))
    outcome = try #require(session.dataset.ownLinks.first)
    #expect(outcome.found == 2 && outcome.padded == 1)
  }

  /// What a link leads to is called what the link calls it: site 2 is not the second site.
  @Test func rowsAreCalledWhatTheirLinkCallsThem() throws {
    let visits = try OwnTable("visits", csv: Array("v,site\na,s3\nb,s3\nc,s1\nd,s9\n".utf8))
    let sites = try OwnTable("sites", csv: Array("id,cap\ns3,10\ns1,20\ns2,30\n".utf8))
    let link = OwnLink("visits", "site", to: "sites", "id")
    let session = try OwnWorld.session(OwnData(tables: [sites, visits], links: [link]))
    let name = try #require(session.dataset.ownLinks.first).name
    #expect(OwnWorld.bounds("count visits where \(name) is \"s3\"", session) == [2, 3])
    #expect(OwnWorld.bounds("count visits where \(name).cap is 20", session) == [1, 2])
    #expect(session.dataset.ownLinks.first?.examples == ["s9"])
    var asking = session
    let groups = try #require(
      asking.run(Source("count visits by \(name)")).first?.answer?.text(.csv))
    let lines = groups.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.hasPrefix("s3,2,2,") } && !lines.contains { $0.hasPrefix("1,") })
  }

  /// Names of places lead to them as people write them; Ash is in two states.
  @Test func placesAreNamedAsPeopleDo() throws {
    let keys = [
      "Ash, AA", " ash county , BB ", "Dogwood", "birch county", "02003", "Ash", "Elm", "",
    ]
    let link = OwnLink("visits", "fips", to: "counties", "name")
    let session = try OwnWorld.session(OwnData(tables: [OwnWorld.visits(keys)], links: [link]))
    let outcome = try #require(session.dataset.ownLinks.first)
    #expect(outcome.found == 5 && outcome.lost == 2 && outcome.empty == 1)
    #expect(outcome.examples == ["Ash", "Elm"])
    #expect(OwnWorld.bounds("count visits where county is \"Ash, AA\"", session) == [1, 4])
    #expect(OwnWorld.bounds("count visits where county is #02001", session) == [1, 4])
    #expect(OwnWorld.bounds("count visits where county is \"Dogwood, BB\"", session) == [2, 5])
    #expect(OwnWorld.bounds("count visits in AA", session) == [2, 5])
    let codes = try OwnWorld.session(
      OwnData(
        tables: [OwnWorld.visits([" 01001", "Ash, AA"])],
        links: [OwnLink("visits", "fips", to: "counties", "fips")]))
    #expect(codes.dataset.ownLinks.first?.found == 2)
    // States lie in no other place.
    let states = try OwnWorld.session(
      OwnData(
        tables: [OwnWorld.visits(["AA, USA", "aa"])],
        links: [OwnLink("visits", "fips", to: "states", "code")]))
    #expect(states.dataset.ownLinks.first?.found == 1)
  }

  /// Whole numbers are keys too, and stay numbers: site 3 is the first site.
  @Test func wholeNumbersAreKeys() throws {
    let visits = try OwnTable("visits", csv: Array("v,site\na,3\nb,3\nc,1\nd,9\n".utf8))
    let sites = try OwnTable("sites", csv: Array("id,cap\n3,10\n1,20\n2,30\n".utf8))
    let link = OwnLink("visits", "site", to: "sites", "id")
    let session = try OwnWorld.session(OwnData(tables: [sites, visits], links: [link]))
    let outcome = try #require(session.dataset.ownLinks.first)
    #expect(outcome.found == 3 && outcome.examples == ["9"])
    #expect(OwnWorld.bounds("count visits where \(outcome.name) is \"3\"", session) == [2, 3])
    #expect(OwnWorld.bounds("count visits where \(outcome.name) is 3", session) == [2, 3])
    #expect(OwnWorld.bounds("count visits where \(outcome.name).cap is 20", session) == [1, 2])
    #expect(OwnWorld.bounds("count sites where id is 3 and cap is 10", session) == [1, 1])
    #expect(OwnWorld.bounds("count sites where id > 1 and cap is 10", session) == [1, 1])
    #expect(OwnWorld.bounds("max id of sites", session) == [3, 3])
    #expect(OwnWorld.bounds("count sites with visits", session) == [2, 3])
  }

  /// A table may link to itself, by numbers too: b and c are a's.
  @Test(arguments: ["a,,b,a,c,a", "1,,2,1,3,1"])
  func aTableLinksToItself(_ text: String) throws {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let lines = stride(from: 0, to: 6, by: 2).map { parts[$0] + "," + parts[$0 + 1] + ",5\n" }
    let people = try OwnTable("people", csv: Array(("id,boss,pay\n" + lines.joined()).utf8))
    let link = OwnLink("people", "boss", to: "people", "id", name: "chief", isComplete: true)
    let session = try OwnWorld.session(OwnData(tables: [people], links: [link]))
    #expect(OwnWorld.bounds("count people where chief is known", session) == [2, 2])
    #expect(OwnWorld.bounds("count people where chief is \(parts[0])", session) == [2, 3])
  }

  @Test(arguments: [
    ("id,cap\n1.5,10\n1,20\n", "not whole"), ("id,cap\n-1,10\n1,20\n", "not whole"),
    ("id,cap\n1,10\n1,20\n", "several rows"), ("cap\n10\n20\n", "no other file can name"),
  ])
  func otherNumbersAreNoKeys(_ text: String, _ reason: String) throws {
    let visits = try OwnTable("visits", csv: Array("v,site\na,1\nb,2\n".utf8))
    let sites = try OwnTable("sites", csv: Array(text.utf8))
    let link = OwnLink("visits", "site", to: "sites", text.hasPrefix("id") ? "id" : "row")
    let error = #expect(throws: DatasetError.self) {
      _ = try OwnWorld.session(OwnData(tables: [sites, visits], links: [link]))
    }
    #expect(error?.faults.first?.contains(reason) == true)
  }

  /// Rows with two links to counties are in two of them.
  @Test func aPlaceOfTwoLinksIsRefused() throws {
    let bytes = Array("v,home,away\na,01001,01003\nb,01003,02001\n".utf8)
    let links = [
      OwnLink("visits", "home", to: "counties", "fips", name: "home_county"),
      OwnLink("visits", "away", to: "counties", "fips", name: "away_county"),
    ]
    var session = try OwnWorld.session(
      OwnData(tables: [try OwnTable("visits", csv: bytes)], links: links))
    let codes = session.run(Source("count visits in AA")).flatMap(\.diagnostics).map(\.code)
    #expect(codes == ["T309"])
    #expect(OwnWorld.bounds("count visits where home_county.state is AA", session) == [2, 2])
    #expect(OwnWorld.bounds("count visits where away_county.state is AA", session) == [1, 1])
  }

  /// A year and a code are names: they have no separators, and nothing is said of their sign.
  @Test func yearsAndCodesAreWrittenAsNames() throws {
    let bytes = Array("fiscal year,site id,n\n2019,12001,1500\n2020,,2500\n".utf8)
    var session = try OwnWorld.session(OwnData(tables: [try OwnTable("visits", csv: bytes)]))
    func text(_ question: String) throws -> String {
      let answer = try #require(session.run(Source(question)).first?.answer)
      return answer.text(.plain)
    }
    let rows = try text("list visits").split(separator: "\n")
    #expect(rows.contains { $0.contains("2019") && $0.contains("12001") && $0.contains("1,500") })
    #expect(try text("max fiscal_year of visits").hasPrefix("2020 "))
    #expect(try text("sum n of visits by fiscal_year").contains("2020"))
    let sum = try session.figure("sum site_id of visits")
    #expect(sum.low == nil && sum.high == nil)
  }

  @Test func noDateOfTheRecordIsClaimed() throws {
    let own = OwnData(tables: [OwnWorld.visits(["01001"])], links: [link])
    var session = try OwnWorld.session(own)
    func answer(_ question: String) throws -> Answer {
      try #require(session.run(Source(question)).first?.answer)
    }
    let alone = try answer("count visits")
    #expect(alone.provenance.asOf == .unstated && alone.json.compact.contains("\"as_of\":null"))
    #expect(alone.provenance.sources.map(\.title) == ["visits.csv"])
    // The date of the session is nobody's word about these rows.
    #expect(session.setAsOf("2020") == nil)
    let usual = try answer("count visits")
    #expect(usual.notes.contains { $0.contains("as of chooses none of them") })
    #expect(session.setAsOf("latest") == nil)
    let both = try answer("count visits where county.holds")
    #expect(both.provenance.asOf == AnswerDate(OwnWorld.day))
    #expect(both.notes.contains { $0.contains("state no date") })
  }

  /// The same rows would stand under every date.
  @Test(arguments: [
    "count visits as of 2020", "list visits as of 2020", "compare count visits from 2019 to 2020",
    "count visits by fips across years 2019, 2020", "count (visits as of 2020) where fips is \"1\"",
  ])
  func noDateIsChosenOfRowsWithoutOne(question: String) throws {
    let own = OwnData(tables: [OwnWorld.visits(["01001"])], links: [link])
    var session = try OwnWorld.session(own)
    let outcome = try #require(session.run(Source(question)).first)
    #expect(outcome.diagnostics.map(\.code) == ["T508"] && outcome.answer == nil)
    let known = session.run(Source("count visits as of 2026 where county.holds")).first
    #expect(known?.answer != nil)
  }

  /// 7 is known of the two values: what the other is may go either way.
  @Test func noEndIsProvenOfASumThatLacksAValue() throws {
    let rows = [["a", "3", "x"], ["b", "", "x"], ["c", "4", "y"]]
    let bytes = Array(
      ([["name", "n", "kind"]] + rows).map { $0.joined(separator: ",") + "\n" }
        .joined().utf8)
    let session = try OwnWorld.session(OwnData(tables: [try OwnTable("visits", csv: bytes)]))
    let sum = try session.figure("sum n of visits")
    #expect(sum.low == nil && sum.high == nil && sum.openLow == 7 && sum.openHigh == 7)
    #expect(sum.known == 2 && sum.knownOf == 3)
    #expect(throws: TallyError.onlyKnown(7, known: 2, of: 3)) { try sum.exactly() }
    #expect(try session.figure("sum n of visits where n is known").exactly() == 7)
    #expect(try session.figure("sum n of visits where kind is \"y\"").exactly() == 4)
    let none = try session.figure("sum n of visits where name is \"b\"")
    #expect(none.low == nil && none.high == nil && none.known == 0)
    // A row that may belong adds its value or not, and the one without a value anything.
    let perhaps = try session.figure("sum n of visits where n > 3")
    #expect(perhaps.low == nil && perhaps.openLow == 4 && perhaps.openHigh == 4)
    // A table shows beside each what its known values make, and CSV has it in columns of its own.
    var asking = session
    let table = try #require(asking.run(Source("sum n of visits by kind")).first?.answer)
    #expect(table.text(.plain).contains("unknown (3 of the known)"))
    let lines = table.text(.csv).split(whereSeparator: \.isNewline)
    #expect(lines.first?.contains("known,known_of,open_low,open_high,") == true)
    #expect(lines.contains { $0.hasPrefix("x,unknown,unknown,0,2,1,2,3,3,") })
    // Groups compare as unknown: none is above 5 for certain, and that of x may be.
    let kept = try session.groups(
      "table visits by kind with sum n named s, count named c | keep s > 5")
    #expect(kept.isEmpty && kept.possibleMore == 1)
  }

  @Test func everyAnswerSaysThatRowsAreMissing() throws {
    let own = OwnData(tables: [OwnWorld.visits(["01001"], unread: 3)], links: [link])
    var session = try OwnWorld.session(own)
    let questions = [
      "count visits", "list visits", "count visits by county.state", "count counties with visits",
      "list visits | show county.name", "why count visits where county.holds", "cite count visits",
      "compare count visits in AA against visits in BB",
    ]
    for question in questions {
      let answer = try #require(session.run(Source(question)).first?.answer, "\(question)")
      #expect(answer.notes.contains { $0.hasPrefix("3 rows of visits.csv") }, "\(question)")
    }
  }

  @Test func hashAndVersionTellThatTheDatasetGrew() throws {
    let base = try OwnWorld.dataset()
    let own = OwnData(tables: [OwnWorld.visits(["01001"])])
    let more = try base.extended(by: own)
    #expect(more.version == "1 + visits" && more.hash != base.hash)
    var other = own
    other.tables[0].fingerprint = "sha256 2"
    #expect(try base.extended(by: other).hash != more.hash)
    other = own
    other.links = [link]
    #expect(try base.extended(by: other).hash != more.hash)
    #expect(try base.extended(by: OwnData()).hash == base.hash)
  }

  @Test(arguments: ["counties", "county", "where", "count", "list", "define", "round", "Visits"])
  func aNameThatIsTakenIsRefused(_ name: String) throws {
    var table = OwnWorld.visits(["01001"])
    var schema = table.relation.schema
    schema.name = name
    table.relation = table.relation.described(by: schema)
    var session = Session(dataset: try OwnWorld.dataset())
    let error = #expect(throws: DatasetError.self) {
      try session.extend(by: OwnData(tables: [table]))
    }
    #expect(error?.faults.first?.contains("my_\(name)=PATH") == true)
    #expect(session.dataset.own.isEmpty)
  }

  @Test func aDefinitionKeepsItsName() throws {
    var session = Session(dataset: try OwnWorld.dataset())
    _ = session.run(Source("define visits as counties in AA"))
    #expect(throws: DatasetError.self) {
      try session.extend(by: OwnData(tables: [OwnWorld.visits(["01001"])]))
    }
    #expect(OwnWorld.bounds("count visits", session) == [2, 2])
  }

  @Test func linksAreReadAsTheyAreWritten() throws {
    let text = "visits.fips to counties.fips as place complete"
    let read = try OwnLink(text)
    #expect(read.name == "place" && read.isComplete && read.text == text)
    #expect(try OwnLink("A.b to C.d") == OwnLink("a", "b", to: "c", "d"))
    for wrong in [
      "", "visits to counties", "a.b to c", "a.b to c.d as", "a.b to c.d now", "a.b c.d",
    ] {
      #expect(throws: DatasetError.self) { try OwnLink(wrong) }
    }
  }

  @Test func aLinkThatCannotBeMadeSaysWhy() throws {
    let tables = [OwnWorld.visits(["01001"])]
    let wrong: [(String, String)] = [
      ("visits.fps to counties.fips", "did you mean fips"),
      ("visit.fips to counties.fips", "did you mean visits"),
      ("visits.fips to conties.fips", "did you mean counties"),
      ("visits.fips to counties.state", "is not text"),
      ("visits.fips to counties.fips as fips", "another name"),
    ]
    for (text, reason) in wrong {
      let error = #expect(throws: DatasetError.self) {
        try OwnWorld.session(OwnData(tables: tables, links: [try OwnLink(text)]))
      }
      #expect(error?.faults.first?.contains(reason) == true, "\(text): \(error?.faults ?? [])")
    }
  }
}
