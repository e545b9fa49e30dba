// Rows numbered by what several fields say, held to a dictionary of what each row says.

import Testing

@testable import Tally

@Suite("Numbers of rows") struct RowNumberingTests {
  private static let grounds: [Ground] = [
    Ground(value: .yes, basis: "law"), Ground(value: .no, basis: "law"), Ground(value: .unknown),
    Ground(value: .yes, basis: "listed"), Ground(value: .unknown, reason: "no rule found"),
  ]

  @Test("rows have one number where all fields say the same", arguments: 0...200)
  func numbers(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    for width in 1...4 {
      let fields = (0..<width).map { _ in
        // Codes that change at each row, and codes that stay for some.
        let rest = count % 2 * 20
        var code = 0
        let codes = (0..<count).map { _ in
          if Int.random(in: 0...rest, using: &random) == 0 { code = random.below(5) }
          return code
        }
        return SaidColumn("field", Codes(codes), Self.grounds, bases: ["law", "listed"])
      }
      let numbering = RowNumbering(rows: count, fields)
      var numbers: [[Int]: Int] = [:]
      var (counts, firsts, digits): ([Int], [Int], [Int]) = ([], [], [])
      for row in 0..<count {
        let said = fields.map { $0.numbers[$0.codes[row]] }
        let number = numbers[said, default: counts.count]
        if number == counts.count {
          numbers[said] = number
          counts.append(0)
          firsts.append(row)
          digits += said
        }
        counts[number] += 1
        #expect(Int(numbering.codes[row]) == number)
      }
      #expect(numbering.width == width)
      #expect(numbering.counts == counts)
      #expect(numbering.firsts == firsts)
      #expect(numbering.digits == digits)
    }
  }
}
