// The lists of a relation that is a series of them, and which one a day shows.

/// Reads the days of a relation's lists. A relation of no lists has no days.
struct SnapshotList {
  private let relation: Relation
  private let first: [Int32]

  /// The lists of a relation.
  init(_ relation: Relation) {
    self.relation = relation
    if case .snapshots(let field) = relation.schema.timing,
      case .date(let first, _)? = relation.column(field)?.values
    {
      self.first = first
    } else {
      first = []
    }
  }

  /// The days of the lists, oldest first.
  var days: [Day] { Set(first).sorted().map(Day.init) }

  /// The newest list at or before a day; nil where there is none yet.
  func newest(on day: Day) -> Day? { days.last { $0 <= day } }

  /// The rows of the newest list at or before a day; nil for a relation of no lists.
  func rows(on day: Day) -> [Int]? {
    guard case .snapshots = relation.schema.timing else { return nil }
    guard let newest = newest(on: day) else { return [] }
    return first.indices.filter { first[$0] == newest.number }
  }

  /// The rows, by their places among the kept ones, that are not known to have held on the day:
  /// the day is no list's, and the next list lacks them. A row's key ends with its list's day, so
  /// that what comes before tells it again on another list.
  func doubtful(on day: Day, _ kept: [Int]) -> Bitmap? {
    guard case .snapshots = relation.schema.timing, let newest = newest(on: day), newest != day,
      case .text(let codes, let texts)? = relation.column(relation.schema.key)?.values
    else { return nil }
    func stem(_ row: Int) -> Substring {
      let key = texts[Int(codes[row])]
      return key.lastIndex(of: "/").map { key[..<$0] } ?? key[...]
    }
    guard let next = days.first(where: { $0 > day }) else {
      return Bitmap(count: kept.count, filled: true)
    }
    let after = Set(first.indices.filter { first[$0] == next.number }.map(stem))
    return Bitmap(count: kept.count) { !after.contains(stem(kept[$0])) }
  }
}
