// Datasets of the programmer's own rows, and two of them side by side.

import EnforcementData
import Tally
import Testing

@Suite struct OwnRowsTests {
  @Test func `two datasets do not know of each other`() throws {
    let one = Session(dataset: try Towns.dataset("one"))
    let other = Session(dataset: try Towns.dataset("other", rows: Array(Towns.rows.prefix(2))))
    #expect(try one.figure("count towns").exactly() == 5)
    #expect(try other.figure("count towns").exactly() == 2)
    #expect(try one.answer("count towns").provenance.dataset == "one")
    #expect(throws: TallyError.self) { try one.prepare("count counties") }
    let record = Session(dataset: try EnforcementData.dataset())
    #expect(try record.figure("count counties").exactly() == 3143)
  }

  @Test func `other rows have another hash`() throws {
    let hash = try Towns.dataset().hash
    let again = try Towns.dataset().hash
    #expect(hash == again)
    var rows = Towns.rows
    rows[2][5] = .unknown
    let other = try Towns.dataset(rows: rows).hash
    #expect(hash != other)
    rows = Towns.rows
    rows[0][2] = 101
    let third = try Towns.dataset(rows: rows).hash
    #expect(hash != third)
  }

  @Test func `texts that run into each other have another hash`() throws {
    func hash(_ names: [String]) throws -> String {
      let relation = try Relation(Towns.districts, rows: names.map { [.text($0)] })
      return try Dataset("d", asOf: Towns.day, relations: [relation]).hash
    }
    let (one, other) = (try hash(["p\n\"q", "r"]), try hash(["p", "q\n\"r"]))
    #expect(one != other)
    let (known, unknown) = (try hash(["unknown", "a"]), try hash(["unknown", "b"]))
    #expect(known != unknown)
  }

  @Test func `an answer that does not apply says so`() throws {
    var rows = Towns.rows
    rows[2][5] = .none
    let session = Session(dataset: try Towns.dataset(rows: rows))
    let fakeburg = try session.rows("list towns where name is \"Fakeburg\" | show jail")
    #expect(fakeburg[0]["jail"]?.yesNo == .unknown(reason: "does not apply"))
  }

  @Test func `values that do not fit are all named`() throws {
    let districts = try Relation(Towns.districts, rows: [["North"]])
    let rows: [[RowValue]] = [
      [3, "East", "many", "1950", "harbour", 1],
      [.none, "North", .range(9, 3), .date(Towns.period("1950")), "port", .yes],
    ]
    let error = try #require(throws: DatasetError.self) {
      try Relation(Towns.towns, rows: rows, linked: [districts])
    }
    #expect(error.faults.count == 7)
    let short = try #require(throws: DatasetError.self) {
      try Relation(Towns.districts, rows: [["North", "x"], []])
    }
    #expect(short.faults.count == 2)
    #expect(throws: DatasetError.self) { try Relation(Towns.towns, rows: Towns.rows) }
  }

  /// A name that the language cannot say could never be asked for.
  @Test(arguments: [("towns", "My Field"), ("My Towns", "name2"), ("towns", ""), ("where", "x")])
  func `a name that cannot be said is refused`(relation: String, field: String) throws {
    let schema = RelationSchema(
      relation, singular: "thing", meaning: "a made-up thing", key: "name",
      fields: [
        Field("name", .text, meaning: "its name"), Field(field, .number, meaning: "a number"),
      ], shown: ["name"])
    let things = try Relation(schema, rows: [["Exampleton", 1]])
    #expect(throws: DatasetError.self) {
      try Dataset("import", asOf: Towns.day, relations: [things])
    }
  }

  @Test func `a range is an interval`() throws {
    let districts = try Relation(Towns.districts, rows: [["North"]])
    let rows: [[RowValue]] = [
      ["Exampleton", "North", .range(10, 20), .none, "port", .yes],
      ["Sampleville", "North", 5, .none, "port", .yes],
    ]
    let data = try Dataset(
      "towns", asOf: Towns.day,
      relations: [districts, Relation(Towns.towns, rows: rows, linked: [districts])])
    let sum = try Session(dataset: data).figure("sum people of towns")
    #expect(sum.low == 15)
    #expect(sum.high == 25)
  }

  @Test func `bytes of a file become a table`() throws {
    let bytes = Array("town,visits\nExampleton,3\nFakeburg,4\n".utf8)
    var session = try Towns.session()
    try session.extend(by: OwnData(tables: [OwnTable("visits", csv: bytes)]))
    #expect(try session.figure("sum visits of visits").exactly() == 7)
    var alone = Session(dataset: try Dataset("nothing", asOf: Towns.day))
    try alone.extend(by: OwnData(tables: [OwnTable("visits", csv: bytes)]))
    #expect(try alone.figure("count visits where visits > 3").exactly() == 1)
  }

  /// Each place in texts of one to four bytes a character, against Swift's own views.
  @Test func `places are told in UTF-16 too`() {
    for text in ["count towns", "é日本 x", "🏛️ towns 🏛", ""] {
      let source = Source(text)
      let places = text.indices + [text.endIndex]
      for (number, start) in places.enumerated() {
        for end in places[number...] {
          let span = Span(
            text.utf8.distance(from: text.startIndex, to: start),
            text.utf8.distance(from: text.startIndex, to: end))
          let from = text.utf16.distance(from: text.startIndex, to: start)
          let to = text.utf16.distance(from: text.startIndex, to: end)
          #expect(source.utf16Range(span) == from..<to)
        }
      }
      #expect(source.utf16Range(Span(-3, 99)) == 0..<text.utf16.count)
    }
  }

  @Test func `a question in other words`() throws {
    let session = try Towns.session()
    #expect(try session.explain("count towns where jail").contains("towns"))
    #expect(try session.sql("count towns where jail").uppercased().contains("SELECT"))
    #expect(try session.why("count towns where jail").figure.low == 2)
    #expect(throws: TallyError.self) { try session.sql("count twons") }
    #expect(try session.answer("count towns").text(.csv).contains("5"))
  }
}
