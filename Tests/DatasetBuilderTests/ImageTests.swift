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
  private static let record = Result {
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
    let same = made == (try Self.bytes(Output.image))
    #expect(same, "\(Output.image) differs: run DatasetBuilder and commit")
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
    #expect(dataset.hash == (try Self.hash()))
    let rows = try RawFile(
      name: "sources.csv", bytes: try Self.bytes("sources.csv"), columns: []
    ).rows
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
    let counties = shown.relations[try #require(shown.relation("counties"))]
    let record = try Self.record.get()
    let histories = try #require(record.relations.first { $0.schema.name == "counties" })
    for (number, field) in counties.schema.fields.enumerated() where field.type == .answer {
      guard case .answer(let codes, let grounds) = counties.columns[number].values,
        case .history(let own, let timelines, let all) = histories.columns[number].values
      else {
        Issue.record("\(field.name) is no answer")
        continue
      }
      var wrong = 0
      for row in 0..<histories.count {
        // The last piece that has begun, found anew.
        let pieces = timelines[own[row]].pieces
        let piece = pieces.last { $0.since.map { $0.number <= day.number } ?? true }
        let expected = piece.map { all[Int($0.ground)] }
        let found = grounds[codes[row]]
        if found != expected { wrong += 1 }
        if counties.columns[number].unknown[row] != (found.value == .unknown) { wrong += 1 }
      }
      #expect(wrong == 0, "\(field.name) on \(day)")
    }
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
  private static func fault(_ bytes: [UInt8]) -> DatasetError? {
    // The image is read where it lies, at a multiple of eight bytes: a copy that lives as long.
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 8, alignment: 8)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    let view = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    do throws(DatasetError) {
      let relations = try EnforcementData.relations(try RecordImage(view))
      for relation in relations {
        for column in relation.columns { _ = column.count }
        if let error = relation.error { throw error }
      }
      return nil
    } catch {
      return error
    }
  }
}
