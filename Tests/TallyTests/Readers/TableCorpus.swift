// Odd and malformed files, one for each fault, with the report that each must give.

import Tally
import Testing

/// A file and what must become of it.
struct OddFile: CustomTestStringConvertible, Sendable {
  var name: String
  var bytes: [UInt8]
  var options = TableOptions(name: "visits")
  /// A letter for each column.
  var types: String
  var rows: [String]
  /// Line, byte and a part of the reason of each row that cannot be read.
  var problems: [(line: Int, byte: Int, reason: String)] = []
  var names: [String]?
  /// Parts of the notes.
  var notes: [String] = []
  /// Words for unknown and how often they stand there, over all columns.
  var unknown: [String: Int] = [:]
  var emptyCells = 0

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, _ types: String, _ rows: [String],
    problems: [(Int, Int, String)] = [], names: [String]? = nil, notes: [String] = [],
    unknown: [String: Int] = [:], empty: Int = 0, schema: TableSchema? = nil,
    words: [String] = [], comma: Bool? = nil
  ) {
    self.init(
      name, bytes: Array(text.utf8), types, rows, problems: problems, names: names, notes: notes)
    self.unknown = unknown
    emptyCells = empty
    options.schema = schema
    options.unknownWords = words
    options.decimalComma = comma
  }

  init(
    _ name: String, bytes: [UInt8], _ types: String, _ rows: [String],
    problems: [(Int, Int, String)] = [], names: [String]? = nil, notes: [String] = []
  ) {
    self.name = name
    self.bytes = bytes
    self.types = types
    self.rows = rows
    self.problems = problems.map { ($0.0, $0.1, $0.2) }
    self.names = names
    self.notes = notes
  }
}

/// The files.
enum TableCorpus {
  static let all = shapes + quotes + headers + encodings + numbers + words + dates + schemas

  /// Delimiters, line ends, rows that are too short or too long.
  static let shapes: [OddFile] = [
    OddFile("line feeds", "a,b\n1,x\n2,y\n", "nt", ["1|x", "2|y"]),
    OddFile("returns and feeds", "a,b\r\n1,x\r\n2,y\r\n", "nt", ["1|x", "2|y"]),
    OddFile("returns alone", "a,b\r1,x\r2,y\r", "nt", ["1|x", "2|y"]),
    OddFile("all line ends", "a,b\r\n1,x\n2,y\r3,z\n", "nt", ["1|x", "2|y", "3|z"]),
    OddFile("no last line end", "a,b\n1,x\n2,y", "nt", ["1|x", "2|y"]),
    OddFile("a return without its feed at the end", "a,b\r\n1,x\r", "nt", ["1|x"]),
    OddFile("semicolons", "a;b\n1;x\n2;y\n", "nt", ["1|x", "2|y"]),
    OddFile("tabs", "a\tb\n1\tx, y\n", "nt", ["1|x, y"]),
    OddFile("bars", "a|b\n1|x\n", "nt", ["1|x"]),
    OddFile("a first line that says the delimiter", "sep=;\na;b\n1;x\n", "nt", ["1|x"]),
    OddFile("one column", "a\n1\n2\n", "n", ["1", "2"]),
    OddFile(
      "empty lines", "a,b\n1,x\n\n2,y\n\n", "nt", ["1|x", "2|y"],
      notes: ["2 empty lines were passed over."]),
    OddFile(
      "a row with too few cells", "a,b\n1,x\n2\n3,z\n", "nt", ["1|x", "3|z"],
      problems: [(3, 8, "The row has 1 cell, but the header has 2.")]),
    OddFile(
      "a row with too many cells", "a,b\n1,x\n2,y,z\n", "nt", ["1|x"],
      problems: [(3, 8, "The row has 3 cells, but the header has 2.")]),
    OddFile(
      "a line of sources below the table", "a,b\n1,x\n2,y\nSource: a made-up list\n", "nt",
      ["1|x", "2|y"], problems: [(4, 12, "The row has 1 cell, but the header has 2.")]),
    OddFile("a header alone", "a,b\n", "tt", []),
    OddFile("a header alone without its line end", "a,b", "tt", []),
  ]

