// A table: its schema and its columns.

/// Rows with a schema.
public struct Relation: Sendable {
  /// What it is.
  public let schema: RelationSchema
  private let store: LazyRows

  /// A relation; the columns are as long as `count` and as many as the fields.
  public init(schema: RelationSchema, count: Int, columns: [Column]) {
    self.init(schema, MadeRows(rows: count, columns: columns))
  }

  /// A relation whose rows are made when they are first asked for.
  ///
  /// A dataset checks a relation's schema when it is made, and such rows only when they are read:
  /// what cannot be read fails the query that needs it. `Dataset.check()` reads and checks all.
  public init(
    schema: RelationSchema,
    load: @escaping @Sendable () throws(DatasetError) -> (count: Int, columns: [Column])
  ) {
    self.init(schema, LoadedRows(load))
  }

  /// A relation whose columns are made one by one, each when it is first asked for.
  package init(_ schema: RelationSchema, _ source: any RowSource) {
    self.schema = schema
    store = LazyRows(schema, source)
  }

  /// The same rows under a schema that says something else of them; the fields are the same.
  func described(by schema: RelationSchema) -> Relation { Relation(schema, store) }

  private init(_ schema: RelationSchema, _ store: LazyRows) {
    self.schema = schema
    self.store = store
  }

  /// How many rows.
  public var count: Int { store.count }

  /// A column for each field of the schema, made when it is first asked for.
  public var columns: Columns { Columns(store) }

  /// The rows of a list of another day of which it is not known whether they held on the day
  /// asked of; nil for none.
  var doubtful: Bitmap? { store.doubtful }

  /// The column that holds the numbers of the rows, made when it is first asked for; nil for none.
  var numbered: Int? { store.numbered }

  /// Numbers of rows that are known without a scan; nil for none.
  var counted: RowCounts? { store.counted }

  /// Whether all rows are there without more work.
  var isRead: Bool { store.isReady }

  /// Why the rows could not be made; nil where they were, or were not asked for.
  package var error: DatasetError? { store.error }

  /// An answer as it stood on a day; nil where it must be looked up in the column's histories.
  func answers(_ number: Int, on day: Day) throws(DatasetError) -> Column? {
    try store.answers(number, on: day)
  }

  /// What an answer says on a day, in short; nil where it must be found out from the column.
  func stated(_ number: Int, on day: Day) -> StatedAnswers? { store.stated(number, on: day) }

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
