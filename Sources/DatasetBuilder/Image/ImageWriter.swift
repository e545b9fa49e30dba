// Writes the record as an image: each column in the narrowest width.

import EnforcementData
import Tally

/// Writes the image of a record.
struct ImageWriter {
  private var bytes = ImageBytes()
  /// The number of each document, by its key.
  private(set) var documentNumbers: [String: UInt16] = [:]
  private var columns: [UInt32] = []
  private let record: TableRecord

  /// A writer of a record.
  init(_ record: TableRecord) { self.record = record }

  /// The image of tables.
  static func image(_ tables: [Table]) throws -> [UInt8] {
    var writer = ImageWriter(try TableRecord(tables))
    return try writer.image(hash: Output.hash(tables))
  }

  /// The image, which names the sha256 of the tables.
  mutating func image(hash: String) throws -> [UInt8] {
    let latest = EnforcementData.newestDay
    let documents = try record.documents()
    for number in 0..<(documents.count / ImageLayout.documentTexts) {
      documentNumbers[documents[number * ImageLayout.documentTexts]] = UInt16(exactly: number)
    }
    var relations: [UInt32] = []
    for relation in record.relations {
      let own = [
        UInt32(relation.count), UInt32(relation.columns.count),
        UInt32(columns.count / ImageLayout.columnNumbers),
      ]
      relations += own + [ImageLayout.sum(own[0], own[1], own[2])]
      for (field, column) in zip(relation.schema.fields, relation.columns) {
        columns += numbers(of: column, field.type, latest)
      }
    }
    bytes.set(.relations, relations)
    bytes.set(.columns, columns)
    bytes.set(.nameEnds, .names, record.relations.map(\.schema.name))
    writeGrounds()
    writeHistories()
    bytes.set(.documentEnds, .documents, documents)
    bytes.set(.totalEnds, .totals, try record.totals())
    return bytes.image(hash: hash, latest: latest)
  }

  // MARK: Columns

  private mutating func numbers(
    of column: Column, _ type: FieldType, _ latest: Tally.Day
  ) -> [UInt32] {
    var numbers = values(column.values, type, latest)
    let unknown = bytes.add(column.unknown)
    let none = bytes.add(column.none)
    numbers.insert(contentsOf: [unknown, none, candidates(column.candidates)], at: 5)
    return numbers + [UInt32](repeating: 0, count: ImageLayout.columnNumbers - numbers.count)
  }

  /// The kind, the width and the sections of the values; then those of the latest day.
  private mutating func values(
    _ values: Column.Values, _ type: FieldType, _ latest: Tally.Day
  ) -> [UInt32] {
    switch values {
    case .text(let codes, _) where type.isCategory:
      let (width, section) = addCodes(codes.map { UInt32($0) })
      return [ImageLayout.Kind.category.rawValue, width, section, 0, 0]
    case .text(let codes, let texts):
      let (width, section) = addCodes(codes.map { UInt32($0) })
      let packed = ImageBytes.packed(texts)
      return [
        ImageLayout.Kind.text.rawValue, width, section, bytes.add(packed.ends),
        bytes.add(bytes: packed.bytes),
      ]
    case .number(let low, _):
      let (width, section) = addNumbers(Array(low))
      return [ImageLayout.Kind.number.rawValue, width, section, 0, 0]
    case .date(let first, let last):
      return [
        ImageLayout.Kind.date.rawValue, 4, bytes.add(first), first == last ? 0 : bytes.add(last), 0,
      ]
    case .link(let rows):
      return [ImageLayout.Kind.link.rawValue, 4, bytes.add(rows), 0, 0]
    case .answer(let codes, let grounds):
      let (width, section) = addCodes(codes.map { UInt32($0) })
      let values = bytes.add(grounds.map { Self.number(of: $0.value) })
      return [ImageLayout.Kind.answer.rawValue, width, section, values, 0]
    case .history(let codes, let timelines, _):
      return history(codes.map { Int($0) }, timelines, latest)
    }
  }

