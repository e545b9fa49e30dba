// The fast digest equals the plain way of it, however the bytes are cut, and shows every change.

import Testing

@testable import Tally

@Suite("Digest of a file") struct ContentDigestTests {
  /// The digest as its description has it, byte by byte: halves of products by long multiplication.
  private func plain(_ bytes: [UInt8]) -> String {
    let keys: [UInt64] = [
      0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0, 0x082E_FA98_EC4E_6C89,
    ]
    func turn(_ lane: UInt64, _ words: [UInt64], _ key: Int, bits: UInt64) -> UInt64 {
      let (high, low) = product(words[0] ^ keys[key % 4] ^ lane, words[1] ^ keys[(key + 1) % 4])
      return (lane << bits | lane >> (64 - bits)) ^ (high &+ words[1]) ^ (low &+ words[0])
    }
    var lanes = keys.map { ~$0 }
    let padded = bytes + [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64)
    for (number, start) in stride(from: 0, to: padded.count, by: 16).enumerated() {
      let words = [0, 8].map { at in
        (0..<8).reduce(0 as UInt64) { $0 | UInt64(padded[start + at + $1]) << UInt64(8 * $1) }
      }
      let lane = number % 4
      lanes[lane] = turn(lanes[lane], words, lane, bits: [29, 31, 37, 41][lane])
    }
    let length = UInt64(bytes.count)
    return [0, 1].map { half in
      var sum = keys[half] ^ length
      for lane in 0..<4 {
        sum = turn(sum, [lanes[lane], lanes[lane] ^ length], half + lane, bits: 29)
      }
      let digits = String(sum, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// The halves of a product, by the four products of halves.
  private func product(_ x: UInt64, _ y: UInt64) -> (high: UInt64, low: UInt64) {
    let mask: UInt64 = 0xFFFF_FFFF
    let (a, b, c, d) = (x >> 32, x & mask, y >> 32, y & mask)
    let middle = (b * d) >> 32 + (a * d) & mask + (b * c) & mask
    return (a * c + (a * d) >> 32 + (b * c) >> 32 + middle >> 32, x &* y)
  }

  private func random(_ count: Int, _ generator: inout SplitMix64) -> [UInt8] {
    (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
  }

  @Test func `it is the plain one, however the bytes are cut`() {
    var generator = SplitMix64(seed: 21)
    for length in Array(0...200) + [1000, 4095, 4096, 4097] {
      let bytes = random(length, &generator)
      let expected = plain(bytes)
      #expect(ContentDigest(bytes).text == expected)
      for _ in 0..<3 {
        var hasher = ContentHasher()
        var start = 0
        while start < length {
          let end = min(length, start + Int(generator.next() % 130))
          hasher.add(bytes.span.bytes.extracting(start..<end))
          start = end
        }
        #expect(hasher.digest.text == expected)
        #expect(hasher.digest.count == length)
      }
    }
  }

  @Test func `every changed byte and every length shows`() {
    var generator = SplitMix64(seed: 22)
    for bytes in [random(300, &generator), [UInt8](repeating: 0, count: 300)] {
      var seen: Set<String> = [ContentDigest(bytes).text]
      for place in bytes.indices {
        for change in [1, 0x80] as [UInt8] {
          var other = bytes
          other[place] ^= change
          #expect(seen.insert(ContentDigest(other).text).inserted, "byte \(place)")
        }
      }
      for length in 0..<300 {
        #expect(seen.insert(ContentDigest(Array(bytes.prefix(length))).text).inserted)
      }
    }
  }

  @Test func `blocks in another order have another digest`() {
    var generator = SplitMix64(seed: 23)
    let blocks = (0..<140).map { _ in random(64, &generator) }
    let digest = ContentDigest(blocks.flatMap(\.self))
    for distance in [1, 2, 29, 63, 64, 65, 128] {
      var other = blocks
      other.swapAt(3, 3 + distance)
      #expect(ContentDigest(other.flatMap(\.self)) != digest, "\(distance) blocks")
    }
  }

  @Test func `a table carries the digest of its whole file`() throws {
    let text = "A title\n\nname;n\n" + (0..<400).map { "\"Do\u{F1}a;\($0)\";\($0)\r\n" }.joined()
    for (bytes, encoding) in [
      (Array(text.utf8), TextEncoding?.none), (Array(text.utf8), .utf8),
      (text.unicodeScalars.map { UInt8($0.value) }, nil),
    ] {
      for (threads, stripe, round) in [(1, 1 << 19, 1 << 26), (1, 7, 50), (3, 64, 200), (2, 1, 9)] {
        var options = TableOptions(name: "t")
        options.encoding = encoding
        let table = try TableLoader.load(
          ByteSource(name: "any", bytes: bytes), options, workers: LentThreads.count(threads),
          size: RoundSize(stripe: stripe, round: round)
        ) { _, _ in true }
        #expect(table.digest == ContentDigest(bytes))
      }
    }
  }
}
