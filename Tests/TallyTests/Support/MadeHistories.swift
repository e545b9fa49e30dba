// A few made-up counties whose two answers have random histories: small enough to try every way.

@testable import Tally

/// Counties with the answers `alpha` and `beta`, each known or not on each of two days.
struct MadeHistories {
  /// The two days that are asked, as periods.
  static let days = ["2019", "2021"]
  /// The fields.
  static let fields = ["alpha", "beta"]

  /// For each day, county and field its answer.
  let values: [[[Truth]]]
  let dataset: Dataset

  /// - Parameter counties: how many there are.
  init(counties: Int, _ random: inout SplitMix64) throws {
    var made: [[[Truth]]] = []
    for _ in Self.days {
      made.append(
        (0..<counties).map { _ in
          Self.fields.map { _ in random.pick([.yes, .no, .unknown]) }
        })
    }
    values = made
    dataset = try Self.dataset(made)
  }

  private static let grounds = [
    Ground(value: .unknown, reason: "not covered"), Ground(value: .yes, basis: "law"),
    Ground(value: .no, basis: "law"),
  ]

  private static func code(_ truth: Truth) -> UInt16 {
    switch truth {
    case .unknown: 0
    case .yes: 1
    case .no: 2
    }
  }

  private static func dataset(_ values: [[[Truth]]]) throws -> Dataset {
    var timelines: [String: Timeline] = [:]
    var records = [["fips", "name", "kind"] + fields]
    for county in values[0].indices {
      let keys = fields.map { "\(county)\($0)" }
      for (at, key) in keys.enumerated() {
        timelines[key] = Timeline([
          Timeline.Piece(since: nil, ground: code(values[0][county][at])),
          Timeline.Piece(since: Day(2020, 6, 1), ground: code(values[1][county][at])),
        ])
      }
      records.append(
        ["9900\(county)", "County \(county)", county % 2 == 0 ? "even" : "odd"] + keys)
    }
    let table = CSVTable(records: records)
    let relation = try RelationReader(
      schema: schema, table: table, histories: Histories(grounds: grounds, timelines: timelines),
      targets: ["counties": table.keys(column: "fips")]
    ).relation()
    return try Dataset(
      name: "made-up", version: "0", hash: "00", asOf: Day(2023, 6, 30) ?? Day(number: 0),
      relations: [relation], bases: ["law"])
  }

  private static let schema = RelationSchema(
    "counties", singular: "county", meaning: "a made-up county", key: "fips", title: "name",
    fields: [
      Field("fips", .text, meaning: "made up"), Field("name", .text, meaning: "made up"),
      Field("kind", .text, meaning: "made up"), Field("alpha", .answer, meaning: "made up"),
      Field("beta", .answer, meaning: "made up"),
    ], shown: ["name", "alpha"])

  /// Every way to answer what is not known, on both days: for each day, county and field.
  var completions: [[[[Bool]]]] {
    var ways: [[[[Bool]]]] = [values.map { $0.map { $0.map { $0 == .yes } } }]
    for day in values.indices {
      for county in values[day].indices {
        for field in values[day][county].indices where values[day][county][field] == .unknown {
          ways = ways.flatMap { way in
            [true, false].map { value in
              var way = way
              way[day][county][field] = value
              return way
            }
          }
        }
      }
    }
    return ways
  }
}
