// A test of one plain value of each row.

/// What a row's value must be. What stands at rows without a value is tested too: who asks takes
/// those rows away.
enum RowTest: Sendable {
  /// A code that is accepted.
  case coded(Codes, AcceptedCodes)
  /// A link that leads to an accepted row.
  case linked([Int32], AcceptedCodes)
  /// A number between two ends, both included.
  case numbers(Numbers, from: Double, to: Double)
  /// A day between two ends, both included.
  case days([Int32], from: Int32, to: Int32)

  /// A code that is accepted: 1 or 0 for each code, and 0 once more.
  static func codes(_ codes: Codes, accepted: [UInt8]) -> RowTest {
    .coded(codes, AcceptedCodes(accepted))
  }

  /// The same of the rows that the links of a column lead to: by its codes, where it has some.
  /// - Complexity: O(rows that links lead to + codes).
  static func links(_ links: [Int32], of column: Column, accepted: [UInt8]) -> RowTest {
    guard let own = column.linkCodes else { return .linked(links, AcceptedCodes(accepted)) }
    let codes = own.targets.map { target -> UInt8 in
      accepted.indices.contains(Int(target)) ? accepted[Int(target)] : 0
    }
    return .codes(own.codes, accepted: codes + [0])
  }

  /// Whether two tests are known to be one: of the same buffer, with the same ends or codes.
  /// - Complexity: O(1), for codes O(codes).
  func isSame(as other: RowTest) -> Bool {
    switch (self, other) {
    case (.coded(let own, let accepted), .coded(let others, let wanted)):
      own.isSame(as: others) && accepted.table == wanted.table
    case (.linked(let own, let accepted), .linked(let others, let wanted)):
      Numbers.shareBuffer(own, others) && accepted.table == wanted.table
    case (.numbers(let own, let from, let to), .numbers(let others, let least, let most)):
      own.isSame(as: others) && from == least && to == most
    case (.days(let own, let from, let to), .days(let others, let least, let most)):
      Numbers.shareBuffer(own, others) && from == least && to == most
    case (.coded, _), (.linked, _), (.numbers, _), (.days, _): false
    }
  }

  /// How many bytes of a row are looked at: what a test costs.
  var bytes: Int {
    switch self {
    case .coded(let codes, _):
      switch codes.storage {
      case .bytes: 1
      case .shorts: 2
      case .words, .truth: 4
      }
    case .numbers(let numbers, _, _):
      switch numbers.storage {
      case .bytes: 1
      case .shorts: 2
      case .ints: 4
      case .doubles: 8
      }
    case .linked, .days: 4
    }
  }

  /// What passes this test and another one of the same values, as one test; nil for other tests.
  func narrowed(by other: RowTest) -> RowTest? {
    switch (self, other) {
    case (.numbers(let own, let from, let to), .numbers(let others, let least, let most))
    where own.isSame(as: others):
      .numbers(own, from: max(from, least), to: min(to, most))
    case (.days(let own, let from, let to), .days(let others, let least, let most))
    where Numbers.shareBuffer(own, others):
      .days(own, from: max(from, least), to: min(to, most))
    case (.coded, _), (.linked, _), (.numbers, _), (.days, _): nil
    }
  }

