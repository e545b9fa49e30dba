// Writes the tables, their common hash and the image of the record.

import Foundation
import Tally

/// Writes the tables, their common hash and the image of the record.
enum Output {
  /// The hash of all tables: SHA-256 over each table's name, its length in bytes and its bytes, in
  /// the order of the names.
  static func hash(_ tables: [Table]) -> String {
    var bytes: [UInt8] = []
    for table in tables.sorted(by: { $0.name < $1.name }) {
      let text = Array(CSVText.text(table).utf8)
      bytes += Array("\(table.name)\n\(text.count)\n".utf8) + text
    }
    return SHA256.hex(bytes)
  }

  /// The name of the image's file.
  static let image = "record.image"

  /// Writes every table, `hash.txt` and the image into a folder, which is made if need be.
  static func write(_ tables: [Table], to folder: String) throws {
    let url = URL(fileURLWithPath: folder, isDirectory: true)
    let image = try ImageWriter.image(tables)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for table in tables {
      try Data(CSVText.text(table).utf8).write(to: url.appendingPathComponent(table.name))
    }
    try Data((hash(tables) + "\n").utf8).write(to: url.appendingPathComponent("hash.txt"))
    try Data(image).write(to: url.appendingPathComponent(Self.image))
  }
}
