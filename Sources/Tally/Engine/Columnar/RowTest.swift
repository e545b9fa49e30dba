// A test of one plain value of each row.

/// What a row's value must be. What stands at rows without a value is tested too: who asks takes
/// those rows away.
enum RowTest: Sendable {
  /// A code that is accepted: 1 or 0 for each code.
  case codes(Codes, accepted: [UInt8])
  /// A link that leads to an accepted row.
  case links([Int32], accepted: [UInt8])
  /// A number between two ends, both included.
  case numbers(Numbers, from: Double, to: Double)
  /// A day between two ends, both included.
  case days([Int32], from: Int32, to: Int32)

  /// What passes this test and another one of the same values, as one test; nil for other tests.
  func narrowed(by other: RowTest) -> RowTest? {
    switch (self, other) {
    case (.numbers(let own, let from, let to), .numbers(let others, let least, let most))
    where own.isSame(as: others):
      .numbers(own, from: max(from, least), to: min(to, most))
    case (.days(let own, let from, let to), .days(let others, let least, let most))
    where Numbers.shareBuffer(own, others):
      .days(own, from: max(from, least), to: min(to, most))
    case (.codes, _), (.links, _), (.numbers, _), (.days, _): nil
    }
  }

  /// The rows of a block that pass, a bit each.
  func test(_ rows: Range<Int>, _ out: inout [UInt64]) {
    switch self {
    case .codes(let codes, let accepted): RowTest.codes(codes, accepted, rows, &out)
    case .links(let links, let accepted):
      TestKernels.accepted(links.span.extracting(rows), accepted.span, &out)
    case .numbers(let numbers, let from, let to):
      switch numbers.storage {
      case .bytes(let values):
        let (low, high) = RowTest.whole(from, to, as: Int8.self)
        TestKernels.within(values.span.extracting(rows), low, high, &out)
      case .shorts(let values):
        let (low, high) = RowTest.whole(from, to, as: Int16.self)
        TestKernels.within(values.span.extracting(rows), low, high, &out)
      case .ints(let values):
        let (low, high) = RowTest.whole(from, to, as: Int32.self)
        TestKernels.within(values.span.extracting(rows), low, high, &out)
      case .doubles(let values):
        TestKernels.within(values.span.extracting(rows), from, to, &out)
      }
    case .days(let days, let from, let to):
      TestKernels.within(days.span.extracting(rows), from, to, &out)
    }
  }

  private static func codes(
    _ codes: Codes, _ accepted: [UInt8], _ rows: Range<Int>, _ out: inout [UInt64]
  ) {
    switch codes.storage {
    case .bytes(let codes):
      TestKernels.accepted(codes.span.extracting(rows), accepted.span, &out)
    case .shorts(let codes):
      TestKernels.accepted(codes.span.extracting(rows), accepted.span, &out)
    case .words(let codes):
      TestKernels.accepted(codes.span.extracting(rows), accepted.span, &out)
    case .truth:
      let bytes = rows.map { UInt8(codes[$0]) }
      TestKernels.accepted(bytes.span, accepted.span, &out)
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
