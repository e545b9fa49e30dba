// The cells of one column in some rows: as the index of records has them, or made plain before.

/// Cells of a column, each by its number.
protocol CellList {
  /// How many there are.
  var count: Int { get }
  /// Where a cell begins. Unsafe, for loops over cells are what the time of a load goes to: eight
  /// bytes before it and twenty-four from its beginning on are readable.
  func start(_ cell: Int) -> UnsafePointer<UInt8>
  /// How many bytes it has.
  func length(_ cell: Int) -> Int
}

/// The cells of a column where no quote and no return stands: all between two ends.
///
/// Unsafe, for it has the bytes and the index of a stripe, which outlast it; each of its rows
/// has a cell in the column, which is not the first one, so that a cell ends before it.
struct CellPlaces: CellList {
  let count: Int
  private let bytes: UnsafePointer<UInt8>
  private let ends: UnsafePointer<UInt32>
  private let first: UnsafePointer<UInt32>

  /// The cells of a column behind the first one.
  init(_ bytes: UnsafePointer<UInt8>, _ stripe: StripeRows, _ rows: Range<Int>, column: Int) {
    count = rows.count
    self.bytes = bytes
    ends = UnsafePointer(stripe.index.ends.elements + column)
    first = UnsafePointer(stripe.first.elements + rows.lowerBound)
  }

  @inline(__always)
  func start(_ cell: Int) -> UnsafePointer<UInt8> {
    bytes + (Int(ends[Int(first[cell]) &- 1]) &+ 1)
  }

  @inline(__always)
  func length(_ cell: Int) -> Int {
    let end = Int(first[cell])
    return Int(ends[end]) &- Int(ends[end &- 1]) &- 1
  }
}

/// The same of the first column, whose cells begin where the rows do.
struct FirstCells: CellList {
  let count: Int
  private let bytes: UnsafePointer<UInt8>
  private let ends: UnsafePointer<UInt32>
  private let first: UnsafePointer<UInt32>
  private let starts: UnsafePointer<UInt32>

  /// The cells of the first column.
  init(_ bytes: UnsafePointer<UInt8>, _ stripe: StripeRows, _ rows: Range<Int>) {
    count = rows.count
    self.bytes = bytes
    ends = UnsafePointer(stripe.index.ends.elements)
    first = UnsafePointer(stripe.first.elements + rows.lowerBound)
    starts = UnsafePointer(stripe.starts.elements + rows.lowerBound)
  }

  @inline(__always)
  func start(_ cell: Int) -> UnsafePointer<UInt8> { bytes + Int(starts[cell]) }

  @inline(__always)
  func length(_ cell: Int) -> Int { Int(ends[Int(first[cell])]) &- Int(starts[cell]) }
}

/// The cells of a block that was filled. Unsafe, as the block's memory is.
struct FilledCells: CellList {
  let count: Int
  private let cells: UnsafePointer<UnsafePointer<UInt8>>
  private let lengths: UnsafePointer<Int>

  init(_ block: CellBlock) {
    count = block.count
    cells = UnsafePointer(block.cells)
    lengths = UnsafePointer(block.lengths)
  }

  @inline(__always)
  func start(_ cell: Int) -> UnsafePointer<UInt8> { cells[cell] }

  @inline(__always)
  func length(_ cell: Int) -> Int { lengths[cell] }
}
