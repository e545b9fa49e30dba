// What is worked out once for a dataset at a day, since neither ever changes.

import Synchronization

/// Answer fields of one relation, by their columns in the order of a question.
struct AskedColumns: Hashable, Sendable {
  var relation: Int
  var columns: [Int]

  /// One number of all: a question looks up a handful of entries, of which there are a handful.
  func hash(into hasher: inout Hasher) {
    hasher.combine(columns.reduce(relation) { $0 &* 61 &+ $1 })
  }
}

/// What a trail of sources is of where every row of a relation was asked: all fields that were
/// used, and those whose grounds are named.
struct AskedSources: Hashable, Sendable {
  var relation: Int
  var columns: [Int]
  var grounded: [Int]

  /// One number of all, as for `AskedColumns`.
  func hash(into hasher: inout Hasher) {
    hasher.combine(columns.reduce(relation) { $0 &* 61 &+ $1 })
  }
}

/// A column of a relation.
struct ColumnPlace: Hashable, Sendable {
  var relation: Int
  var column: Int
}

/// Where a link column leads, as plain numbers: loops over rows need no more.
struct PlainLinks: Sendable {
  /// The row that each row leads to; -1 where it is not known or leads nowhere. Empty where the
  /// column is no link.
  let rows: [Int32]
  /// One more than the largest of them.
  var end: Int { Int(rows.max() ?? -1) + 1 }

  init(_ column: Column) {
    guard case .link(var rows) = column.values else {
      rows = []
      return
    }
    (column.unknown | column.none).forEach { rows[$0] = -1 }
    self.rows = rows
  }
}

/// Sources in the order of their first use.
struct NamedSources: Sendable {
  /// Their keys; empty where these are those of the references.
  var named: [String]
  var references: [SourceReference]
}

/// Evidence, sources and numbers of rows by field and the names of places, for one dataset at one
/// day. A class, for copies of the dataset share what one of them has found.
final class DayCache: Sendable {
  /// How many entries of a kind are kept: a session asks of a handful of fields, and more than this
  /// would be memory that nobody asked for. A full cache begins anew.
  static let maximumEntries = 64
  /// How many rows a relation may have for its classes to be kept, which take four bytes a row.
  static let maximumRows = 1 << 20
  /// How many values there may be for their order to be kept, and how many combinations of values
  /// for the numbers of their rows.
  static let maximumCounts = 1 << 14

  private let classes = Mutex<[AskedColumns: GroundClasses]>([:])
  private let places = Mutex<[Int: PlaceNames]>([:])
  private let sources = Mutex<[AskedSources: NamedSources]>([:])
  private let links = Mutex<[ColumnPlace: BackLinks]>([:])
  private let patterns = Mutex<[AskedColumns: [Int]]>([:])
  private let orders = Mutex<[AskedColumns: [Int]]>([:])
  private let histograms = Mutex<[AskedColumns: [Int]]>([:])

  /// The names of a relation of places, made unless they are there: there are as many as relations.
  func placeNames(_ relation: Int, _ make: () -> PlaceNames) -> PlaceNames {
    if let found = places.withLock({ $0[relation] }) { return found }
    let made = make()
    places.withLock { $0[relation] = made }
    return made
  }

  /// The rows that point along a link column, made unless they are there.
  func backLinks(at place: ColumnPlace, _ make: () -> BackLinks) -> BackLinks {
    if let found = links.withLock({ $0[place] }) { return found }
    let made = make()
    guard made.targets.count <= DayCache.maximumRows else { return made }
    links.withLock { DayCache.keep(made, under: place, in: &$0) }
    return made
  }

  /// The classes of a relation's rows, made unless they are there.
  func classes(_ key: AskedColumns, _ make: () -> GroundClasses?) -> GroundClasses? {
    if let found = classes.withLock({ $0[key] }) { return found }
    guard let made = make() else { return nil }
    guard made.codes.count <= DayCache.maximumRows else { return made }
    classes.withLock { DayCache.keep(made, under: key, in: &$0) }
    return made
  }

  /// How many rows have each combination of some answers, counted unless it is there.
  func patterns(_ key: AskedColumns, _ make: () -> [Int]?) -> [Int]? {
    if let found = patterns.withLock({ $0[key] }) { return found }
    guard let made = make() else { return nil }
    patterns.withLock { DayCache.keep(made, under: key, in: &$0) }
    return made
  }

  /// The places of a column's texts in their order, found unless they are there.
  func order(_ key: AskedColumns, _ make: () -> [Int]) -> [Int] {
    if let found = orders.withLock({ $0[key] }) { return found }
    let made = make()
    guard made.count <= DayCache.maximumCounts else { return made }
    orders.withLock { DayCache.keep(made, under: key, in: &$0) }
    return made
  }

  /// How many rows have each combination of values; nil where they were not counted yet.
  func histogram(_ key: AskedColumns) -> [Int]? { histograms.withLock { $0[key] } }

  /// Keeps how many rows have each combination of values, where these are not too many.
  func keep(_ counts: [Int], under key: AskedColumns) {
    guard counts.count <= DayCache.maximumCounts else { return }
    histograms.withLock { DayCache.keep(counts, under: key, in: &$0) }
  }

  /// The sources that were found for some fields; nil where they were not looked for yet.
  func sources(_ key: AskedSources) -> NamedSources? { sources.withLock { $0[key] } }

  /// Keeps the sources of some fields.
  func keep(_ found: NamedSources, under key: AskedSources) {
    sources.withLock { DayCache.keep(found, under: key, in: &$0) }
  }

  private static func keep<Key: Hashable, Entry>(
    _ value: Entry, under key: Key, in entries: inout [Key: Entry]
  ) {
    if entries.count >= maximumEntries { entries = [:] }
    entries[key] = value
  }
}
