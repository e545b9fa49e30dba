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
    let isResolved = schema.name == Schemas.counties.name
    let histories: Histories? = isResolved ? try GroundList.histories(tables) : nil
    return try RelationReader(
      schema: schema, table: table, histories: histories, targets: targets
    ).relation()
  }

  private func table(of schema: RelationSchema) throws(DatasetError) -> CSVTable {
    let table = try tables.table(schema.name)
    guard schema.name == "facts" else { return table }
    let counties = try countiesByState()
    return table.splitting("source", rest: "other_sources")
      .unnested("counties", named: "county", key: "id") { counties[$0] ?? [$0] }
  }

  /// The counties of each state, for facts that reach them all.
  private func countiesByState() throws(DatasetError) -> [String: [String]] {
    let table = try tables.table(Schemas.counties.name)
    guard table.count > 0, let fips = table.texts(0).firstIndex(of: "fips"),
      let state = table.texts(0).firstIndex(of: "state")
    else { return [:] }
    var counties: [String: [String]] = [:]
    for record in 1..<table.count {
      counties[table.text(record, state), default: []].append(table.text(record, fips))
    }
    return counties
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
