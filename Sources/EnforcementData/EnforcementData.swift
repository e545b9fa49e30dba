// The embedded record as one value: the shipped tables, read by their schemas.

internal import CDataset
public import Tally

/// The public record of how US counties cooperate with federal immigration enforcement.
public enum EnforcementData {
  /// The day that every answer speaks of: the date of the newest list of 287(g) agreements.
  static let newestDay = Day(2026, 5, 18) ?? Day(number: 0)

  /// The dataset, read and checked.
  ///
  ///     var session = Session(dataset: try EnforcementData.dataset())
  ///     // session.run(Source("count counties")) answers 3,143
  ///
  /// - Throws: `DatasetError` if a shipped table does not fit its schema, which a test rules out.
  /// - Complexity: O(bytes of the tables), about 0.8 MB.
  public static func dataset() throws(DatasetError) -> Dataset {
    let tables = EmbeddedTables()
    let sources = try SourceList(tables)
    let grounds = try GroundList(tables)
    var keys: [String: Interner] = [:]
    var relations: [Relation] = []
    for schema in Schemas.all {
      let table = try tables.table(schema.name)
      let reader = RelationReader(
        schema: schema, table: table, grounds: grounds.ground, targets: keys)
      relations.append(try reader.relation())
      if Schemas.targets.contains(schema.name) {
        keys[schema.name] = table.keys(column: schema.key)
      }
    }
    return try Dataset(
      name: "enforcement", version: tables.version, hash: tables.hash, asOf: newestDay,
      relations: relations.sorted { order($0) < order($1) }, sources: sources.references,
      bases: ["law", "agreement", "announced", "listed"])
  }

  private static func order(_ relation: Relation) -> Int {
    Schemas.shownFirst.firstIndex(of: relation.schema.name) ?? .max
  }
}
