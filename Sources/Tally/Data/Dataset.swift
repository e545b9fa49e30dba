// All that can be asked of: relations, linked and checked once, never changed.

/// Relations with a name, a version and a date.
public struct Dataset: Sendable {
  /// The relations, in the order that help shows them.
  public let relations: [Relation]
  /// What it is called.
  public let name: String
  /// Its version.
  public let version: String
  /// The sha256 of what it was made from, in hexadecimal.
  public let hash: String
  /// The day called `latest`: what every answer speaks of unless told otherwise.
  public let asOf: Day
  /// The documents that its rows rest on, by their keys.
  public let sources: [String: SourceReference]
  /// The words for what answers rest on, such as `law`, in the order that answers name them.
  public let bases: [String]
  private let numbers: [String: Int]

  /// A dataset, checked: see `SchemaLint`.
  /// - Throws: `DatasetError` with every fault that was found.
  public init(
    name: String, version: String, hash: String, asOf: Day, relations: [Relation],
    sources: [String: SourceReference] = [:], bases: [String] = []
  ) throws(DatasetError) {
    self.name = name
    self.version = version
    self.hash = hash
    self.asOf = asOf
    self.relations = relations
    self.sources = sources
    self.bases = bases
    numbers = Dictionary(
      relations.enumerated().map { ($1.schema.name, $0) }, uniquingKeysWith: { first, _ in first })
    let faults = SchemaLint.faults(in: relations)
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
