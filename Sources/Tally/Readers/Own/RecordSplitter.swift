// Bytes to records by the letter, a byte at a time: what the masks are held to, and their refuge.

/// Splits records exactly, with quotes in unquoted cells and quotes that do not close.
///
/// A cell that begins with a quote ends at the next single one, which must be followed by a
/// delimiter or a line end. In any other cell a quote is a letter. A record that breaks this is bad
/// and ends with its first line: what follows is read anew.
struct RecordSplitter {
  /// The most bytes of a record: beyond it a quote that does not close is more likely than a cell
  /// of that length, and memory is bounded.
  static let longestRecord = 1 << 22

  let bytes: UnsafePointer<UInt8>
  let delimiter: UInt8
  /// Behind the last byte.
  let end: Int
  /// Whether the file ends there, so that the last record may lack a line end.
  let isLast: Bool

  private enum Step {
    case complete(next: Int)
    case incomplete
    case bad(RecordFault)
  }

  /// Adds all complete records from a start to an index.
  /// - Returns: where the first record that is not complete starts; `end` where there is none.
  func split(from start: Int, into index: RecordIndex) -> Int {
    var position = start
    while position < end {
      let kept = index.ends.count
      let fault: RecordFault
      switch record(position, index) {
      case .complete(let next) where next - position <= RecordSplitter.longestRecord + 2:
        index.cells.append(UInt32(truncatingIfNeeded: index.ends.count))
        index.starts.append(UInt32(truncatingIfNeeded: position))
        if hasInnerLine(position, next) { index.hasInnerLines = true }
        position = next
        continue
      case .complete: fault = .tooLong
      case .incomplete where mayGoOn(from: position):
        index.ends.count = kept
        index.range = index.range.lowerBound..<position
        return position
      case .incomplete: fault = .openQuote
      case .bad(let found): fault = found
      }
      index.ends.count = kept
      guard let next = skip(position, fault, index) else { break }
      position = next
    }
    index.range = index.range.lowerBound..<position
    return position
  }

  /// Whether more of the file can complete what starts at a position.
  private func mayGoOn(from start: Int) -> Bool {
    !isLast && end - start <= RecordSplitter.longestRecord
  }

  /// Passes over the first line of a bad record.
  /// - Returns: behind it; nil where it is not all there.
  private func skip(_ start: Int, _ fault: RecordFault, _ index: RecordIndex) -> Int? {
    var line = start
    while line < end, !isLineEnd(line) { line += 1 }
    let isWhole = line + 1 < end || line < end && bytes[line] == UInt8(ascii: "\n")
    if !isWhole, mayGoOn(from: start) { return nil }
    if line - start > RecordSplitter.longestRecord { index.isHopeless = true }
    index.bad.append(BadRecord(start: start, end: line, fault: fault))
    return min(end, afterLineEnd(line))
  }

  private func record(_ start: Int, _ index: RecordIndex) -> Step {
    var position = start
    while true {
      if position < end, bytes[position] == UInt8(ascii: "\"") {
        index.hasOtherQuotes = true
        position += 1
        while position < end {
          if bytes[position] == UInt8(ascii: "\"") {
            guard position + 1 < end, bytes[position + 1] == UInt8(ascii: "\"") else { break }
            position += 1
          }
          position += 1
          if position - start > RecordSplitter.longestRecord { return .bad(.openQuote) }
        }
        guard position < end else { return isLast ? .bad(.openQuote) : .incomplete }
        position += 1
        guard position < end || isLast else { return .incomplete }
        guard position == end || bytes[position] == delimiter || isLineEnd(position) else {
          return .bad(.textAfterQuote)
        }
      } else {
        while position < end, bytes[position] != delimiter, !isLineEnd(position) { position += 1 }
      }
      if position < end, bytes[position] == delimiter {
        index.ends.append(UInt32(truncatingIfNeeded: position))
        position += 1
        continue
      }
      return lineEnd(position, index)
    }
  }

  private func lineEnd(_ position: Int, _ index: RecordIndex) -> Step {
    guard position < end else {
      guard isLast else { return .incomplete }
      index.ends.append(UInt32(truncatingIfNeeded: end))
      return .complete(next: end)
    }
    guard bytes[position] == UInt8(ascii: "\r") else {
      index.ends.append(UInt32(truncatingIfNeeded: position))
      return .complete(next: position + 1)
    }
    guard position + 1 < end || isLast else { return .incomplete }
    index.hasReturns = true
    let hasFeed = position + 1 < end && bytes[position + 1] == UInt8(ascii: "\n")
    index.ends.append(UInt32(truncatingIfNeeded: hasFeed ? position + 1 : position))
    return .complete(next: position + (hasFeed ? 2 : 1))
  }

  @inline(__always)
  private func isLineEnd(_ position: Int) -> Bool {
    bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r")
  }

  private func afterLineEnd(_ position: Int) -> Int {
    guard position < end, bytes[position] == UInt8(ascii: "\r"), position + 1 < end,
      bytes[position + 1] == UInt8(ascii: "\n")
    else { return position + 1 }
    return position + 2
  }

  /// Whether a line ends within a record, before its own end.
  private func hasInnerLine(_ start: Int, _ next: Int) -> Bool {
    guard next - start > 2 else { return false }
    return (start..<(next - 2)).contains { isLineEnd($0) }
  }
}
