// Bands: ranges of a number between edges, each with its label.

/// Ranges that share their edges: a number on an edge belongs to the range above it.
struct NumberBands: Sendable, Equatable {
  /// The edges, rising.
  let edges: [Double]
  /// A label for each range, one more than there are edges.
  let labels: [String]

  /// The range of a number, from 0.
  func place(_ number: Double) -> Int { edges.firstIndex { number < $0 } ?? edges.count }
}
