// Bytes to records, records to columns, and what does not fit.

import Testing

@testable import Tally

@Suite struct EngineReaderTests {
  private func records(_ text: String) throws -> [[String]] {
    try CSVReader.records(Array(text.utf8))
  }

  @Test func recordsAreRead() throws {
    #expect(try records("") == [])
    #expect(try records("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(try records("a,b\r\n1,2") == [["a", "b"], ["1", "2"]])
    #expect(try records("a,b\n1,") == [["a", "b"], ["1", ""]])
    #expect(try records("a,b\n,\n") == [["a", "b"], ["", ""]])
    #expect(try records("\"a\"\"b\",\"c,d\"\n\"e\nf\",\"\"") == [["a\"b", "c,d"], ["e\nf", ""]])
    #expect(try records("a\n\nb") == [["a"], [""], ["b"]])
    #expect(try records("a\rb") == [["a"], ["b"]])
    #expect(try records("Doña Ana") == [["Doña Ana"]])
  }

  @Test func whatIsNoTableIsRefused() {
    #expect(throws: DatasetError.self) { try records("a,\"b") }
    #expect(throws: DatasetError.self) { try CSVReader.records([0x61, 0x2C, 0xFF]) }
    #expect(throws: DatasetError.self) { try CSVReader.records([0x22, 0xFF, 0x22]) }
    #expect(throws: DatasetError.self) { try records("\"a\"b,c") }
  }

  private static let schema = RelationSchema(
    "samples", singular: "sample", meaning: "a made-up row", key: "id",
    fields: [
      Field("id", .text, meaning: "a key"), Field("alpha", .answer, meaning: "an answer"),
      Field("size", .number, meaning: "a number"), Field("day", .date, meaning: "a date"),
      Field("kind", .category(["one", "two"]), meaning: "a kind"),
      Field("state", .link(to: "states"), meaning: "a state"),
    ], shown: ["id"])

  private static let histories = Timeline([
    Timeline.Piece(since: nil, ground: 0), Timeline.Piece(since: Day(2020, 1, 1), ground: 1),
  ]).flatMap { timeline in
    Histories(
      grounds: [Ground(value: .unknown, reason: "not covered"), Ground(value: .yes, basis: "law")],
      timelines: ["T1": timeline])
  }

  private func read(
    _ cells: [String], header: [String]? = nil, histories: Histories? = nil
  ) throws -> Relation {
    let header = header ?? ["id", "alpha", "size", "day", "kind", "state"]
    return try RelationReader(
      schema: Self.schema, table: CSVTable(records: [header, cells]),
      histories: histories,
      targets: ["states": CSVTable(records: [["code"], ["ZZ"], ["YY"]]).keys(column: "code")]
    ).relation()
  }

  @Test func cellsBecomeValues() throws {
    let relation = try read(["a", "yes", "-1.5", "2020-02", "two", "YY"])
    #expect(relation.columns[2].values == .number(low: [-1.5], high: [-1.5]))
    #expect(
      relation.columns[3].values
        == .date(first: [MadeWorld.number("2020-02-01")], last: [MadeWorld.number("2020-02-29")]))
    #expect(relation.columns[4].values == .text(codes: [1], texts: ["one", "two"]))
    #expect(relation.columns[5].values == .link(rows: [1]))
    for column in relation.columns { #expect(column.unknown.isEmpty && column.none.isEmpty) }
    let missing = try read(["a", "", "unknown", "", "unknown", ""])
    #expect(missing.columns.map { $0.unknown[0] } == [false, true, true, false, true, false])
    #expect(missing.columns.map { $0.none[0] } == [false, false, false, true, false, true])
  }

  @Test func answersMayBeHistories() throws {
    let histories = try #require(Self.histories)
    let column = try read(["a", "T1", "1", "", "", ""], histories: histories).columns[1]
    guard case .history(let codes, let timelines, let grounds) = column.values else {
      Issue.record("no history")
      return
    }
    #expect(codes == [0] && timelines.count == 1)
    let first = try #require(Day(2020, 1, 1))
    #expect(grounds[Int(timelines[0].piece(on: first).ground)].value == .yes)
    let before = Day(number: first.number - 1)
    #expect(grounds[Int(timelines[0].piece(on: before).ground)].value == .unknown)
    #expect(throws: DatasetError.self) {
      try read(["a", "T2", "1", "", "", ""], histories: histories)
    }
  }

  @Test(arguments: [
    (1, "G2", "alpha"), (1, "YES", "alpha"), (2, "x", "size"), (2, "inf", "size"),
    (2, "nan", "size"), (2, " 5", "size"), (3, "2020-13", "day"), (3, "soon", "day"),
    (4, "three", "kind"), (5, "XX", "state"),
  ]) func misfitsNameTheirCell(_ at: Int, _ cell: String, _ field: String) throws {
    var cells = ["a", "yes", "1", "2020", "one", "ZZ"]
    cells[at] = cell
    let error = #expect(throws: DatasetError.self) { try read(cells) }
    let fault = try #require(error?.faults.first)
    #expect(fault.contains("samples.\(field)") && fault.contains("\"\(cell)\""), "\(fault)")
  }

  @Test func missingColumnsAndShortRowsAreNamed() throws {
    let error = #expect(throws: DatasetError.self) {
      try read(["a"], header: ["id"])
    }
    #expect(error?.faults == ["samples: there is no column alpha"])
    let short = #expect(throws: DatasetError.self) { try read(["a", "yes"]) }
    let fault = short?.faults.first ?? ""
    #expect(fault.contains("2 cells"))
  }

  @Test func numbersAreReadAsTheStandardLibraryReadsThem() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<5000 {
      let digits = (0..<1 + random.below(20)).map { _ in String(random.below(10)) }.joined()
      var text = (random.percent(30) ? "-" : "") + digits
      if random.percent(60) {
        text += "." + (0..<1 + random.below(6)).map { _ in String(random.below(10)) }.joined()
      }
      #expect(NumberCell.value(Array(text.utf8)[...]) == Double(text), "\(text)")
    }
    for text in ["", "-", ".", "-.", "1.", "1.2.3", "1,2", "--1", "1e999", "abc"] {
      #expect(
        NumberCell.value(Array(text.utf8)[...]) == Double(text).flatMap { $0.isFinite ? $0 : nil })
    }
  }

  @Test func distinctCellsHaveDistinctCodes() throws {
    var random = SplitMix64(seed: 6)
    let cells = (0..<4000).map { _ in String(random.below(900), radix: 3) }
    let table = CSVTable(records: [["key"]] + cells.map { [$0] })
    let keys = table.keys(column: "key")
    var codes: [String: Int] = [:]
    for (row, cell) in cells.enumerated() {
      let code = try #require(keys.code(of: table.range(row + 1, 0), in: table.arena))
      #expect(codes[cell, default: code] == code && keys.texts[code] == cell)
      codes[cell] = code
    }
    #expect(Set(codes.values).count == codes.count && keys.texts.count == codes.count)
  }
}
