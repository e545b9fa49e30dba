// Comma-separated bytes to cells: RFC 4180, over bytes, one pass.

/// Reads CSV: fields separated by commas, records by line ends, quotes doubled inside quotes.
public enum CSVReader {
  /// The records of a file as texts; an empty last line is no record.
  /// - Throws: `DatasetError` for a quote that is not closed.
  /// - Complexity: O(bytes).
  public static func records(_ bytes: Swift.Span<UInt8>) throws(DatasetError) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var position = 0
    while position < bytes.count {
      record.append(try field(bytes, &position))
      guard position < bytes.count, bytes[position] == UInt8(ascii: ",") else {
        skipLineEnd(bytes, &position)
        records.append(record)
        record.removeAll(keepingCapacity: true)
        continue
      }
      position += 1
      if position == bytes.count { records.append(record + [""]) }
    }
    return records
  }

  /// The records of an array of bytes.
  public static func records(_ bytes: [UInt8]) throws(DatasetError) -> [[String]] {
    try records(bytes.span)
  }

  private static func field(
    _ bytes: Swift.Span<UInt8>, _ position: inout Int
  ) throws(DatasetError) -> String {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      return try quoted(bytes, &position)
    }
    let start = position
    while position < bytes.count, !endsField(bytes[position]) { position += 1 }
    return try text(bytes, start..<position)
  }

  private static func text(
    _ bytes: Swift.Span<UInt8>, _ range: Range<Int>
  ) throws(DatasetError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.extracting(range)))
    } catch {
      throw DatasetError(faults: ["the cell at byte \(range.lowerBound) is not UTF-8"])
    }
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func quoted(
    _ bytes: Swift.Span<UInt8>, _ position: inout Int
  ) throws(DatasetError) -> String {
    let opening = position
    position += 1
    var content: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte != UInt8(ascii: "\"") {
        content.append(byte)
      } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        content.append(byte)
        position += 1
      } else {
        return String(decoding: content, as: UTF8.self)
      }
    }
    throw DatasetError(faults: ["a quote that opens at byte \(opening) is not closed"])
  }

  private static func skipLineEnd(_ bytes: Swift.Span<UInt8>, _ position: inout Int) {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\r") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
  }
}
