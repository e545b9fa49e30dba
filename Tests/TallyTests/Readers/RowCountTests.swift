// What a loader counts on its way equals a count of the rows that were written.

import Testing

@testable import Tally

@Suite("Counts of rows of loaded tables") struct RowCountTests {
  private static let words = ["yes", "no", ""]

  /// A table of nine answers and a text, and what was written; one row in fifty lacks a cell.
  private static func written(_ rows: Int, _ random: inout SplitMix64) -> (
    csv: String, answers: [[Int]], texts: [String]
  ) {
    var csv = "place,a,b,c,d,e,f,g,h,i\n"
    var (answers, texts): ([[Int]], [String]) = ([], [])
    for _ in 0..<rows {
      let own = (0..<9).map { _ in random.below(3) }
      let text = ["", "Aa", "Bb", "a longer name of a place", "Cc"][random.below(5)]
      let isBad = random.percent(2)
      let cells = [text] + own.map { words[$0] }
      csv += cells.prefix(isBad ? 9 : 10).joined(separator: ",") + "\n"
      if isBad { continue }
      answers.append(own)
      texts.append(text)
    }
    return (csv, answers, texts)
  }

  @Test(arguments: [1, 2, 3])
  func `counts are those of the rows`(threads: Int) throws {
    var random = SplitMix64(seed: 21)
    for rows in [1, 2, 63, 64, 65, 200, 4095, 4096, 4097, 9000] {
      let (csv, answers, texts) = Self.written(rows, &random)
      guard Set(answers.flatMap(\.self)).count == 3, !answers.isEmpty else { continue }
      let bytes = Array(csv.utf8)
      let table = try TableLoader.load(
        ByteSource(name: "t.csv", bytes: bytes), TableOptions(name: "t"),
        workers: LentThreads.count(threads))
      let counted = try #require(table.relation.counted)
      let place = try #require(table.relation.schema.field("place"))
      if case .text(_, let pool)? = table.relation.column("place")?.values {
        let plain = pool.map { text in texts.count { $0 == text } }
        #expect(counted.texts[place] == plain + [texts.count { $0.isEmpty }, 0], "\(rows) rows")
      }
      let first = try #require(table.relation.schema.field("a"))
      guard let all = counted.answers else { continue }
      // Eight of the nine columns; in any order, and some of them.
      for wanted in [[0], [7], [3, 1], [0, 1, 2, 3, 4, 5, 6, 7], [6, 0, 5, 2]] {
        let columns = wanted.map { first + $0 }
        guard columns.allSatisfy(all.columns.contains) else { continue }
        var plain = [Int](repeating: 0, count: wanted.reduce(1) { power, _ in power * 3 })
        for row in answers { plain[wanted.reduce(0) { $0 * 3 + row[$1] }] += 1 }
        #expect(all.counts(of: columns) == plain, "\(wanted) of \(rows) rows")
      }
      #expect(all.counts(of: [first, 99]) == nil)
      if rows > 100 { #expect(all.columns == (0..<8).map { first + $0 }) }
    }
  }
}
