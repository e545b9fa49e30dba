// What a user adds to a dataset: tables of one's own, and how they lead to others.

/// A table of the user's own, as it was read from a file.
public struct OwnTable: Sendable {
  /// The rows. What the schema says of dates and sources is replaced when they are added.
  public var relation: Relation
  /// What people know the file by: its name, or `standard input`.
  public var file: String
  /// What tells this state of the file from another: `sha256 9f86…`, or its size and date.
  public var fingerprint: String
  /// How many rows of the file could not be read and are not here.
  public var unread: Int

  /// What `--data` is told of it: where the file is, perhaps with the table's name.
  public var option: String

  /// A table.
  public init(
    relation: Relation, file: String, fingerprint: String, unread: Int = 0, option: String? = nil
  ) {
    self.option = option ?? file
    self.relation = relation
    self.file = file
    self.fingerprint = fingerprint
    self.unread = unread
  }

  /// Its name in the language.
  public var name: String { relation.schema.name }

  /// The key of its source among those of the dataset.
  var sourceKey: String { "own:" + name }

  /// The file as a document that answers rest on.
  var source: SourceReference {
    SourceReference(
      id: sourceKey, title: file, publisher: "your own file", published: "", place: fingerprint)
  }

  /// What every answer over it says; empty where all rows were read.
  var caveat: String {
    guard unread > 0 else { return "" }
    let rows = unread == 1 ? "1 row" : "\(unread) rows"
    let verb = unread == 1 ? "is" : "are"
    return "\(rows) of \(file) could not be read and \(verb) not counted in \(name): "
      + "see :open \(name)"
  }
}

/// All that a user adds to a dataset.
public struct OwnData: Sendable {
  /// The tables, in the order in which they were opened.
  public var tables: [OwnTable]
  /// How their rows lead to other rows.
  public var links: [OwnLink]
  /// The evidence, file by file.
  public var facts: [OwnFacts]

  /// Nothing, or the given tables, links and facts.
  public init(tables: [OwnTable] = [], links: [OwnLink] = [], facts: [OwnFacts] = []) {
    self.tables = tables
    self.links = links
    self.facts = facts
  }

  /// Whether nothing is added.
  public var isEmpty: Bool { tables.isEmpty && links.isEmpty && facts.isEmpty }

  /// The table of a name.
  public func table(_ name: String) -> OwnTable? { tables.first { $0.name == name } }

  /// Adds a table, in the place of one of the same name.
  public mutating func add(_ table: OwnTable) {
    if let place = tables.firstIndex(where: { $0.name == table.name }) {
      tables[place] = table
    } else {
      tables.append(table)
    }
  }
}

extension OwnData {
  /// The options of the command line that add all this, a blank before each.
  public var options: String {
    func quoted(_ text: String) -> String {
      let isPlain = text.unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic
          || "0123456789-._/=,+:~".unicodeScalars.contains($0)
      }
      return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
    var seen: Set<String> = []
    return tables.map(\.option).filter { seen.insert($0).inserted }
      .map { " --data " + quoted($0) }.joined()
      + links.map { " --link " + quoted($0.text) }.joined()
      + facts.map { " --facts " + quoted($0.option) }.joined()
  }

  /// The most tables that a version names; of more it says how many.
  private static let mostNamed = 3

  /// The version of an extended dataset: `2026-05-18.2 + visits`.
  func version(over base: String) -> String {
    let evidence = facts.isEmpty ? [] : ["your facts"]
    guard tables.count <= OwnData.mostNamed else {
      return ([base, "\(tables.count) tables of your own"] + evidence).joined(separator: " + ")
    }
    return ([base] + tables.map(\.name) + evidence).joined(separator: " + ")
  }

  /// A hash over that of the record and all that was added.
  func hash(over base: String) -> String {
    var text = base + "\n"
    for table in tables { text += "table \(table.name) \(table.fingerprint)\n" }
    for link in links { text += "link \(link.text)\n" }
    for file in facts { text += "facts \(file.fingerprint)\n" }
    return SHA256.hex(Array(text.utf8))
  }
}
