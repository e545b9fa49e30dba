// Decimals as they are written, against Python's fractions and whole numbers made into text.

import Testing

@testable import Tally

@Suite struct DecimalTests {
  /// The number that a text is nearest to, as the standard library reads it.
  private static func read(_ digits: Int128, _ places: Int) -> Double {
    Double("\(digits)e-\(places)").map { $0 + 0 } ?? .nan
  }

  /// Up to fifteen digits, and up to so many of them behind the point.
  private static func made(_ random: inout SplitMix64, places most: Int = 12) -> (Int128, Int) {
    let size = [9, 1000, 1_000_000, 999_999_999_999_999][random.below(4)]
    let digits = Int128(random.below(size + 1)) * (random.percent(50) ? 1 : -1)
    return (digits, random.below(most + 1))
  }

  private static func power(_ places: Int) -> Int128 {
    (0..<places).reduce(1) { power, _ in power * 10 }
  }

  @Test func aNumberIsTheDecimalItWasWrittenAs() throws {
    var random = SplitMix64(seed: 100)
    for _ in 0..<20_000 {
      var (digits, places) = Self.made(&random, places: 20)
      let written = try #require(Written(Self.read(digits, places)))
      while places > 0, digits % 10 == 0 { (digits, places) = (digits / 10, places - 1) }
      #expect(written.digits == Int(digits) && written.places == places)
    }
    for number in [1.0 / 3, 0.1 + 0.2, 1e300, 1e-300, .infinity, -.infinity, .nan, 0.1.nextUp] {
      #expect(Written(number) == nil, "\(number)")
    }
    #expect(Written(-0.0)?.digits == 0)
    #expect(Written(0x1p53)?.places == 0)
    #expect(Written(0.12345678901234567) == nil)
  }

  @Test func arithmeticIsThatOfAPencil() {
    var random = SplitMix64(seed: 101)
    for _ in 0..<20_000 {
      let ((m, p), (n, q)) = (Self.made(&random), Self.made(&random, places: 8))
      let (a, b) = (Self.read(m, p), Self.read(n, q))
      let places = max(p, q)
      let (x, y) = (m * Self.power(places - p), n * Self.power(places - q))
      #expect(Written.sum(a, b) == Self.read(x + y, places))
      #expect(Written.difference(a, b) == Self.read(x - y, places))
      #expect(Written.mean(a, b) == Self.read((x + y) * 5, places + 1))
      #expect(Written.product(a, b) == Self.read(m * n, p + q))
      // A quotient that has an end: the product's by one of its factors.
      if n != 0, (m * n).magnitude < 1_000_000_000_000_000 {
        #expect(Written.quotient(Self.read(m * n, p + q), b) == a)
      }
    }
    #expect(Written.sum(0.1, 0.2) == 0.3)
    #expect(Written.quotient(2.1, 3) == 0.7)
    #expect(Written.quotient(0.3, 0.1) == 3)
    #expect(Written.sum(1.0 / 3, 1) == 1.0 / 3 + 1)
    #expect(Written.product(1e300, 0.1) == 1e300 * 0.1)
    #expect(Written.difference(0.1, 0.1).sign == .plus)
    #expect(Written.product(-0.1, 0).sign == .plus)
    #expect(Written.sum(.infinity, 0.1) == .infinity)
  }

  @Test func halvesThatWereWrittenGoAwayFromZero() {
    #expect(Written.rounded(2.675, 2) == 2.68)
    #expect(Written.rounded(-2.675, 2) == -2.68)
    #expect(Written.rounded(0.285, 2) == 0.29)
    #expect(Written.rounded(1.00499999999999, 2) == 1)
    #expect(Written.rounded(2.5, 0) == 3)
    #expect(Written.rounded(1250, -2) == 1300)
    #expect(Written.rounded(-1249.99, -2) == -1200)
    #expect(Written.rounded(0.04, 1) == 0)
    #expect(Written.rounded(123456.789, -12) == 0)
    #expect(Written.rounded(1.0 / 3, 2) == nil)
  }

  /// `float(Fraction(n, d))` rounds once.
  @Test func quotientsAreThoseOfPython() throws {
    var random = SplitMix64(seed: 102)
    let pairs = (0..<3000).map { _ -> (Int128, Int128) in
      let wide = UInt128(random.next()) << 64 | UInt128(random.next())
      let whole = Int128(truncatingIfNeeded: wide) >> Int128(random.below(127))
      return (whole, max(1, Int128(random.next() >> UInt64(random.below(63)))))
    }
    let script = """
      import sys
      from fractions import Fraction
      for line in sys.stdin:
          print(float(Fraction(*map(int, line.split()))).hex())
      """
    let found = try PythonLines.run(script, pairs.map { "\($0.0) \($0.1)" }).map { Double($0) }
    try #require(found.count == pairs.count)
    for (pair, expected) in zip(pairs, found) where pair.0 != .min {
      #expect(WholeNumbers.quotient(pair.0, pair.1) == expected, "\(pair)")
    }
  }

  // MARK: Columns

  @Test func aColumnKnowsItsDecimals() {
    #expect(Numbers([0.1, 2, -3.25]).decimals == Decimals(places: 2, greatest: 3.25))
    #expect(Numbers([1, 2]).decimals?.places == 0)
    #expect(Numbers([0.5, .infinity]).decimals == Decimals(places: 1, greatest: 0.5))
    // Some with more digits, and numbers too large for the places of others.
    #expect(Numbers([0.1, 1.0 / 3]).decimals?.areAll == false)
    #expect(Numbers([0.001, 1e13]).decimals?.areAll == false)
    #expect(Numbers([0.001, 1e300]).decimals?.areAll == false)
    #expect(Numbers([1.0 / 3, 1]).decimals == nil)
    #expect(Numbers([1e300, 1]).decimals == nil)
  }

