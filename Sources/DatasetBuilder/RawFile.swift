// A raw file as read: its bytes for the manifest, its rows for the tables.

import Foundation

/// A raw file as read: its bytes for the manifest, its rows for the tables.
struct RawFile {
  let name: String
  let bytes: [UInt8]
  let rows: [RawRow]
}

/// One row of a raw file, with its place and its cells by column.
struct RawRow {
  let place: Place
  private let cells: [String: String]

  init(place: Place, cells: [String: String]) {
    self.place = place
    self.cells = cells
  }

  /// The cell of a column, empty where the row has none.
  subscript(_ column: String) -> String { cells[column] ?? "" }
}

extension RawFile {
  /// Reads a file below the folder of raw files and makes sure that it has the columns asked for.
  static func read(_ name: String, in folder: String, columns: [String]) throws -> RawFile {
    let path = folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BuildError(file: name, line: 0, reason: "cannot be read")
    }
    return try RawFile(name: name, bytes: [UInt8](data), columns: columns)
  }

  /// Splits the bytes of a file into rows. Refuses a missing column, and a row that has more or
  /// fewer cells than the header.
  init(name: String, bytes: [UInt8], columns: [String]) throws {
    let records = try CSVText.records(bytes, file: name)
    guard let header = records.first else {
      throw BuildError(file: name, line: 1, reason: "the file is empty")
    }
    for column in columns where !header.cells.contains(column) {
      throw BuildError(file: name, line: 1, reason: "no column '\(column)'")
    }
    self.name = name
    self.bytes = bytes
    rows = try records.dropFirst().map { record in
      guard record.cells.count == header.cells.count else {
        let reason = "\(record.cells.count) cells where the header has \(header.cells.count)"
        throw BuildError(file: name, line: record.line, reason: reason)
      }
      let pairs = zip(header.cells, record.cells)
      return RawRow(
        place: Place(file: name, line: record.line),
        cells: Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
    }
  }
}
