// The cells of one column in a block of rows: where they are, without quotes and line ends.

/// Up to `rows` cells of a column.
///
/// A class over raw memory, filled anew for each column and block; one thread has it.
final class CellBlock {
  /// How many rows a block has: their bytes stay in the nearest cache while each column is read.
  static let rows = 512

  /// How many cells there are.
  private(set) var count = 0
  /// Where each begins.
  let cells: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// How many bytes each has.
  let lengths: UnsafeMutablePointer<Int>
  /// Cells that had doubled quotes, without them.
  private var mended = PaddedBuffer(capacity: 1 << 10)

  init() {
    cells = .allocate(capacity: CellBlock.rows)
    lengths = .allocate(capacity: CellBlock.rows)
  }

  deinit {
    cells.deallocate()
    lengths.deallocate()
  }

  /// Finds the cells of a column in some rows, at most `CellBlock.rows` of them.
  func fill(
    _ bytes: UnsafePointer<UInt8>, _ stripe: StripeRows, _ rows: Range<Int>, column: Int,
    width: Int
  ) {
    count = rows.count
    let ends = stripe.index.ends.elements + column
    let first = stripe.first.elements + rows.lowerBound
    var quotes: UInt8 = 0
    if column == 0 {
      let starts = stripe.starts.elements + rows.lowerBound
      for row in 0..<count {
        let start = Int(starts[row])
        let length = Int(ends[Int(first[row])]) &- start
        set(row, bytes + start, length, &quotes)
      }
    } else {
      for row in 0..<count {
        let at = Int(first[row])
        let start = Int(ends[at &- 1]) &+ 1
        set(row, bytes + start, Int(ends[at]) &- start, &quotes)
      }
    }
    if column == width - 1 { trimReturns() }
    if quotes != 0 { unquote() }
  }

  @inline(__always)
  private func set(
    _ row: Int, _ cell: UnsafePointer<UInt8>, _ length: Int, _ quotes: inout UInt8
  ) {
    cells[row] = cell
    lengths[row] = length
    quotes |= cell[0] == UInt8(ascii: "\"") ? 1 : 0
  }

  /// The return before a feed is no part of a row's last cell.
  private func trimReturns() {
    for row in 0..<count {
      let length = lengths[row]
      guard length > 0, cells[row][length &- 1] == UInt8(ascii: "\r"),
        cells[row][length] == UInt8(ascii: "\n")
      else { continue }
      lengths[row] = length &- 1
    }
  }

  /// Takes off the quotes of the cells that begin with one.
  private func unquote() {
    var doubled = 0
    for row in 0..<count where lengths[row] > 1 && cells[row][0] == UInt8(ascii: "\"") {
      cells[row] += 1
      lengths[row] -= 2
      if hasQuote(row) { doubled += lengths[row] }
    }
    if doubled > 0 { mend(doubled) }
  }

  private func hasQuote(_ row: Int) -> Bool {
    for position in 0..<lengths[row] where cells[row][position] == UInt8(ascii: "\"") {
      return true
    }
    return false
  }

  /// Copies the cells with doubled quotes, each pair as one.
  private func mend(_ size: Int) {
    if mended.capacity < size { mended = PaddedBuffer(capacity: size * 2) }
    let into = mended.bytes
    var used = 0
    for row in 0..<count where isQuoted(row) && hasQuote(row) {
      let start = used
      var position = 0
      while position < lengths[row] {
        let byte = cells[row][position]
        into[used] = byte
        used += 1
        position += byte == UInt8(ascii: "\"") ? 2 : 1
      }
      cells[row] = UnsafePointer(into + start)
      lengths[row] = used - start
    }
  }

  /// Whether a cell had quotes around it: only such a one begins behind a quote.
  private func isQuoted(_ row: Int) -> Bool {
    cells[row][-1] == UInt8(ascii: "\"")
  }
}
