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
    let isWhole = numbers.unknown.isEmpty && numbers.none.isEmpty
    self.rows = isWhole ? rows : rows.filter { !numbers.unknown[$0] && !numbers.none[$0] }
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
    let best =
      switch (isBottom ? numbers.high : numbers.low).storage {
      case .bytes(let numbers): best(count) { Double(numbers[$0]) }
      case .shorts(let numbers): best(count) { Double(numbers[$0]) }
      case .ints(let numbers): best(count) { Double(numbers[$0]) }
      case .doubles(let numbers): best(count) { numbers[$0] }
      }
    return sorted(best)
  }

  /// The places of the first rows and of those that tie with the last of them, in order. Few rows
  /// are among the first ones so far: those that were are looked at once more.
  @inline(__always)
  private func best(_ count: Int, _ number: (Int) -> Double) -> [Int] {
    let sign: Double = isBottom ? 1 : -1
    var kept: [Double] = []
    var limit = Double.infinity
    var met: [(key: Double, place: Int)] = []
    var room = 1 << 12
    for (place, row) in rows.enumerated() {
      let key = sign * number(row)
      if key > limit { continue }
      met.append((key, place))
      if key == limit, kept.count == count { continue }
      kept.insert(key, at: kept.firstIndex { $0 > key } ?? kept.count)
      if kept.count > count { kept.removeLast() }
      guard kept.count == count, let last = kept.last else { continue }
      limit = last
      if met.count >= room {
        met.removeAll { $0.key > limit }
        room = max(room, met.count * 2)
      }
    }
    return met.filter { $0.key <= limit }.map(\.place)
  }

  /// The rows ranked behind one and those that tie with it which pass a test, in order; none where
  /// each is one number, for then their order is proven.
  func rest(behind last: Int, where test: (Int) -> Bool) -> [Int] {
    if numbers.low.isSame(as: numbers.high) { return [] }
    let limit = key(last).first
    return sorted(rows.indices.filter { key(rows[$0]).first > limit && test(rows[$0]) })
  }
}
