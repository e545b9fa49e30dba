// The beginning of a file as records, for finding out how the file is written.

/// The first records of some bytes with a delimiter.
struct TableSample {
  /// The most bytes that are looked at.
  static let bytes = 1 << 18

  /// A record of the sample.
  struct Record {
    /// Where it starts.
    var start: Int
    /// Behind its line end.
    var end: Int
    /// Its cells without quotes.
    var cells: [[UInt8]]

    /// Whether it is an empty line.
    var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }
    /// How many of its cells hold something.
    var filled: Int { cells.count { !$0.isEmpty } }
  }

  /// The records, without those that cannot be split.
  var records: [Record] = []

  /// The records of the bytes from a place on.
  init(_ bytes: [UInt8], from start: Int, delimiter: UInt8, isWhole: Bool) {
    let buffer = PaddedBuffer(capacity: bytes.count)
    for (at, byte) in bytes.enumerated() { buffer.bytes[at] = byte }
    let index = RecordIndex()
    let splitter = RecordSplitter(
      bytes: buffer.bytes, delimiter: delimiter, end: bytes.count, isLast: isWhole)
    _ = splitter.split(from: start, into: index)
    var first = 0
    for record in 0..<index.cells.count {
      let through = Int(index.cells[record])
      var from = Int(index.starts[record])
      var cells: [[UInt8]] = []
      for cell in first..<through {
        let end = Int(index.ends[cell])
        cells.append(TableSample.plain(bytes[min(from, end)..<end]))
        from = end + 1
      }
      first = through
      let end = min(bytes.count, from)
      records.append(Record(start: Int(index.starts[record]), end: end, cells: cells))
    }
  }

  /// A cell without quotes and the return of its line end.
  static func plain(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    var cell = cell
    if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
    guard cell.first == UInt8(ascii: "\""), cell.count > 1 else { return Array(cell) }
    var plain: [UInt8] = []
    var isSecond = false
    for byte in cell.dropFirst().dropLast() {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond || byte != UInt8(ascii: "\"") { plain.append(byte) }
    }
    return plain
  }

  /// The commonest number of cells, the greater of two that are as common, and how many records
  /// have it.
  var width: (cells: Int, records: Int) {
    var counts: [Int: Int] = [:]
    for record in records where !record.isBlank { counts[record.cells.count, default: 0] += 1 }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { ($0.key, $0.value) } ?? (0, 0)
  }
}
