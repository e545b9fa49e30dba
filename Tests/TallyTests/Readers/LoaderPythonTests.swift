// Random files are read as Python's csv module reads them.

import Foundation
import Testing

@testable import Tally

@Suite("The loader and Python") struct LoaderPythonTests {
  /// Reads each text that stands on a line of JSON with the delimiter `,` and gives its rows.
  private static let script = """
    import csv, io, json, sys
    for line in sys.stdin:
        rows = [r for r in csv.reader(io.StringIO(json.loads(line), newline='')) if r]
        print(json.dumps(rows))
    """

  private static func python(_ texts: [String]) throws -> [[[String]]] {
    let lines = try texts.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    return try PythonLines.run(script, lines).map {
      try JSONDecoder().decode([[String]].self, from: Data($0.utf8))
    }
  }

  /// A file of three columns of texts: plain, quoted with whatever stands within, or odd.
  private func file(_ random: inout SplitMix64) -> String {
    let ends = ["\n", "\r\n", "\r"]
    let end = ends[Int(random.next() % 3)]
    func text(_ letters: [String]) -> String {
      (0..<Int(random.next() % 6)).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
        .joined()
    }
    func cell() -> String {
      switch random.next() % 4 {
      case 0: "\"" + text(["a", ",", "\"\"", "\n", "\r\n", "é", " "]) + "\""
      case 1: "q" + text(["a", "\"", "é", " "])
      default: "w" + text(["a", "b", "é", " "])
      }
    }
    let rows = 1 + Int(random.next() % 12)
    return (["x,y,z"] + (0..<rows).map { _ in [cell(), cell(), cell()].joined(separator: ",") })
      .joined(separator: end) + end
  }

  @Test func `random files`() throws {
    var random = SplitMix64(seed: 11)
    let texts = (0..<400).map { _ in file(&random) }
    let expected = try LoaderPythonTests.python(texts)
    try #require(expected.count == texts.count)
    var options = TableOptions(name: "x", delimiter: UInt8(ascii: ","))
    options.hasHeader = true
    options.schema = TableSchema(fields: ["x", "y", "z"].map { TableField($0, .string) })
    for (number, text) in texts.enumerated() {
      let source = ByteSource(name: "x", bytes: Array(text.utf8))
      for (threads, stripe) in [(1, 1 << 20), (2, 13)] {
        let table = try TableLoader.load(
          source, options, workers: LentThreads.count(threads),
          size: RoundSize(stripe: stripe, round: 40)
        ) { _, _ in true }
        let rows = expected[number].dropFirst().map { row in
          row.map { $0.allSatisfy { $0 == " " } ? "?" : $0 }.joined(separator: "|")
        }
        #expect(TableReading.rows(table) == Array(rows), "\(text.debugDescription)")
        #expect(table.report.problemCount == 0)
      }
    }
  }
}
