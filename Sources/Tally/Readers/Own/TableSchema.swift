// What is declared of a table's columns: the parts of a Frictionless Table Schema that tally uses.

/// The declared columns, keys and links of a table.
public struct TableSchema: Sendable, Equatable {
  /// The columns, by their names in the file.
  public var fields: [TableField]
  /// Words that mean unknown in every column; nil where nothing is declared.
  public var missingValues: [String]?
  /// The names of the columns that tell rows apart.
  public var primaryKey: [String]
  /// The columns that lead to rows of other tables.
  public var foreignKeys: [ForeignKey]

  /// A schema.
  public init(
    fields: [TableField], missingValues: [String]? = nil, primaryKey: [String] = [],
    foreignKeys: [ForeignKey] = []
  ) {
    self.fields = fields
    self.missingValues = missingValues
    self.primaryKey = primaryKey
    self.foreignKeys = foreignKeys
  }
}

/// What is declared of one column.
public struct TableField: Sendable, Equatable {
  /// What its values are.
  public enum Kind: String, Sendable, CaseIterable {
    case string, number, integer, boolean, date, datetime, year, yearmonth, any
  }

  /// The name in the file.
  public var name: String
  /// What its values are.
  public var kind: Kind
  /// How dates are written, as in `%d/%m/%Y`; nil for the usual way.
  public var format: String?
  /// What it is called in a table for people; nil for the name in the file.
  public var title: String?
  /// What it means; empty where nothing is said.
  public var meaning: String
  /// Words that mean unknown in this column; nil for the table's.
  public var missingValues: [String]?
  /// The words of a closed list; empty where any may stand.
  public var words: [String]
  /// Whether each row must have a value.
  public var isRequired: Bool
  /// The words for yes and for no; empty for the usual ones.
  public var yesWords: [String]
  /// The words for no.
  public var noWords: [String]
  /// The mark before a fraction; nil for a point.
  public var decimalMark: UInt8?
  /// The mark between thousands; nil for none.
  public var groupMark: UInt8?
  /// What else the schema asks of the column, which tally does not check: `minimum`, `unique`.
  public var unchecked: [String] = []

  /// A column of a kind.
  public init(
    _ name: String, _ kind: Kind, format: String? = nil, title: String? = nil,
    meaning: String = "", missingValues: [String]? = nil, words: [String] = [],
    isRequired: Bool = false, yesWords: [String] = [], noWords: [String] = [],
    decimalMark: UInt8? = nil, groupMark: UInt8? = nil
  ) {
    self.name = name
    self.kind = kind
    self.format = format
    self.title = title
    self.meaning = meaning
    self.missingValues = missingValues
    self.words = words
    self.isRequired = isRequired
    self.yesWords = yesWords
    self.noWords = noWords
    self.decimalMark = decimalMark
    self.groupMark = groupMark
  }
}

/// Columns that name a row of another table.
public struct ForeignKey: Sendable, Equatable {
  /// The columns of this table: their names in the file, or in tally where it was loaded.
  public var fields: [String]
  /// The other table; empty for this one.
  public var table: String
  /// The columns there.
  public var targets: [String]

  /// A foreign key.
  public init(fields: [String], table: String, targets: [String]) {
    self.fields = fields
    self.table = table
    self.targets = targets
  }
}
