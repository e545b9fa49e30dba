// The examples of the manual: each block of code in articles and doc comments stands in here.

import EnforcementData
import Tally
import TallyTesting
import Testing

@Suite struct ManualExamples {
  let data: Dataset
  let day: Day

  init() throws {
    data = try EnforcementData.dataset()
    day = try #require(Day(2026, 1, 31))
  }

  // MARK: Tally, Session, PreparedQuery

  @Test func firstSteps() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let query = try session.prepare("count counties in $place where detainers")
    let texas = try query.figure(["place": "TX"])
    print(texas.low ?? 0, texas.high ?? 0, texas.unknown, texas.base, texas.asOf)
    #expect(try texas.exactly() == 254)
  }

  @Test func session() throws {
    var session = Session(dataset: data)
    let outcome = session.run(Source("count counties"))[0]
    guard case .figure(let figure)? = outcome.answer?.content else {
      Issue.record("no figure")
      return
    }
    #expect(figure.low == 3143 && figure.high == 3143)
  }

  @Test func extending() throws {
    var session = Session(dataset: data)
    let visits = try OwnTable("visits", csv: Array("county,visits\nExample,3\n".utf8))
    try session.extend(by: OwnData(tables: [visits]))
    let total = try session.figure("sum visits of visits").exactly()  // 3
    #expect(total == 3)
    #expect(session.run(Source("count visits"))[0].answer != nil)

    let record = data
    let more = try record.extended(by: OwnData(tables: [visits]))
    #expect(more.hash != record.hash)
  }

  @Test func record() throws {
    var session = Session(dataset: try EnforcementData.dataset())
    #expect(session.run(Source("count counties"))[0].answer?.size == "3,143 counties")
  }

  @Test func preparing() throws {
    let session = Session(dataset: data)
    let query = try session.prepare("count counties in $place where detainers")
    let texas = try query.figure(["place": "TX"])  // 254 of 254
    let utah = try query.figure(["place": "UT"])
    #expect(texas.low == 254 && texas.base == 254)
    #expect(utah.base == 29)
  }

  @Test func shapes() throws {
    let session = Session(dataset: data)
    let held = try session.prepare("count counties where detainers").figure()
    #expect(held.low == 1077 && held.high == 2692)
    #expect(held.unknown == 1615 && held.base == 3143)

    for group in try session.prepare("count counties where detainers by region").groups() {
      print(group["region"] ?? .none, group.figure?.isExact ?? false)
    }
  }

  @Test func rows() throws {
    let session = Session(dataset: data)
    struct County: Decodable {
      var name: String
      var population: Known<Int>
    }
    let query = try session.prepare("list counties in $place | show name, population")
    let counties = try query.rows(["place": "DE"], as: County.self)  // 3 of them
    #expect(counties.count == 3)

    struct Rule: Decodable {
      var name: String
      var detainers: YesNo
    }
    let rows = try session.rows("list counties in DE | show name, detainers")
    let first = try rows[0].decoded(as: Rule.self)
    #expect(counties.map(\.name).contains(first.name))
  }

  @Test func limiting() throws {
    let session = Session(dataset: data)
    do {
      let limits = Limits(steps: 10_000, rows: 500, time: .milliseconds(50))
      let figure = try session.figure("count counties where detainers", limits: limits)
      #expect(figure.low == 1077)
    } catch TallyError.stopped(.time, _) {
      // A machine that is busy may take longer.
    }
  }

  @Test func writing() throws {
    let session = Session(dataset: data)
    print(try session.answer("count counties where detainers").text(.plain))
    let formatted = Session.format("COUNT counties  where detainers;count states")
    #expect(formatted == "count counties where detainers\ncount states\n")
    let pinned = Session.pinned("count counties where detainers", to: "2019")
    #expect(pinned == "count counties as of 2019 where detainers")
    let package = DataPackage(try EnforcementData.dataset())
    #expect(package.files().first?.path == "datapackage.json")
  }

  // MARK: Words of one's own

  @Test func ownWords() throws {
    let decade = ScalarFunction(
      "decade", form: "decade(date)", meaning: "the first year of a date's decade",
      example: "count agreements by decade(signed)",
      kind: .dateToNumber { Double($0.civil.year / 10 * 10) })
    let coverage = Verb(
      "coverage", summary: "how many in each state",
      asking: "count $set by state | sort by count down")
    let language = try Language(
      verbs: Verb.all + [coverage], functions: ScalarFunction.all + [decade])
    let session = Session(dataset: data, language: language)
    let groups = try session.groups("coverage counties where agreement_287g")
    #expect(groups.count > 20)
    #expect(try session.groups("count agreements by decade(signed)").count > 1)
  }

  // MARK: Columns

  @Test func columns() {
    let texts: TextPool = ["Cook", "Doña Ana"]
    #expect(texts[1] == "Doña Ana")
    let numbers: Numbers = [3, 70_000]
    #expect(numbers[1] == 70000)
    let codes: Codes = [0, 2, 1]
    #expect(codes[1] == 2)
  }
}

/// The articles on one's own data, on limits and on tests.
@Suite struct ArticleExamples {
  let day: Day

