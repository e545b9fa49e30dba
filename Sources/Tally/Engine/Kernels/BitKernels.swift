// Sets of rows a word of 64 at a time: joined, cut and counted.

internal import CBlockMasks

/// Loops over the words of bitmaps. Both inputs and the output have the same length.
enum BitKernels {
  /// What two sets are made into.
  enum Operation {
    /// The rows in both, and in either.
    case both, either
    /// The rows of the first that are not in the second.
    case minus
  }

  /// What two sets make.
  static func merge(
    _ operation: Operation, _ a: Swift.Span<UInt64>, _ b: Swift.Span<UInt64>,
    _ out: inout [UInt64]
  ) {
    let count = min(a.count, b.count, out.count)
    var words = out.mutableSpan
    switch operation {
    case .both: for index in 0..<count { words[index] = a[index] & b[index] }
    case .either: for index in 0..<count { words[index] = a[index] | b[index] }
    case .minus: for index in 0..<count { words[index] = a[index] & ~b[index] }
    }
  }

  /// How many rows are in what two sets make.
  static func population(
    _ operation: Operation, _ a: Swift.Span<UInt64>, _ b: Swift.Span<UInt64>
  ) -> Int {
    let count = Int64(min(a.count, b.count))
    let made =
      switch operation {
      case .both: tally_both
      case .either: tally_either
      case .minus: tally_minus
      }
    // The shim reads as many words as both have. Only it can ask which instructions there are.
    return a.withUnsafeBufferPointer { first in
      b.withUnsafeBufferPointer { second in
        guard let x = first.baseAddress, let y = second.baseAddress else { return 0 }
        return Int(tally_population(made, x, y, count))
      }
    }
  }

  /// How many rows are in a set.
  static func population(_ a: Swift.Span<UInt64>) -> Int {
    population(.both, a, a)
  }
}
