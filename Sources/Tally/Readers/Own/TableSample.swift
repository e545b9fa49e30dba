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
    let index = TableSample.index(bytes, from: start, delimiter: delimiter, isWhole: isWhole)
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

  /// Where the records and their cells end.
  private static func index(
    _ bytes: [UInt8], from start: Int, delimiter: UInt8, isWhole: Bool
  ) -> RecordIndex {
    let buffer = PaddedBuffer(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { from in
      if let base = from.baseAddress { buffer.bytes.update(from: base, count: from.count) }
    }
    let index = RecordIndex()
    let splitter = RecordSplitter(
      bytes: buffer.bytes, delimiter: delimiter, end: bytes.count, isLast: isWhole)
    _ = splitter.split(from: start, into: index)
    return index
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
    TableSample.width(records.lazy.filter { !$0.isBlank }.map(\.cells.count))
  }

  /// The same of the bytes from a place on, whose cells nobody asks for.
  static func width(
    _ bytes: [UInt8], from start: Int, delimiter: UInt8, isWhole: Bool
  ) -> (cells: Int, records: Int) {
    let index = index(bytes, from: start, delimiter: delimiter, isWhole: isWhole)
    return width(
      (0..<index.cells.count).lazy.filter { record in
        let before = record > 0 ? Int(index.cells[record - 1]) : 0
        guard Int(index.cells[record]) - before == 1 else { return true }
        let end = Int(index.ends[before])
        return !plain(bytes[min(Int(index.starts[record]), end)..<end]).isEmpty
      }.map { Int(index.cells[$0]) - ($0 > 0 ? Int(index.cells[$0 - 1]) : 0) })
  }

  private static func width(_ counted: some Sequence<Int>) -> (cells: Int, records: Int) {
    var counts: [Int: Int] = [:]
    for count in counted { counts[count, default: 0] += 1 }
    let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { ($0.key, $0.value) } ?? (0, 0)
  }
}
