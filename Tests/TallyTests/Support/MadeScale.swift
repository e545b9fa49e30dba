// How many random cases a run tries: few in every run, many where asked for.

import Foundation

/// `TALLY_CASES=10 swift test` tries ten times as many.
enum MadeScale {
  static let factor = ProcessInfo.processInfo.environment["TALLY_CASES"].flatMap { Int($0) } ?? 1

  /// The seeds of a test.
  static func seeds(_ count: Int) -> Range<Int> { 0..<count * max(1, factor) }
}
