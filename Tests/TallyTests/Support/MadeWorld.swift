// Small made-up tables for tests, in a form that the engine does not know: cells in rows.

@testable import Tally

/// One value of a made-up row. Dates are texts such as `2020-06-01`, which compare as days do.
enum MadeCell: Equatable {
  case answer(Bool)
  case number(Double)
  case text(String)
  case date(first: String, last: String)
  case link(Int)
  case unknown
  case none
}

/// A made-up table.
struct MadeTable {
  var schema: RelationSchema
  var rows: [[MadeCell]]

  subscript(row: Int, field: String) -> MadeCell {
    get { schema.field(field).map { rows[row][$0] } ?? .none }
    set { if let at = schema.field(field) { rows[row][at] = newValue } }
  }
}

/// Made-up tables by name: states `ZZ` and `YY`, counties, and lists of offices and notices of
/// them.
struct MadeWorld {
  var tables: [String: MadeTable] = [:]

  subscript(name: String) -> MadeTable {
    get { tables[name] ?? MadeTable(schema: MadeSchemas.states, rows: []) }
    set { tables[name] = newValue }
  }

  /// The order in which the dataset lists them.
  static let order = ["states", "counties", "offices", "notices"]

  /// The day that its answers are of.
  static let day = Day(2024, 6, 30) ?? Day(number: 0)

  /// The same as a dataset. What stands at unknown and none rows is arbitrary but in range.
  /// - Parameter isBare: whether answers rest on nothing, as those of one's own tables do, and are
  ///   held as two bitmaps; dates are then held once.
  func dataset(junk seed: UInt64 = 7, isBare: Bool = false) throws -> Dataset {
    var random = SplitMix64(seed: seed)
    let made = MadeWorld.order.map { relation($0, &random) }
    let relations = isBare ? made.map(MadeWorld.bare) : made
    return try Dataset(
      name: "made-up", version: "0", hash: "00", asOf: MadeWorld.day, relations: relations,
      bases: ["law"])
  }

  private static func bare(_ relation: Relation) -> Relation {
    let columns = relation.columns.map { column in
      var column = column
      switch column.values {
      case .answer(let codes, _):
        column.values = .answer(
          codes: Codes(
            yes: Bitmap(count: codes.count) { codes[$0] == 0 },
            no: Bitmap(count: codes.count) { codes[$0] == 1 }),
          grounds: Truth.allCases.map { Ground(value: $0) })
      case .date(let first, let last) where first == last:
        column.values = .date(first: first, last: first)
      case .history, .text, .number, .date, .link: break
      }
      return column
    }
    return Relation(schema: relation.schema, count: relation.count, columns: columns)
  }

  private func relation(_ name: String, _ random: inout SplitMix64) -> Relation {
    let table = self[name]
    var columns: [Column] = []
    for (at, field) in table.schema.fields.enumerated() {
      columns.append(column(table.rows.map { $0[at] }, field.type, &random))
    }
    return Relation(schema: table.schema, count: table.rows.count, columns: columns)
  }

  private func column(
    _ cells: [MadeCell], _ type: FieldType, _ random: inout SplitMix64
  ) -> Column {
    let values: Column.Values
    switch type {
    case .answer:
      let grounds = [
        Ground(value: .yes, basis: "law"), Ground(value: .no, basis: "law"),
        Ground(value: .unknown, reason: "not found"),
      ]
      return .answers(
        Codes(cells.map { $0 == .answer(true) ? 0 : $0 == .answer(false) ? 1 : 2 }),
        grounds: grounds)
    case .text: values = words(cells, [], &random)
    case .category(let known): values = words(cells, known, &random)
    case .number:
      let numbers = cells.map { if case .number(let value) = $0 { value } else { 77.0 } }
      values = .numbers(numbers)
    case .date:
      let days = cells.map { cell -> (Int32, Int32) in
        guard case .date(let first, let last) = cell else { return (5, 9) }
        return (MadeWorld.number(first), MadeWorld.number(last))
      }
      values = .date(first: days.map(\.0), last: days.map(\.1))
    case .link(let target):
      let count = max(1, self[target].rows.count)
      values = .link(
        rows: cells.map { cell in
          if case .link(let row) = cell { Int32(row) } else { Int32(random.below(count)) }
        })
    }
    return Column(
      values, unknown: Bitmap(count: cells.count) { cells[$0] == .unknown },
      none: Bitmap(count: cells.count) { cells[$0] == .none })
  }

