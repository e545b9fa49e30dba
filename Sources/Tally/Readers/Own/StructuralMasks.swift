// Which bytes of sixty-four are quotes, delimiters and line ends, as bits of a word each.

#if arch(x86_64)
  internal import CBlockMasks
#endif

/// Marks of a block of 64 bytes; the lowest bit is the first byte.
struct StructuralMasks: Equatable {
  var quotes: UInt64 = 0
  var delimiters: UInt64 = 0
  var feeds: UInt64 = 0
  var returns: UInt64 = 0

  /// The masks of the block at an address, of which 64 bytes must be readable.
  @inline(__always)
  static func of(_ block: UnsafePointer<UInt8>, delimiter: UInt8) -> StructuralMasks {
    #if arch(x86_64)
      StructuralMasks(
        quotes: tally_mask_of_equal(block, UInt8(ascii: "\"")),
        delimiters: tally_mask_of_equal(block, delimiter),
        feeds: tally_mask_of_equal(block, UInt8(ascii: "\n")),
        returns: tally_mask_of_equal(block, UInt8(ascii: "\r")))
    #else
      portable(block, delimiter: delimiter)
    #endif
  }

  /// The same where there is no instruction for it.
  ///
  /// Eight bytes at a time within a word: a byte is equal where the difference is zero, which
  /// shows in its highest bit without a carry; one product gathers the eight bits.
  /// `StructuralMasksTests` holds it to the plain loop.
  @inline(__always)
  static func portable(_ block: UnsafePointer<UInt8>, delimiter: UInt8) -> StructuralMasks {
    let delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    let raw = UnsafeRawPointer(block)
    var masks = StructuralMasks()
    for group in 0..<8 {
      let word = raw.loadUnaligned(fromByteOffset: group &* 8, as: UInt64.self).littleEndian
      let shift = UInt64(group &* 8)
      masks.quotes |= gathered(word ^ 0x2222_2222_2222_2222) &<< shift
      masks.delimiters |= gathered(word ^ delimiters) &<< shift
      masks.feeds |= gathered(word ^ 0x0A0A_0A0A_0A0A_0A0A) &<< shift
      masks.returns |= gathered(word ^ 0x0D0D_0D0D_0D0D_0D0D) &<< shift
    }
    return masks
  }

  /// A bit for each byte that is zero.
  @inline(__always)
  private static func gathered(_ difference: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let isOther = ((difference & low) &+ low) | difference | low
    return (((~isOther) &>> 7) &* 0x0102_0408_1020_4080) &>> 56
  }

  /// The bits from each odd quote to before the next one: what lies inside quotes, with the quote
  /// that opens and without the one that closes.
  @inline(__always)
  static func inside(_ quotes: UInt64) -> UInt64 {
    var bits = quotes
    bits ^= bits &<< 1
    bits ^= bits &<< 2
    bits ^= bits &<< 4
    bits ^= bits &<< 8
    bits ^= bits &<< 16
    return bits ^ bits &<< 32
  }
}
