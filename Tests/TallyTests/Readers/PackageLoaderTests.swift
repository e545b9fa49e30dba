// Schemas and packages in JSON.

import Testing

@testable import Tally

@Suite("Packages of tables") struct PackageLoaderTests {
  private static let files: [String: String] = [
    "visits.csv": "fips;day;kind;n\n01001;21/06/2019;tour;1,5\n01003;22/06/2019;audit;NV\n",
    "counties.csv": "fips,name\n01001,Made-up County\n01003,Other County\n",
    "schema.json":
      #"{"fields": [{"name": "fips", "type": "string"}, {"name": "name"}], "primaryKey": "fips"}"#,
  ]

  private static let descriptor = #"""
    {"name": "made-up", "title": "Made up \u0026 small", "resources": [
      {"name": "Visits", "path": "visits.csv", "dialect": {"delimiter": ";"}, "schema": {
        "fields": [
          {"name": "fips", "type": "string"},
          {"name": "day", "type": "date", "format": "%d/%m/%Y"},
          {"name": "kind", "type": "string", "constraints": {"enum": ["audit", "tour"]}},
          {"name": "n", "type": "number", "decimalChar": ",", "description": "How long."}],
        "missingValues": ["NV"],
        "foreignKeys": [{"fields": "fips",
          "reference": {"resource": "own-counties", "fields": "fips"}}]}},
      {"name": "own-counties", "path": "counties.csv", "schema": "schema.json"}]}
    """#

  private func load(_ text: String) throws(DatasetError) -> LoadedPackage {
    try PackageLoader.load(Array(text.utf8), TableOptions(name: "")) {
      (path) throws(DatasetError) -> ByteSource in
      guard let text = PackageLoaderTests.files[path] else {
        throw DatasetError(faults: ["no \(path)"])
      }
      return ByteSource(name: path, bytes: Array(text.utf8))
    }
  }

  @Test func `tables come with types, keys and links`() throws {
    let package = try load(PackageLoaderTests.descriptor)
    #expect(package.title == "Made up & small")
    try #require(package.tables.count == 2)
    let (visits, counties) = (package.tables[0], package.tables[1])
    #expect(visits.relation.schema.name == "visits")
    #expect(TableReading.types(visits) == "tdcn")
    #expect(TableReading.rows(visits) == ["01001|2019-06-21|tour|1.5", "01003|2019-06-22|audit|?"])
    #expect(visits.relation.schema.key == "row")
    #expect(visits.relation.schema.fields.last?.meaning == "How long.")
    #expect(
      visits.foreignKeys
        == [ForeignKey(fields: ["fips"], table: "own_counties", targets: ["fips"])])
    #expect(counties.relation.schema.key == "fips")
    #expect(counties.relation.schema.fields.map(\.name) == ["fips", "name"])
  }

  @Test(arguments: [
    ("{", "byte 1"), ("{}", "resources"), (#"{"resources": [{"name": "a"}]}"#, "no path"),
    (#"{"resources": [{"name": "a", "path": "../a.csv"}]}"#, "not in its folder"),
    (#"{"resources": [{"name": "a", "path": "/a.csv"}]}"#, "not in its folder"),
    (#"{"resources": [{"name": "a", "path": "https://a.test/a.csv"}]}"#, "not in its folder"),
    (#"{"resources": [{"name": "a", "path": ["a.csv", "b.csv"]}]}"#, "several files"),
    (#"{"resources": [{"name": "a", "path": "none.csv"}]}"#, "no none.csv"),
    (#"{"resources": [{"name": "a", "path": "visits.csv", "encoding": "utf-16"}]}"#, "utf-16"),
    (
      #"{"resources": [{"name": "a", "path": "visits.csv", "#
        + #""schema": {"fields": [{"name": "b", "type": "geopoint"}]}}]}"#,
      "geopoint"
    ),
    (
      #"{"resources": [{"name": "a", "path": "visits.csv", "#
        + #""schema": {"fields": [{"name": "zip"}]}}]}"#,
      "the schema has zip"
    ),
  ])
  func `what cannot be read is said`(text: String, why: String) {
    #expect { try load(text) } throws: { error in
      (error as? DatasetError)?.faults.contains { $0.contains(why) } == true
    }
  }

  @Test func `a key that repeats is no key`() throws {
    var options = TableOptions(name: "a")
    options.schema = try TableSchema(
      json: Array(#"{"fields": [{"name": "k", "type": "string"}], "primaryKey": ["k"]}"#.utf8))
    let source = ByteSource(name: "a.csv", bytes: Array("k,n\nx,1\nx,2\n".utf8))
    let table = try TableLoader.load(source, options)
    #expect(table.relation.schema.key == "row")
    #expect(table.report.notes.contains { $0.contains("The declared key k") })
  }

  @Test(arguments: [
    ("null", JSONText.null), ("[1, -2.5e1]", .array([.number(1), .number(-25)])),
    (#""a\n\u00e9\ud83d\ude00""#, .string("a\né😀")),
    (" {\"a\": [true]} ", .object([("a", .array([.bool(true)]))])),
  ])
  func `json is read`(text: String, value: JSONText) throws {
    #expect(try JSONTextReader.value(Array(text.utf8), name: "x") == value)
  }

  @Test(arguments: [
    "", "{", "[1,]", "\"a", "\"\\x\"", "01x", "{\"a\" 1}", "nul", "[] []", "\"\\ud83d\"",
  ])
  func `what is no json is refused`(text: String) {
    #expect(throws: DatasetError.self) { try JSONTextReader.value(Array(text.utf8), name: "x") }
  }

  @Test func `deep nesting is refused, not followed`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: DatasetError.self) { try JSONTextReader.value(Array(text.utf8), name: "x") }
  }
}
