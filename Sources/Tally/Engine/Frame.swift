// Rows on their way through the stages.

/// Rows of a relation, or of groups that a query made, with what is to be shown of them.
struct Frame {
  /// The rows' relation; for groups one that holds the keys and then the figures.
  var relation: Relation
  /// The relation's number in the dataset; nil for groups.
  var number: Int?
  /// The rows that are shown, in order.
  var rows: [Int]
  /// How many rows there are before `take` and `skip`.
  var matched: Int
  /// Further rows that may belong.
  var open: [Int]
  /// What is shown of each row.
  var columns: [OutputColumn]
  /// What a row is.
  var unit: Unit
  /// What the question was asked of.
  var base: Int
  /// The same at least; nil where it is settled.
  var baseLow: Int?
  /// The columns of figures, by their place in the relation: those of groups, and those added.
  var figures: [Int: FigureColumn] = [:]
  /// The rows before the first were left out; nil where all are there.
  var all: AllRows?
  /// Whether the total is shown.
  var showsTotal = false
  /// Whether the rows that the set's conditions leave open are all that is open.
  var isOpenByConditions = true
  /// What is to be said beside the rows.
  var notes: [String] = []

  /// The figures that a value shows; nil where it is none of them, or is made of them.
  func figures(of value: Value) -> FigureColumn? {
    guard case .field(let field) = value, field.hops.isEmpty else { return nil }
    return figures[field.column]
  }

  /// Rows that are shown, and rows that may belong.
  struct AllRows {
    var rows: [Int]
    var open: [Int]
  }

  /// Keeps in mind which rows there are, before some are left out.
  mutating func rememberAll() {
    if all == nil { all = AllRows(rows: rows, open: open) }
  }
}

/// One column of figures.
struct FigureColumn {
  /// What it is called and counts.
  var field: Field
  /// The figures, by row.
  var figures: [Figure]
  /// The figure of all rows, for `total`; nil where there is none.
  var whole: Figure?
  /// Whether it was made of others, not counted: then a row may have none.
  var isMade = false
  /// Whether each is of a base of its own.
  var hasBase = true
}
