// How many linked rows each row has, where links themselves may be unknown.

extension Executor {
  /// How many linked rows each row of a relation has: at least, and at most. Rows of a list of
  /// another day of which it is not known whether they still held are only possible.
  func linkCounts(
    _ join: Join, certain: Bitmap, possible: Bitmap, from relation: Relation
  ) -> (low: [Int], high: [Int]) {
    let certain = dataset.relations[join.to].doubtful.map { certain - $0 } ?? certain
    switch join.way {
    case .one(let column): return oneCounts(join, relation.columns[column], certain, possible)
    case .many: return manyCounts(join, certain, possible)
    case .pairs(let pairs, let back, let onward):
      return pairCounts(dataset.relations[pairs], back, onward, certain, possible, relation.count)
    }
  }

  /// Counts along pairs. A pair whose onward end is unknown may lead to one of its candidates, or
  /// to any row where it names none; it is never certain.
  private func pairCounts(
    _ pairs: Relation, _ back: Int, _ onward: Int, _ certain: Bitmap, _ possible: Bitmap,
    _ count: Int
  ) -> (low: [Int], high: [Int]) {
    var low = [Int](repeating: 0, count: count)
    var high = low
    guard case .link(let from) = pairs.columns[back].values,
      case .link(let to) = pairs.columns[onward].values
    else { return (low, high) }
    let (start, end) = (pairs.columns[back], pairs.columns[onward])
    for (row, target) in to.enumerated() where !start.none[row] && !end.none[row] {
      let mayLead =
        end.unknown[row]
        ? end.candidates[row]?.contains { possible[Int($0)] } ?? !possible.isEmpty
        : possible[Int(target)]
      guard mayLead else { continue }
      if start.unknown[row] {
        let origins = start.candidates[row].map { $0.map(Int.init) } ?? Array(high.indices)
        for origin in origins { high[origin] += 1 }
      } else {
        high[Int(from[row])] += 1
        if !end.unknown[row], certain[Int(target)] { low[Int(from[row])] += 1 }
      }
    }
    return (low, high)
  }

  private func oneCounts(
    _ join: Join, _ column: Column, _ certain: Bitmap, _ possible: Bitmap
  ) -> (low: [Int], high: [Int]) {
    guard case .link(let targets) = column.values else { return ([], []) }
    let links = BackLinks(
      self, Join(from: join.to, to: join.from, way: join.way, isComplete: join.isComplete))
    let reachable = possible.rows
    var low = [Int](repeating: 0, count: targets.count)
    var high = low
    for (row, target) in targets.enumerated() where !column.none[row] {
      if column.unknown[row] {
        high[row] = reachable.contains { links.mayReach(row, $0) } ? 1 : 0
      } else {
        low[row] = certain[Int(target)] ? 1 : 0
        high[row] = possible[Int(target)] ? 1 : 0
      }
    }
    return (low, high)
  }

  private func manyCounts(
    _ join: Join, _ certain: Bitmap, _ possible: Bitmap
  ) -> (low: [Int], high: [Int]) {
    let links = BackLinks(self, join)
    var low = [Int](repeating: 0, count: dataset.relations[join.from].count)
    var high = low
    possible.forEach { row in
      guard let target = links.target(row) else { return }
      high[target] += 1
      if certain[row] { low[target] += 1 }
    }
    links.addFloating(within: possible, to: &high)
    return (low, high)
  }
}

/// The rows that point to a relation, and the ones that may.
struct BackLinks {
  private let column: Column
  private let targets: [Int32]
  /// Rows whose link is not known.
  let floating: [Int]
  /// The place of each row that points, and of each row pointed to, and one more than the largest;
  /// -1 for a place that is not known, and empty where nothing bounds an unknown link.
  private let places: (rows: [Int32], targets: [Int32], count: Int)
  /// Whether a place bounds an unknown link.
  private var isBound: Bool { !places.rows.isEmpty && !places.targets.isEmpty }

  /// The way back along a join.
  init(_ engine: Executor, _ join: Join) {
    let pointed = engine.dataset.relations[join.from]
    let (relation, number) =
      switch join.way {
      case .many(let column), .one(let column): (join.to, column)
      case .pairs(let pairs, let back, _): (pairs, back)
      }
    let pointing = engine.dataset.relations[relation]
    column = pointing.columns[number]
    if case .link(let rows) = column.values { targets = rows } else { targets = [] }
    floating = column.unknown.rows
    if let within = pointing.schema.fields[number].within, let here = pointing.schema.field(within),
      let place = pointed.schema.place?.within, let there = pointed.schema.field(place)
    {
      let cache = engine.dataset.cache
      let rows = cache.plainLinks(
        of: pointing.columns[here], at: ColumnPlace(relation: relation, column: here))
      let targets = cache.plainLinks(
        of: pointed.columns[there], at: ColumnPlace(relation: join.from, column: there))
      places = (rows.rows, targets.rows, max(rows.end, targets.end))
    } else {
      places = ([], [], 0)
    }
  }

  /// The row that a row points to, where it is known.
  func target(_ row: Int) -> Int? {
    column.isKnown(row) ? Int(targets[row]) : nil
  }

  /// Adds the rows whose link is unknown to all that they may point to. They are gathered by place
  /// first: hundreds of them may each reach thousands.
  /// - Complexity: O(rows pointed to + floating rows + candidates).
  func addFloating(within possible: Bitmap, to counts: inout [Int]) {
    var anywhere = 0
    var inPlace = [Int](repeating: 0, count: places.count)
    var all = 0
    for row in floating where possible[row] {
      if let candidates = column.candidates[row] {
        for target in candidates { counts[Int(target)] += 1 }
      } else if isBound, places.rows[row] >= 0 {
        inPlace[Int(places.rows[row])] += 1
        all += 1
      } else {
        anywhere += 1
      }
    }
    guard anywhere + all > 0 else { return }
    guard isBound else {
      for target in counts.indices { counts[target] += anywhere }
      return
    }
    for target in counts.indices {
      let place = Int(places.targets[target])
      counts[target] += anywhere + (place < 0 ? all : inPlace[place])
    }
  }

  /// Which rows whose link is unknown may point to some of the rows pointed to.
  /// - Complexity: O(rows pointed to + floating rows + candidates).
  func floating(reaching targets: Bitmap) -> [Int] {
    guard !targets.isEmpty else { return [] }
    var isReached = [Bool](repeating: false, count: places.count)
    var isAnywhere = !isBound
    if isBound {
      targets.forEach { target in
        guard target < places.targets.count else { return }
        let place = Int(places.targets[target])
        if place < 0 { isAnywhere = true } else { isReached[place] = true }
      }
    }
    return floating.filter { row in
      if let candidates = column.candidates[row] {
        return candidates.contains { Int($0) < targets.count && targets[Int($0)] }
      }
      guard isBound, places.rows[row] >= 0, !isAnywhere else { return true }
      return isReached[Int(places.rows[row])]
    }
  }

  /// Whether a row whose link is unknown may point to a row: one of its candidates, or else any
  /// in the same place.
  func mayReach(_ row: Int, _ target: Int) -> Bool {
    if let candidates = column.candidates[row] { return candidates.contains(Int32(target)) }
    guard isBound else { return true }
    let (here, there) = (places.rows[row], places.targets[target])
    return here < 0 || there < 0 || here == there
  }
}