  @Test func rowsAreWorkedOutAsTheyAreOneByOne() {
    var random = SplitMix64(seed: 103)
    for count in 0...200 {
      let kinds = (0..<2).map { _ in random.below(5) }
      let columns = kinds.map { kind in
        (0..<count).map { _ -> Double in
          switch kind {
          case 0: Double(random.below(100) - 50)
          case 1: Self.read(Int128(random.below(20_000) - 10_000), random.below(4))
          case 2: Self.read(Int128(random.below(1_000_000_000)), 6)
          case 3: Self.read(Self.made(&random).0, random.below(12))
          default: random.percent(20) ? .infinity : Double(random.below(100)) / 7
          }
        }
      }
      let (a, b) = (columns[0], columns[1])
      for operation in [Expr.Arithmetic.plus, .minus, .times, .over] {
        let found = DecimalColumns.combined(Numbers(a), operation, Numbers(b))
        let plain = zip(a, b).map { operation.of($0, $1) }
        #expect(found.map(\.bitPattern) == plain.map(\.bitPattern), "\(operation) \(kinds)")
      }
    }
  }

  /// Both kernels that add up decimals against sums of whole numbers.
  @Test func decimalsAreAddedUpBySlot() throws {
    var random = SplitMix64(seed: 104)
    for count in Array(0...200) + [4095, 4096, 65_536] {
      let digits = (0..<count).map { _ in random.below(2_000_000) - 1_000_000 }
      let numbers = digits.map { Self.read(Int128($0), 3) } + [0.001]
      let decimals = try #require(Numbers(numbers).addUpAsWhole)
      let rows = (0..<(count + 63) / 64).map { _ in random.next() }
      var words = rows
      if count % 64 > 0 { words[count / 64] &= (1 << UInt64(count % 64)) - 1 }
      let slots = (0..<count).map { _ in UInt32(random.below(5)) }
      var expected = [Int](repeating: 0, count: 5)
      for row in 0..<count where words[row / 64] >> UInt64(row % 64) & 1 == 1 {
        expected[Int(slots[row])] += digits[row] * (decimals.places == 3 ? 1 : 0)
      }
      let values = numbers.span.extracting(0..<count)
      var (sums, few) = ([Int](repeating: 0, count: 5), [Int](repeating: 0, count: 5))
      SlotKernels.sum(values, decimals, words.span, slots.span, &sums)
      let places = (0..<count).map { UInt32($0) }
      FewRowKernels.sum(values, decimals, words.span, places.span, slots.span, &few)
      #expect(sums == expected && few == expected, "\(count)")
    }
  }

  /// Sums of numbers of which some are no decimals: the others still are.
  @Test func mixedNumbersAreAddedUp() {
    func sum(_ numbers: [Double]) -> Double {
      var sum = ExactSum(Decimals(of: numbers))
      for number in numbers { sum.add(number) }
      return sum.value
    }
    #expect(sum([0.1, 0.2, -0.3, 1.0 / 3, -1.0 / 3]) == 0)
    #expect(sum([1e300, 0.1, 0.2, -1e300]) == 0.3)
    #expect(sum([12_345_678_901_234.5, 0.0625, 0.0375, -12_345_678_901_234.5]) == 0.1)
    #expect(sum([0.1, .infinity]) == .infinity)
    // Fourteen digits behind the point of one, and fifteen digits of the others.
    #expect(
      sum([99_999_999_999_999.9, -99_999_999_999_999.7, 0.12345678901234]) == 0.32345678901234)
    #expect(sum([250_000_000.35, -250_000_000.25, 1e-19]) == 0.1)
    #expect(sum([900_719_925_474_099, 900_719_925_474_099.5, 1e-20]) == 1_801_439_850_948_198.5)
    #expect(sum([]) == 0)
  }

  // MARK: Questions

  private static func session(_ text: String) throws -> Session {
    try OwnWorld.session(OwnData(tables: [try OwnTable("rows", csv: Array(text.utf8))]))
  }

  private static let table = """
    id,v,w,k,big
    1,0.1,1.5,a,0.001
    2,0.2,2.25,a,1234567890123.5
    3,-0.3,0.125,a,-1234567890123.5
    4,0.3,10,b,1e300
    5,2.675,0.0001,b,0.12345678901234567
    6,-0.00,3,c,7

    """

  @Test(arguments: [
    ("sum v of rows where k is \"a\"", 0.0), ("sum v of rows", 2.975),
    ("count rows where v * 3 > 0.3", 3), ("count rows where v * 3 is 0.3", 1),
    ("count rows where v - 0.1 is 0.2", 1), ("count rows where v / 3 is 0.1", 1),
    ("count rows where v / 0.1 is 3", 1), ("count rows where round(v, 2) is 2.68", 1),
    ("average v of rows where id < 3", 0.15), ("median v of rows where id < 3", 0.15),
    // 0.15 + 0.45 - 0.0375 + 3 + 0.0002675 + 0
    ("sum (v * w) of rows", 3.5627675), ("sum (v + w) of rows where id < 4", 3.875),
    ("sum big of rows where id < 4", 0.001), ("max v of rows where v < 0.1", 0),
  ]) func whatIsAskedOfDecimals(_ question: String, _ expected: Double) throws {
    let bounds = OwnWorld.bounds(question, try Self.session(Self.table))
    #expect(bounds == [expected, expected], "\(question)")
  }
}
