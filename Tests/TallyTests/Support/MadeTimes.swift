// A made-up record with histories, lists of two days, a register and pairs.

@testable import Tally

/// Counties Ash, Birch and Cedar of the state ZZ, written as tables.
///
/// `alpha` of Ash becomes yes on 2020-01-01 and no on 2022-06-01, of Birch is no, of Cedar becomes
/// yes on 2023-01-01. Offices were listed on 2021-03-01 (Ash, Birch) and 2022-03-01 (Ash, Cedar).
/// Ash and Birch touch.
enum MadeTimes {
  static let latest = Day(2023, 6, 30) ?? Day(number: 0)

  static func dataset() throws -> Dataset {
    var keys: [String: Interner] = [:]
    var relations: [Relation] = []
    for (schema, records) in tables {
      let table = CSVTable(records: records)
      keys[schema.name] = table.keys(column: schema.key)
      relations.append(
        try RelationReader(
          schema: schema, table: table, histories: schema.name == "counties" ? histories : nil,
          targets: keys
        ).relation())
    }
    return try Dataset(
      name: "made-up", version: "0", hash: "00", asOf: latest, relations: relations,
      bases: ["law"])
  }

  private static var histories: Histories? {
    func pieces(_ pieces: [(String?, UInt16)]) -> Timeline? {
      Timeline(
        pieces.map { Timeline.Piece(since: $0.0.flatMap { Period($0)?.first }, ground: $0.1) })
    }
    guard let ash = pieces([(nil, 0), ("2020-01-01", 1), ("2022-06-01", 2)]),
      let birch = pieces([(nil, 2)]), let cedar = pieces([(nil, 0), ("2023-01-01", 1)])
    else { return nil }
    return Histories(
      grounds: [
        Ground(value: .unknown, reason: "not covered"), Ground(value: .yes, basis: "law"),
        Ground(value: .no, basis: "law"),
      ], timelines: ["A": ash, "B": birch, "C": cedar])
  }

  private static func text(_ name: String) -> Field { Field(name, .text, meaning: "made up") }
  private static func link(_ name: String, _ target: String) -> Field {
    Field(name, .link(to: target), meaning: "made up")
  }
  private static func date(_ name: String) -> Field { Field(name, .date, meaning: "made up") }

  private static let tables: [(RelationSchema, [[String]])] = [
    (
      RelationSchema(
        "counties", singular: "county", meaning: "a made-up county", key: "fips", title: "name",
        fields: [
          text("fips"), text("name"), Field("alpha", .answer, meaning: "made up"),
        ],
        links: [
          Link("offices", to: "offices", inverse: "county", isComplete: true, meaning: "made up"),
          Link(
            "neighbors", to: "counties", inverse: "county", through: "pairs", onward: "neighbor",
            isComplete: true, meaning: "made up"),
        ], shown: ["name", "alpha"], place: PlaceNaming(name: "name", code: "fips")),
      [
        ["fips", "name", "alpha"], ["99001", "Ash", "A"], ["99002", "Birch", "B"],
        ["99003", "Cedar", "C"],
      ]
    ),
    (
      RelationSchema(
        "offices", singular: "office", meaning: "a made-up office", key: "id", title: "name",
        fields: [text("id"), text("name"), link("county", "counties"), date("listed")],
        links: [
          Link("desks", to: "desks", inverse: "office", isComplete: true, meaning: "made up")
        ], shown: ["name", "county"], timing: .snapshots(field: "listed")),
      [
        ["id", "name", "county", "listed"], ["o1/2021-03-01", "one", "99001", "2021-03-01"],
        ["o2/2021-03-01", "two", "99002", "2021-03-01"],
        ["o1/2022-03-01", "one", "99001", "2022-03-01"],
        ["o3/2022-03-01", "three", "99003", "2022-03-01"],
      ]
    ),
    (
      RelationSchema(
        "desks", singular: "desk", meaning: "a made-up desk", key: "id",
        fields: [text("id"), link("office", "offices"), date("listed")], shown: ["id", "office"],
        timing: .snapshots(field: "listed")),
      [
        ["id", "office", "listed"], ["d1/2021-03-01", "o2/2021-03-01", "2021-03-01"],
        ["d2/2022-03-01", "o3/2022-03-01", "2022-03-01"],
        ["d3/2022-03-01", "o1/2022-03-01", "2022-03-01"],
      ]
    ),
    (
      RelationSchema(
        "rules", singular: "rule", meaning: "a made-up rule", key: "id",
        fields: [text("id"), date("begins"), date("ended")], shown: ["id"],
        timing: .dated(since: "begins", until: "ended")),
      [["id", "begins", "ended"], ["r1", "2019", "2020"], ["r2", "2021-05-01", ""]]
    ),
    (
      RelationSchema(
        "pairs", singular: "pair", meaning: "made-up counties that touch", key: "id",
        fields: [text("id"), link("county", "counties"), link("neighbor", "counties")],
        shown: ["county", "neighbor"]),
      [["id", "county", "neighbor"], ["p1", "99001", "99002"], ["p2", "99002", "99001"]]
    ),
  ]
}
