// What zones settle of a block before any of its rows is looked at.

extension RowTest {
  /// The values that are tested.
  var values: PlainValues {
    switch self {
    case .coded(let codes, _): .codes(codes)
    case .linked(let rows, _), .days(let rows, _, _): .whole(rows)
    case .numbers(let numbers, _, _): .numbers(numbers)
    }
  }

  /// For each block whether all its rows with a value pass, or none; nil where rows must be looked at.
  /// - Complexity: O(blocks); with a table of codes, O(codes) more.
  func verdicts(_ zones: Zones) -> [Bool?] {
    switch self {
    case .numbers(_, let from, let to): return RowTest.verdicts(zones, from, to)
    case .days(_, let from, let to): return RowTest.verdicts(zones, Double(from), Double(to))
    case .coded(_, let accepted), .linked(_, let accepted):
      if let run = accepted.run {
        return RowTest.verdicts(zones, Double(run.first), Double(run.first) + Double(run.more))
      }
      return RowTest.verdicts(zones, accepted.table)
    }
  }

  private static func verdicts(_ zones: Zones, _ from: Double, _ to: Double) -> [Bool?] {
    zones.ends.map { ends in
      if ends.most < from || ends.least > to { return false }
      return from <= ends.least && ends.most <= to ? true : nil
    }
  }

  private static func verdicts(_ zones: Zones, _ accepted: [UInt8]) -> [Bool?] {
    var before = [0]
    before.reserveCapacity(accepted.count + 1)
    for isIn in accepted { before.append(before[before.count - 1] + Int(isIn)) }
    return zones.ends.map { ends in
      guard ends.least <= ends.most else { return false }
      guard ends.least >= 0, ends.most < Double(accepted.count) else { return nil }
      let codes = Int(ends.least)..<Int(ends.most) + 1
      let passed = before[codes.upperBound] - before[codes.lowerBound]
      return passed == 0 ? false : passed == codes.count ? true : nil
    }
  }
}

extension BitProgram {
  /// What zones settle of the steps in one block: whether a set has all its rows, or none.
  func settle(block: Int, _ settled: inout [Bool?]) {
    for (at, step) in steps.enumerated() {
      settled[at] =
        switch step {
        case .constant(let isAll): isAll
        case .bitmap: nil
        case .test: verdicts[at]?[block]
        case .both(let a, let b): BitProgram.both(settled[a], settled[b])
        case .either(let a, let b):
          BitProgram.both(settled[a].map { !$0 }, settled[b].map { !$0 }).map { !$0 }
        case .minus(let a, let b): BitProgram.both(settled[a], settled[b].map { !$0 })
        }
    }
  }

  private static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
    if a == false || b == false { return false }
    return a == true && b == true ? true : nil
  }
}
