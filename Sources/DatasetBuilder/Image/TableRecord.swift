// The shipped tables as the relations of the record: what the image holds, and is held to.

import EnforcementData
import Tally

/// The record as its tables say it.
struct TableRecord {
  /// The relations with the rows of all dates, in the order of their schemas.
  let relations: [Relation]
  /// The grounds and histories of the answers.
  let histories: Histories
  /// The histories in the order of their keys.
  let timelines: [Tally.Timeline]
  private let numbers: [Tally.Timeline: Int]
  private let tables: [String: CSVTable]

  /// Reads the tables.
  /// - Throws: `DatasetError` with the first cell that does not fit its field.
  init(_ tables: [Table]) throws {
    var read: [String: CSVTable] = [:]
    for table in tables {
      read[table.name] = try CSVReader.table(Array(CSVText.text(table).utf8).span)
    }
    try self.init(read)
  }

  /// Reads tables by the names of their files.
  init(_ tables: [String: CSVTable]) throws {
    self.tables = tables
    let histories = try HistoryTables.histories(
      grounds: Self.table("grounds", tables), timelines: Self.table("timelines", tables))
    self.histories = histories
    timelines = histories.timelines.sorted { $0.key < $1.key }.map(\.value)
    numbers = Dictionary(
      timelines.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var keys: [String: Interner] = [:]
    for schema in Schemas.all {
      keys[schema.name] = try Self.table(of: schema, tables).keys(column: schema.key)
    }
    relations = try Schemas.all.map { schema in
      try RelationReader(
        schema: schema, table: try Self.table(of: schema, tables),
        histories: schema.name == Schemas.counties.name ? histories : nil, targets: keys
      ).relation()
    }
  }

  /// The number of a history.
  func number(of timeline: Tally.Timeline) -> Int { numbers[timeline] ?? 0 }

  private static func table(_ name: String, _ tables: [String: CSVTable]) throws -> CSVTable {
    guard let table = tables[name + ".csv"] else {
      throw DatasetError(faults: ["there is no table \(name)"])
    }
    return table
  }

  private static func table(
    of schema: RelationSchema, _ tables: [String: CSVTable]
  ) throws -> CSVTable {
    let table = try table(schema.name, tables)
    guard schema.name == "facts" else { return table }
    let counties = countiesByState(try Self.table(Schemas.counties.name, tables))
    return table.splitting("source", rest: "other_sources")
      .unnested("counties", named: "county", key: "id") { counties[$0] ?? [$0] }
  }

  /// The counties of each state, for facts that reach them all.
  private static func countiesByState(_ table: CSVTable) -> [String: [String]] {
    guard table.count > 0, let fips = table.texts(0).firstIndex(of: "fips"),
      let state = table.texts(0).firstIndex(of: "state")
    else { return [:] }
    var counties: [String: [String]] = [:]
    for record in 1..<table.count {
      counties[table.text(record, state), default: []].append(table.text(record, fips))
    }
    return counties
  }
}

/// What the record says beside its relations.
extension TableRecord {
  /// The texts of each document: key, title, publisher, publication, place.
  func documents() throws -> [String] {
    try rows("sources").flatMap { row in
      func cell(_ name: String) -> String {
        let text = row[name] ?? ""
        return text == "unknown" ? "" : text
      }
      return TableRecord.parts(
        SourceReference(
          id: row["id"] ?? "", title: cell("title"), publisher: cell("publisher"),
          published: row["published"] == "" ? "undated" : cell("published"),
          place: cell("place")))
    }
  }

  /// The parts of a document as they lie in its text.
  private static func parts(_ document: SourceReference) -> [String] {
    let bytes = Array(document.text.utf8)
    let ends = document.ends
    let places = [0, ends.id, ends.title, ends.publisher, ends.published, bytes.count]
    return zip(places, places.dropFirst()).map { String(decoding: bytes[$0..<$1], as: UTF8.self) }
  }

  /// The texts of each total of the survey: metric, number, key, source.
  func totals() throws -> [String] {
    try rows("figures").filter { $0["document"] == SurveyTotals.document }.flatMap { row in
      ["metric", "value", "id", "source"].map { row[$0] ?? "" }
    }
  }

  private func rows(_ name: String) throws -> [[String: String]] {
    let table = try Self.table(name, tables)
    guard table.count > 0 else { return [] }
    let header = table.texts(0)
    return (1..<table.count).map { record in
      Dictionary(zip(header, table.texts(record)), uniquingKeysWith: { first, _ in first })
    }
  }
}
