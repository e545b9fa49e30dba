// What a user can say of a table beforehand; what is not said is found out from the bytes.

/// How letters stand in a file's bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// Windows-1252, of which Latin-1 is the part that people use.
  case latin1 = "Windows-1252"
}

/// What is known of a table before it is read.
public struct TableOptions: Sendable {
  /// The name of the relation in the language.
  public var name: String
  /// The byte between cells; nil to find out: comma, semicolon, tab or bar.
  public var delimiter: UInt8?
  /// Whether the first row names the columns; nil for yes, unless all of it are numbers.
  public var hasHeader: Bool?
  /// The encoding; nil to find out.
  public var encoding: TextEncoding?
  /// Whether `,` stands before a number's fraction; nil to find out for each column.
  public var decimalComma: Bool?
  /// Words that say in any column that the value is not known, beside the empty cell.
  public var unknownWords: [String]
  /// What is declared of the columns.
  public var schema: TableSchema?
  /// Whether a row that cannot be read refuses the whole table.
  public var isStrict: Bool

  /// Options; the default finds everything out.
  public init(
    name: String, delimiter: UInt8? = nil, hasHeader: Bool? = nil,
    encoding: TextEncoding? = nil, decimalComma: Bool? = nil, unknownWords: [String] = [],
    schema: TableSchema? = nil, isStrict: Bool = false
  ) {
    self.name = name
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.encoding = encoding
    self.decimalComma = decimalComma
    self.unknownWords = unknownWords
    self.schema = schema
    self.isStrict = isStrict
  }
}
