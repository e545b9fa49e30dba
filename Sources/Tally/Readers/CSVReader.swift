// Comma-separated bytes to cells: RFC 4180, over bytes, one pass.

/// Reads CSV: fields separated by commas, records by line ends, quotes doubled inside quotes.
public enum CSVReader {
  /// The byte between cells unless another is said.
  public static let comma = UInt8(ascii: ",")

  /// The records of a file; an empty last line is no record.
  /// - Parameter mark: the byte between cells.
  /// - Throws: `DatasetError` for a quote that is not closed, and for bytes that are not UTF-8.
  /// - Complexity: O(bytes).
  public static func table(
    _ bytes: Swift.Span<UInt8>, mark: UInt8 = comma
  ) throws(DatasetError) -> CSVTable {
    do {
      _ = try UTF8Span(validating: bytes)
    } catch {
      throw DatasetError(faults: ["the table is not UTF-8"])
    }
    // One copy of all bytes: cells are ranges of it.
    var table = CSVTable(arena: bytes.withUnsafeBufferPointer { Array($0) })
    var position = 0
    while position < bytes.count {
      try field(bytes, mark, &position, &table)
      guard position < bytes.count, bytes[position] == mark else {
        skipLineEnd(bytes, &position)
        table.endRecord()
        continue
      }
      position += 1
      if position == bytes.count {
        table.endCell(position..<position)
        table.endRecord()
      }
    }
    return table
  }

  /// The records of an array of bytes as texts.
  public static func records(
    _ bytes: [UInt8], mark: UInt8 = comma
  ) throws(DatasetError) -> [[String]] {
    let table = try table(bytes.span, mark: mark)
    return (0..<table.count).map { table.texts($0) }
  }

  private static func field(
    _ bytes: Swift.Span<UInt8>, _ mark: UInt8, _ position: inout Int, _ table: inout CSVTable
  ) throws(DatasetError) {
    guard bytes[position] != UInt8(ascii: "\"") else {
      return try quoted(bytes, mark, &position, &table)
    }
    let start = position
    while position < bytes.count, !endsField(bytes[position], mark) { position &+= 1 }
    table.endCell(start..<position)
  }

  @inline(__always)
  private static func endsField(_ byte: UInt8, _ mark: UInt8) -> Bool {
    byte == mark || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func quoted(
    _ bytes: Swift.Span<UInt8>, _ mark: UInt8, _ position: inout Int, _ table: inout CSVTable
  ) throws(DatasetError) {
    let opening = position
    position += 1
    var doubled: [UInt8] = []
    var start = position
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "\"") else {
        position &+= 1
        continue
      }
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
        if doubled.isEmpty {
          table.endCell(start..<position)
        } else {
          for at in start..<position { doubled.append(bytes[at]) }
          table.appendCell(doubled)
        }
        position += 1
        guard position == bytes.count || endsField(bytes[position], mark) else {
          throw DatasetError(faults: ["text follows the quote that closes at byte \(position - 1)"])
        }
        return
      }
      for at in start...position { doubled.append(bytes[at]) }
      position += 2
      start = position
    }
    throw DatasetError(faults: ["a quote that opens at byte \(opening) is not closed"])
  }

  private static func skipLineEnd(_ bytes: Swift.Span<UInt8>, _ position: inout Int) {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
  }
}
