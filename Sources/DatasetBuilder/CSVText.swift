// Comma-separated text as RFC 4180 has it, read and written byte by byte.

/// Comma-separated text as RFC 4180 has it, read and written byte by byte.
enum CSVText {
  /// A record and the line on which it begins.
  struct Record: Equatable {
    let line: Int
    let cells: [String]
  }

  /// Splits a file into its records. A quote that is not closed, or text after a closing quote, is
  /// refused with its line.
  static func records(_ bytes: [UInt8], file: String) throws -> [Record] {
    var reader = Reader(bytes: bytes, file: file)
    var records: [Record] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  /// The text of a table: a header, line feeds, quotes only where they are needed.
  static func text(_ table: Table) -> String {
    var lines = [line(table.columns)]
    lines += table.rows.map(line)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",")
  }

  private static func cell(_ text: String) -> String {
    let special: Set<Character> = [",", "\"", "\n", "\r", "\r\n"]
    guard text.contains(where: special.contains) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

/// Walks over the bytes of a file once.
private struct Reader {
  let bytes: [UInt8]
  let file: String
  var index = 0
  var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func next() throws -> CSVText.Record? {
    guard index < bytes.count else { return nil }
    let start = line
    var cells: [String] = []
    while true {
      let cell = try nextCell()
      cells.append(String(decoding: cell, as: UTF8.self))
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      if byte == Self.feed {
        line += 1
        break
      }
    }
    return CSVText.Record(line: start, cells: cells)
  }

  /// Reads up to the comma or line feed that ends the cell, and leaves that byte unread.
  private mutating func nextCell() throws -> [UInt8] {
    guard index < bytes.count else { return [] }
    if bytes[index] == Self.quote { return try quotedCell() }
    var cell: [UInt8] = []
    while index < bytes.count, bytes[index] != Self.comma, bytes[index] != Self.feed {
      cell.append(bytes[index])
      index += 1
    }
    if cell.last == Self.carriage { cell.removeLast() }
    return cell
  }

  private mutating func quotedCell() throws -> [UInt8] {
    let start = line
    var cell: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.feed { line += 1 }
      if byte != Self.quote {
        cell.append(byte)
      } else if index < bytes.count, bytes[index] == Self.quote {
        cell.append(byte)
        index += 1
      } else {
        return try closed(cell)
      }
    }
    throw BuildError(file: file, line: start, reason: "a quote is not closed")
  }

  private mutating func closed(_ cell: [UInt8]) throws -> [UInt8] {
    if index < bytes.count, bytes[index] == Self.carriage { index += 1 }
    guard index == bytes.count || bytes[index] == Self.comma || bytes[index] == Self.feed else {
      throw BuildError(file: file, line: line, reason: "text follows a closing quote")
    }
    return cell
  }
}
