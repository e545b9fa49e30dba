// A table: its schema and its columns.

/// Rows with a schema.
public struct Relation: Sendable {
  /// What it is.
  public let schema: RelationSchema
  private let store: LazyRows

  /// A relation; the columns are as long as `count` and as many as the fields.
  public init(schema: RelationSchema, count: Int, columns: [Column]) {
    self.schema = schema
    store = LazyRows(schema, Rows(count: count, columns: columns))
  }

  /// A relation whose rows are made when they are first asked for.
  ///
  /// A dataset checks a relation's schema when it is made, and such rows only when they are read:
  /// what cannot be read fails the query that needs it. `Dataset.check()` reads and checks all.
  public init(
    schema: RelationSchema,
    load: @escaping @Sendable () throws(DatasetError) -> (count: Int, columns: [Column])
  ) {
    self.init(schema) { () throws(DatasetError) in
      let made = try load()
      return Rows(count: made.count, columns: made.columns)
    }
  }

  init(_ schema: RelationSchema, _ make: @escaping @Sendable () throws(DatasetError) -> Rows) {
    self.schema = schema
    store = LazyRows(schema, make)
  }

  /// The same rows under a schema that says something else of them; the fields are the same.
  func described(by schema: RelationSchema) -> Relation { Relation(schema, store) }

  private init(_ schema: RelationSchema, _ store: LazyRows) {
    self.schema = schema
    self.store = store
  }

  /// How many rows.
  public var count: Int { store.rows.count }

  /// A column for each field of the schema.
  public var columns: [Column] { store.rows.columns }

  /// The rows of a list of another day of which it is not known whether they held on the day
  /// asked of; nil for none.
  var doubtful: Bitmap? { store.rows.doubtful }

  /// Whether the rows have been made.
  var isRead: Bool { store.isReady }

  /// Why the rows could not be made; nil where they were, or were not asked for.
  var error: DatasetError? { store.error }

  /// Whether the rows stand in the order of their keys.
  var isOrderedByKey: Bool {
    guard case .text(let codes, let texts)? = column(schema.key)?.values else { return false }
    return zip(codes, codes.dropFirst()).allSatisfy { texts[Int($0)] < texts[Int($1)] }
  }

  /// The column of a field.
  public func column(_ name: String) -> Column? { schema.field(name).map { columns[$0] } }
}

extension Relation: Equatable {
  /// Whether schema and rows are the same.
  public static func == (a: Relation, b: Relation) -> Bool {
    a.schema == b.schema && a.count == b.count && a.columns == b.columns
  }
}
