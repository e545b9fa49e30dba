// How a file is written: encoding, delimiter, line ends, what stands before the header.

/// What is known of a file before its rows are read.
struct SniffedTable {
  var format: TableFormat
  /// Where the first row starts.
  var dataStart: Int
  /// How many lines stand before the first row.
  var linesBefore: Int
  /// The names of the columns in the file.
  var header: [[UInt8]]
  /// The first rows, as many cells each as there are columns.
  var sample: [[[UInt8]]]
  /// The lines before the header.
  var preamble: [String]
}

/// Finds out how a file is written.
struct TableSniffer {
  /// The marks that are tried, the likelier first.
  static let delimiters = [",", "\t", ";", "|"].flatMap { Array($0.utf8) }
  /// The most columns of a table, so that a wrong delimiter is not mistaken for a table.
  static let mostColumns = 10_000
  /// How many of the first records a header may be among.
  private static let mostPreamble = 50

  let name: String
  let options: TableOptions
  let head: [UInt8]
  let isWhole: Bool

  /// Looks at the beginning of a source.
  static func sniff(
    _ source: ByteSource, _ options: TableOptions
  ) throws(DatasetError) -> SniffedTable {
    let head = try source.chunk(0..<min(source.count, TableSample.bytes))
    let sniffer = TableSniffer(
      name: source.name, options: options, head: head, isWhole: head.count >= source.count)
    return try sniffer.table()
  }

  private func table() throws(DatasetError) -> SniffedTable {
    try refuseOtherFiles()
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    var start = hasMark ? 3 : 0
    var delimiter = options.delimiter
    if let (said, next) = saidDelimiter(start) {
      delimiter = delimiter ?? said
      start = next
    }
    let found = delimiter ?? likeliestDelimiter(start)
    let sample = TableSample(head, from: start, delimiter: found, isWhole: isWhole)
    guard let first = headerRecord(sample) else {
      throw DatasetError(faults: ["\(name): the file has no rows"])
    }
    let header = sample.records[first]
    guard header.cells.count <= TableSniffer.mostColumns else {
      throw DatasetError(
        faults: ["\(name): the first row has \(header.cells.count) cells: this is no table"])
    }
    let hasHeader = options.hasHeader ?? isHeader(header)
    let next = hasHeader ? header.end : header.start
    let rows = sample.records[(hasHeader ? first + 1 : first)...].map(\.cells)
      .filter { $0.count == header.cells.count && ($0.count > 1 || !$0[0].isEmpty) }
    let format = TableFormat(
      delimiter: found, encoding: options.encoding ?? .utf8, hasByteOrderMark: hasMark,
      lineEnd: lineEnd, preambleLines: lines(start..<header.start), hasHeader: hasHeader)
    return SniffedTable(
      format: format, dataStart: next, linesBefore: lines(0..<next),
      header: hasHeader ? header.cells : header.cells.map { _ in [] }, sample: rows,
      preamble: texts(start..<header.start))
  }

  /// Files that are no text: what spreadsheets and archives begin with, and UTF-16.
  private func refuseOtherFiles() throws(DatasetError) {
    let kinds: [(mark: [UInt8], what: String)] = [
      ([0xFF, 0xFE], "is UTF-16: save it as UTF-8"), ([0xFE, 0xFF], "is UTF-16: save it as UTF-8"),
      ([0x50, 0x4B, 0x03, 0x04], "is an archive or a spreadsheet: save the sheet as CSV"),
      ([0x1F, 0x8B], "is compressed: unpack it first"),
      ([0xD0, 0xCF, 0x11, 0xE0], "is a spreadsheet: save the sheet as CSV"),
      (Array("PAR1".utf8), "is a Parquet file: write it as CSV"),
      (Array("SQLite format 3".utf8), "is a database: write the table as CSV"),
    ]
    for kind in kinds where head.starts(with: kind.mark) {
      throw DatasetError(faults: ["\(name): the file \(kind.what)"])
    }
    if let zero = head.firstIndex(of: 0) {
      throw DatasetError(faults: ["\(name): byte \(zero) is zero: this is no text file"])
    }
    if head.isEmpty { throw DatasetError(faults: ["\(name): the file is empty"]) }
  }

  /// The delimiter that a first line `sep=;` tells, as spreadsheets write it.
  private func saidDelimiter(_ start: Int) -> (delimiter: UInt8, next: Int)? {
    let rest = head[start...]
    guard rest.starts(with: "sep=".utf8), rest.count > 5 else { return nil }
    let mark = head[start + 4]
    var next = start + 5
    guard TableSniffer.delimiters.contains(mark), isLineEnd(head[next]) else { return nil }
    if head[next] == UInt8(ascii: "\r"), next + 1 < head.count, head[next + 1] == 0x0A { next += 1 }
    return (mark, next + 1)
  }

  /// The delimiter that most records agree about; of two such the one that makes more cells.
  private func likeliestDelimiter(_ start: Int) -> UInt8 {
    var best = (delimiter: UInt8(ascii: ","), records: 0, cells: 1)
    for delimiter in TableSniffer.delimiters {
      let width = TableSample.width(
        head, from: start, delimiter: delimiter, isWhole: isWhole)
      guard width.cells > 1 else { continue }
      if (width.records, width.cells) > (best.records, best.cells) {
        best = (delimiter, width.records, width.cells)
      }
    }
    return best.delimiter
  }

  /// The record that names the columns: the first with the usual number of cells. Where there are
  /// three or more, a record with at most one that holds something is a title.
  private func headerRecord(_ sample: TableSample) -> Int? {
    let width = sample.width.cells
    let isOwn = options.hasHeader == false
    for (number, record) in sample.records.enumerated().prefix(TableSniffer.mostPreamble)
    where record.cells.count == width && !record.isBlank {
      if width >= 3, record.filled <= 1, !isOwn { continue }
      return number
    }
    return sample.records.firstIndex { !$0.isBlank }
  }

  /// Whether a record names columns: it does unless each of its cells is a number or a date.
  private func isHeader(_ record: TableSample.Record) -> Bool {
    let cells = record.cells.filter { !$0.isEmpty }
    return cells.isEmpty
      || !cells.allSatisfy {
        NumberEvidence(of: $0).isDisjoint(with: .other) || DateText.isDate($0)
      }
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func lines(_ range: Range<Int>) -> Int {
    var count = 0
    for at in range where head[at] == 0x0A || head[at] == 0x0D {
      let isPair = head[at] == 0x0D && at + 1 < head.count && head[at + 1] == 0x0A
      count += isPair ? 0 : 1
    }
    return count
  }

  private var lineEnd: LineEnd {
    var (feeds, pairs, returns) = (0, 0, 0)
    for (at, byte) in head.enumerated() {
      if byte == 0x0A {
        if at > 0, head[at - 1] == 0x0D { pairs += 1 } else { feeds += 1 }
      } else if byte == 0x0D, at + 1 == head.count || head[at + 1] != 0x0A {
        returns += 1
      }
    }
    if pairs > 0 { return feeds + returns == 0 ? .crlf : .mixed }
    if returns > 0 { return feeds == 0 ? .cr : .mixed }
    return .lf
  }

  /// The lines of a range that hold something.
  private func texts(_ range: Range<Int>) -> [String] {
    head[range].split { isLineEnd($0) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
