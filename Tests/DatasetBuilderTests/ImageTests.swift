// Tests: The image of the record says what the tables say.

import EnforcementData
import Foundation
import Tally
import Testing

@testable import DatasetBuilder

@Suite("The image of the record")
struct ImageTests {
  private static let folder = PackageFolder.url.appendingPathComponent(
    "Sources/CDataset/tables")

  private static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// The record as its tables say it, read once.
  private static let record = Result { try readRecord() }

  private static func readRecord() throws -> TableRecord {
    var tables: [String: CSVTable] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(".csv") {
      tables[name] = try CSVReader.table(try bytes(name).span)
    }
    return try TableRecord(tables)
  }

  private static func hash() throws -> String {
    String(decoding: try bytes("hash.txt"), as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  @Test("made of the shipped tables, it is the shipped image")
  func bytes() throws {
    var writer = ImageWriter(try Self.record.get())
    let made = try writer.image(hash: try Self.hash())
    let shipped = try Self.bytes(Output.image)
    let isSame = made == shipped
    #expect(isSame, "\(Output.image) differs: run DatasetBuilder and commit")
  }

  @Test("every column of every relation is what the tables say")
  func columns() throws {
    let shipped = try EnforcementData.relations(try RecordImage.embedded())
    let read = try Self.record.get().relations
    #expect(shipped.map(\.schema) == read.map(\.schema))
    for (one, other) in zip(shipped, read) {
      #expect(one.count == other.count, "\(one.schema.name)")
      for (number, field) in one.schema.fields.enumerated() {
        let same = one.columns[number] == other.columns[number]
        #expect(same, "\(one.schema.name).\(field.name)")
      }
    }
  }

  @Test("the sources are those of their table, word for word")
  func sources() throws {
    let dataset = try EnforcementData.dataset()
    let hash = try Self.hash()
    #expect(dataset.hash == hash)
    let bytes = try Self.bytes("sources.csv")
    let rows = try RawFile(name: "sources.csv", bytes: bytes, columns: []).rows
    #expect(dataset.sources.count == rows.count)
    for row in rows {
      let source = try #require(dataset.sources[row["id"]])
      #expect(source.id == row["id"] && source.title == row["title"])
      #expect(source.publisher == (row["publisher"] == "unknown" ? "" : row["publisher"]))
      #expect(source.place == (row["place"] == "unknown" ? "" : row["place"]))
      let published = ["": "undated", "unknown": ""][row["published"]] ?? row["published"]
      #expect(source.published == published)
    }
  }

  @Test(
    "on any day each answer has the ground that its history gives",
    arguments: [
      (1900, 1, 1), (2013, 7, 2), (2018, 1, 1), (2025, 1, 22), (2025, 12, 31), (2026, 5, 18),
    ])
  func answers(_ year: Int, _ month: Int, _ number: Int) throws {
    let known = Tally.Day(year, month, number)
    let day = try #require(known)
    let shown = try EnforcementData.dataset().at(day)
    let place = try #require(shown.relation("counties"))
    let counties = shown.relations[place]
    let relations = try Self.record.get().relations
    let found = relations.first { $0.schema.name == "counties" }
    let histories = try #require(found)
    for (number, field) in counties.schema.fields.enumerated() where field.type == .answer {
      let wrong = Self.differences(counties.columns[number], histories.columns[number], on: day)
      #expect(wrong == 0, "\(field.name) on \(day)")
    }
  }

  /// In how many rows an answer on a day is not what its history says, whose last piece that has
  /// begun is found anew.
  private static func differences(_ column: Column, _ history: Column, on day: Tally.Day) -> Int {
    guard case .answer(let codes, let grounds) = column.values,
      case .history(let own, let timelines, let all) = history.values
    else { return history.count }
    var wrong = 0
    for row in 0..<history.count {
      var expected: Tally.Ground?
      for piece in timelines[own[row]].pieces
      where piece.since == nil || piece.since?.number ?? 0 <= day.number {
        expected = all[Int(piece.ground)]
      }
      let found = grounds[codes[row]]
      if found != expected { wrong += 1 }
      if column.unknown[row] != (found.value == .unknown) { wrong += 1 }
    }
    return wrong
  }

  @Test("an image that is cut or changed is refused or read with an error, and never traps")
  func damaged() throws {
    let whole = try Self.bytes(Output.image)
    let sections = 88..<(88 + 8 * 16)
    var lengths = Array(0..<200) + [whole.count - 1, whole.count / 2]
    lengths += stride(from: 200, to: whole.count, by: whole.count / 40)
    for length in lengths {
      let error = Self.fault(Array(whole.prefix(length)))
      #expect(error != nil, "cut at \(length)")
    }
    for place in Array(0..<20) + Array(sections) {
      var bytes = whole
      bytes[place] ^= 0xFF
      // What is read of it may be wrong words, since no text is checked, but it ends.
      _ = Self.fault(bytes)
    }
  }

  /// What is wrong with bytes that should be an image; nil where all of it can be read.
  private static func fault(_ bytes: [UInt8]) -> String? {
    // Words, for an image is read where it lies, at a multiple of eight bytes.
    var words = [UInt64](repeating: 0, count: bytes.count / 8 + 1)
    words.withUnsafeMutableBytes { $0.copyBytes(from: bytes) }
    return words.withUnsafeBytes { all in
      fault(UnsafeRawBufferPointer(rebasing: all[..<bytes.count]))
    }
  }

  private static func fault(_ view: UnsafeRawBufferPointer) -> String? {
    do {
      let relations = try EnforcementData.relations(try RecordImage(view))
      for relation in relations {
        for column in relation.columns { _ = column.count }
        if let error = relation.error { return "\(error)" }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
