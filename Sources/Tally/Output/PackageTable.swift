// A relation as a CSV file with its description: one resource of a data package.

/// One table of a package.
struct PackageTable {
  /// A column as the Table Schema of Frictionless describes it, with its cells.
  struct Column {
    var name: String
    var type: String
    var meaning: String
    var constraints: [(String, JSONValue)] = []
    var cell: (Int) -> String
  }

  /// The column that numbers the rows where their keys do not order them: a database keeps no
  /// order of lines.
  static let line = "line"

  var name: String
  var meaning: String
  var key: [String]
  var columns: [Column]
  var count: Int
  /// Columns that hold keys of another table: its name and key.
  var foreign: [(column: String, table: String, key: String)] = []
  var licence: Licence?
  var sources: [SourceReference] = []

  /// The file: a line of titles, then a line for each row. An empty cell does not apply, the word
  /// `unknown` is not known.
  var text: String {
    var text = columns.map(\.name).joined(separator: ",") + "\n"
    for row in 0..<count {
      for (number, column) in columns.enumerated() {
        if number > 0 { text += "," }
        text += PackageTable.quoted(column.cell(row))
      }
      text += "\n"
    }
    return text
  }

  /// The resource in `datapackage.json`.
  var resource: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("type", .string("table")), ("path", .string("data/\(name).csv")),
      ("scheme", .string("file")), ("format", .string("csv")), ("mediatype", .string("text/csv")),
      ("encoding", .string("utf-8")), ("description", .string(meaning)),
    ]
    if let licence { members.append(("licenses", .array([licence.json]))) }
    if !sources.isEmpty { members.append(("sources", .array(sources.map(\.json)))) }
    members.append(("schema", schema))
    return .object(members)
  }

  private var schema: JSONValue {
    let fields = columns.map { column -> JSONValue in
      var members: [(String, JSONValue)] = [
        ("name", .string(column.name)), ("type", .string(column.type)),
        ("description", .string(column.meaning)),
      ]
      if !column.constraints.isEmpty {
        members.append(("constraints", .object(column.constraints)))
      }
      return .object(members)
    }
    let keys = foreign.map { link -> JSONValue in
      .object([
        ("fields", .array([.string(link.column)])),
        (
          "reference",
          .object([
            ("resource", .string(link.table == name ? "" : link.table)),
            ("fields", .array([.string(link.key)])),
          ])
        ),
      ])
    }
    var members: [(String, JSONValue)] = [
      ("fields", .array(fields)),
      ("missingValues", .array([.string(""), .string("unknown")])),
      ("primaryKey", .array(key.map { .string($0) })),
    ]
    if !keys.isEmpty { members.append(("foreignKeys", .array(keys))) }
    return .object(members)
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

extension Licence {
  /// The licence as a package names it.
  var json: JSONValue { .object([("name", .string(name)), ("title", .string(title))]) }
}

extension SourceReference {
  /// The source as a package names it. A package has addresses only where a source has one.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("title", .string(title))]
    if place.hasPrefix("http://") || place.hasPrefix("https://") {
      members.append(("path", .string(place)))
    }
    return .object(members)
  }
}
