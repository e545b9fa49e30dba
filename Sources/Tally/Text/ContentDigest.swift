// A fast digest of the bytes of a file: what tells two large files apart at the speed of reading.

/// A digest of some bytes, in 128 bits.
///
/// Equal bytes have equal digests, and other bytes have others but for one chance in 2^64 or less.
/// It is no cryptographic one: who wants to can make two files of one digest, which `SHA256` rules
/// out at some thirty times the cost.
public struct ContentDigest: Sendable, Equatable {
  /// How many bytes there were.
  public let count: Int
  private let halves: (UInt64, UInt64)

  fileprivate init(_ count: Int, _ halves: (UInt64, UInt64)) {
    self.count = count
    self.halves = halves
  }

  /// The digest of bytes that are there.
  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8]) {
    var hasher = ContentHasher()
    hasher.add(bytes.span.bytes)
    self = hasher.digest
  }

  /// The digest as 32 digits.
  public var text: String { ContentDigest.hex(halves.0) + ContentDigest.hex(halves.1) }

  private static func hex(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether two are the same.
  public static func == (a: ContentDigest, b: ContentDigest) -> Bool {
    a.count == b.count && a.halves == b.halves
  }
}

/// Makes a digest of bytes that come in pieces, however they are cut.
///
/// Each 64 bytes go into four lanes, sixteen bytes into each: both words are mixed with a key, the
/// first with the lane as well, so that the order counts, and the halves of their product are put
/// into the turned lane, so that no later byte hides an earlier one. The last bytes are filled up
/// with zeros.
/// `ContentDigestTests` holds it to the plain way.
public struct ContentHasher: Sendable {
  /// At first each differs from its key in every bit: a word that is nothing does not undo it.
  private var lanes = ~ContentHasher.keys
  /// Bytes that are not a whole block yet.
  private var rest: [UInt8] = []
  private var count = 0

  /// A digest of nothing yet.
  public init() {}

  /// Keys without a pattern: the beginning of the fraction of pi.
  static let keys = SIMD4<UInt64>(
    0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89)
  @inline(__always) private static var blockSize: Int { 64 }

  /// Adds bytes behind those before.
  public mutating func add(_ bytes: RawSpan) {
    count += bytes.byteCount
    var start = 0
    if !rest.isEmpty {
      start = min(ContentHasher.blockSize - rest.count, bytes.byteCount)
      append(bytes, 0..<start)
      guard rest.count == ContentHasher.blockSize else { return }
      lanes = ContentHasher.mix(rest.span.bytes, lanes)
      rest = []
    }
    let whole = (bytes.byteCount - start) & ~(ContentHasher.blockSize - 1)
    lanes = ContentHasher.mix(bytes.extracting(start..<(start + whole)), lanes)
    append(bytes, (start + whole)..<bytes.byteCount)
  }

  private mutating func append(_ bytes: RawSpan, _ range: Range<Int>) {
    for place in range {
      rest.append(bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
    }
  }

  /// The digest of all bytes so far.
  public var digest: ContentDigest {
    var lanes = lanes
    if !rest.isEmpty {
      let filled = rest + [UInt8](repeating: 0, count: ContentHasher.blockSize - rest.count)
      lanes = ContentHasher.mix(filled.span.bytes, lanes)
    }
    let length = UInt64(truncatingIfNeeded: count)
    let halves = [0, 1].map { half in
      (0..<4).reduce(ContentHasher.keys[half] ^ length) { sum, lane in
        let key = ContentHasher.keys[(half + lane) % 4]
        let other = ContentHasher.keys[(half + lane + 1) % 4]
        return ContentHasher.turn(sum, lanes[lane], lanes[lane] ^ length, key, other, 29)
      }
    }
    return ContentDigest(count, (halves[0], halves[1]))
  }

  /// The lanes behind some whole blocks.
  static func mix(_ blocks: RawSpan, _ lanes: SIMD4<UInt64>) -> SIMD4<UInt64> {
    func word(_ place: Int) -> UInt64 {
      blocks.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self).littleEndian
    }
    let (k, l, m, n) = (keys[0], keys[1], keys[2], keys[3])
    var (a, b, c, d) = (lanes[0], lanes[1], lanes[2], lanes[3])
    var place = 0
    // Each word lies within the blocks: their bytes are a multiple of sixty-four.
    while place &+ blockSize <= blocks.byteCount {
      a = turn(a, word(place), word(place &+ 8), k, l, 29)
      b = turn(b, word(place &+ 16), word(place &+ 24), l, m, 31)
      c = turn(c, word(place &+ 32), word(place &+ 40), m, n, 37)
      d = turn(d, word(place &+ 48), word(place &+ 56), n, k, 41)
      place &+= blockSize
    }
    return SIMD4(a, b, c, d)
  }

  /// A lane turned by two words and their keys. Each lane is turned by another number of bits, also
  /// for the compiler: it would make vectors of two lanes, which are slower.
  @inline(__always)
  private static func turn(
    _ lane: UInt64, _ first: UInt64, _ second: UInt64, _ key: UInt64, _ other: UInt64,
    _ bits: UInt64
  ) -> UInt64 {
    let product = (first ^ key ^ lane).multipliedFullWidth(by: second ^ other)
    let turned = lane &<< bits | lane &>> (64 &- bits)
    // Both words once more: they count also where the other side of the product is nothing.
    return turned ^ (product.high &+ second) ^ (product.low &+ first)
  }
}
