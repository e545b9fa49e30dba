// Codes of columns with few distinct cells, such as answers: two bits a row.

/// Codes below four: the lower and the higher bits of 64 rows in a word each.
struct TwoBitCodes: Sendable {
  /// How many codes there are at most.
  static let most = 4

  let rows: Int
  private let low: PieceValues<UInt64>
  private let high: PieceValues<UInt64>

  /// The codes of some rows, all of them below four. `LoaderCodeTests` holds it to the codes.
  init(_ codes: UnsafeBufferPointer<UInt8>, _ memory: PieceMemory) {
    rows = codes.count
    let number = (codes.count + 63) / 64
    let low: UnsafeMutablePointer<UInt64> = memory.room(for: number)
    let high: UnsafeMutablePointer<UInt64> = memory.room(for: number)
    low.update(repeating: 0, count: number)
    high.update(repeating: 0, count: number)
    TwoBitCodes.pack(codes, low, high)
    self.low = PieceValues(start: UnsafePointer(low), count: number)
    self.high = PieceValues(start: UnsafePointer(high), count: number)
  }

  /// Unsafe, for both have a word for each 64 codes or fewer.
  private static func pack(
    _ codes: UnsafeBufferPointer<UInt8>, _ lows: UnsafeMutablePointer<UInt64>,
    _ highs: UnsafeMutablePointer<UInt64>
  ) {
    let whole = codes.count / 64
    let bytes = UnsafeRawBufferPointer(codes)
    for word in 0..<whole {
      var (lower, higher): (UInt64, UInt64) = (0, 0)
      for group in 0..<8 {
        let some = bytes.loadUnaligned(
          fromByteOffset: word &* 64 &+ group &* 8, as: UInt64.self
        ).littleEndian
        lower |= gathered(some) &<< UInt64(group &* 8)
        higher |= gathered(some &>> 1) &<< UInt64(group &* 8)
      }
      (lows[word], highs[word]) = (lower, higher)
    }
    for row in (whole * 64)..<codes.count {
      lows[whole] |= UInt64(codes[row] & 1) &<< UInt64(row & 63)
      highs[whole] |= UInt64(codes[row] &>> 1 & 1) &<< UInt64(row & 63)
    }
  }

  /// The lowest bit of each of eight bytes: one product brings them together.
  @inline(__always)
  private static func gathered(_ bytes: UInt64) -> UInt64 {
    ((bytes & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// A row's code.
  @inline(__always)
  subscript(row: Int) -> Int {
    let bit = UInt64(truncatingIfNeeded: row & 63)
    return Int(
      truncatingIfNeeded: low.start[row &>> 6] &>> bit & 1
        | (high.start[row &>> 6] &>> bit & 1) &<< 1)
  }

  /// Calls a body for each 64 rows, or fewer at the end, with a bit for each that has one of some
  /// codes.
  func each(of codes: [Int], _ body: (_ word: UInt64, _ rows: Int) -> Void) {
    for index in 0..<low.count {
      var word: UInt64 = 0
      let (low, high) = (low.start[index], high.start[index])
      for code in codes {
        word |= (code & 1 > 0 ? low : ~low) & (code & 2 > 0 ? high : ~high)
      }
      let own = min(64, rows - index * 64)
      body(own == 64 ? word : word & ((1 << UInt64(own)) - 1), own)
    }
  }
}
