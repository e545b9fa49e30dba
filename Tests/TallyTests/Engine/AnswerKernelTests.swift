// Answers as digits, and rows by the numbers that these make, against plain loops.

import Testing

@testable import Tally

@Suite struct AnswerKernelTests {
  private static let lengths = Array(0...200) + [511, 512, 513, 65_535, 65_536, 65_537]

  /// What each of some fields says of each row: 0 for yes, 1 for no, 2 for neither.
  private struct Made {
    var digits: [[Int]]
    var yes: [Bitmap] = []
    var no: [Bitmap] = []

    init(_ fields: Int, _ rows: Int, _ random: inout SplitMix64) {
      var digits: [[Int]] = []
      for _ in 0..<fields { digits.append((0..<rows).map { _ in random.below(3) }) }
      self.digits = digits
      for own in digits {
        yes.append(Bitmap(count: rows) { own[$0] == 0 })
        no.append(Bitmap(count: rows) { own[$0] == 1 })
      }
    }
  }

  @Test func answersAreCodes() {
    var random = SplitMix64(seed: 31)
    for rows in Self.lengths {
      let made = Made(1, rows, &random)
      var codes = [UInt32](repeating: 77, count: rows)
      let (yes, no) = (made.yes[0].words, made.no[0].words)
      SlotKernels.answers(yes.span, no.span, &codes)
      #expect(codes.map(Int.init) == made.digits[0], "\(rows) rows")
    }
  }

  @Test func combinationsAreCounted() {
    var random = SplitMix64(seed: 32)
    for rows in Self.lengths {
      for fields in rows > 1000 ? [8] : [1, 2, 5, 6, 8] {
        let made = Made(fields, rows, &random)
        let members = Bitmap(count: rows) { _ in random.percent(60) }
        var plain: [Int: Int] = [:]
        for row in 0..<rows where members[row] {
          plain[made.digits.reduce(0) { $0 * 3 + $1[row] }, default: 0] += 1
        }
        var first = [UInt64](repeating: 0, count: members.words.count * 8)
        var second = first
        for field in 0..<fields {
          let (yes, no) = (made.yes[field].words, made.no[field].words)
          if field < AnswerKernels.mostDigits {
            AnswerKernels.append(yes.span, no.span, to: &first)
          } else {
            AnswerKernels.append(yes.span, no.span, to: &second)
          }
        }
        let factor = (AnswerKernels.mostDigits..<max(fields, AnswerKernels.mostDigits))
          .reduce(1) { factor, _ in factor * 3 }
        var counts = [Int](repeating: 0, count: 6561)
        let wanted = members.words
        AnswerKernels.count(wanted.span, first.span, second.span, factor, &counts)
        let found = Dictionary(
          uniqueKeysWithValues: counts.enumerated().filter { $0.element > 0 }
            .map { ($0.offset, $0.element) })
        #expect(found == plain, "\(fields) fields of \(rows) rows")
      }
    }
  }
}
