// Zone maps against plain loops: the ends of blocks, what they settle, and sets worked out with them.

import Testing

@testable import Tally

@Suite struct ZoneTests {
  private static let lengths = Array(1...200) + [4095, 4096, 4097, 65_535, 65_536]

  private static func mask(_ count: Int, _ percent: Int, _ random: inout SplitMix64) -> Bitmap {
    var bits = Bitmap(count: count)
    for row in 0..<count where random.percent(percent) { bits[row] = true }
    return bits
  }

  @Test func endsAreThoseOfTheValuesThatCount() {
    var random = SplitMix64(seed: 71)
    for count in Self.lengths {
      let whole = (0..<count).map { _ in Int16(truncatingIfNeeded: random.next()) }
      let real = (0..<count).map { _ in Double(random.below(2000) - 1000) / 8 }
      for percent in [0, 3, 60, 100] {
        let mask = Self.mask(count, percent, &random)
        let rows = (0..<count).filter { mask[$0] }
        let ends = ZoneKernels.ends(whole.span, mask.words[...])
        #expect(ends?.least == rows.map { whole[$0] }.min(), "\(count) rows")
        #expect(ends?.most == rows.map { whole[$0] }.max())
        let fractions = ZoneKernels.ends(real.span, mask.words[...])
        #expect(fractions?.least == rows.map { real[$0] }.min())
        #expect(fractions?.most == rows.map { real[$0] }.max())
      }
      let all = ZoneKernels.ends(whole.span, nil)
      #expect(all?.least == whole.min() && all?.most == whole.max())
    }
  }

  @Test func onlyColumnsInOrderHaveZones() throws {
    let count = Zones.leastRows + 77
    var random = SplitMix64(seed: 72)
    let rising = Numbers((0..<count).map { Double($0 / 1000) })
    let shuffled = Numbers((0..<count).map { _ in Double(random.below(300)) })
    #expect(Zones(.numbers(shuffled), valued: nil) == nil)
    let zones = try #require(Zones(.numbers(rising), valued: nil))
    let wanted = (0..<5).map { block in
      let rows = block * 65_536..<min((block + 1) * 65_536, count)
      return Zones.Ends(
        least: Double(rows.lowerBound / 1000), most: Double((rows.upperBound - 1) / 1000))
    }
    #expect(zones.ends == wanted)
    let few = Numbers((0..<Zones.leastRows - 1).map { Double($0) })
    #expect(Zones(.numbers(few), valued: nil) == nil)
  }

  /// Rows that lie in order but for some, of which others have no value.
  private static func column(_ count: Int, _ random: inout SplitMix64) -> Column {
    let step = [1, 700, 20_000][random.below(3)]
    let falls = random.percent(30)
    let unknown = random.percent(50) ? mask(count, 10, &random) : Bitmap(count: count)
    let none = random.percent(30) ? mask(count, 5, &random) : Bitmap(count: count)
    let values = (0..<count).map { row -> Int in
      if unknown[row] || none[row] { return 0 }
      return (falls ? count - row : row) / step + 100
    }
    switch random.below(4) {
    case 0: return Column(.numbers(values.map { Double($0) }), unknown: unknown, none: none)
    case 1: return Column(.numbers(values.map { Double($0) / 4 }), unknown: unknown, none: none)
    case 2:
      let days = values.map { Int32($0) }
      return Column(.date(first: days, last: days), unknown: unknown, none: none)
    default:
      return Column(.link(rows: values.map { Int32($0) }), unknown: unknown, none: none)
    }
  }

  private static func test(_ column: Column, _ random: inout SplitMix64) -> RowTest {
    let known = (0..<40).map { _ in random.below(column.count) }
    func ends(_ value: (Int) -> Double) -> (Double, Double) {
      let (a, b) = (value(known[0]), value(known[1]))
      return (min(a, b), max(a, b))
    }
    switch column.values {
    case .number(let numbers, _):
      let (from, to) = ends { numbers[$0] }
      return .numbers(numbers, from: random.percent(20) ? -.infinity : from, to: to)
    case .date(let days, _):
      let (from, to) = ends { Double(days[$0]) }
      return .days(days, from: Int32(from), to: random.percent(20) ? .max : Int32(to))
    case .link(let rows):
      var accepted = [UInt8](repeating: 0, count: column.count + 200)
      let (from, to) = ends { Double(rows[$0]) }
      if random.percent(50) {
        for code in Int(from)...Int(to) { accepted[code] = 1 }
      } else {
        for row in known.prefix(1 + random.below(39)) { accepted[Int(rows[row])] = 1 }
      }
      return .linked(rows, AcceptedCodes(accepted))
    case .answer, .history, .text: return .numbers([], from: 0, to: 0)
    }
  }

  /// A program over sets, and the same without zones.
  @Test(arguments: MadeScale.seeds(6)) func setsAreThoseThatALookAtEachRowGives(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) &+ 7300)
    let count = Zones.leastRows + random.below(70_000)
    var (zoned, plain) = (BitProgram(count: count), BitProgram(count: count))
    var sets: [(zoned: BitProgram.Bits, plain: BitProgram.Bits)] = []
    for _ in 0..<4 {
      let column = Self.column(count, &random)
      for _ in 0..<2 {
        let test = Self.test(column, &random)
        let (a, b) = (
          zoned.rows(where: test, column.zones(of: test.values)), plain.rows(where: test)
        )
        let empty = zoned.either(zoned.unknown(of: column), zoned.none(of: column))
        let without = plain.either(plain.unknown(of: column), plain.none(of: column))
        sets.append((zoned.minus(a, empty), plain.minus(b, without)))
      }
    }
    #expect(!zoned.verdicts.isEmpty)
    for _ in 0..<24 {
      let (a, b) = (sets[random.below(sets.count)], sets[random.below(sets.count)])
      switch random.below(4) {
      case 0: sets.append((zoned.both(a.zoned, b.zoned), plain.both(a.plain, b.plain)))
      case 1: sets.append((zoned.either(a.zoned, b.zoned), plain.either(a.plain, b.plain)))
      case 2: sets.append((zoned.minus(a.zoned, b.zoned), plain.minus(a.plain, b.plain)))
      default: sets.append((zoned.not(a.zoned), plain.not(a.plain)))
      }
    }
    for at in sets.indices { sets.swapAt(at, random.below(sets.count)) }
    var (machine, reference) = (BitMachine(zoned), BitMachine(plain))
    for block in 0..<BitMachine.blocks(of: count) {
      machine.start(block: block)
      reference.start(block: block)
      for set in sets {
        let wanted = reference.with(set.plain) { span in (0..<span.count).map { span[$0] } }
        if machine.isEmpty(set.zoned) { #expect(wanted.allSatisfy { $0 == 0 }) }
        #expect(machine.population(set.zoned) == reference.population(set.plain))
        let found = machine.with(set.zoned) { span in (0..<span.count).map { span[$0] } }
        #expect(found == wanted, "block \(block)")
        if found != wanted { return }
      }
    }
  }
}
