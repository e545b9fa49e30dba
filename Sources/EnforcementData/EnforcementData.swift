// The embedded record as one value: the shipped tables, read by their schemas.

internal import CDataset
public import Tally

/// The public record of how US counties cooperate with federal immigration enforcement.
public enum EnforcementData {
  /// The day that every answer speaks of: the date of the newest list of 287(g) agreements.
  static let newestDay = Day(2026, 5, 18) ?? Day(number: 0)

  /// The dataset. Each table is read when a query first needs it; `Dataset.check()` reads all.
  ///
  ///     var session = Session(dataset: try EnforcementData.dataset())
  ///     // session.run(Source("count counties")) answers 3,143
  ///
  /// - Throws: `DatasetError` if the shipped schemas do not fit together, which a test rules out.
  /// - Complexity: O(relations + sources).
  public static func dataset() throws(DatasetError) -> Dataset {
    let tables = EmbeddedTables()
    let sources = try SourceList(tables)
    let store = RelationStore(tables)
    let relations = Schemas.all.map(store.relation)
    return try Dataset(
      name: "enforcement", version: tables.version, hash: tables.hash, asOf: newestDay,
      relations: relations.sorted { order($0) < order($1) }, sources: sources.references,
      bases: ["law", "agreement", "announced", "listed"],
      editions: [try SurveyTotals.edition(tables)])
  }

  private static func order(_ relation: Relation) -> Int {
    Schemas.shownFirst.firstIndex(of: relation.schema.name) ?? .max
  }
}
