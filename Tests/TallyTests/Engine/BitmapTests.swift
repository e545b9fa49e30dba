// Bitmaps against sets of numbers.

import Testing

@testable import Tally

@Suite struct EngineBitmapTests {
  @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 200]) func bitmapsAreSets(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for _ in 0..<20 {
      let a = Set((0..<count).filter { _ in random.percent(40) })
      let b = Set((0..<count).filter { _ in random.percent(40) })
      let x = Bitmap(count: count) { a.contains($0) }
      let y = Bitmap(count: count) { b.contains($0) }
      #expect(x.rows == a.sorted())
      #expect((x & y).rows == a.intersection(b).sorted())
      #expect((x | y).rows == a.union(b).sorted())
      #expect((x - y).rows == a.subtracting(b).sorted())
      #expect((~x).rows == Set(0..<count).subtracting(a).sorted())
      #expect(x.population == a.count && x.isEmpty == a.isEmpty && ~(~x) == x)
    }
  }

  @Test func filledOnesHaveNoBitsBeyondTheEnd() {
    for count in 0...130 {
      let full = Bitmap(count: count, filled: true)
      #expect(full.population == count && (~full).isEmpty)
      #expect(full == ~Bitmap(count: count))
    }
  }

  @Test func rowsAreSetAndCleared() {
    var bitmap = Bitmap(count: 70)
    for row in [0, 63, 64, 69] { bitmap[row] = true }
    #expect(bitmap.rows == [0, 63, 64, 69])
    bitmap[63] = false
    #expect(bitmap.rows == [0, 64, 69] && !bitmap[63] && bitmap[64])
  }
}
