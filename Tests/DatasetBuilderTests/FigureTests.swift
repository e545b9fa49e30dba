// Tests: Figures, sources and links.

import Testing

@testable import DatasetBuilder

@Suite("Figures, sources and links")
struct FigureTests {
  private let report = Report()

  private func row(_ changes: [String: String]) -> RawRow {
    let cells = [
      "id": "F24", "seed": "004", "metric": "m", "qualifier": "exact", "value": "2556",
      "unit": "counties", "as_of": "2016", "quote": "Never to be shipped",
    ]
    return RawRow(place: Samples.place, cells: cells.merging(changes) { $1 })
  }

  private func table(_ rows: [RawRow]) throws -> Table {
    try FigureList(report: report)
      .table(RawFile(name: "f.csv", bytes: [], rows: rows)) { _ in "S001" }
  }

  @Test("a figure carries its document's short name and no sentence of it")
  func shipped() throws {
    let table = try table([row([:])])
    #expect(table.cells("document") == ["ILRC 2016"])
    #expect(!CSVText.text(table).contains("Never to be shipped"))
  }

  @Test("note-without-file-names")
  func note() throws {
    let table = try table([row(["id": "F04", "seed": "000", "note": "figures/x gives 1"])])
    #expect(!table.cells("note").joined().contains("figures/"))
    #expect(report.rules(.repair) == ["note-without-file-names"])
  }

  @Test(
    "a figure that fails a check is refused",
    arguments: [
      ("seed", "999", "known-document"), ("id", "F99", "described"),
      ("qualifier", "roughly", "known-qualifier"), ("value", "2,556", "number"),
      ("as_of", "2016-13", "possible-date"), ("denominator", "F77", "known-figure"),
    ])
  func refused(column: String, value: String, rule: String) throws {
    #expect(try table([row([column: value])]).rows.isEmpty)
    #expect(report.rules(.refusal) == [rule])
  }

  @Test("sources are numbered by place, and two at one address are refused")
  func sources() throws {
    let one = Source(title: "A", publisher: "P", published: "2020", place: "https://example.org/b")
    let two = Source(title: "B", publisher: "P", published: "2020", place: "https://example.org/a")
    let list = try SourceList([one, two, one])
    #expect(list.id(one) == "S002")
    #expect(list.id(at: "https://example.org/a") == "S001")
    #expect(list.id(at: "https://example.org/c") == "unknown")
    let clash = Source(title: "C", publisher: "P", published: "2020", place: one.place)
    #expect(throws: BuildError.self) { try SourceList([one, clash]) }
  }

  @Test("a link that leads nowhere is refused")
  func links() throws {
    let tables = [
      try Table("a.csv", columns: ["id", "b"], rows: [["1", "x"], ["2", "y"], ["3", ""]]),
      try Table("b.csv", columns: ["id"], rows: [["x"]]),
    ]
    let link = Links.Link(table: "a.csv", column: "b", to: "b.csv")
    Links.check(tables, links: [link], report: report)
    #expect(report.of(.refusal).map(\.detail) == ["b 'y' is not in b.csv"])
  }
}
