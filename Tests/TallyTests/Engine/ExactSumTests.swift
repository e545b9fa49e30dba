// Sums without error, against Python's `math.fsum` and sums that can be done by hand.

import Testing

@testable import Tally

@Suite struct ExactSumTests {
  private static func sum(_ numbers: [Double]) -> Double {
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    return sum.value
  }

  @Test func whatIsLostInOneOrderIsNotLostHere() {
    #expect(Self.sum([]) == 0)
    #expect(Self.sum([1e16, 1, -1e16]) == 1)
    #expect(Self.sum([1, 1e100, 1, -1e100]) == 2)
    // One tenth is a little more than 1/10; ten of them are nearest to 1.
    #expect(Self.sum([Double](repeating: 0.1, count: 10)) == 1)
    #expect(Self.sum([0.1, 0.2, -0.3]) == 0x1p-55)
    #expect(Self.sum([1, .infinity]) == .infinity)
    #expect(Self.sum([.infinity, -.infinity]).isNaN)
    // Half way between two numbers the even one is nearest; a little more decides.
    #expect(Self.sum([0x1p53, 1]) == 0x1p53)
    #expect(Self.sum([0x1p53, 1, 0x1p-60]) == 0x1p53 + 2)
    #expect(Self.sum([0x1p53, 1, 1e-300]) == 0x1p53 + 2)
  }

  @Test func orderAndPartsDoNotMatter() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<200 {
      var numbers = (0..<random.below(60)).map { _ in Self.number(&random) }
      let sum = Self.sum(numbers)
      numbers.shuffle(using: &random)
      #expect(Self.sum(numbers) == sum)
      let cut = random.below(numbers.count + 1)
      var (first, second) = (ExactSum(), ExactSum())
      for number in numbers[..<cut] { first.add(number) }
      for number in numbers[cut...] { second.add(number) }
      second.add(first)
      #expect(second.value == sum)
    }
  }

  @Test func decimalsAreAddedAsTheyAreWritten() throws {
    func sum(_ numbers: [Double]) -> Double {
      var sum = ExactSum(Decimals(of: numbers))
      for number in numbers { sum.add(number) }
      return sum.value
    }
    #expect(sum([0.1, 0.2, -0.3]) == 0)
    #expect(sum([1.1, 2.2]) == 3.3)
    #expect(sum([Double](repeating: 0.07, count: 100)) == 7)
    // Sixteen digits, of which the sum is rounded once: 9007199254740.99 + 0.01.
    #expect(sum([9_007_199_254_740.99, 0.01]) == 9_007_199_254_741)
    let tenths = ExactSum(whole: 21, try #require(Decimals(of: [2.1])))
    #expect(tenths.value == 2.1)
    #expect(tenths.mean(of: 3) == 0.7)
    #expect(tenths.mirrored.mean(of: 7) == -0.3)
  }

  private static func number(_ random: inout SplitMix64) -> Double {
    let digits = Double(random.below(2_000_000) - 1_000_000)
    switch random.below(4) {
    case 0: return digits
    case 1: return digits / 1000
    case 2: return digits * Double(sign: .plus, exponent: random.below(120) - 60, significand: 1.1)
    default: return digits / 7
    }
  }

  /// Python's `math.fsum` rounds the true sum once.
  @Test func itIsThePythonSum() throws {
    var random = SplitMix64(seed: 7)
    let lists = (0..<300).map { _ in (0..<random.below(40)).map { _ in Self.number(&random) } }
    let script = """
      import math, struct, sys
      for line in sys.stdin:
          bits = [struct.unpack("<d", struct.pack("<Q", int(x)))[0] for x in line.split()]
          print(struct.unpack("<Q", struct.pack("<d", math.fsum(bits)))[0])
      """
    let lines = lists.map { $0.map { String($0.bitPattern) }.joined(separator: " ") }
    let sums = try PythonLines.run(script, lines).compactMap { UInt64($0) }
      .map(Double.init(bitPattern:))
    #expect(sums == lists.map { Self.sum($0) + 0 })
  }

  /// Against the library's own conversion: every length of number, and ties between two.
  @Test func wholeNumbersAreRoundedToTheNearest() {
    var random = SplitMix64(seed: 77)
    for bits in 0...127 {
      for _ in 0..<50 {
        let wide = UInt128(random.next()) << 64 | UInt128(random.next())
        let cut = bits == 0 ? 0 : Int128(truncatingIfNeeded: wide >> UInt128(128 - bits))
        // Half way between two numbers, and just beside it.
        let half = bits > 54 ? (cut >> Int128(bits - 54)) << Int128(bits - 54) : cut
        for whole in [cut, half, half | 1, half &- 1] {
          #expect(WholeNumbers.nearest(whole) == Double(whole))
          #expect(WholeNumbers.nearest(0 &- whole) == Double(0 &- whole))
        }
      }
    }
    #expect(WholeNumbers.nearest(.min) == Double(Int128.min))
    #expect(WholeNumbers.nearest(.max) == Double(Int128.max))
  }
}
