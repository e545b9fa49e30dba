// What was found in a file and what was not understood: nothing is dropped without a word.

/// How a file's records end.
public enum LineEnd: String, Sendable, CaseIterable {
  case lf = "LF"
  case crlf = "CRLF"
  case cr = "CR"
  case mixed
}

/// How a file is written.
public struct TableFormat: Sendable, Equatable {
  /// The byte between cells.
  public var delimiter: UInt8
  /// The encoding.
  public var encoding: TextEncoding
  /// Whether the file begins with a byte order mark.
  public var hasByteOrderMark: Bool
  /// How lines end.
  public var lineEnd: LineEnd
  /// How many lines before the header were passed over.
  public var preambleLines: Int
  /// Whether a row names the columns.
  public var hasHeader: Bool
}

/// What became of one column.
public struct LoadedColumn: Sendable, Equatable {
  /// The name in the file; empty where it has none.
  public var original: String
  /// The name in the language.
  public var name: String
  /// Its type.
  public var type: FieldType
  /// How the type was found, in a few words: `declared`, `every cell is a number`.
  public var reason: String
  /// The words that were read as unknown, with how often each stands there, most often first.
  public var unknownWords: [(word: String, count: Int)]
  /// How many cells are empty, which is unknown too.
  public var emptyCells: Int

  /// Whether two columns are the same.
  public static func == (a: LoadedColumn, b: LoadedColumn) -> Bool {
    a.original == b.original && a.name == b.name && a.type == b.type && a.reason == b.reason
      && a.emptyCells == b.emptyCells
      && a.unknownWords.elementsEqual(b.unknownWords) { $0.word == $1.word && $0.count == $1.count }
  }
}

/// A row that could not be read, or a cell of it that made it so.
public struct RowProblem: Sendable, Equatable {
  /// The line at which the row begins, from 1.
  public var line: Int
  /// The byte of the file at which the row begins, from 0.
  public var byte: Int
  /// The column of the cell, by its name in the file; nil for the whole row.
  public var column: String?
  /// What is wrong, in a full sentence.
  public var reason: String
  /// The beginning of the row or the cell.
  public var text: String

  /// A problem.
  public init(line: Int, byte: Int, column: String? = nil, reason: String, text: String) {
    self.line = line
    self.byte = byte
    self.column = column
    self.reason = reason
    self.text = text
  }
}

/// What reading a table found.
public struct LoadReport: Sendable, Equatable {
  /// The most problems that are kept and shown; all are counted.
  public static let mostProblems = 100

  /// How the file is written.
  public var format: TableFormat
  /// How many rows were read.
  public var rows: Int
  /// The columns in the order of the file.
  public var columns: [LoadedColumn]
  /// The first rows that could not be read, in the order of the file.
  public var problems: [RowProblem]
  /// How many rows could not be read.
  public var problemCount: Int
  /// What else a reader of the answers should know, each in a full sentence.
  public var notes: [String]
}

/// A table that was read.
public struct LoadedTable: Sendable {
  /// The rows, with one of each file's columns for each field.
  public var relation: Relation
  /// What was found.
  public var report: LoadReport
  /// The declared links, by the names of the fields in the language.
  public var foreignKeys: [ForeignKey]
  /// The digest of all bytes of the file, as they were read.
  public var digest: ContentDigest
}
