// Sums of numbers of linked rows: each linked row adds once, wherever it may belong.

/// The linked rows behind the numbers of a measure.
///
/// Number by number, a row of which it is not known where it belongs would add to each that it may
/// belong to. Added up as rows, it adds once. A class, for it holds what a measure needs, and
/// belongs to it.
final class SummedLinks: Sendable {
  private let input: MeasureInput
  private let links: LinkedRows

  fileprivate init(_ input: MeasureInput, _ links: LinkedRows) {
    self.input = input
    self.links = links
  }

  /// The figure of the linked rows of some owners.
  /// - Parameters:
  ///   - sure: the owners that are members for certain, and those that may be.
  /// - Complexity: O(linked rows).
  func figure(sure: [Int], maybe: [Int]) -> Figure {
    var certain: [Int] = []
    for owner in sure { certain += links.certain[owner] }
    var open: Set<Int> = []
    for owner in maybe { open.formUnion(links.certain[owner]) }
    for owner in sure + maybe { open.formUnion(links.floating[owner]) }
    return input.figure(certain, floating: open.sorted())
  }
}

extension Executor {
  /// What a sum or a mean of counts or sums of linked rows is made of; nil for other measures, and
  /// where a row may be linked to several, or there may be more of them than are known.
  func summedLinks(_ measure: Measure) -> SummedLinks? {
    guard case .aggregate(let word, .linked(let join, let inner)) = measure.kind,
      word == .sum || word == .average, join.hops.isEmpty, join.isComplete,
      case .many(let column) = join.way,
      inner.kind == .count || inner.kind.word == Aggregator.sum.rawValue,
      // Of a long table it is worth its lists only where a row may belong to several.
      !isLong(join.to) || !dataset.relations[join.to].columns[column].unknown.isEmpty
    else { return nil }
    return SummedLinks(
      linkedInput(join, inner),
      LinkedRows(self, join, from: dataset.relations[measure.set.relation]))
  }
}

extension Figure {
  /// Takes the ends of the same number, found in another way, where they are closer.
  mutating func narrow(to other: Figure, parts: Int = 1) {
    // One number has no closer ends, and another way to it may round otherwise.
    if low != nil, low == high { return }
    func end(_ own: Double?, _ other: Double?, _ pick: (Double, Double) -> Double) -> Double? {
      guard let other = other.map({ Written.quotient($0, Double(parts)) }) else { return own }
      return own.map { pick($0, other) } ?? other
    }
    low = end(low, other.low, Swift.max)
    high = end(high, other.high, Swift.min)
    if let least = low, let most = high, least > most { low = most }
    if low != nil, high == nil, parts == 1 { openHigh = other.openHigh ?? openHigh }
  }
}
