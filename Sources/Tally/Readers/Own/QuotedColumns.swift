// Which columns have cells with quotes in some rows: in the others a cell is all between two ends.

/// The columns with quotes in a block of rows. A class, for it is filled anew for each block; one
/// thread has it.
final class QuotedColumns {
  /// More blocks of bytes with quotes than this are not looked at: then any cell may have some.
  private static let mostLooked = 32

  private let width: Int
  /// For each column whether it has a cell that begins with a quote.
  private var isQuoted: [Bool]
  private var hasAny = false
  private var mayBeAll = false

  init(width: Int) {
    self.width = width
    isQuoted = [Bool](repeating: false, count: width)
  }

  /// Whether the cells of a column are all that stands between its ends: a return before the feed
  /// is no part of the last one.
  func isPlain(_ column: Int, _ stripe: StripeRows) -> Bool {
    !mayBeAll && !isQuoted[column]
      && (column < width - 1 || !stripe.index.hasReturns)
  }

  /// Looks at one row or more. Unsafe, for the bytes of a stripe are; each row has a cell in
  /// each column, and its first byte can be read even where it is empty.
  func look(_ bytes: UnsafePointer<UInt8>, _ stripe: StripeRows, _ rows: Range<Int>) {
    let index = stripe.index
    if hasAny { for column in 0..<width { isQuoted[column] = false } }
    (hasAny, mayBeAll) = (false, index.hasOtherQuotes)
    guard index.quoted.count > 0, !mayBeAll else { return }
    let last = Int(stripe.first[rows.upperBound - 1]) + width - 1
    let (start, end) = (Int(stripe.starts[rows.lowerBound]), Int(index.ends[last]))
    var at = QuotedColumns.first(index.quoted, where: start - 63)
    guard at < index.quoted.count, Int(index.quoted[at]) < end else { return }
    hasAny = true
    var looked = 0
    var row = rows.lowerBound
    while at < index.quoted.count, Int(index.quoted[at]) < end {
      looked += 1
      guard looked <= QuotedColumns.mostLooked else {
        mayBeAll = true
        return
      }
      let block = Int(index.quoted[at])
      // The row in which the block begins, and those that begin within it.
      let from = QuotedColumns.first(stripe.starts, where: block + 1) - 1
      row = max(row, from)
      while row < rows.upperBound, Int(stripe.starts[row]) < block + 64 {
        look(bytes, stripe, row)
        row += 1
      }
      row = max(rows.lowerBound, row - 1)
      at += 1
    }
  }

  private func look(_ bytes: UnsafePointer<UInt8>, _ stripe: StripeRows, _ row: Int) {
    let first = Int(stripe.first[row])
    var start = Int(stripe.starts[row])
    for column in 0..<width {
      if bytes[start] == UInt8(ascii: "\"") { isQuoted[column] = true }
      start = Int(stripe.index.ends[first + column]) + 1
    }
  }

  /// The first place of an ordered list whose number is at least another.
  private static func first(_ list: RawList<UInt32>, where least: Int) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(list[middle]) < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
