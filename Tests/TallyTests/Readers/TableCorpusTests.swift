// Every odd file gives the report that was written for it, however it is cut and shared out.

import Testing

@testable import Tally

@Suite("Odd files") struct TableCorpusTests {
  private func load(
    _ file: OddFile, threads: Int = 1, size: RoundSize = RoundSize()
  ) throws -> LoadedTable {
    try TableLoader.load(
      ByteSource(name: "visits.csv", bytes: file.bytes), file.options,
      workers: LentThreads.count(threads), size: size
    ) { _, _ in true }
  }

  @Test func `there are at least forty`() {
    #expect(TableCorpus.all.count >= 40)
    #expect(Set(TableCorpus.all.map(\.name)).count == TableCorpus.all.count)
  }

  @Test(arguments: TableCorpus.all) func `the report is the written one`(file: OddFile) throws {
    let table = try load(file)
    let report = table.report
    #expect(TableReading.types(table) == file.types)
    #expect(TableReading.rows(table) == file.rows)
    #expect(report.rows == file.rows.count)
    #expect(report.problemCount == file.problems.count)
    #expect(report.problems.map(\.line) == file.problems.map(\.line))
    #expect(report.problems.map(\.byte) == file.problems.map(\.byte))
    for (found, written) in zip(report.problems, file.problems) {
      #expect(found.reason.contains(written.reason), "\(found.reason)")
    }
    if let names = file.names { #expect(report.columns.map(\.name) == names) }
    for note in file.notes {
      #expect(report.notes.contains { $0.contains(note) }, "\(report.notes)")
    }
    let words = report.columns.flatMap(\.unknownWords).map { ($0.word, $0.count) }
    #expect(Dictionary(words, uniquingKeysWith: +) == file.unknown)
    #expect(report.columns.reduce(0) { $0 + $1.emptyCells } == file.emptyCells)
    #expect(SchemaLint.faults(in: [table.relation], reading: true) == [])
  }

  @Test(arguments: TableCorpus.all) func `threads and pieces change nothing`(file: OddFile) throws {
    let whole = try load(file)
    for threads in 1...3 {
      for stripe in [1, 2, 3, 5, 8, 17, 64] {
        let cut = try load(file, threads: threads, size: RoundSize(stripe: stripe, round: 7))
        #expect(cut.relation == whole.relation, "\(threads) threads, stripes of \(stripe)")
        #expect(cut.report == whole.report, "\(threads) threads, stripes of \(stripe)")
      }
    }
  }

  @Test func `a file cut at any byte is read or refused`() throws {
    let text = "Title\r\na;b;c;d\r\n\"x;\"\"y\";1,5;yes;2019-06-21\r\nDo\u{F1}a;NA;no;2019-07\r\n"
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for end in 0...bytes.count {
      for threads in [1, 3] {
        let source = ByteSource(name: "cut.csv", bytes: Array(bytes[..<end]))
        let options = TableOptions(name: "cut")
        let size = RoundSize(stripe: 9, round: 14)
        let table = try? TableLoader.load(
          source, options, workers: LentThreads.count(threads), size: size
        ) { _, _ in true }
        if let table { #expect(table.relation.count == table.report.rows) }
      }
    }
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0x50, 0x4B, 0x03, 0x04], "spreadsheet"),
      ([0x61, 0x2C, 0x00], "no text file"), ([], "empty"), ([0x0A, 0x0A], "no rows"),
    ] as [([UInt8], String)])
  func `what is no table is refused`(bytes: [UInt8], why: String) {
    #expect {
      try TableLoader.load(ByteSource(name: "x", bytes: bytes), TableOptions(name: "x"))
    } throws: { error in
      (error as? DatasetError)?.faults.contains { $0.contains(why) } == true
    }
  }

  @Test func `a strict load refuses what a load reports`() throws {
    var options = TableOptions(name: "x")
    let source = ByteSource(name: "x.csv", bytes: Array("a,b\n1,2\n3\n".utf8))
    #expect(try TableLoader.load(source, options).report.problemCount == 1)
    options.isStrict = true
    #expect(throws: DatasetError.self) { try TableLoader.load(source, options) }
  }

  @Test func `a load can be stopped`() {
    let source = ByteSource(name: "x.csv", bytes: Array("a,b\n1,2\n".utf8))
    #expect(throws: TableLoader.wasStopped) {
      try TableLoader.load(source, TableOptions(name: "x")) { _, _ in false }
    }
  }

  @Test func `a cell far below the first ones decides as well`() throws {
    let start = "a,b,c\n" + String(repeating: "12,34,56\n", count: 40_000)
    #expect(start.utf8.count > TableSample.bytes)
    let text = start + "\"1,234\",n/k,007\n"
    let table = try TableLoader.load(
      ByteSource(name: "x.csv", bytes: Array(text.utf8)), TableOptions(name: "x"),
      workers: LentThreads.count(2))
    #expect(TableReading.types(table) == "ntt")
    let rows = TableReading.rows(table)
    #expect(rows.count == 40_001)
    #expect(rows.first == "12|34|56" && rows.last == "1234|n/k|007")
    #expect(table.report.notes.contains { $0.contains("\"n/k\" at byte \(start.utf8.count)") })
  }
}
