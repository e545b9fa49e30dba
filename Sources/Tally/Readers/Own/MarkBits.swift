// Codes to bits: which rows have a code that is marked, 64 rows at a time.

internal import CBlockMasks

/// The codes that are marked.
struct CodeMarks: Sendable {
  /// 1 or 0 for each code, and 0 once more.
  let table: [UInt8]
  /// The code, where just one is marked.
  let single: Int?

  init(_ isMarked: [Bool]) {
    table = isMarked.map { $0 ? 1 : 0 } + [0]
    let first = isMarked.firstIndex(of: true)
    single = first == isMarked.lastIndex(of: true) ? first : nil
  }

  /// Whether none is marked.
  var isEmpty: Bool { !table.contains(1) }
}

/// Bits of rows that are appended stretch by stretch.
struct MarkBits {
  /// The bits, the first row in the lowest.
  private(set) var words: [UInt64]
  /// How many rows have been appended.
  private(set) var count = 0

  /// Room for so many rows, all of them not marked.
  init(rows: Int) { words = [UInt64](repeating: 0, count: (rows + 63) / 64 + 1) }

  /// Appends up to 64 rows; no bit is set behind the last of them.
  mutating func append(_ word: UInt64, rows: Int) {
    let start = count
    var bits = words.mutableSpan
    MarkBits.put(word, at: start, &bits)
    count = start + rows
  }

  /// Appends rows of narrow codes.
  mutating func append(_ codes: Swift.Span<UInt8>, _ marks: CodeMarks) {
    #if arch(x86_64)
      // Codes may be narrow though the marked one, which came later, is not.
      if let single = marks.single.flatMap({ UInt8(exactly: $0) }) {
        return append(codes, marks) { block, _, _ in tally_mask_of_equal(block, single) }
      }
    #endif
    append(codes, marks) { tally_mask_accepted_8($0, $1, $2) }
  }

  /// Appends rows of wider codes.
  mutating func append(_ codes: Swift.Span<UInt16>, _ marks: CodeMarks) {
    append(codes, marks) { tally_mask_accepted_16($0, $1, $2) }
  }

  /// Appends rows of the widest codes.
  mutating func append(_ codes: Swift.Span<UInt32>, _ marks: CodeMarks) {
    append(codes, marks) { tally_mask_accepted_32($0, $1, $2) }
  }

  /// Pointers, for the shim loads 64 codes at once, which there are behind the address of each
  /// block, and looks them up in the table, never beyond its last place.
  @inline(__always)
  private mutating func append<Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Swift.Span<Code>, _ marks: CodeMarks,
    _ block: (UnsafePointer<Code>, UnsafePointer<UInt8>, UInt32) -> UInt64
  ) {
    let total = codes.count
    guard !marks.isEmpty, total > 0 else {
      count += total
      return
    }
    let last = UInt32(truncatingIfNeeded: marks.table.count - 1)
    let (start, whole) = (count, total / 64)
    var bits = words.mutableSpan
    codes.withUnsafeBufferPointer { codes in
      marks.table.withUnsafeBufferPointer { table in
        guard let base = codes.baseAddress, let accepted = table.baseAddress else { return }
        for word in 0..<whole {
          MarkBits.put(block(base + word &* 64, accepted, last), at: start &+ word &* 64, &bits)
        }
      }
    }
    var rest: UInt64 = 0
    for row in (whole * 64)..<total {
      let code = Int(truncatingIfNeeded: codes[row])
      rest |= UInt64(marks.table[min(code, Int(last))]) &<< UInt64(row & 63)
    }
    if total % 64 > 0 { MarkBits.put(rest, at: start + whole * 64, &bits) }
    count += total
  }

  /// Puts 64 bits from a row on.
  @inline(__always)
  private static func put(_ word: UInt64, at row: Int, _ bits: inout MutableSpan<UInt64>) {
    let (index, shift) = (row &>> 6, UInt64(truncatingIfNeeded: row & 63))
    bits[index] |= word &<< shift
    if shift > 0 { bits[index &+ 1] |= word &>> (64 &- shift) }
  }
}