  /// Quotes that are right, odd and wrong.
  static let quotes: [OddFile] = [
    OddFile("a delimiter in quotes", "a,b\n\"x,y\",1\n", "tn", ["x,y|1"]),
    OddFile(
      "a line end in quotes", "a,b\n\"x\ny\",1\n2\n", "tn", ["x\ny|1"],
      problems: [(4, 12, "The row has 1 cell")]),
    OddFile("doubled quotes", "a,b\n\"say \"\"hi\"\"\",1\n", "tn", ["say \"hi\"|1"]),
    OddFile("a cell of one quote", "a,b\n\"\"\"\",1\n", "tn", ["\"|1"]),
    OddFile(
      "empty quotes are an empty cell", "a,b\n\"\",1\nx,2\n", "tn", ["?|1", "x|2"], empty: 1),
    OddFile("every cell in quotes", "\"a\",\"b\"\r\n\"1\",\"x\"\r\n", "nt", ["1|x"]),
    OddFile(
      "a quote within a plain cell", "a,b\n5\" pipe,1\nx,2\n", "tn", ["5\" pipe|1", "x|2"]),
    OddFile(
      "text after a quote that closes", "a,b\n\"x\"y,2\n3,4\n", "nn", ["3|4"],
      problems: [(2, 4, "Text follows a quote that closes a cell.")]),
    OddFile(
      "a quote that never closes", "a,b\n1,2\n\"x,3\n4,5\n", "nn", ["1|2", "4|5"],
      problems: [(3, 8, "A quote opens a cell and does not close.")]),
    OddFile(
      "a quote that never closes in the last row", "a,b\n1,2\n3,\"x", "nn", ["1|2"],
      problems: [(3, 8, "A quote opens a cell and does not close.")]),
    OddFile(
      "a quote that closes in a later row", "a,b\n\"x,1\ny,\"z\"\nw,v\n", "tt", ["y|z", "w|v"],
      problems: [(2, 4, "Text follows a quote that closes a cell.")]),
  ]

  /// What stands before the rows.
  static let headers: [OddFile] = [
    OddFile("a name twice", "a,a,A\n1,2,3\n", "nnn", ["1|2|3"], names: ["a", "a_2", "a_3"]),
    OddFile("a name missing", "a,,c\n1,2,3\n", "nnn", ["1|2|3"], names: ["a", "column_2", "c"]),
    OddFile(
      "words of the language", "from,by,Yes\n1,2,3\n", "nnn", ["1|2|3"],
      names: ["column_from", "column_by", "column_yes"]),
    OddFile("years as names", "state,2010\nx,2\n", "tn", ["x|2"], names: ["state", "column_2010"]),
    OddFile(
      "marks and accents in names", "Per Diem ($),Año,__\n1,2,3\n", "nnn", ["1|2|3"],
      names: ["per_diem", "ano", "column_3"]),
    OddFile("a column called row", "row,b\n7,8\n", "nn", ["7|8"], names: ["row", "b"]),
    OddFile(
      "a title and an empty line", "A made-up report\n\na,b\n1,x\n", "nt", ["1|x"],
      notes: ["Before the header: A made-up report."]),
    OddFile(
      "a title in a row of empty cells", "Title,,\na,b,c\n1,2,x\n", "nnt", ["1|2|x"],
      notes: ["Before the header: Title,,."]),
    OddFile(
      "no header", "1,2019-01-01\n2,2019-01-02\n", "nd", ["1|2019-01-01", "2|2019-01-02"],
      names: ["column_1", "column_2"], notes: ["The file has no header."]),
    OddFile(
      "a line end in a name", "\"a\nb\",c\n1,x\n2\n", "nt", ["1|x"],
      problems: [(4, 12, "The row has 1 cell")], names: ["a_b", "c"]),
  ]

  /// Letters beyond ASCII.
  static let encodings: [OddFile] = [
    OddFile(
      "a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("a,b\n1,x\n2\n".utf8), "nt", ["1|x"],
      problems: [(3, 11, "The row has 1 cell")], names: ["a", "b"]),
    OddFile("UTF-8", "a,b\nDoña Ana,1\n", "tn", ["Doña Ana|1"]),
    OddFile(
      "Latin-1", bytes: Array("a,b\nDo".utf8) + [0xF1] + Array("a Ana,1\n".utf8), "tn",
      ["Doña Ana|1"], notes: ["The file is not UTF-8 and was read as Windows-1252."]),
    OddFile(
      "Windows-1252", bytes: Array("a,b\n".utf8) + [0x80, 0x20, 0x93] + Array("x,1\n".utf8), "tn",
      ["€ \u{201C}x|1"], notes: ["The file is not UTF-8 and was read as Windows-1252."]),
    OddFile(
      "one bad row in UTF-8",
      bytes: Array("a,b\nDoña Ana,1\nDo".utf8) + [0xF1] + Array("a,2\nx,3\n".utf8), "tn",
      ["Doña Ana|1", "x|3"], problems: [(3, 16, "The cell has bytes that are not UTF-8.")]),
  ]
}
