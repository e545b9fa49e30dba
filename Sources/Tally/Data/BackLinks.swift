// The rows that point to a relation along one link, and how many point to each row.

import Synchronization

/// How many linked rows each row of a relation has: at least, and at most. Where nothing is open
/// both are one array.
struct LinkCounts: Sendable {
  var low: [Int32]
  var high: [Int32]

  /// The same number at least and at most.
  init(exactly counts: [Int32]) {
    low = counts
    high = counts
  }
}

/// The places of rows, which bound where an unknown link may lead.
struct LinkPlaces: Sendable {
  /// The place of each row that points and of each row pointed to; -1 where it is not known.
  var rows: [Int32]
  var targets: [Int32]
  /// One more than the largest place.
  var count: Int

  /// The places of both ends of a link.
  init(rows: PlainLinks, targets: PlainLinks) {
    self.rows = rows.rows
    self.targets = targets.rows
    count = max(rows.end, targets.end)
  }
}

/// The rows that point to a relation, and the ones that may. It depends on the record, the day and
/// the link alone, and is kept with the day. A class, for the parts of a question share it.
final class BackLinks: Sendable {
  /// The row that each row points to; -1 where that is not known, or it points nowhere.
  let targets: [Int32]
  /// How many rows are pointed to.
  let count: Int
  /// Rows whose link is not known.
  let floating: [Int]
  /// The rows that a row of unknown link may point to, where they are known.
  private let candidates: [Int: Set<Int32>]
  /// Of the floating rows, those of known candidates, those that a place bounds, and the others.
  private let named: [Int]
  private let placed: [Int]
  private let anywhere: [Int]
  /// The places that bound unknown links; nil where nothing bounds them.
  private let places: LinkPlaces?
  /// The counts of all rows, once they were asked for.
  private let all = Mutex<LinkCounts?>(nil)
  /// The floating rows that may point to some row, once they were asked for.
  private let reaching = Mutex<[Int]?>(nil)

  /// The way back along a link column.
  /// - Parameter count: how many rows the relation has that it points to.
  init(_ column: Column, to count: Int, places: LinkPlaces?) {
    targets = PlainLinks(column).rows
    self.count = count
    candidates = column.candidates
    self.places = places.flatMap { $0.rows.isEmpty || $0.targets.isEmpty ? nil : $0 }
    floating = column.unknown.rows
    var (named, placed, anywhere): ([Int], [Int], [Int]) = ([], [], [])
    for row in floating {
      if candidates[row] != nil {
        named.append(row)
      } else if let places = self.places, places.rows[row] >= 0 {
        placed.append(row)
      } else {
        anywhere.append(row)
      }
    }
    (self.named, self.placed, self.anywhere) = (named, placed, anywhere)
  }

  /// The row that a row points to, where it is known.
  func target(_ row: Int) -> Int? {
    guard targets.indices.contains(row), targets[row] >= 0 else { return nil }
    return Int(targets[row])
  }

  // MARK: Counts

  /// How many of some rows point to each row.
  /// - Complexity: O(rows + rows pointed to); O(1) for all rows, once they were counted.
  func counts(certain: Bitmap, possible: Bitmap) -> LinkCounts {
    guard certain.isFull, possible.isFull else { return made(certain, possible) }
    if let found = all.withLock({ $0 }) { return found }
    let found = made(certain, possible)
    all.withLock { $0 = found }
    return found
  }

  private func made(_ certain: Bitmap, _ possible: Bitmap) -> LinkCounts {
    var counts = LinkCounts(exactly: counted(possible))
    if certain != possible { counts.low = counted(certain) }
    addFloating(within: possible, to: &counts.high)
    return counts
  }

  private func counted(_ rows: Bitmap) -> [Int32] {
    let (words, targets) = (rows.words, targets)
    return LinkKernels.counts(words.span, targets.span, count)
  }

  /// Adds the rows whose link is unknown to all that they may point to. They are gathered by place
  /// first: hundreds of them may each reach thousands.
  /// - Complexity: O(rows pointed to + floating rows + candidates).
  func addFloating(within possible: Bitmap, to counts: inout [Int32]) {
    for row in named where possible[row] {
      for target in candidates[row] ?? [] { counts[Int(target)] += 1 }
    }
    var everywhere: Int32 = 0
    for row in anywhere where possible[row] { everywhere += 1 }
    guard let places else {
      if everywhere > 0 { for target in counts.indices { counts[target] += everywhere } }
      return
    }
    // A row that is pointed to and has no known place may be of any.
    var inPlace = [Int32](repeating: everywhere, count: places.count + 1)
    var bounded: Int32 = 0
    for row in placed where possible[row] {
      inPlace[Int(places.rows[row]) + 1] += 1
      bounded += 1
    }
    inPlace[0] += bounded
    guard inPlace[0] > 0 else { return }
    let targets = places.targets
    LinkKernels.add(inPlace.span, at: targets.span, to: &counts)
  }

  // MARK: Reach

  /// Which rows whose link is unknown may point to some of the rows pointed to.
  /// - Complexity: O(rows pointed to + floating rows + candidates); O(1) for all of them, once they
  ///   were asked for.
  func floating(reaching targets: Bitmap) -> [Int] {
    guard targets.isFull else { return found(reaching: targets) }
    if let found = reaching.withLock({ $0 }) { return found }
    let found = found(reaching: targets)
    reaching.withLock { $0 = found }
    return found
  }

  private func found(reaching targets: Bitmap) -> [Int] {
    guard !floating.isEmpty, !targets.isEmpty else { return [] }
    var isReached = [Bool](repeating: false, count: places?.count ?? 0)
    var isAnywhere = places == nil
    if let places, !placed.isEmpty {
      targets.forEach { target in
        guard target < places.targets.count else { return }
        let place = Int(places.targets[target])
        if place < 0 { isAnywhere = true } else { isReached[place] = true }
      }
    }
    return floating.filter { row in
      if let candidates = candidates[row] {
        return candidates.contains { Int($0) < targets.count && targets[Int($0)] }
      }
      guard let places, places.rows[row] >= 0, !isAnywhere else { return true }
      return isReached[Int(places.rows[row])]
    }
  }

  /// What bounds where an unknown link may lead: rows of one bound may lead to the same rows.
  enum Bound: Hashable {
    case candidates(Set<Int32>)
    case place(Int32)
    case nothing
  }

  /// What bounds where a row whose link is unknown may point: its candidates, or else its place.
  func bound(of row: Int) -> Bound {
    if let candidates = candidates[row] { return .candidates(candidates) }
    guard let places, places.rows[row] >= 0 else { return .nothing }
    return .place(places.rows[row])
  }

  /// Whether a link so bounded may lead to a row. One of unknown place may be in any.
  func mayReach(_ bound: Bound, _ target: Int) -> Bool {
    switch bound {
    case .candidates(let candidates): candidates.contains(Int32(target))
    case .place(let here): places.map { [here, -1].contains($0.targets[target]) } ?? true
    case .nothing: true
    }
  }

  /// Whether a row whose link is unknown may point to a row: one of its candidates, or else any
  /// in the same place.
  func mayReach(_ row: Int, _ target: Int) -> Bool { mayReach(bound(of: row), target) }
}
