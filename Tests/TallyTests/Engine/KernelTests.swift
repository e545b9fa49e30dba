// Each kernel against a plain loop: every length to 200, and lengths around a block.

import Testing

@testable import Tally

@Suite struct KernelTests {
  private static let lengths = Array(0...200) + [4095, 4096, 4097, 65_535, 65_536, 65_537]

  private static func bits(_ count: Int, _ random: inout SplitMix64) -> Bitmap {
    var bits = Bitmap(count: count)
    for row in 0..<count where random.percent(40) { bits[row] = true }
    return bits
  }

  @Test func setsAreJoinedAndCounted() {
    var random = SplitMix64(seed: 1)
    for count in Self.lengths {
      let (a, b) = (Self.bits(count, &random), Self.bits(count, &random))
      let wanted: [(BitKernels.Operation, (Bool, Bool) -> Bool)] = [
        (.both, { $0 && $1 }), (.either, { $0 || $1 }), (.minus, { $0 && !$1 }),
      ]
      for (operation, judge) in wanted {
        let plain = Bitmap(count: count) { judge(a[$0], b[$0]) }
        var words = [UInt64](repeating: .max, count: a.words.count)
        BitKernels.merge(operation, a.words.span, b.words.span, &words)
        #expect(words == plain.words, "\(operation) of \(count)")
        #expect(
          BitKernels.population(operation, a.words.span, b.words.span)
            == (0..<count).count { plain[$0] })
      }
      #expect(BitKernels.population(a.words.span) == (0..<count).count { a[$0] })
    }
  }

  private static func words(_ count: Int, _ test: (Int) -> Bool) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: (count + 63) / 64)
    for row in 0..<count where test(row) { words[row / 64] |= 1 << UInt64(row % 64) }
    return words
  }

  /// The words of a test of a column, into memory that holds something else.
  private static func tested(_ test: RowTest, _ count: Int) -> [UInt64] {
    var words = [UInt64](repeating: 0xABCD, count: (count + 63) / 64)
    test.test(0..<count, &words)
    return words
  }

  @Test func numbersLieBetweenTwoEnds() {
    var random = SplitMix64(seed: 2)
    for count in Self.lengths {
      let small = (0..<count).map { _ in Int8(truncatingIfNeeded: random.next()) }
      let short = (0..<count).map { _ in Int16(truncatingIfNeeded: random.next()) }
      let large = (0..<count).map { _ in Int32(truncatingIfNeeded: random.next()) }
      let real = (0..<count).map { _ in Double(random.below(2000) - 1000) / 8 }
      let columns = [
        Numbers(.bytes(small)), Numbers(.shorts(short)), Numbers(.ints(large)),
        Numbers(.doubles(real)),
      ]
      let ends: [(Double, Double)] = [
        (-.infinity, 3), (3, .infinity), (-50.5, 70.25), (4, 4), (5, 4), (-1e12, 1e12),
        (1e12, 2e12), (-.infinity, .infinity), (127, 32767), (0.1, 0.9),
        (Double(Int32.min), Double(Int32.max)),
      ]
      for numbers in columns {
        for (from, to) in ends {
          let plain = Self.words(count) { from <= numbers[$0] && numbers[$0] <= to }
          #expect(
            Self.tested(.numbers(numbers, from: from, to: to), count) == plain,
            "\(from)...\(to) of \(count)")
        }
      }
      for (from, to) in [(Int32.min, Int32(7)), (7, .max), (-9_000_000, 9_000_000), (1, 0)] {
        let plain = Self.words(count) { from <= large[$0] && large[$0] <= to }
        #expect(Self.tested(.days(large, from: from, to: to), count) == plain)
      }
    }
  }

  @Test func codesAreLookedUp() {
    var random = SplitMix64(seed: 3)
    for count in Self.lengths {
      for distinct in [1, 2, 200, 300, 3000, 4095, 4096, 70_000] {
        let codes = (0..<count).map { _ in random.below(distinct) }
        let accepted = (0..<distinct).map { _ in UInt8(random.below(2)) } + [0]
        let plain = Self.words(count) { accepted[codes[$0]] == 1 }
        let all = Codes(codes)
        #expect(Self.tested(.codes(all, accepted: accepted), count) == plain)
        // What stands at rows without a link is any number.
        var links = codes.map { Int32($0) }
        for row in links.indices where random.percent(5) {
          links[row] = random.percent(50) ? -1 : .max
        }
        let reached = Self.words(count) { row in
          links[row] >= 0 && links[row] < Int32(distinct) && accepted[Int(links[row])] == 1
        }
        #expect(Self.tested(.linked(links, AcceptedCodes(accepted)), count) == reached)
      }
    }
  }

  /// Codes that follow one another need no look-up; the ends of what a code can be are among them.
  @Test func runsOfCodesAreCompared() {
    var random = SplitMix64(seed: 13)
    let runs = [
      0...0, 0...5, 7...7, 9...254, 255...255, 250...299, 256...256, 300...69_000, 65_535...65_535,
      65_530...65_540, 69_999...69_999,
    ]
    for distinct in [3, 256, 300, 65_536, 70_000] {
      for run in runs.shuffled(using: &random).prefix(3) {
        let accepted = AcceptedCodes((0..<distinct).map { run.contains($0) ? 1 : 0 } + [0])
        for count in Self.lengths where count < 5000 {
          let codes = (0..<count).map { row in
            row % 3 == 0 ? run.lowerBound % distinct : random.below(distinct)
          }
          let plain = Self.words(count) { run.contains(codes[$0]) }
          #expect(Self.tested(.coded(Codes(codes), accepted), count) == plain, "\(run)")
          var links = codes.map { Int32($0) }
          for row in links.indices where random.percent(5) {
            links[row] = [-1, .max, .min][random.below(3)]
          }
          let reached = Self.words(count) { run.contains(Int(links[$0])) }
          #expect(Self.tested(.linked(links, accepted), count) == reached, "\(run)")
        }
      }
    }
  }

  /// A test that looks at some rows only says of these what it says of all.
  @Test func testsLookAtSomeRowsOnly() {
    var random = SplitMix64(seed: 14)
    for count in Self.lengths {
      let small = (0..<count).map { _ in Int8(truncatingIfNeeded: random.next()) }
      let short = (0..<count).map { _ in Int16(truncatingIfNeeded: random.next()) }
      let large = (0..<count).map { _ in Int32(truncatingIfNeeded: random.next()) }
      let real = (0..<count).map { _ in Double(random.below(2000) - 1000) / 8 }
      let codes = Codes((0..<count).map { _ in random.below(300) })
      let few = (0..<300).map { _ in UInt8(random.below(2)) } + [0]
      let tests: [RowTest] = [
        .numbers(Numbers(.bytes(small)), from: -9, to: 80), .codes(codes, accepted: few),
        .numbers(Numbers(.shorts(short)), from: -9000, to: 80), .days(large, from: -7, to: .max),
        .numbers(Numbers(.doubles(real)), from: -9, to: 80), .linked(large, AcceptedCodes(few)),
        .codes(codes, accepted: (0...300).map { 10..<20 ~= $0 ? 1 : 0 }),
      ]
      for share in [0, 2, 50] {
        let among = Self.words(count) { _ in random.percent(share) }
        for test in tests {
          var words = [UInt64](repeating: 0xABCD, count: among.count + 2)
          test.test(0..<count, among: among.span, &words)
          let plain = zip(Self.tested(test, count), among).map { $0 & $1 } + [0, 0]
          // Without words there are no rows that it could be told to look at.
          if count > 0 { #expect(words == plain, "\(count)") }
        }
      }
    }
  }

  /// A list of places gives what all rows give.
  @Test func fewRowsAreCountedAndAddedUp() {
    var random = SplitMix64(seed: 15)
    for count in Self.lengths where count < 5000 || count == 65_537 {
      for share in [0, 3, 40, 100] {
        let rows = Self.words(count) { _ in random.percent(share) }
        let part = Self.words(count) { _ in random.percent(50) }
        let other = Self.words(count) { _ in random.percent(30) }
        let wanted = (0..<count).filter { rows[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
        func has(_ words: [UInt64], _ row: Int) -> Bool {
          words[row / 64] >> UInt64(row % 64) & 1 == 1
        }
        var places = [UInt32](repeating: 0, count: wanted.count + 4)
        #expect(FewRowKernels.places(rows.span, &places) == wanted.count)
        #expect(places.prefix(wanted.count).map { Int($0) } == wanted)
        let list = places.span.extracting(0..<wanted.count)
        let codes = (0..<count).map { _ in Int16(random.below(7) + 100) }
        var slots = [UInt32](repeating: 0, count: wanted.count + 3)
        FewRowKernels.slots(codes.span, less: 100, list, &slots)
        #expect(slots.prefix(wanted.count).map { Int($0) } == wanted.map { Int(codes[$0]) - 100 })
        FewRowKernels.mark(other.span, with: 7, list, &slots)
        let marked = wanted.map { has(other, $0) ? 7 : Int(codes[$0]) - 100 }
        #expect(slots.prefix(wanted.count).map { Int($0) } == marked)
        let kept = slots
        let found = kept.span.extracting(0..<wanted.count)
        let whole = (0..<count).map { _ in Int32(truncatingIfNeeded: random.next()) }
        let real = (0..<count).map { _ in Double(random.below(2000) - 1000) / 7 }
        var (counts, wholes) = ([Int](repeating: 0, count: 8), [Int](repeating: 0, count: 8))
        var sums = [ExactSum](repeating: ExactSum(), count: 8)
        FewRowKernels.count(part.span, list, found, &counts)
        FewRowKernels.sum(whole.span, part.span, list, found, &wholes)
        FewRowKernels.sum(real.span, part.span, list, found, &sums)
        for slot in 0..<8 {
          let own = zip(wanted, marked).filter { $1 == slot && has(part, $0) }.map(\.0)
          #expect(counts[slot] == own.count)
          #expect(wholes[slot] == own.reduce(0) { $0 + Int(whole[$1]) })
          var sum = ExactSum()
          for row in own { sum.add(real[row]) }
          #expect(sums[slot].value == sum.value)
        }
        var ranked = [Int](repeating: 0, count: 8)
        FewRowKernels.count(part.span, of: rows.span, found, &ranked)
        #expect(ranked == counts)
        let no = zip(other, part).map { $0 & ~$1 }
        FewRowKernels.answers(part.span, no.span, list, &slots)
        #expect(
          slots.prefix(wanted.count).map { Int($0) }
            == wanted.map { has(part, $0) ? 0 : has(no, $0) ? 1 : 2 })
      }
    }
  }

  /// Numbers of any size are added up as they are one by one.
  @Test func fewNumbersAreAddedUpWithoutError() {
    var random = SplitMix64(seed: 16)
    let sizes = [0, -0.0, 1e-300, 0x1p-9, 0x1p-8, 0.1, 77.7, 1e10, 0x1p34, 1e300]
    for count in Self.lengths where count < 5000 || count == 65_536 {
      for isWild in [true, false] {
        let numbers = (0..<count).map { _ -> Double in
          guard isWild else { return Double(random.below(2_000_000) - 1_000_000) / 997 }
          return sizes[random.below(sizes.count)] * (random.percent(50) ? -1 : 1 / 3)
        }
        let part = Self.words(count) { _ in random.percent(70) }
        let places = (0..<count).map { UInt32($0) }
        let slots = (0..<count).map { _ in UInt32(random.below(5)) }
        var quick = [ExactSum](repeating: ExactSum(), count: 5)
        var plain = quick
        FewRowKernels.sum(numbers.span, part.span, places.span, slots.span, &quick)
        FewRowKernels.plainSum(numbers.span, part.span, places.span, slots.span, &plain)
        #expect(quick.map(\.value) == plain.map(\.value))
      }
    }
  }

  @Test func everyTruthOfAnAnswerIsACode() {
    var random = SplitMix64(seed: 4)
    for count in [0, 1, 63, 64, 65, 1000] {
      let yes = Self.bits(count, &random)
      let no = Self.bits(count, &random) - yes
      let test = RowTest.codes(Codes(yes: yes, no: no), accepted: [0, 1, 1, 0])
      #expect(Self.tested(test, count) == (~yes).words)
    }
  }

  @Test func programsGiveWhatBitmapsGive() {
    var random = SplitMix64(seed: 5)
    for count in [0, 1, 64, 200, 65_535, 65_536, 65_537, 1_200_000] {
      var program = BitProgram(count: count)
      var plain = [Bitmap(count: count), Bitmap(count: count, filled: true)]
      var steps = [BitProgram.none, BitProgram.all]
      for _ in 0..<3 {
        let bits = Self.bits(count, &random)
        plain.append(bits)
        steps.append(program.rows(bits))
      }
      // More steps than are looked through one by one.
      for _ in 0..<(count < 1000 ? 120 : 20) {
        let (a, b) = (random.below(steps.count), random.below(steps.count))
        switch random.below(4) {
        case 0:
          (steps, plain) = (
            steps + [program.both(steps[a], steps[b])], plain + [plain[a] & plain[b]]
          )
        case 1:
          (steps, plain) = (
            steps + [program.either(steps[a], steps[b])], plain + [plain[a] | plain[b]]
          )
        case 2:
          (steps, plain) = (
            steps + [program.minus(steps[a], steps[b])], plain + [plain[a] - plain[b]]
          )
        default: (steps, plain) = (steps + [program.not(steps[a])], plain + [~plain[a]])
        }
      }
      let finished = program
      for workers in [Workers.alone, Self.backwards(2), Self.backwards(3)] {
        #expect(finished.bitmaps(steps, workers, { false }) == plain, "\(count)")
        let counts = finished.scan(
          workers, { false }, from: [Int](repeating: 0, count: steps.count)
        ) {
          [steps] machine, counts in
          for (at, bits) in steps.enumerated() { counts[at] += machine.population(bits) }
        }
        for at in steps.indices {
          #expect(counts.reduce(0) { $0 + $1[at] } == plain[at].population)
        }
      }
    }
  }

  /// The same operations on the same sets are the same steps, whether there are few or many.
  @Test func equalStepsAreOne() {
    var program = BitProgram(count: 100)
    let leaves = (0..<40).map { _ in program.rows(Bitmap(count: 100)) }
    func all(_ program: inout BitProgram) -> [BitProgram.Bits] {
      leaves.flatMap { a in
        leaves.flatMap { b in [program.both(a, b), program.either(b, a), program.minus(a, b)] }
      }
    }
    let first = all(&program)
    let count = program.steps.count
    #expect(all(&program) == first)
    #expect(program.steps.count == count)
    // 40 sets in 780 pairs: both, either, and minus both ways.
    #expect(count == 2 + 40 + 780 * 4)
    for _ in 0..<3 {
      let joined = program.either(program.either(leaves[0], leaves[1]), leaves[1])
      #expect(joined == program.either(leaves[0], leaves[1]))
      let cut = program.both(leaves[1], program.both(leaves[0], leaves[1]))
      #expect(cut == program.both(leaves[0], leaves[1]))
    }
    #expect(program.steps.count == count)
  }

  /// Parts in an order that nobody should rely on.
  static func backwards(_ count: Int) -> Workers {
    Workers(count: count) { parts, body in for part in (0..<parts).reversed() { body(part) } }
  }
}