  init() throws { day = try #require(Day(2026, 1, 31)) }

  /// `Relation(_:rows:linked:)`.
  @Test func towns() throws {
    let towns = try Relation(
      RelationSchema(
        "towns", singular: "town", meaning: "a made-up town", key: "name",
        fields: [
          Field("name", .text, meaning: "its name"),
          Field(
            "people", .number, meaning: "how many live there",
            unit: ("person", "people")),
          Field("has_jail", .answer, meaning: "whether it has a jail"),
        ], shown: ["name", "people"]),
      rows: [["Exampleton", 100, .yes], ["Sampleville", .unknown, .no]])
    let today = day
    let data = try Dataset("import", asOf: today, relations: [towns])
    #expect(try Session(dataset: data).figure("sum people of towns").low == 100)
  }

  private func townsOfDistricts() throws -> Dataset {
    let districts = try Relation(
      RelationSchema(
        "districts", singular: "district", meaning: "a made-up district", key: "name",
        fields: [Field("name", .text, meaning: "its name")], shown: ["name"],
        place: PlaceNaming(name: "name", code: "name")),
      rows: [["North"], ["South"]])
    let towns = try Relation(
      RelationSchema(
        "towns", singular: "town", meaning: "a made-up town", key: "name",
        fields: [
          Field("name", .text, meaning: "its name"),
          Field("district", .link(to: "districts"), meaning: "where it is"),
          Field("has_jail", .answer, meaning: "whether it has a jail"),
        ], shown: ["name", "has_jail"]),
      rows: [
        ["Exampleton", "North", .yes], ["Sampleville", "South", .unknown(reason: "not asked")],
      ],
      linked: [districts])
    let data = try Dataset("towns", asOf: day, relations: [districts, towns])
    let jails = try Session(dataset: data).figure("count towns where has_jail")
    #expect(jails.low == 1 && jails.high == 2)
    return data
  }

  @Test func ownData() throws {
    let data = try townsOfDistricts()
    let bytes = Array("town,visits\nExampleton,3\nSampleville,4\n".utf8)
    var session = Session(dataset: data)
    try session.extend(by: OwnData(tables: [OwnTable("visits", csv: bytes)]))
    let visits = try session.figure("sum visits of visits").exactly()  // 7
    #expect(visits == 7)

    var record = Session(dataset: try EnforcementData.dataset())
    try record.extend(by: OwnData(tables: [OwnTable("visits", csv: bytes)]))
    let both = try record.figure("count visits").exactly()  // 2
    #expect(both == 2)
  }

  @Test func ownTypes() throws {
    let data = try townsOfDistricts()
    struct Town: Decodable {
      var name: String
      var has_jail: YesNo
    }
    let list = try Session(dataset: data).rows("list towns | show name, has_jail", as: Town.self)
    for town in list where town.has_jail != .yes { print(town.name) }
    #expect(list.count == 2)
  }

  @Test func ownWords() throws {
    let data = try townsOfDistricts()
    let language = try Language(
      verbs: Verb.all + [
        Verb("spread", summary: "by district", asking: "count $set by district")
      ],
      functions: ScalarFunction.all + [
        ScalarFunction(
          "initial", form: "initial(text)", meaning: "the first letter",
          example: "list towns | show initial(name)", kind: .textToText { String($0.prefix(1)) })
      ])
    let own = Session(dataset: data, language: language)
    let spread = try own.groups("spread towns where has_jail")
    #expect(spread.map { $0.figure?.low } == [1, 0])
  }

  @Test(arguments: ["list towns", "list twons", "list towns where name is \"x"])
  func limits(typed: String) throws {
    let session = Session(dataset: try townsOfDistricts())
    let limits = Limits(steps: 10_000, rows: 500, time: .milliseconds(50))
    do throws(TallyError) {
      let found = try session.rows(typed, limits: limits)
      print(found.count)
    } catch {
      switch error {
      case .stopped(let limit, _): print(limit)
      case .mistaken(let diagnostics, let source): print(diagnostics.count, source.bytes.count)
      default: print(error)
      }
    }
  }

  @Test func threads() async throws {
    let session = Session(dataset: try townsOfDistricts())
    let typed = "Exampleton\" or yes or name is \""
    let query = try session.prepare("count towns where name is $name")
    let found = try query.figure(["name": .text(typed)])
    #expect(try found.exactly() == 0)
    #expect(try await both(query) == 2)
  }

  private func both(_ query: PreparedQuery) async throws -> Int {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for name in ["Exampleton", "Sampleville"] {
        group.addTask { try query.figure(["name": .text(name)]).exactly() }
      }
      return try await group.reduce(0, +)
    }
    return counts
  }

  @Test func expectations() throws {
    let session = Session(dataset: try townsOfDistricts())
    session.expect("count towns", .exactly(2))
    session.expect("count towns where has_jail", .interval(1...2))
    session.expect("count towns where has_jail is unknown", .atMost(1))
    session.expect("list towns where name is \"Nowhere\"", .noRows)
    session.expect("count twons", .diagnostic("T303"))
  }

  @Test func importIsComplete() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    session.expect("count counties", .exactly(3143))
    session.expect("count counties where detainers is unknown", .atMost(1_700))
  }

  @Test func recorded() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    session.expectRecorded("list counties in DE | show name, detainers", "delaware")
  }

  @Test(arguments: Script.all(in: "Scripts"))
  func script(_ script: Script) throws {
    script.run(in: Session(dataset: try EnforcementData.dataset()))
  }
}
