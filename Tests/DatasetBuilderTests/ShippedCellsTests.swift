// What no cell of a shipped table may hold.

import Foundation
import Testing

@testable import DatasetBuilder

/// What no cell of a shipped table may hold.
@Suite("The cells of the shipped tables")
struct ShippedCellsTests {
  private static let tables = PackageFolder.url.appendingPathComponent("Sources/CDataset/tables")

  /// Every cell with the table and the column where it stands.
  private func cells() throws -> [(place: String, text: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.tables.path)
    return try names.filter { $0.hasSuffix(".csv") }.sorted().flatMap { name in
      let bytes = [UInt8](try Data(contentsOf: Self.tables.appendingPathComponent(name)))
      let file = try RawFile(name: name, bytes: bytes, columns: [])
      let header = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
      let columns = header.split(separator: ",").map(String.init)
      return file.rows.flatMap { row in
        columns.map { ("\(name):\(row.place.line):\($0)", row[$0]) }
      }
    }
  }

  @Test("no cell names a place on a machine, a host that only it knows or a mail address")
  func machines() throws {
    let forbidden = [
      "/work", "/tmp/", "/home/", "/root/", "/Users/", "/var/", "file:", "localhost", "127.0.0.1",
      "C:\\", "pythonhosted", "proxy", "mirror", "artifactory", ".internal", ".local/", ".lan/",
    ]
    for (place, text) in try cells() {
      let found = forbidden.filter(text.contains)
      #expect(found.isEmpty, "\(place): \(found): \(text)")
      #expect(!text.contains("@"), "\(place): \(text)")
      #expect(Check.isTrimmed(text), "\(place): blanks at an end")
    }
  }

  @Test(
    "no cell repeats eight words of a quoted sentence",
    .enabled(if: PackageFolder.hasRaw, "skipped: the raw files are not beside the package"))
  func quotes() throws {
    let figures = try RawFile.read(
      "figures/seed-figures.csv", in: PackageFolder.raw, columns: ["quote"])
    let quoted = Set(figures.rows.flatMap { runs($0["quote"]) })
    #expect(!quoted.isEmpty)
    for (place, text) in try cells() where !place.hasPrefix("sources.csv") {
      let copied = runs(text).filter(quoted.contains)
      #expect(copied.isEmpty, "\(place): \(copied)")
    }
  }

  /// The runs of eight words of a text, in lower case and without marks.
  private func runs(_ text: String) -> [String] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count >= 8 else { return [] }
    return (0...(words.count - 8)).map { words[$0..<($0 + 8)].joined(separator: " ") }
  }
}
