// All that can be asked of: relations, linked and checked once, never changed.

/// Relations with a name, a version and a date.
///
/// A dataset shows one day: what its lists and answers were then. `at(_:)` shows another one.
public struct Dataset: Sendable {
  /// The relations as of its day, in the order that help shows them.
  public let relations: [Relation]
  /// What it is called.
  public let name: String
  /// Its version.
  public let version: String
  /// The sha256 of what it was made from, in hexadecimal.
  public let hash: String
  /// The day that it shows.
  public let asOf: Day
  /// The day called `latest`, which is shown unless told otherwise. Nothing later is known.
  public let latest: Day
  /// The documents that its rows rest on, by their keys.
  public let sources: [String: SourceReference]
  /// The words for what answers rest on, such as `law`, in the order that answers name them.
  public let bases: [String]
  /// What was published as totals, not as rows.
  public let editions: [TotalsEdition]
  /// What the user added to it, which is among its relations.
  public let own: OwnData
  /// What became of the links that the user declared, in their order.
  public let ownLinks: [LinkOutcome]
  /// What became of the facts that the user added.
  public let ownFacts: FactsOutcome
  private let numbers: [String: Int]
  /// The rows of all dates.
  let record: [Relation]
  /// What was worked out for the day, and for the record.
  let cache: DayCache
  private let days: RecordCache

  /// A dataset, checked: see `SchemaLint`. It shows the day `asOf`, which is its latest.
  /// - Throws: `DatasetError` with every fault that was found.
  public init(
    name: String, version: String, hash: String, asOf: Day, relations: [Relation],
    sources: [String: SourceReference] = [:], bases: [String] = [],
    editions: [TotalsEdition] = []
  ) throws(DatasetError) {
    self.init(
      checked: name, version: version, hash: hash, asOf: asOf, relations: relations,
      sources: sources, bases: bases, editions: editions)
    let faults =
      SchemaLint.faults(in: relations) + editions.flatMap { $0.faults(in: relations) }
    if !faults.isEmpty { throw DatasetError(faults: faults) }
  }

  /// A dataset whose schemas and editions a test has checked, so that no start waits for it.
  package init(
    checked name: String, version: String, hash: String, asOf: Day, relations: [Relation],
    sources: [String: SourceReference], bases: [String], editions: [TotalsEdition]
  ) {
    self.name = name
    self.version = version
    self.hash = hash
    self.asOf = asOf
    latest = asOf
    record = relations
    let first = RecordCache.OnDay(
      day: asOf, relations: DatasetAtDay(record: relations, day: asOf).relations())
    self.relations = first.relations
    cache = first.cache
    days = RecordCache(first)
    self.sources = sources
    self.bases = bases
    self.editions = editions
    (own, ownLinks, ownFacts) = (OwnData(), [], FactsOutcome())
    numbers = Dictionary(
      relations.enumerated().map { ($1.schema.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private init(_ other: Dataset, at day: Day) {
    name = other.name
    version = other.version
    hash = other.hash
    asOf = day
    latest = other.latest
    record = other.record
    days = other.days
    let onDay = days.on(day, other.record)
    relations = onDay.relations
    cache = onDay.cache
    sources = other.sources
    bases = other.bases
    editions = other.editions
    (own, ownLinks, ownFacts) = (other.own, other.ownLinks, other.ownFacts)
    numbers = other.numbers
  }

  /// A dataset with what a user added; version and hash say so.
  init(
    _ base: Dataset, _ extending: DatasetExtending, _ own: OwnData
  ) throws(DatasetError) {
    let relations = extending.record
    name = base.name
    version = own.version(over: base.version)
    hash = own.hash(over: base.hash)
    (asOf, latest) = (base.latest, base.latest)
    record = relations
    let first = RecordCache.OnDay(
      day: base.latest, relations: DatasetAtDay(record: relations, day: base.latest).relations())
    self.relations = first.relations
    cache = first.cache
    days = RecordCache(first)
    sources = extending.sources
    bases = extending.bases
    editions = base.editions
    (self.own, ownLinks, ownFacts) = (own, extending.outcomes, extending.facts)
    numbers = Dictionary(
      relations.enumerated().map { ($1.schema.name, $0) }, uniquingKeysWith: { first, _ in first })
    let faults = SchemaLint.faults(in: relations)
    if !faults.isEmpty { throw DatasetError(faults: faults) }
  }

  /// The same record as it stood on a day: the newest lists at or before it, every answer as it
  /// was. A relation whose first list is later has no rows.
  /// - Complexity: O(relations) the first time; rows are chosen when they are first asked for, and
  ///   stay chosen for the days asked of last.
  public func at(_ day: Day) -> Dataset { day == asOf ? self : Dataset(self, at: day) }

  /// The days of the lists that a relation is a series of, oldest first; empty for other relations.
  public func lists(of relation: Int) -> [Day] { days.lists(of: relation, record) }

  /// Whether a link's rows are all there on the day, so that no row means no. A link to lists is
  /// complete on the day of one; between two nobody says so.
  func isComplete(_ link: Link) -> Bool {
    guard let target = relation(link.target),
      case .snapshots = relations[target].schema.timing
    else { return link.isComplete }
    return link.isComplete && lists(of: target).last { $0 <= asOf } == asOf
  }

  /// The ends of the years in which an answer changed, and the latest day: where its coverage is
  /// worth showing. Empty where it has no history.
  package func changes(of column: Int, in relation: Int) -> [Day] {
    guard case .history(_, let timelines, _) = record[relation].columns[column].values else {
      return []
    }
    let years = Set(timelines.flatMap(\.pieces).compactMap { $0.since?.civil.year })
    let ends = years.sorted().compactMap { Period(year: $0)?.last }.filter { $0 < latest }
    return ends + [latest]
  }

  /// Reads every row and checks it, the schemas and the editions.
  /// - Throws: `DatasetError` with every fault that was found.
  public func check() throws(DatasetError) {
    let faults =
      SchemaLint.faults(in: record, reading: true) + editions.flatMap { $0.faults(in: record) }
    if !faults.isEmpty { throw DatasetError(faults: faults) }
  }

  /// The number of a relation, by its name.
  public func relation(_ name: String) -> Int? { numbers[name] }
}

/// What is wrong with a dataset.
public struct DatasetError: Error, Sendable, Equatable {
  /// Each fault in a sentence.
  public let faults: [String]

  /// An error of the given faults.
  public init(faults: [String]) { self.faults = faults }
}
