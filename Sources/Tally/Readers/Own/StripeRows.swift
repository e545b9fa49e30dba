// The records of a stripe that are rows: as many cells as columns. The others are problems.

/// The rows of a stripe, and the records that are none.
final class StripeRows: @unchecked Sendable {
  /// The cells of all records.
  let index = RecordIndex()
  /// For each row the number of its first cell.
  let first = RawList<UInt32>()
  /// Where each row starts.
  let starts = RawList<UInt32>()
  /// Records that are no rows, in the order of the file.
  var bad: [BadRecord] = []
  /// Empty lines, which are passed over.
  var blankLines = 0
  /// How many lines its bytes have.
  var lines = 0

  /// Sorts the records of the index into rows and others.
  /// - Parameters:
  ///   - width: how many cells a row has.
  func sort(_ bytes: UnsafePointer<UInt8>, width: Int) {
    (first.count, starts.count, blankLines) = (0, 0, 0)
    bad = index.bad
    let count = index.cells.count
    first.reserve(count + 1)
    starts.reserve(count + 1)
    var before = 0
    for record in 0..<count {
      let through = Int(index.cells[record])
      let start = Int(index.starts[record])
      let end = Int(index.ends[through &- 1])
      if through &- before == width, width > 1 || end > start {
        first.append(UInt32(truncatingIfNeeded: before))
        starts.append(UInt32(truncatingIfNeeded: start))
      } else {
        other(bytes, start..<end, cells: through - before)
      }
      before = through
    }
    countLines(bytes)
    bad.sort { $0.start < $1.start }
  }

  private func other(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>, cells: Int) {
    let isReturn = range.count == 1 && bytes[range.lowerBound] == UInt8(ascii: "\r")
    if cells == 1, range.isEmpty || isReturn {
      blankLines += 1
    } else {
      bad.append(BadRecord(start: range.lowerBound, end: range.upperBound, fault: .cells(cells)))
    }
  }

  private func countLines(_ bytes: UnsafePointer<UInt8>) {
    guard index.hasInnerLines else {
      lines = index.cells.count + index.bad.count
      return
    }
    lines = LineCounter.lines(bytes, index.range)
  }
}

/// Counts lines, for messages.
enum LineCounter {
  /// How many lines end in a range; a return before a feed is of one end with it.
  static func lines(_ bytes: UnsafePointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var isAfterReturn = false
    for position in range {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !isAfterReturn) { count += 1 }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    return count
  }
}
