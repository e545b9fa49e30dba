// Reads the shipped tables one by one, each when it is first asked for.

internal import Synchronization
internal import Tally

/// The shipped tables as they are read. A class, for the relations of a dataset share one.
final class RelationStore: Sendable {
  private let tables: EmbeddedTables
  private let keys = Mutex<[String: Interner]>([:])

  /// A store of the embedded tables.
  init(_ tables: EmbeddedTables) { self.tables = tables }

  /// A relation that is read when it is first asked for.
  func relation(_ schema: RelationSchema) -> Relation {
    Relation(schema: schema) { [self] () throws(DatasetError) in
      let relation = try read(schema)
      return (relation.count, relation.columns)
    }
  }

  private func read(_ schema: RelationSchema) throws(DatasetError) -> Relation {
    let table = try self.table(of: schema)
    var targets: [String: Interner] = [:]
    for case .link(let target) in schema.fields.map(\.type) where targets[target] == nil {
      targets[target] = try keys(of: target)
    }
    let hasAnswers = schema.fields.contains { $0.type == .answer }
    let histories: Histories? = hasAnswers ? try GroundList.histories(tables) : nil
    return try RelationReader(
      schema: schema, table: table, histories: histories, targets: targets
    ).relation()
  }

  private func table(of schema: RelationSchema) throws(DatasetError) -> CSVTable {
    try tables.table(schema.name)
  }

  /// The keys of a relation, each with its row.
  private func keys(of name: String) throws(DatasetError) -> Interner {
    if let known = keys.withLock({ $0[name] }) { return known }
    guard let schema = Schemas.all.first(where: { $0.name == name }) else {
      throw DatasetError(faults: ["there is no relation \(name)"])
    }
    let made = try table(of: schema).keys(column: schema.key)
    keys.withLock { $0[name] = made }
    return made
  }
}
