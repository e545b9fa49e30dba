// The first rows by a number: found without sorting all of them.

/// Rows that have a number, ranked: by the low ends from the top, by the high ends from the bottom;
/// equal ones in the order in which they came.
struct Ranking {
  private let rows: [Int]
  private let numbers: NumberVector
  private let isBottom: Bool

  /// Up to so many rows are kept in order while the others pass; for more, all are sorted.
  private static let mostKept = 256

  /// Ranks rows; those without a number have no rank.
  init(_ rows: [Int], _ numbers: NumberVector, isBottom: Bool) {
    self.rows = rows.filter { !numbers.unknown[$0] && !numbers.none[$0] }
    self.numbers = numbers
    self.isBottom = isBottom
  }

  /// How many rows have a rank.
  var count: Int { rows.count }

  private func key(_ row: Int) -> (first: Double, second: Double) {
    isBottom ? (numbers.high[row], numbers.low[row]) : (-numbers.low[row], -numbers.high[row])
  }

  private func sorted(_ places: some Sequence<Int>) -> [Int] {
    let keyed = places.map { (key: key(rows[$0]), place: $0) }
    return keyed.sorted {
      ($0.key.first, $0.key.second, $0.place) < ($1.key.first, $1.key.second, $1.place)
    }
    .map { rows[$0.place] }
  }

  /// The first rows, and those that tie with the last of them.
  func first(_ count: Int) -> [Int] {
    guard count > 0 else { return [] }
    guard count <= Ranking.mostKept, rows.count > count else {
      let order = sorted(rows.indices)
      guard let last = order.prefix(count).last else { return [] }
      return Array(order.prefix { key($0).first <= key(last).first })
    }
    let limit = limit(count)
    return sorted(rows.indices.filter { key(rows[$0]).first <= limit })
  }

  /// The key of the last of the first rows.
  private func limit(_ count: Int) -> Double {
    var kept: [Double] = []
    for row in rows {
      let key = key(row).first
      if kept.count == count, let last = kept.last, key >= last { continue }
      kept.insert(key, at: kept.firstIndex { $0 > key } ?? kept.count)
      if kept.count > count { kept.removeLast() }
    }
    return kept.last ?? .infinity
  }

  /// The rows ranked behind one and those that tie with it which pass a test, in order.
  func rest(behind last: Int, where test: (Int) -> Bool) -> [Int] {
    let limit = key(last).first
    return sorted(rows.indices.filter { key(rows[$0]).first > limit && test(rows[$0]) })
  }
}