  /// The rows of a block that pass, a bit each.
  /// - Parameter among: the rows to look at; all where it is empty.
  func test(_ rows: Range<Int>, among: Swift.Span<UInt64>, _ out: inout [UInt64]) {
    switch self {
    case .coded(let codes, let accepted): RowTest.codes(codes, accepted, rows, among, &out)
    case .linked(let links, let accepted):
      let links = links.span.extracting(rows)
      if let run = accepted.run {
        TestKernels.run(links, run.first, run.more, among, &out)
      } else {
        TestKernels.accepted(links, accepted.table.span, among, &out)
      }
    case .numbers(let numbers, let from, let to):
      switch numbers.storage {
      case .bytes(let values):
        let (low, high) = RowTest.whole(from, to, as: Int8.self)
        TestKernels.within(values.span.extracting(rows), low, high, among, &out)
      case .shorts(let values):
        let (low, high) = RowTest.whole(from, to, as: Int16.self)
        TestKernels.within(values.span.extracting(rows), low, high, among, &out)
      case .ints(let values):
        let (low, high) = RowTest.whole(from, to, as: Int32.self)
        TestKernels.within(values.span.extracting(rows), low, high, among, &out)
      case .doubles(let values):
        TestKernels.within(values.span.extracting(rows), from, to, among, &out)
      }
    case .days(let days, let from, let to):
      TestKernels.within(days.span.extracting(rows), from, to, among, &out)
    }
  }

  /// The same of all rows.
  func test(_ rows: Range<Int>, _ out: inout [UInt64]) {
    test(rows, among: Swift.Span(), &out)
  }

  private static func codes(
    _ codes: Codes, _ accepted: AcceptedCodes, _ rows: Range<Int>, _ among: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    let table = accepted.table.span
    switch (codes.storage, accepted.run) {
    case (.bytes(let codes), let run?):
      TestKernels.run(codes.span.extracting(rows), run.first, run.more, among, &out)
    case (.shorts(let codes), let run?):
      TestKernels.run(codes.span.extracting(rows), run.first, run.more, among, &out)
    case (.words(let codes), let run?):
      TestKernels.run(codes.span.extracting(rows), run.first, run.more, among, &out)
    case (.bytes(let codes), nil):
      TestKernels.accepted(codes.span.extracting(rows), table, among, &out)
    case (.shorts(let codes), nil):
      TestKernels.accepted(
        codes.span.extracting(rows), table, bits: accepted.bits, among, &out)
    case (.words(let codes), nil):
      TestKernels.accepted(codes.span.extracting(rows), table, among, &out)
    case (.truth, _):
      let bytes = rows.map { UInt8(codes[$0]) }
      TestKernels.accepted(bytes.span, table, among, &out)
    }
  }

  /// Whole numbers lie between two ends where they lie between the whole numbers inside; the low
  /// one is above the high one where there are none.
  private static func whole<Number: FixedWidthInteger & SignedInteger>(
    _ from: Double, _ to: Double, as type: Number.Type
  ) -> (Number, Number) {
    let least = from.rounded(.up)
    let most = to.rounded(.down)
    guard least <= Double(Number.max), most >= Double(Number.min), least <= most else {
      return (1, 0)
    }
    return (Number(exactly: least) ?? .min, Number(exactly: most) ?? .max)
  }
}

/// The codes that a test accepts.
struct AcceptedCodes: Sendable {
  /// 1 or 0 for each code, and 0 once more: for what is no code.
  let table: [UInt8]
  /// Where accepted codes follow one another, the first of them and how many more there are: these
  /// need no look-up. Nil where they do not, or there are none.
  let run: (first: UInt32, more: UInt32)?
  /// Where they do not follow one another and are few, a bit for each code; else empty.
  let bits: [UInt16]

  private static func bits(_ table: [UInt8]) -> [UInt16] {
    guard table.count > 1 << 8, table.count <= TestKernels.lookedWords * 16 else { return [] }
    var bits = [UInt16](repeating: 0, count: TestKernels.lookedWords)
    for (code, isAccepted) in table.enumerated() where isAccepted != 0 {
      bits[code / 16] |= 1 << UInt16(code % 16)
    }
    return bits
  }

  /// - Complexity: O(codes).
  init(_ table: [UInt8]) {
    self.table = table
    guard let first = table.firstIndex(of: 1), let last = table.lastIndex(of: 1),
      table[first...last].allSatisfy({ $0 == 1 })
    else {
      run = nil
      bits = AcceptedCodes.bits(table)
      return
    }
    run = (UInt32(clamping: first), UInt32(clamping: last - first))
    bits = []
  }
}
