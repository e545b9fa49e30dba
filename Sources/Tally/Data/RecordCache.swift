// What is worked out once for a record: how it stood on the days that were asked of.

import Synchronization

/// The record on days that were asked of, and the days of its lists. A class, for copies of a
/// dataset share it.
final class RecordCache: Sendable {
  /// How many days are kept, beside the first. Who sets more days beside each other has them read
  /// again.
  static let maximumDays = 16
  /// How many rows the days may have in all: a large record is not held sixteen times over.
  static let maximumRows = 1 << 20

  /// A record on one day.
  struct OnDay: Sendable {
    var day: Day
    var relations: [Relation]
    var cache = DayCache()

    fileprivate var rows: Int {
      relations.reduce(0) { $0 + ($1.isRead ? $1.count : 0) }
    }
  }

  private let first: OnDay
  private let others = Mutex<[OnDay]>([])
  private let lists = Mutex<[Int: [Day]]>([:])

  init(_ first: OnDay) { self.first = first }

  /// The record on a day, chosen from all rows unless that was done before.
  func on(_ day: Day, _ record: [Relation]) -> OnDay {
    if day == first.day { return first }
    return others.withLock { others in
      if let found = others.first(where: { $0.day == day }) { return found }
      let made = OnDay(day: day, relations: DatasetAtDay(record: record, day: day).relations())
      let rows = others.reduce(0) { $0 + $1.rows }
      if rows > RecordCache.maximumRows { others = [] }
      if others.count >= RecordCache.maximumDays { others.removeFirst() }
      others.append(made)
      return made
    }
  }

  /// The days of a relation's lists, oldest first.
  func lists(of relation: Int, _ record: [Relation]) -> [Day] {
    if let found = lists.withLock({ $0[relation] }) { return found }
    let days = SnapshotList(record[relation]).days
    lists.withLock { $0[relation] = days }
    return days
  }
}
