// A declared link: the cells of one's own column are keys of another table.

/// Says that a column of one's own holds keys of another table.
///
/// No row of one's own means nothing about the row that it would lead to, unless the table is
/// declared complete.
public struct OwnLink: Sendable, Equatable {
  /// The user's table.
  public var table: String
  /// Its column with the keys.
  public var field: String
  /// The table that the keys are of.
  public var target: String
  /// The column there that the keys stand in.
  public var targetField: String
  /// The name of the link; nil for one row of the target: `county`.
  public var name: String?
  /// Whether the table lists all there is, so that no row means no.
  public var isComplete: Bool

  /// How a link is written.
  public static let form = "visits.fips to counties.fips [as county] [complete]"

  /// A link.
  public init(
    _ table: String, _ field: String, to target: String, _ targetField: String,
    name: String? = nil, isComplete: Bool = false
  ) {
    self.table = table
    self.field = field
    self.target = target
    self.targetField = targetField
    self.name = name
    self.isComplete = isComplete
  }

  /// A link as it is written: `visits.fips to counties.fips as county complete`.
  /// - Throws: `DatasetError` that says how it is written.
  public init(_ text: String) throws(DatasetError) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let wrong = DatasetError(
      faults: ["\"\(CleanWords.short(text))\" is no link: write it as \(OwnLink.form)"])
    guard words.count >= 3, words[1] == "to", let from = OwnLink.column(words[0]),
      let onto = OwnLink.column(words[2])
    else { throw wrong }
    self.init(from.table, from.field, to: onto.table, onto.field)
    var rest = words.dropFirst(3)
    if rest.first == "as" {
      rest = rest.dropFirst()
      guard let named = rest.first, OwnLink.isName(named) else { throw wrong }
      name = named
      rest = rest.dropFirst()
    }
    if rest.first == "complete" {
      isComplete = true
      rest = rest.dropFirst()
    }
    guard rest.isEmpty else { throw wrong }
  }

  /// The link as it is written.
  public var text: String {
    "\(table).\(field) to \(target).\(targetField)" + (name.map { " as \($0)" } ?? "")
      + (isComplete ? " complete" : "")
  }

  private static func column(_ text: String) -> (table: String, field: String)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(isName) else { return nil }
    return (parts[0], parts[1])
  }

  /// Whether a text can be a name in the language: small letters, digits and `_`.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "_")
    }
  }
}

/// What became of a declared link.
public struct LinkOutcome: Sendable, Equatable {
  /// The link.
  public var link: OwnLink
  /// The name of the link field.
  public var name: String
  /// The name of the way back: the link of the target to these rows.
  public var back: String
  /// Whether no row means none: the link says so, and every row of the table was read.
  public var isComplete = false
  /// How many rows lead somewhere.
  public var found: Int
  /// How many rows have no key.
  public var empty: Int
  /// How many rows have a key that no row of the target has: where they lead is not known.
  public var lost: Int
  /// Some of those keys, each once.
  public var examples: [String]
  /// How many rows had a number, or a code without its leading zeros, read as a code.
  public var padded: Int
  /// Whether the keys are names of places, of which several may have one.
  public var isOfNames = false
}

/// Texts of users inside of messages.
enum CleanWords {
  /// The beginning of a text on one line.
  static func short(_ text: String) -> String {
    let line = String(text.prefix(mostLetters).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return text.count > mostLetters ? line + "..." : line
  }

  /// The most letters that a message quotes.
  private static let mostLetters = 60
}
