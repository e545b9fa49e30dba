// A table: its schema and its columns.

/// Rows with a schema.
public struct Relation: Sendable, Equatable {
  /// What it is.
  public let schema: RelationSchema
  /// How many rows.
  public let count: Int
  /// A column for each field of the schema.
  public let columns: [Column]

  /// A relation; the columns are as long as `count` and as many as the fields.
  public init(schema: RelationSchema, count: Int, columns: [Column]) {
    self.schema = schema
    self.count = count
    self.columns = columns
  }

  /// The column of a field.
  public func column(_ name: String) -> Column? { schema.field(name).map { columns[$0] } }
}
