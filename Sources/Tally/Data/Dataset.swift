// All that can be asked of: relations, linked and checked once, never changed.

/// Relations with a name, a version and a date.
///
/// A dataset shows one day: what its lists and answers were then. `at(_:)` shows another one.
public struct Dataset: Sendable {
  private var shared: Shared<Content>

  /// The relations as of its day, in the order that help shows them.
  public var relations: [Relation] { shared.content.relations }
  /// What it is called.
  public var name: String { shared.content.name }
  /// Its version.
  public var version: String { shared.content.version }
  /// The sha256 of what it was made from, in hexadecimal.
  public var hash: String { shared.content.hash }
  /// The day that it shows.
  public var asOf: Day { shared.content.asOf }
  /// The day called `latest`, which is shown unless told otherwise. Nothing later is known.
  public var latest: Day { shared.content.latest }
  /// The documents that its rows rest on, by their keys.
  public var sources: [String: SourceReference] { shared.content.documents.all() }
  /// The words for what answers rest on, such as `law`, in the order that answers name them.
  public var bases: [String] { shared.content.bases }
  /// What was published as totals, not as rows.
  public var editions: [TotalsEdition] { shared.content.editions.value }
  /// What the user added to it, which is among its relations.
  public var own: OwnData { shared.content.own }
  /// What became of the links that the user declared, in their order.
  public var ownLinks: [LinkOutcome] { shared.content.ownLinks }
  /// What became of the facts that the user added.
  public var ownFacts: FactsOutcome { shared.content.ownFacts }
  /// The functions that were added to the language for questions of it.
  var ownFunctions: [ScalarFunction] { shared.content.ownFunctions }
  /// The rows of all dates.
  var record: [Relation] { shared.content.record }
  /// What was worked out for the day.
  var cache: DayCache { shared.content.cache }
  /// What was worked out for the record.
  private var days: RecordCache { shared.content.days }

  /// What is held once for all copies: a query hands its dataset from part to part.
  private struct Content: Sendable {
    var name: String
    var version: String
    var hash: String
    var asOf: Day
    var latest: Day
    var record: [Relation]
    var relations: [Relation]
    var cache: DayCache
    var days: RecordCache
    var documents: Documents
    var bases: [String]
    var editions: LaterEditions
    var own = OwnData()
    var ownLinks: [LinkOutcome] = []
    var ownFacts = FactsOutcome()
    var numbers: NameTable
    var ownFunctions: [ScalarFunction] = []

    /// A dataset at its latest day.
    init(
      name: String, version: String, hash: String, latest: Day, record: [Relation],
      documents: Documents, bases: [String], editions: LaterEditions
    ) {
      (self.name, self.version, self.hash) = (name, version, hash)
      (asOf, self.latest) = (latest, latest)
      self.record = record
      let first = RecordCache.OnDay(
        day: latest, relations: DatasetAtDay(record: record, day: latest).relations())
      relations = first.relations
      cache = first.cache
      days = RecordCache(first)
      (self.documents, self.bases, self.editions) = (documents, bases, editions)
      numbers = NameTable(record.map(\.schema.name))
    }
  }

  /// A dataset, checked: see `SchemaLint`. It shows the day `asOf`, which is its latest.
  /// - Throws: `DatasetError` with every fault that was found.
  public init(
    name: String, version: String, hash: String, asOf: Day, relations: [Relation],
    sources: [String: SourceReference] = [:], bases: [String] = [],
    editions: [TotalsEdition] = []
  ) throws(DatasetError) {
    self.init(
      checked: name, version: version, hash: hash, asOf: asOf, relations: relations,
      documents: Documents(sources), bases: bases, editions: LaterEditions { editions })
    let faults =
      SchemaLint.faults(in: relations) + editions.flatMap { $0.faults(in: relations) }
    if !faults.isEmpty { throw DatasetError(faults: faults) }
  }

  /// A dataset whose schemas and editions a test has checked, so that no start waits for it.
  package init(
    checked name: String, version: String, hash: String, asOf: Day, relations: [Relation],
    documents: Documents, bases: [String], editions: LaterEditions
  ) {
    shared = Shared(
      Content(
        name: name, version: version, hash: hash, latest: asOf, record: relations,
        documents: documents, bases: bases, editions: editions))
  }

  private init(_ other: Dataset, at day: Day) {
    var content = other.shared.content
    content.asOf = day
    let onDay = content.days.on(day, content.record)
    (content.relations, content.cache) = (onDay.relations, onDay.cache)
    shared = Shared(content)
  }

  /// The same dataset, of which questions with these functions may be asked.
  func adding(functions: [ScalarFunction]) -> Dataset {
    var copy = self
    if !functions.isEmpty { copy.shared.content.ownFunctions = functions }
    return copy
  }

  /// A dataset with what a user added; version and hash say so.
  init(
    _ base: Dataset, _ extending: DatasetExtending, _ own: OwnData
  ) throws(DatasetError) {
    var content = Content(
      name: base.name, version: own.version(over: base.version), hash: own.hash(over: base.hash),
      latest: base.latest, record: extending.record,
      documents: Documents(extending.sources), bases: extending.bases,
      editions: base.shared.content.editions)
    (content.own, content.ownLinks, content.ownFacts) = (own, extending.outcomes, extending.facts)
    content.ownFunctions = base.ownFunctions
    shared = Shared(content)
    let faults = SchemaLint.faults(in: extending.record)
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

  /// The document of a key.
  func source(_ key: String) -> SourceReference? { shared.content.documents.find(key) }

  /// The documents by their numbers, where answers name them so.
  var numberedDocuments: (any NumberedDocuments)? { shared.content.documents.numbered }

  /// The number of a relation, by its name.
  public func relation(_ name: String) -> Int? { shared.content.numbers[name] }
}

/// What is wrong with a dataset.
public struct DatasetError: Error, Sendable, Equatable {
  /// Each fault in a sentence.
  public let faults: [String]

  /// An error of the given faults.
  public init(faults: [String]) { self.faults = faults }
}

extension DatasetError: CustomStringConvertible {
  /// The faults, a line each.
  public var description: String { faults.joined(separator: "\n") }
}
