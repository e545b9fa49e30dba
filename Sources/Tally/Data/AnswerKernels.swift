// Answers of rows as digits: 0 for yes, 1 for no, 2 for neither; eight rows a word.

/// Loops that turn pairs of bitmaps into numbers of rows. No row is in both of a pair.
enum AnswerKernels {
  /// More digits to the base of three than this do not fit into a byte.
  static let mostDigits = 5

  /// Puts a further digit behind the number that each row has: three times it and the digit. The
  /// eight rows of a word are done at once, for no byte overflows into the next.
  static func append(
    _ yes: Swift.Span<UInt64>, _ no: Swift.Span<UInt64>, to numbers: inout [UInt64]
  ) {
    var words = numbers.mutableSpan
    for word in 0..<min(yes.count, no.count, words.count / 8) {
      for part in 0..<8 {
        let at = word &* 8 &+ part
        words[at] = words[at] &* 3 &+ digits(yes[word], no[word], part)
      }
    }
  }

  /// The digits of eight rows of sixty-four.
  @inline(__always)
  static func digits(_ yes: UInt64, _ no: UInt64, _ part: Int) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: part &* 8)
    let isYes = spread(yes &>> shift & 0xFF)
    return 0x0202_0202_0202_0202 &- isYes &- isYes &- spread(no &>> shift & 0xFF)
  }

  /// Eight bits as the lowest bits of eight bytes.
  @inline(__always)
  private static func spread(_ bits: UInt64) -> UInt64 {
    let each = (bits &* 0x0101_0101_0101_0101) & 0x8040_2010_0804_0201
    return ((each &+ 0x7F7F_7F7F_7F7F_7F7F) &>> 7) & 0x0101_0101_0101_0101
  }

  /// Counts the rows of a set by their numbers: `first` times `factor`, and `second`.
  static func count(
    _ rows: Swift.Span<UInt64>, _ first: Swift.Span<UInt64>, _ second: Swift.Span<UInt64>,
    _ factor: Int, _ counts: inout [Int]
  ) {
    var sums = counts.mutableSpan
    for word in 0..<min(rows.count, first.count / 8, second.count / 8) {
      let wanted = rows[word]
      guard wanted != 0 else { continue }
      for part in 0..<8 {
        var rest = wanted &>> UInt64(truncatingIfNeeded: part &* 8) & 0xFF
        let (high, low) = (first[word &* 8 &+ part], second[word &* 8 &+ part])
        while rest != 0 {
          let shift = UInt64(truncatingIfNeeded: rest.trailingZeroBitCount &* 8)
          let number = Int(truncatingIfNeeded: high &>> shift & 0xFF) &* factor
          sums[number &+ Int(truncatingIfNeeded: low &>> shift & 0xFF)] &+= 1
          rest &= rest &- 1
        }
      }
    }
  }
}
