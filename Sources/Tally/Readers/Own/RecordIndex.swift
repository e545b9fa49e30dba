// Where the cells of a stretch of bytes end, and which of them end a record.

/// A record that is no row, and why.
struct BadRecord: Equatable {
  /// Where it begins in the buffer.
  var start: Int
  /// Where what is shown of it ends.
  var end: Int
  var fault: RecordFault
  /// The column of the cell, where one cell is at fault.
  var column: Int?
}

/// What can be wrong with a record.
enum RecordFault: Equatable {
  case textAfterQuote, openQuote, tooLong
  case cells(Int)
  case encoding
  case value(String)
}

/// The records of a stretch: cell ends, where records start, how many cells end up to each.
final class RecordIndex: @unchecked Sendable {
  /// Where each cell ends: at its delimiter or line feed.
  let ends = RawList<UInt32>()
  /// For each record, how many cells end up to its last.
  let cells = RawList<UInt32>()
  /// Where each record starts.
  let starts = RawList<UInt32>()
  /// Records that cannot be split.
  var bad: [BadRecord] = []
  /// Whether a line ends within a record: lines and records are then not the same number.
  var hasInnerLines = false
  /// Where the blocks of 64 bytes begin that have quotes, in order.
  let quoted = RawList<UInt32>()
  /// Whether there are quotes elsewhere too.
  var hasOtherQuotes = false
  /// Whether there are returns.
  var hasReturns = false
  /// Where the first record starts, and behind the last one.
  var range = 0..<0
  /// Whether a quote stands where the masks cannot judge it: the exact splitter must.
  var needsExactSplit = false
  /// Whether a line is longer than any row may be: where the next row starts is then not known.
  var isHopeless = false

  /// Empties it for the next stretch; memory stays.
  func reset(at start: Int) {
    (ends.count, cells.count, starts.count) = (0, 0, 0)
    hasInnerLines = false
    quoted.count = 0
    (hasOtherQuotes, hasReturns) = (false, false)
    bad = []
    range = start..<start
    needsExactSplit = false
    isHopeless = false
  }
}