  private func words(
    _ cells: [MadeCell], _ known: [String], _ random: inout SplitMix64
  ) -> Column.Values {
    var texts = known
    for case .text(let text) in cells where !texts.contains(text) { texts.append(text) }
    if texts.isEmpty { texts = ["nothing"] }
    let codes = cells.map { cell in
      guard case .text(let text) = cell, let at = texts.firstIndex(of: text) else {
        return random.below(texts.count)
      }
      return at
    }
    return .text(codes: Codes(codes), texts: TextPool(texts))
  }

  /// The day's number of a text such as `2020-06-01`.
  static func number(_ day: String) -> Int32 {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return (Day(parts[0], parts[1], parts[2]) ?? Day(number: 0)).number
  }
}

/// What the made-up tables are.
enum MadeSchemas {
  static let states = RelationSchema(
    "states", singular: "state", meaning: "a made-up state", key: "code",
    fields: [
      Field("code", .text, meaning: "two letters"), Field("name", .text, meaning: "its name"),
      Field("zone", .text, meaning: "where it lies"),
      Field("size", .number, meaning: "how large it is"),
      Field("calm", .answer, meaning: "whether it is calm"),
    ],
    links: [
      Link(
        "counties", to: "counties", inverse: "state", isComplete: true, meaning: "counties in it"),
      Link("offices", to: "offices", inverse: "state", isComplete: true, meaning: "offices in it"),
    ],
    shown: ["code", "name"], place: PlaceNaming(name: "name", code: "code"))

  static let counties = RelationSchema(
    "counties", singular: "county", meaning: "a made-up county", key: "fips", title: "name",
    within: "state",
    fields: [
      Field("fips", .text, meaning: "five digits"), Field("name", .text, meaning: "its name"),
      Field("state", .link(to: "states"), meaning: "its state"),
      Field("alpha", .answer, meaning: "a first answer"),
      Field("beta", .answer, meaning: "a second answer"),
      Field("gamma", .answer, meaning: "a third answer"),
      Field("people", .number, meaning: "who lives there", unit: ("person", "people")),
      Field("score", .number, meaning: "a number of any sign"),
      Field("word", .text, meaning: "a word"),
      Field("kind", .category(["urban", "rural", "mixed"]), meaning: "what it is like"),
      Field("opened", .date, meaning: "when it opened"),
    ],
    links: [
      Link("offices", to: "offices", inverse: "county", isComplete: true, meaning: "its offices"),
      Link("notices", to: "notices", inverse: "county", isComplete: false, meaning: "its notices"),
    ],
    shown: ["name", "state", "alpha"],
    place: PlaceNaming(name: "name", code: "fips", within: "state", suffixes: ["County"]))

  static let offices = RelationSchema(
    "offices", singular: "office", meaning: "a made-up office", key: "id",
    fields: [
      Field("id", .text, meaning: "a key"),
      Field("county", .link(to: "counties"), meaning: "its county", within: "state"),
      Field("state", .link(to: "states"), meaning: "its state"),
      Field("rank", .number, meaning: "its rank"), Field("ready", .answer, meaning: "if ready"),
      Field("level", .category(["low", "high"]), meaning: "its level"),
    ], shown: ["id", "county"])

  static let notices = RelationSchema(
    "notices", singular: "notice", meaning: "a made-up notice; the list is not complete",
    key: "id",
    fields: [
      Field("id", .text, meaning: "a key"),
      Field("county", .link(to: "counties"), meaning: "its county"),
      Field("open", .answer, meaning: "whether it is open"),
    ], shown: ["id", "county"])
}
