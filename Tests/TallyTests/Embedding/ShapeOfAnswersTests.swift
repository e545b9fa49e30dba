// Answers by their shape, and rows in types of the caller.

import EnforcementData
import Tally
import Testing

@Suite struct ShapeOfAnswersTests {
  @Test func `a figure has its bounds, its base and its date`() throws {
    let found = try Towns.session().figure("count towns where jail")
    #expect(found.low == 2)
    #expect(found.high == 4)
    #expect(found.unknown == 2)
    #expect(found.base == 5)
    #expect(found.asOf == AnswerDate(Towns.day))
    #expect(found.query == "count towns where jail")
  }

  @Test func `an interval is no whole number`() throws {
    let session = try Towns.session()
    #expect(try session.figure("count towns where jail is unknown").exactly() == 2)
    #expect(try session.figure("count towns where certainly jail").exactly() == 2)
    #expect(throws: TallyError.interval(low: 2, high: 4, unknown: 2)) {
      try session.figure("count towns where jail").exactly()
    }
    #expect(throws: TallyError.notWhole(23.75)) {
      try session.figure("average people of towns where certainly people < 50").exactly()
    }
  }

  @Test func `a share is a fraction, and a number is no share`() throws {
    let session = try Towns.session()
    let share = try session.share("share where jail among towns in North")
    #expect(try share.exactValue() == 1)
    let error = #expect(throws: TallyError.self) { try session.share("count towns") }
    #expect(
      error == .shape(wanted: "one share", found: "one number", query: "count towns"))
    #expect(throws: TallyError.self) { try session.figure("list towns") }
    #expect(throws: TallyError.self) { try session.rows("count towns by kind") }
    #expect(throws: TallyError.self) { try session.groups("list towns") }
  }

  @Test func `groups have keys and figures`() throws {
    let groups = try Towns.session().groups("count towns where jail by district")
    #expect(groups.columns == ["district", "count"])
    #expect(groups.map { $0["district"] } == [.text("North"), .text("South")])
    #expect(groups.map { $0.figure?.low } == [2, 0])
    #expect(groups.map { $0.figure("count")?.high } == [2, 2])
  }

  @Test func `rows keep unknown and none apart`() throws {
    let rows = try Towns.session().rows(
      "list towns | show name, people, founded, jail | sort by name")
    #expect(rows.map { $0["name"] }.contains(.text("Dummy\"port\"")))
    let mockford = try #require(rows.first { $0["name"] == .text("Mockford") })
    #expect(mockford["people"] == .unknown(nil))
    #expect(mockford["jail"]?.yesNo == .unknown(reason: "not asked"))
    let fakeburg = try #require(rows.first { $0["name"] == .text("Fakeburg") })
    #expect(fakeburg["founded"] == Cell.none)
    #expect(fakeburg["jail"]?.yesNo == .no)
    #expect(fakeburg["nothing"] == nil)
  }

  @Test func `rows become values of the caller's type`() throws {
    struct Town: Decodable, Equatable, Sendable {
      var name: String
      var people: Known<Double>
      var founded: Known<Period>
      var jail: YesNo
    }
    let towns = try Towns.session().rows(
      "list towns | show name, people, founded, jail", as: Town.self)
    #expect(
      towns.content == [
        Town(
          name: "Exampleton", people: .value(100), founded: .value(Towns.period("1901-05-02")),
          jail: .yes),
        Town(
          name: "Sampleville", people: .value(250), founded: .value(Towns.period("1950")),
          jail: .yes),
        Town(name: "Fakeburg", people: .value(40), founded: .none, jail: .no),
        Town(
          name: "Mockford", people: .unknown(reason: nil), founded: .unknown(reason: nil),
          jail: .unknown(reason: "not asked")),
        Town(
          name: "Dummy\"port\"", people: .value(7.5), founded: .value(Towns.period("1999-12")),
          jail: .unknown(reason: nil)),
      ])
  }

  @Test func `groups become values of the caller's type`() throws {
    struct Count: Decodable, Equatable, Sendable {
      var kind: String
      var count: Int
    }
    let counts = try Towns.session().rows("count towns by kind", as: Count.self)
    #expect(Set(counts.map { "\($0.kind) \($0.count)" }) == ["port 3", "market 2"])
  }

  /// A cell and the type that it does not fit: which column, and what is said of it.
  @Test(arguments: [
    ("jail", "Bool", "YesNo"), ("people", "Double", "Known"), ("founded", "String", "optional"),
    ("people", "Int", "Known"), ("name", "Int", "the text"), ("missing", "Int", "| show"),
    ("name", "[Int]", "no list"),
  ])
  func `what does not fit says where`(column: String, type: String, word: String) throws {
    let rows = try Towns.session().rows("list towns | show name, people, founded, jail")
    let error = try #require(throws: TallyError.self) { try Misfit.decode(rows, column, type) }
    guard case .decoding(let path, let place, let problem) = error else {
      Issue.record("another error: \(error)")
      return
    }
    #expect(path.hasPrefix("row "))
    #expect(place == column)
    #expect(problem.contains(word), "\(problem)")
  }

  /// Two of three values are known: their sum is not the sum.
  @Test func `a measure of known values alone is no number by itself`() throws {
    let schema = RelationSchema(
      "marks", singular: "mark", meaning: "a made-up mark", key: "name",
      fields: [
        Field("name", .text, meaning: "its name"), Field("change", .number, meaning: "a change"),
      ], shown: ["name"])
    let marks = try Relation(schema, rows: [["a", -5], ["b", .unknown], ["c", 3]])
    let session = Session(dataset: try Dataset("marks", asOf: Towns.day, relations: [marks]))
    #expect(throws: TallyError.onlyKnown(-2, known: 2, of: 3)) {
      try session.figure("sum change of marks").exactly()
    }
  }

  @Test func `a column that is not in the answer is no nil`() throws {
    struct Town: Decodable, Sendable { var founded: String? }
    let error = #expect(throws: TallyError.self) {
      try Towns.session().rows("list towns | show name", as: Town.self)
    }
    #expect(error?.description.contains("founded") == true)
  }

  @Test func `none is nil in an optional, and unknown is not`() throws {
    struct Town: Decodable, Sendable { var founded: String? }
    let session = try Towns.session()
    let known = try session.rows(
      "list towns where founded is not unknown or name is \"Fakeburg\" | show founded",
      as: Town.self)
    #expect(known.contains { $0.founded == nil })
    #expect(throws: TallyError.self) {
      try session.rows("list towns | show founded", as: Town.self)
    }
  }

  @Test func `the record's figures are those that Python counts`() throws {
    let session = Session(dataset: try EnforcementData.dataset())
    let agreements = try session.figure("count counties where agreement_287g")
    #expect(agreements.low == 778)
    #expect(agreements.unknown == 110)
    #expect(agreements.base == 3143)
    #expect(try session.figure("count counties where detainers is unknown").exactly() == 1615)
    #expect(!agreements.sources.isEmpty)
  }
}

/// Decodes one column into one type.
private enum Misfit {
  struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  @TaskLocal static var column = ""

  struct One<Value: Decodable & Sendable>: Decodable, Sendable {
    let value: Value
    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      value = try container.decode(Value.self, forKey: Key(stringValue: Misfit.column))
    }
  }

  static func decode(_ rows: Found<Rows>, _ name: String, _ type: String) throws {
    try $column.withValue(name) {
      for row in rows {
        switch type {
        case "Bool": _ = try row.decoded(as: One<Bool>.self)
        case "Double": _ = try row.decoded(as: One<Double>.self)
        case "Int": _ = try row.decoded(as: One<Int>.self)
        case "[Int]": _ = try row.decoded(as: One<[Int]>.self)
        default: _ = try row.decoded(as: One<String>.self)
        }
      }
    }
  }
}
