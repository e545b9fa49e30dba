// Made-up towns for the tests of embedding: few enough to count by hand.

import Tally

/// Five towns in two districts. Exampleton and Sampleville have a jail, Fakeburg has none, and of
/// Mockford and Dummyport nobody knows.
enum Towns {
  static let day = Day(2024, 6, 30) ?? Day(number: 0)

  static let districts = RelationSchema(
    "districts", singular: "district", meaning: "a made-up district", key: "name",
    fields: [Field("name", .text, meaning: "its name")], shown: ["name"],
    place: PlaceNaming(name: "name", code: "name"))

  static let towns = RelationSchema(
    "towns", singular: "town", meaning: "a made-up town", key: "name",
    fields: [
      Field("name", .text, meaning: "its name"),
      Field("district", .link(to: "districts"), meaning: "where it is"),
      Field("people", .number, meaning: "how many live there", unit: ("person", "people")),
      Field("founded", .date, meaning: "when it was founded"),
      Field("kind", .category(["port", "market"]), meaning: "what it lives on"),
      Field("jail", .answer, meaning: "whether it has a jail"),
    ], shown: ["name", "people"])

  static let rows: [[RowValue]] = [
    ["Exampleton", "North", 100, .date(period("1901-05-02")), "market", .yes],
    ["Sampleville", "North", 250, .date(period("1950")), "port", .yes],
    ["Fakeburg", "South", 40, .none, "market", .no],
    ["Mockford", "South", .unknown, .unknown, "port", .unknown(reason: "not asked")],
    ["Dummy\"port\"", "South", 7.5, .date(period("1999-12")), "port", .unknown],
  ]

  static func period(_ text: String) -> Period { Period(text) ?? Period(day) }

  static func dataset(_ name: String = "towns", rows: [[RowValue]] = rows) throws -> Dataset {
    let districts = try Relation(districts, rows: [["North"], ["South"]])
    return try Dataset(
      name, asOf: day,
      relations: [districts, Relation(towns, rows: rows, linked: [districts])])
  }

  static func session() throws -> Session { Session(dataset: try dataset()) }
}
