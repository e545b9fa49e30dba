// Every fault of a dataset is found before it can be asked.

import Testing

@testable import Tally

@Suite struct EngineSchemaLintTests {
  /// A small sound dataset: two states, two counties.
  private static func relations() -> [Relation] {
    let states = RelationSchema(
      "states", singular: "state", meaning: "a state", key: "code",
      fields: [Field("code", .text, meaning: "a code"), Field("size", .number, meaning: "a size")],
      links: [
        Link(
          "counties", to: "counties", inverse: "state", isComplete: true, meaning: "its counties")
      ], shown: ["code"], place: PlaceNaming(name: "code", code: "code"))
    let counties = RelationSchema(
      "counties", singular: "county", meaning: "a county", key: "fips", within: "state",
      fields: [
        Field("fips", .text, meaning: "a code"), Field("state", .link(to: "states"), meaning: "it"),
        Field("alpha", .answer, meaning: "an answer"),
        Field("kind", .category(["one", "two"]), meaning: "a kind"),
        Field("day", .date, meaning: "a day"),
      ], shown: ["fips"], place: PlaceNaming(name: "fips", code: "fips", within: "state"))
    return [
      Relation(
        schema: states, count: 2,
        columns: [
          Column(.text(codes: [0, 1], texts: ["ZZ", "YY"]), count: 2),
          Column(.number(low: [1, 2], high: [1, 2]), count: 2),
        ]),
      Relation(
        schema: counties, count: 2,
        columns: [
          Column(.text(codes: [0, 1], texts: ["1", "2"]), count: 2),
          Column(.link(rows: [0, 1]), count: 2),
          .answers([0, 0], grounds: [Ground(value: .yes)]),
          Column(.text(codes: [0, 1], texts: ["one", "two"]), count: 2),
          Column(.date(first: [1, 2], last: [1, 2]), count: 2),
        ]),
    ]
  }

  /// The faults after a change of the second relation.
  private func faults(
    _ change: (inout RelationSchema, inout [Column]) -> Void
  ) -> [String] {
    var relations = Self.relations()
    var (schema, columns) = (relations[1].schema, Array(relations[1].columns))
    change(&schema, &columns)
    relations[1] = Relation(schema: schema, count: 2, columns: columns)
    return SchemaLint.faults(in: relations)
  }

  @Test func aSoundDatasetHasNone() throws {
    #expect(SchemaLint.faults(in: Self.relations()).isEmpty)
    #expect(faults { _, _ in }.isEmpty)
  }

  @Test func namesThatClashAreFound() {
    #expect(!faults { schema, _ in schema.fields[4].name = "alpha" }.isEmpty)
    #expect(!faults { schema, _ in schema.fields[4].name = "unknown" }.isEmpty)
    #expect(!faults { schema, _ in schema.fields[4].name = "with" }.isEmpty)
    #expect(!faults { schema, _ in schema.name = "states" }.isEmpty)
    #expect(!faults { schema, _ in schema.shown = ["nothing"] }.isEmpty)
    #expect(!faults { schema, _ in schema.key = "nothing" }.isEmpty)
    #expect(!faults { schema, _ in schema.title = "nothing" }.isEmpty)
    #expect(!faults { schema, _ in schema.title = "alpha" }.isEmpty)
    #expect(
      !faults { schema, _ in schema.place = PlaceNaming(name: "fips", code: "nothing") }.isEmpty)
    #expect(!faults { schema, _ in schema.within = "nothing" }.isEmpty)
    let clash = faults { schema, columns in
      schema.fields[3].type = .category(["alpha", "two"])
      columns[3].values = .text(codes: [0, 1], texts: ["alpha", "two"])
    }
    #expect(clash == ["counties: alpha is a value of kind and a field"])
  }

  @Test func linksThatLeadNowhereAreFound() {
    #expect(!faults { schema, _ in schema.fields[1].type = .link(to: "nothing") }.isEmpty)
    #expect(!faults { _, columns in columns[1].values = .link(rows: [0, 2]) }.isEmpty)
    #expect(!faults { _, columns in columns[1].values = .link(rows: [-1, 0]) }.isEmpty)
    #expect(!faults { schema, _ in schema.fields[1].name = "place" }.isEmpty)
    #expect(!faults { schema, _ in schema.fields[1].within = "nothing" }.isEmpty)
    #expect(
      !faults { schema, _ in
        schema.links = [
          Link("states", to: "states", inverse: "code", isComplete: true, meaning: "no way back")
        ]
      }.isEmpty)
  }

  @Test func rowsThatLieWithinThemselvesAreFound() {
    let parent = RelationSchema(
      "parts", singular: "part", meaning: "a part", key: "id", within: "whole",
      fields: [
        Field("id", .text, meaning: "a key"), Field("whole", .link(to: "parts"), meaning: "it"),
      ], shown: ["id"])
    let relation = Relation(
      schema: parent, count: 1,
      columns: [
        Column(.text(codes: [0], texts: ["a"]), count: 1), Column(.link(rows: [0]), count: 1),
      ])
    #expect(SchemaLint.faults(in: [relation]) == ["parts: its rows lie within one another"])
  }

  @Test func linksIntoAnEmptyTableAreFoundUnlessTheyAreNone() {
    var relations = Self.relations()
    relations[0] = Relation(
      schema: relations[0].schema, count: 0,
      columns: [
        Column(.text(codes: [], texts: []), count: 0), Column(.number(low: [], high: []), count: 0),
      ])
    #expect(!SchemaLint.faults(in: relations).isEmpty)
    var columns = Array(relations[1].columns)
    columns[1] = Column(
      .link(rows: [0, 0]), unknown: Bitmap(count: 2, filled: true), none: Bitmap(count: 2))
    relations[1] = Relation(schema: relations[1].schema, count: 2, columns: columns)
    #expect(SchemaLint.faults(in: relations).isEmpty)
  }

  @Test func columnsThatDoNotFitAreFound() {
    #expect(!faults { _, columns in columns.removeLast() }.isEmpty)
    #expect(
      !faults { _, columns in columns[0] = Column(.text(codes: [0], texts: ["1"]), count: 1) }
        .isEmpty)
    #expect(
      faults { _, columns in columns[0].values = .text(codes: [0, 0], texts: ["1"]) }
        == ["counties: the key 1 stands twice"])
    #expect(
      !faults { _, columns in columns[0].values = .text(codes: [0, 7], texts: ["1", "2"]) }.isEmpty)
    #expect(
      !faults { _, columns in columns[2].values = .answer(codes: [0, 1], grounds: []) }.isEmpty)
    #expect(
      !faults { _, columns in columns[2].values = .text(codes: [0, 0], texts: ["yes"]) }.isEmpty)
    #expect(
      !faults { _, columns in columns[3].values = .text(codes: [0, 1], texts: ["two", "one"]) }
        .isEmpty)
    #expect(!faults { _, columns in columns[4].values = .date(first: [1], last: [1]) }.isEmpty)
    #expect(
      !faults { _, columns in columns[4].values = .date(first: [1, 9], last: [1, 2]) }.isEmpty)
    #expect(
      !faults { _, columns in columns[4].values = .number(low: [1, 2], high: [1, 2]) }.isEmpty)
    #expect(!faults { _, columns in columns[4].unknown = Bitmap(count: 3) }.isEmpty)
    #expect(
      !faults { _, columns in
        columns[4].unknown = Bitmap(count: 2, filled: true)
        columns[4].none = Bitmap(count: 2, filled: true)
      }.isEmpty)
  }
}