  private mutating func history(
    _ codes: [Int], _ timelines: [Tally.Timeline], _ latest: Tally.Day
  ) -> [UInt32] {
    let (width, section) = addCodes(codes.map { UInt32($0) })
    let numbers = timelines.map { UInt16(clamping: record.number(of: $0)) }
    // What stands at the latest day is what most questions ask: it is looked up here, once.
    let now = timelines.map { $0.piece(on: latest).ground }
    var distinct: [UInt16] = []
    let places = now.map { ground in
      if let place = distinct.firstIndex(of: ground) { return place }
      distinct.append(ground)
      return distinct.count - 1
    }
    let latestCodes = codes.map { UInt8(clamping: places[$0]) }
    let grounds = record.histories.grounds
    let unknown = Bitmap(count: codes.count) {
      grounds[Int(now[codes[$0]])].value == .unknown
    }
    // Codes of one byte reach for the grounds of any one field at one day; more are looked up.
    let isNarrow = distinct.count <= Int(UInt8.max)
    return [
      ImageLayout.Kind.history.rawValue, width, section, bytes.add(numbers), 0,
      isNarrow ? bytes.add(latestCodes) : 0, isNarrow ? bytes.add(distinct) : 0,
      bytes.add(unknown),
    ] + (isNarrow ? stated(latestCodes, distinct.map { grounds[Int($0)] }, distinct) : [])
  }

  /// Adds numbers of one width.
  /// - Returns: their section's number.
  mutating func add<Number: FixedWidthInteger>(_ numbers: [Number]) -> UInt32 { bytes.add(numbers) }

  /// Codes in the narrowest width.
  private mutating func addCodes(_ codes: [UInt32]) -> (width: UInt32, section: UInt32) {
    switch codes.max() ?? 0 {
    case 0...UInt32(UInt8.max): (1, bytes.add(codes.map { UInt8($0) }))
    case 0...UInt32(UInt16.max): (2, bytes.add(codes.map { UInt16($0) }))
    default: (4, bytes.add(codes))
    }
  }

  /// Numbers as whole ones in the narrowest width, else as bits of `Double`.
  private mutating func addNumbers(_ numbers: [Double]) -> (width: UInt32, section: UInt32) {
    if let narrow = Self.whole(numbers, Int8.self) { return (1, bytes.add(narrow)) }
    if let narrow = Self.whole(numbers, Int16.self) { return (2, bytes.add(narrow)) }
    if let narrow = Self.whole(numbers, Int32.self) { return (4, bytes.add(narrow)) }
    return (8, bytes.add(numbers.map(\.bitPattern)))
  }

  private static func whole<Number: FixedWidthInteger>(
    _ numbers: [Double], _ type: Number.Type
  ) -> [Number]? {
    var narrow: [Number] = []
    for number in numbers {
      // Minus zero is no whole number: its sign would be lost.
      guard let exact = Number(exactly: number), number != 0 || number.sign == .plus else {
        return nil
      }
      narrow.append(exact)
    }
    return narrow
  }

  /// For each row with candidates: the row, how many there are, and they.
  private mutating func candidates(_ candidates: [Int: Set<Int32>]) -> UInt32 {
    guard !candidates.isEmpty else { return 0 }
    var numbers: [UInt32] = []
    for (row, rows) in candidates.sorted(by: { $0.key < $1.key }) {
      numbers += [UInt32(row), UInt32(rows.count)] + rows.sorted().map { UInt32($0) }
    }
    return bytes.add(numbers)
  }

  // MARK: Grounds and histories

  private mutating func writeGrounds() {
    var texts: [String] = []
    var places: [String: UInt16] = [:]
    func place(_ text: String) -> UInt16 {
      if let place = places[text] { return place }
      texts.append(text)
      places[text] = UInt16(clamping: texts.count - 1)
      return UInt16(clamping: texts.count - 1)
    }
    var numbers: [UInt16] = []
    for ground in record.histories.grounds {
      numbers += [
        place(ground.reason ?? ""), place(ground.basis), place(ground.confidence),
        place(ground.detail), place(ground.sources.joined(separator: " ")),
      ]
    }
    bytes.set(.groundValues, record.histories.grounds.map { Self.number(of: $0.value) })
    bytes.set(.groundTexts, numbers)
    bytes.set(.groundEnds, .groundBytes, texts)
  }

  private mutating func writeHistories() {
    var ends: [UInt32] = []
    var days: [Int32] = []
    var grounds: [UInt16] = []
    for timeline in record.timelines {
      for piece in timeline.pieces {
        days.append(piece.since?.number ?? ImageLayout.ever)
        grounds.append(piece.ground)
      }
      ends.append(UInt32(days.count))
    }
    bytes.set(.historyEnds, ends)
    bytes.set(.pieceDays, days)
    bytes.set(.pieceGrounds, grounds)
  }

  /// The number of a value: its place among all of them.
  private static func number(of value: Truth) -> UInt8 {
    UInt8(clamping: Truth.allCases.firstIndex(of: value) ?? 2)
  }
}

extension FieldType {
  /// Whether the words of a field stand in its schema.
  fileprivate var isCategory: Bool {
    if case .category = self { true } else { false }
  }
}
