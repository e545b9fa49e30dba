// Tests: Comma-separated text.

import Testing

@testable import DatasetBuilder

@Suite("Comma-separated text")
struct CSVTextTests {
  private func cells(_ text: String) throws -> [[String]] {
    try CSVText.records(Array(text.utf8), file: "example.csv").map(\.cells)
  }

  @Test("quotes, commas and line breaks inside a cell are read")
  func quoted() throws {
    #expect(
      try cells("a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\n") == [
        ["a", "b"], ["x,\"y\"", "two\nlines"],
      ])
  }

  @Test("a record knows the line on which it begins")
  func lines() throws {
    let records = try CSVText.records(Array("a\n\"two\nlines\"\nlast".utf8), file: "example.csv")
    #expect(records.map(\.line) == [1, 2, 4])
  }

  @Test("an empty last cell and carriage returns are read")
  func edges() throws {
    #expect(try cells("a,\r\n\"b\",\r\n") == [["a", ""], ["b", ""]])
  }

  @Test("an open quote and text after a closing quote are refused")
  func refused() {
    #expect(throws: BuildError.self) { try cells("a\n\"open") }
    #expect(throws: BuildError.self) { try cells("\"a\"b\n") }
  }

  @Test("a row with a cell too many is refused with its line")
  func ragged() {
    #expect(throws: BuildError.self) {
      try RawFile(name: "example.csv", bytes: Array("a,b\n1,2\n1,2,3\n".utf8), columns: ["a"])
    }
    #expect(throws: BuildError.self) {
      try RawFile(name: "example.csv", bytes: Array("a,b\n".utf8), columns: ["c"])
    }
  }

  @Test("cells are quoted only where they must be, and come back the same")
  func round() throws {
    let rows = [["1", "plain"], ["2", "a,b"], ["3", "say \"x\""], ["4", "two\nlines"]]
    let text = CSVText.text(try Table("example.csv", columns: ["id", "text"], rows: rows))
    #expect(text.hasPrefix("id,text\n1,plain\n2,\"a,b\"\n"))
    #expect(try cells(text).dropFirst() == rows[...])
  }

  @Test("a table sorts by its key and refuses a key that comes twice")
  func keys() throws {
    let table = try Table("t.csv", columns: ["id"], rows: [["b"], ["B"], ["a"]])
    #expect(table.rows == [["B"], ["a"], ["b"]])
    #expect(throws: BuildError.self) {
      try Table("t.csv", columns: ["id"], rows: [["a"], ["a"]])
    }
  }
}
