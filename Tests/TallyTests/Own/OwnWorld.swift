// A small record of made-up places, for tests of what users add to one.

@testable import Tally

/// Four counties of two states, with one answer that changes.
enum OwnWorld {
  static let day = Day(2026, 1, 1) ?? Day(number: 0)

  static func states() -> Relation {
    Relation(
      schema: RelationSchema(
        "states", singular: "state", meaning: "a state", key: "code",
        fields: [
          Field("code", .text, meaning: "its code"), Field("name", .text, meaning: "its name"),
        ], shown: ["code"], place: PlaceNaming(name: "name", code: "code")),
      count: 2,
      columns: [
        text(["AA", "BB"]), text(["Aland", "Beland"]),
      ])
  }

  /// Ash is unknown throughout; Birch is no, then yes from 2020; Cedar is yes; Dogwood has no jail.
  static func counties() -> Relation {
    let grounds = [
      Ground(value: .unknown, reason: "no rule found"),
      Ground(value: .yes, basis: "law", confidence: "high", detail: "Rule 1"),
      Ground(value: .no, basis: "law", confidence: "high", detail: "Rule 0"),
      Ground(value: .unknown, reason: "no county jail"),
    ]
    let timelines = [
      Timeline([.init(since: nil, ground: 0)]),
      Timeline([.init(since: nil, ground: 2), .init(since: Day(2020, 1, 1), ground: 1)]),
      Timeline([.init(since: nil, ground: 1)]),
      Timeline([.init(since: nil, ground: 3)]),
    ].compactMap(\.self)
    return Relation(
      schema: RelationSchema(
        "counties", singular: "county", meaning: "a county", key: "fips", title: "name",
        within: "state",
        fields: [
          Field("fips", .text, meaning: "its code"), Field("name", .text, meaning: "its name"),
          Field("state", .link(to: "states"), meaning: "its state"),
          Field("holds", .answer, meaning: "holds people", notSettledFor: ["no county jail"]),
        ], shown: ["name", "holds"],
        place: PlaceNaming(name: "name", code: "fips", within: "state", suffixes: ["County"])),
      count: 4,
      columns: [
        text(["01001", "01003", "02001", "02003"]),
        text(["Ash County", "Birch County", "Ash County", "Dogwood County"]),
        Column(.link(rows: [0, 0, 1, 1]), count: 4),
        Column(.history(codes: [0, 1, 2, 3], timelines: timelines, grounds: grounds), count: 4),
      ])
  }

  static func dataset() throws -> Dataset {
    try Dataset(
      name: "made up", version: "1", hash: "0", asOf: day, relations: [states(), counties()],
      bases: ["law", "announced"])
  }

  /// A table of visits with the given keys; an empty one is unknown.
  static func visits(_ keys: [String], unread: Int = 0) -> OwnTable {
    let column = Column(
      text(keys).values, unknown: Bitmap(count: keys.count) { keys[$0].isEmpty },
      none: Bitmap(count: keys.count))
    return table([(Field("fips", .text, meaning: "a key"), column)], keys.count, unread)
  }

  /// The same with numbers for keys.
  static func numbered(_ keys: [Double]) -> OwnTable {
    let numbers = Numbers(keys)
    return table(
      [
        (
          Field("fips", .number, meaning: "a key"),
          Column(.number(low: numbers, high: numbers), count: keys.count)
        )
      ], keys.count, 0)
  }

  private static func table(
    _ columns: [(field: Field, column: Column)], _ count: Int, _ unread: Int
  ) -> OwnTable {
    OwnTable(
      relation: Relation(
        schema: RelationSchema(
          "visits", singular: "visit", meaning: "", key: "", fields: columns.map(\.field),
          shown: columns.map(\.field.name)),
        count: count, columns: columns.map(\.column)),
      file: "visits.csv", fingerprint: "sha256 1", unread: unread)
  }

  static func text(_ texts: [String]) -> Column {
    Column(.text(codes: Codes(texts.indices), texts: TextPool(texts)), count: texts.count)
  }

  /// A session with what a user adds.
  static func session(_ own: OwnData) throws -> Session {
    var session = Session(dataset: try dataset())
    try session.extend(by: own)
    return session
  }

  /// The one figure that a question has: its bounds.
  static func bounds(_ question: String, _ session: Session) -> [Double?] {
    var session = session
    guard case .figure(let figure)? = session.run(Source(question)).first?.answer?.content else {
      return []
    }
    return [figure.low, figure.high]
  }
}
