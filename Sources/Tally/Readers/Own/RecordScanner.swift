// Bytes to records by blocks of sixty-four: masks of quotes, delimiters and line ends.

internal import CBlockMasks

/// Splits bytes whose quotes all stand where RFC 4180 has them, from the start of a record on.
///
/// Where a quote opens within a cell or is followed by text, the scan says so and `RecordSplitter`
/// decides.
struct RecordScanner {
  let bytes: UnsafePointer<UInt8>
  let delimiter: UInt8
  /// Behind the last byte that may be judged: a return at the end of what was read is left out,
  /// for a feed may follow.
  let limit: Int
  /// The widest kind of instructions that may be used: see `tally_scan_records`.
  var level = Int32(TALLY_WIDEST)

  /// How many ends there is room for whenever the plain blocks are looked at.
  private static let ahead = 1 << 14

  /// The state between two blocks.
  private struct State {
    /// All bits where the block begins inside quotes.
    var inside: UInt64
    /// One where a quote may open at the block's first byte.
    var mayOpen: UInt64
  }

  /// What one block holds, outside quotes.
  private struct Block {
    var ends: UInt64
    var recordEnds: UInt64
  }

  /// Finds the records that end before the limit.
  func scan(into index: RecordIndex) {
    var state = State(inside: 0, mayOpen: 1)
    var position = 0
    var start = 0
    while position < limit {
      if state.inside == 0 {
        let next = plain(position, &start, index)
        if next > position {
          position = next
          state.mayOpen = follows(position - 1) ? 1 : 0
          continue
        }
      }
      add(block(at: position, &state, index), at: position, &start, index)
      position += 64
    }
    index.ends.count = index.cells.count == 0 ? 0 : Int(index.cells[index.cells.count - 1])
    index.range = 0..<start
  }

  /// Finds the records of whole blocks without quotes.
  ///
  /// `LoaderKernelTests` holds it to the blocks below. Unsafe, for the shim writes into the lists:
  /// it is told how much room they have, and reads nothing at or behind the end.
  /// - Returns: where the first block begins that it could not judge.
  private func plain(_ position: Int, _ start: inout Int, _ index: RecordIndex) -> Int {
    guard position + 64 <= limit else { return position }
    let (ends, cells, starts) = (index.ends, index.cells, index.starts)
    ends.reserve(RecordScanner.ahead)
    cells.reserve(RecordScanner.ahead)
    starts.reserve(RecordScanner.ahead)
    var found = tally_records(
      ends: ends.elements, cells: cells.elements, starts: starts.elements,
      end_count: Int64(ends.count), end_room: Int64(ends.room),
      record_count: Int64(cells.count), record_room: Int64(min(cells.room, starts.room)),
      start: Int64(start), longest: 0, has_returns: 0)
    let next = tally_scan_records(
      &found, bytes, Int64(position), Int64(limit), delimiter, level)
    ends.count = Int(found.end_count)
    (cells.count, starts.count) = (Int(found.record_count), Int(found.record_count))
    start = Int(found.start)
    if found.longest > RecordSplitter.longestRecord { index.needsExactSplit = true }
    if found.has_returns != 0 { index.hasReturns = true }
    return Int(next)
  }

  @inline(__always)
  private func block(
    at position: Int, _ state: inout State, _ index: RecordIndex
  ) -> Block {
    var masks = StructuralMasks.of(bytes + position, delimiter: delimiter)
    let rest = limit &- position
    if rest < 64 {
      let valid: UInt64 = (1 &<< UInt64(rest)) &- 1
      masks.quotes &= valid
      masks.delimiters &= valid
      masks.feeds &= valid
      masks.returns &= valid
    }
    var lineEnds = masks.feeds
    if masks.returns != 0 {
      index.hasReturns = true
      let next: UInt64 = rest > 64 && bytes[position &+ 64] == UInt8(ascii: "\n") ? 1 : 0
      lineEnds |= masks.returns & ~(masks.feeds &>> 1 | next &<< 63)
    }
    guard masks.quotes != 0 else {
      let outside = ~state.inside
      if lineEnds & state.inside != 0 { index.hasInnerLines = true }
      let ends = (masks.delimiters | lineEnds) & outside
      state.mayOpen = ends &>> 63
      return Block(ends: ends, recordEnds: lineEnds & outside)
    }
    return quoted(masks, lineEnds, position, &state, index)
  }

  private func quoted(
    _ masks: StructuralMasks, _ lineEnds: UInt64, _ position: Int, _ state: inout State,
    _ index: RecordIndex
  ) -> Block {
    index.quoted.append(UInt32(truncatingIfNeeded: position))
    let inside = StructuralMasks.inside(masks.quotes) ^ state.inside
    state.inside = (inside &>> 63) == 1 ? .max : 0
    let ends = (masks.delimiters | lineEnds) & ~inside
    let opening = masks.quotes & inside
    let closing = masks.quotes & ~inside
    let before = (ends | closing) &<< 1 | state.mayOpen
    state.mayOpen = (ends | closing) &>> 63
    var after = (masks.delimiters | masks.feeds | masks.returns | masks.quotes) &>> 1
    let next = position &+ 64
    if next >= limit || follows(next) { after |= 1 &<< 63 }
    if limit &- position <= 64 { after |= 1 &<< UInt64(max(0, limit &- position &- 1)) }
    if opening & ~before != 0 || closing & ~after != 0 { index.needsExactSplit = true }
    if lineEnds & inside != 0 { index.hasInnerLines = true }
    return Block(ends: ends, recordEnds: lineEnds & ~inside)
  }

  private func follows(_ position: Int) -> Bool {
    let byte = bytes[position]
    return byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\"")
  }

  /// Adds the cells and records that end in a block.
  @inline(__always)
  private func add(_ block: Block, at position: Int, _ start: inout Int, _ index: RecordIndex) {
    let ends = index.ends
    ends.reserve(72)
    let first = ends.count
    let found = block.ends.nonzeroBitCount
    let into = ends.elements + first
    var bits = block.ends
    var written = 0
    while written < found {
      for ahead in 0..<4 {
        into[written &+ ahead] = UInt32(
          truncatingIfNeeded: position &+ (bits.trailingZeroBitCount & 63))
        bits &= bits &- 1
      }
      written &+= 4
    }
    ends.count = first &+ found
    var records = block.recordEnds
    while records != 0 {
      let bit = UInt64(truncatingIfNeeded: records.trailingZeroBitCount)
      records &= records &- 1
      let through = block.ends & ((2 &<< bit) &- 1)
      let cells = first &+ (bit == 63 ? found : through.nonzeroBitCount)
      index.cells.append(UInt32(truncatingIfNeeded: cells))
      index.starts.append(UInt32(truncatingIfNeeded: start))
      let next = position &+ Int(bit) &+ 1
      if next &- start > RecordSplitter.longestRecord { index.needsExactSplit = true }
      start = next
    }
  }
}
