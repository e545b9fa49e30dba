// Each kernel of the loader equals the plain loop beside it, at every length and block edge.

import CBlockMasks
import Testing

@testable import Tally

@Suite("Kernels of the loader") struct LoaderKernelTests {
  /// Lengths from nothing to beyond three blocks, and around the block of rows.
  static let lengths = Array(0...200) + [255, 256, 257, 511, 512, 513, 1023, 1024, 1025]

  private func buffer(_ bytes: [UInt8]) -> PaddedBuffer {
    let buffer = PaddedBuffer(capacity: bytes.count)
    for (at, byte) in bytes.enumerated() { buffer.bytes[at] = byte }
    return buffer
  }

  private func random(_ count: Int, of letters: String, _ random: inout SplitMix64) -> [UInt8] {
    let letters = Array(letters.utf8)
    return (0..<count).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
  }

  @Test func `masks are those of the plain loop`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let bytes = (0..<64).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      let odd = random(64, of: "\",\n\ra;", &generator)
      for block in [bytes, odd] {
        func bits(_ byte: Character) -> UInt64 {
          block.enumerated().reduce(0) { $0 | ($1.element == byte.asciiValue ? 1 << $1.offset : 0) }
        }
        let plain = StructuralMasks(
          quotes: bits("\""), delimiters: bits(";"), feeds: bits("\n"), returns: bits("\r"))
        let buffer = buffer(block)
        #expect(StructuralMasks.of(buffer.bytes, delimiter: UInt8(ascii: ";")) == plain)
        #expect(StructuralMasks.portable(buffer.bytes, delimiter: UInt8(ascii: ";")) == plain)
      }
    }
  }

  @Test func `what lies inside quotes is found bit by bit`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<1000 {
      let quotes = generator.next() & generator.next()
      var isInside = false
      var plain: UInt64 = 0
      for bit in 0..<64 as Range<UInt64> {
        if quotes >> bit & 1 == 1 { isInside.toggle() }
        plain |= (isInside ? 1 : 0) << bit
      }
      #expect(StructuralMasks.inside(quotes) == plain)
    }
  }

  /// Where cells end, how many up to each record, where records start.
  private func parts(_ index: RecordIndex) -> [[UInt32]] {
    [index.ends.array, index.cells.array, index.starts.array]
  }

  @Test(arguments: ["ab,\n", "a,\n\"", "a,\"\"\n", "a,\r\n", "a,\n\r\"", ",\n"])
  func `records by masks are records by the letter`(letters: String) {
    var generator = SplitMix64(seed: 3)
    for length in LoaderKernelTests.lengths {
      for _ in 0..<8 {
        let bytes = random(length, of: letters, &generator)
        let buffer = buffer(bytes)
        let exact = RecordIndex()
        let limit = length - (bytes.last == UInt8(ascii: "\r") ? 1 : 0)
        let splitter = RecordSplitter(
          bytes: buffer.bytes, delimiter: UInt8(ascii: ","), end: length, isLast: false)
        _ = splitter.split(from: 0, into: exact)
        for level in 0...Int32(TALLY_WIDEST) {
          let fast = RecordIndex()
          RecordScanner(
            bytes: buffer.bytes, delimiter: UInt8(ascii: ","), limit: limit, level: level
          ).scan(into: fast)
          if !exact.bad.isEmpty { #expect(fast.needsExactSplit, "\(bytes)") }
          #expect(fast.quoted.array == quoted(bytes, before: limit), "\(bytes)")
          #expect(fast.hasReturns || !bytes.prefix(limit).contains(UInt8(ascii: "\r")))
          guard !fast.needsExactSplit else { continue }
          #expect(parts(fast) == parts(exact), "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  /// The lists of the index have room for 16,384 more ends at a time.
  @Test(arguments: [",", ",\n", "\n", "ab1,", "abcdefgh,\n"])
  func `records of a long stretch are those by the letter`(letters: String) {
    var generator = SplitMix64(seed: 17)
    let bytes = random(70_000, of: letters, &generator) + [0x0A]
    let buffer = buffer(bytes)
    let exact = RecordIndex()
    let splitter = RecordSplitter(
      bytes: buffer.bytes, delimiter: UInt8(ascii: ","), end: bytes.count, isLast: false)
    _ = splitter.split(from: 0, into: exact)
    for level in 0...Int32(TALLY_WIDEST) {
      let fast = RecordIndex()
      RecordScanner(
        bytes: buffer.bytes, delimiter: UInt8(ascii: ","), limit: bytes.count, level: level
      ).scan(into: fast)
      #expect(!fast.needsExactSplit && parts(fast) == parts(exact))
    }
  }

  /// Where the blocks of 64 bytes begin that have quotes.
  private func quoted(_ bytes: [UInt8], before limit: Int) -> [UInt32] {
    stride(from: 0, to: limit, by: 64).filter { start in
      bytes[start..<min(limit, start + 64)].contains(UInt8(ascii: "\""))
    }.map { UInt32($0) }
  }

  @Test(arguments: ["ab,\n", "a,;\n\"", ",\"\n", "a,\r\n\""])
  func `the width of a sample is that of its records`(letters: String) {
    var generator = SplitMix64(seed: 16)
    for length in LoaderKernelTests.lengths {
      let bytes = random(length, of: letters, &generator)
      for (delimiter, start, isWhole) in [
        (0x2C, 0, true), (0x3B, 0, false), (0x2C, length / 2, true),
      ]
        as [(UInt8, Int, Bool)]
      {
        let sample = TableSample(bytes, from: start, delimiter: delimiter, isWhole: isWhole)
        let width = TableSample.width(
          bytes, from: start, delimiter: delimiter, isWhole: isWhole)
        #expect(width == sample.width, "\(String(decoding: bytes, as: UTF8.self))")
        var counts: [Int: Int] = [:]
        for record in sample.records where !record.isBlank {
          counts[record.cells.count, default: 0] += 1
        }
        #expect(width.records == counts.values.max() ?? 0)
        #expect(width.cells == counts.filter { $0.value == width.records }.keys.max() ?? 0)
      }
    }
  }

  @Test func `eight digits at once are digits one by one`() {
    var generator = SplitMix64(seed: 5)
    for length in 1...8 {
      for round in 0..<2000 {
        let bytes = random(
          length, of: round % 3 == 0 ? "0123456789/:-. " : "0123456789", &generator)
        let buffer = buffer(Array("99999999".utf8) + bytes)
        let plain =
          bytes.allSatisfy { (0x30...0x39).contains($0) }
          ? bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 } : -1
        #expect(CellNumber.digits(buffer.bytes + 8, length) == plain, "\(bytes)")
      }
    }
  }

  @Test func `a short fraction at once is one byte by byte`() {
    var generator = SplitMix64(seed: 11)
    for length in 1...12 {
      for round in 0..<4000 {
        var bytes = random(
          length, of: round % 3 == 0 ? "0123456789.,-/:" : "0123456789", &generator)
        if round % 3 > 0 { bytes[Int(generator.next() % UInt64(length))] = 0x2E }
        let buffer = buffer(Array("9.9,9.99".utf8) + bytes)
        for mark in [UInt8(ascii: "."), UInt8(ascii: ",")] {
          let fast = CellNumber.fraction(buffer.bytes + 8, length, mark: mark)
          let plain = CellNumber.longFraction(buffer.bytes + 8, length, mark: mark)
          #expect(fast.value == plain.value || (fast.value.isNaN && plain.value.isNaN))
          #expect(fast.isOpen == plain.isOpen, "\(String(decoding: bytes, as: UTF8.self))")
        }
      }
    }
  }

  @Test func `numbers are those of the standard library`() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<20_000 {
      let length = 1 + Int(generator.next() % 20)
      let bytes = random(length, of: "0123456789.-+e0123456789", &generator)
      let buffer = buffer(Array("99999.99".utf8) + bytes)
      let value = CellNumber.value(buffer.bytes + 8, length, .plain)
      let plain = Double(String(decoding: bytes, as: UTF8.self))
      if let value { #expect(value == plain, "\(String(decoding: bytes, as: UTF8.self))") }
      let fraction = CellNumber.fraction(buffer.bytes + 8, length, mark: UInt8(ascii: ".")).value
      if !fraction.isNaN { #expect(fraction == plain, "\(String(decoding: bytes, as: UTF8.self))") }
    }
  }

  @Test(
    arguments: [
      ("12", 12), ("-12.5", -12.5), ("0.1", 0.1),
      ("123456789012345678901234567890", 1.2345678901234568e29),
      ("5e-324", .leastNonzeroMagnitude), ("1.7976931348623157e308", 1.7976931348623157e308),
      ("0.30000000000000004", 0.30000000000000004), ("9007199254740993.0", 9_007_199_254_740_992),
    ] as [(String, Double)])
  func `known numbers are read exactly`(text: String, value: Double) {
    #expect(CellNumber.value(Array(text.utf8)[...], .plain) == value)
  }

  @Test func `a table of words gives one code to each distinct cell`() {
    var generator = SplitMix64(seed: 7)
    for length in LoaderKernelTests.lengths {
      let table = WordTable()
      var plain: [[UInt8]: Int] = [:]
      for _ in 0..<60 {
        let own = length == 0 ? 0 : Int(generator.next() % UInt64(length + 1))
        let cell = random(own, of: "ab", &generator)
        let expected = plain[cell] ?? plain.count
        plain[cell] = expected
        let buffer = buffer(cell + Array("rest of the buffer".utf8))
        #expect(table.code(buffer.bytes, own, row: 0) == expected)
        #expect(Array(table.bytes(expected)) == cell)
      }
      #expect(table.count == plain.count)
    }
  }

  @Test func `cells of one block have the codes of cells one by one`() {
    var generator = SplitMix64(seed: 8)
    for longest in [3, 7, 8, 16, 24, 25, 40] {
      let (table, plain) = (WordTable(), WordTable())
      let (stripe, block) = (StripeRows(), CellBlock())
      var bytes: [UInt8] = []
      for _ in 0..<400 {
        bytes += random(Int(generator.next() % UInt64(longest + 1)), of: "ab\0", &generator)
        bytes.append(0x0A)
      }
      let buffer = buffer(bytes)
      RecordScanner(bytes: buffer.bytes, delimiter: 0x2C, limit: bytes.count)
        .scan(into: stripe.index)
      stripe.sort(buffer.bytes, width: 1)
      block.fill(buffer.bytes, stripe, 0..<stripe.first.count, column: 0, width: 1)
      let codes = codes(FilledCells(block), table)
      for row in 0..<block.count {
        let code = plain.code(block.cells[row], block.lengths[row], row: row)
        #expect(Int(codes[row]) == code)
        // The other loop finds the same cell in the same table.
        #expect(table.code(block.cells[row], block.lengths[row], row: row) == code)
      }
    }
  }

  private func codes(_ cells: some CellList, _ table: WordTable) -> [UInt32] {
    var codes = [UInt32](repeating: 0, count: CellBlock.rows)
    codes.withUnsafeMutableBufferPointer { codes in
      guard let base = codes.baseAddress else { return }
      let short = table.shortCodes(cells, into: base) { $0 }
      table.codes(cells, from: short, into: base) { $0 }
    }
    return codes
  }

  @Test func `cells between two ends are those of a block that was filled`() {
    var generator = SplitMix64(seed: 12)
    for longest in [0, 1, 7, 8, 9, 24, 30] {
      let (stripe, block, width) = (StripeRows(), CellBlock(), 4)
      var bytes: [UInt8] = []
      for _ in 0..<1200 {
        for column in 1...width {
          bytes += random(Int(generator.next() % UInt64(longest + 1)), of: "01a-", &generator)
          bytes.append(column == width ? 0x0A : 0x2C)
        }
      }
      let buffer = buffer(bytes)
      RecordScanner(bytes: buffer.bytes, delimiter: 0x2C, limit: bytes.count)
        .scan(into: stripe.index)
      stripe.sort(buffer.bytes, width: width)
      let quotes = QuotedColumns(width: width)
      for (column, rows) in [(1, 0..<512), (2, 512..<1024), (3, 1024..<1200), (3, 7..<7)] {
        if !rows.isEmpty { quotes.look(buffer.bytes, stripe, rows) }
        #expect(quotes.isPlain(0, stripe) && quotes.isPlain(column, stripe))
        block.fill(buffer.bytes, stripe, rows, column: 0, width: width)
        expectSame(FirstCells(buffer.bytes, stripe, rows), block)
        block.fill(buffer.bytes, stripe, rows, column: column, width: width)
        expectSame(CellPlaces(buffer.bytes, stripe, rows, column: column), block)
      }
    }
  }

  private func expectSame(_ places: some CellList, _ block: CellBlock) {
    #expect(places.count == block.count)
    for row in 0..<block.count {
      #expect(places.start(row) == block.cells[row])
      #expect(places.length(row) == block.lengths[row])
    }
    #expect(codes(places, WordTable()) == codes(FilledCells(block), WordTable()))
  }

  /// Cells that differ in one place only, of which a table has up to many thousand, block by block.
  @Test(arguments: [3, 7, 8, 10, 21, 24, 25, 60])
  func `a block has the codes of a plain list however large the table`(length: Int) {
    var generator = SplitMix64(seed: 18)
    let (table, stripe) = (WordTable(), StripeRows())
    var plain: [String: UInt32] = [:]
    for distinct in [1, 90, 4000, 40_000] as [UInt64] {
      for _ in 0..<40 {
        let cells = (0..<CellBlock.rows).map { _ in
          let own = String(generator.next() % distinct, radix: 36)
          return String(repeating: "x", count: max(0, length - own.count)) + own
        }
        let buffer = buffer(Array((cells.joined(separator: "\n") + "\n").utf8))
        stripe.index.reset(at: 0)
        RecordScanner(bytes: buffer.bytes, delimiter: 0x2C, limit: buffer.capacity)
          .scan(into: stripe.index)
        stripe.sort(buffer.bytes, width: 1)
        let codes = codes(FirstCells(buffer.bytes, stripe, 0..<cells.count), table)
        for (row, cell) in cells.enumerated() {
          let expected = plain[cell] ?? UInt32(plain.count)
          plain[cell] = expected
          #expect(codes[row] == expected)
        }
      }
    }
    #expect(table.count == plain.count)
  }

  @Test(arguments: [1, 3, 40, 600])
  func `columns with quotes are found by their blocks of bytes`(rarity: UInt64) {
    var generator = SplitMix64(seed: 14)
    for longest in [1, 5, 40, 200] {
      let (stripe, width) = (StripeRows(), 5)
      var bytes: [UInt8] = []
      var isQuoted: [[Bool]] = []
      for row in 0..<700 {
        isQuoted.append((0..<width).map { _ in generator.next() % (rarity * 5) == 0 })
        for column in 0..<width {
          let cell = random(Int(generator.next() % UInt64(longest)), of: "ab1", &generator)
          bytes += isQuoted[row][column] ? [0x22] + cell + [0x2C, 0x0A, 0x22] : cell
          bytes.append(column == width - 1 ? 0x0A : 0x2C)
        }
      }
      let buffer = buffer(bytes)
      RecordScanner(bytes: buffer.bytes, delimiter: 0x2C, limit: bytes.count)
        .scan(into: stripe.index)
      stripe.sort(buffer.bytes, width: width)
      #expect(stripe.first.count == 700)
      let quotes = QuotedColumns(width: width)
      for start in [0, 1, 5, 255, 300, 511, 690] {
        for count in [1, 2, 3, 10, 189] where start + count <= 700 {
          quotes.look(buffer.bytes, stripe, start..<(start + count))
          for column in 1..<width where quotes.isPlain(column, stripe) {
            #expect(!isQuoted[start..<(start + count)].contains { $0[column] })
          }
          let any = isQuoted[start..<(start + count)].contains { $0.contains(true) }
          if !any { #expect((1..<width).allSatisfy { quotes.isPlain($0, stripe) } || rarity < 40) }
        }
      }
    }
  }

  @Test func `short cells have the codes of the table of all cells`() {
    var generator = SplitMix64(seed: 13)
    for distinct in [1, 3, 60, 70, 5000, 40_000] {
      let (short, table) = (ShortWords(), WordTable())
      for _ in 0..<30_000 {
        let cell = Array(String(generator.next() % UInt64(distinct)).utf8)
        let buffer = buffer(cell + Array("rest".utf8))
        let word = ShortWords.word(buffer.bytes, cell.count)
        let code = UInt32(table.code(buffer.bytes, cell.count, row: 0))
        let place = Int(ShortWords.hash(word) >> short.shift)
        let found = [short.entries[place], short.entries[place ^ 1]].filter { $0.word == word }
        #expect(found.allSatisfy { $0.code == code } && found.count < 2)
        if found.isEmpty { short.add(word, code) }
      }
    }
  }

  @Test func `what numbers look like decides on their marks`() {
    func marks(_ cells: [String], _ delimiter: Character = ",") -> NumberDecision {
      var evidence: NumberEvidence = []
      for cell in cells { evidence.formUnion(NumberEvidence(of: cell.utf8)) }
      return NumberDecision.of(
        evidence, declared: nil, delimiter: delimiter.asciiValue ?? 0, hasDecimalComma: false)
    }
    #expect(marks(["1", "20"]) == .numbers(.plain))
    #expect(marks(["1.5", "1.250"]) == .numbers(.plain))
    #expect(marks(["1,250"]) == .numbers(.american))
    #expect(marks(["1,250", "1.5"]) == .numbers(.american))
    #expect(marks(["1,5", "1.250"], ";") == .numbers(.european))
    #expect(marks(["1.250.000"], ";") == .numbers(.european))
    for cells in [["1,5", "1.5"], ["1,250", "1.250"], ["007"], ["1,2,3"], ["x"], [""], ["1-2"]] {
      if case .numbers = marks(cells) { Issue.record("\(cells) are no numbers") }
    }
  }
}
