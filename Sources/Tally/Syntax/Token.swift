// The words and marks that the lexer finds.

/// One lexeme with its place.
struct Token: Sendable, Equatable {
  /// What a token is.
  enum Kind: Sendable, Equatable {
    /// A keyword or a name, in small letters in `text`.
    case word
    /// `1922`, `1_922`, `0.5`; `text` holds the digits without underscores.
    case number
    /// `75.2%`; `text` holds the digits.
    case percent
    /// `"Cook, IL"`; `text` holds what is between the quotes, `""` made one.
    case string
    /// `#17031`; `text` holds the five digits.
    case fips
    /// `fy2018`; `text` holds the year.
    case fiscal
    /// `2019-06`.
    case month
    /// `2019-06-21`.
    case day
    /// `$year`; `text` holds the name in small letters.
    case parameter
    /// `_` or `_3`; `text` holds all of it.
    case result
    /// The lines between `<<` and `>>`; `text` holds them.
    case block
    /// A mark such as `(` or `<=`.
    case symbol(Symbol)
    /// A line end that ends a statement, or `;`.
    case newline
    /// The end of the source.
    case end
    /// A stretch that is no token; the lexer has said why.
    case invalid
  }

  /// What it is.
  var kind: Kind
  /// Where it stands.
  var span: Span
  /// Its meaning as text; see `Kind`.
  var text: String

  /// Whether it is this word.
  @inline(__always)
  func isWord(_ word: String) -> Bool { kind == .word && isText(word) }

  /// Whether its text is this. Most words differ in length, which is seen without a call.
  @inline(__always)
  func isText(_ word: String) -> Bool { text.utf8.count == word.utf8.count && text == word }
}

/// The marks of the language, and the ones of SQL that it knows in order to rewrite them.
enum Symbol: String, Sendable, CaseIterable {
  case open = "("
  case close = ")"
  case comma = ","
  case pipe = "|"
  case dot = "."
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case equals = "="
  case doubleEquals = "=="
  case notEquals = "!="
  case lessMore = "<>"
  case ampersands = "&&"
  case pipes = "||"
  case bang = "!"

  /// The mark that begins with a byte, and its length: the longer one where there are two.
  static func read(_ first: UInt8, _ second: UInt8) -> (Symbol, length: Int)? {
    for symbol in pairs where symbol.first == first && symbol.second == second {
      return (symbol.symbol, 2)
    }
    return singles.first { $0.first == first }.map { ($0.symbol, 1) }
  }

  private typealias Bytes = (symbol: Symbol, first: UInt8, second: UInt8)

  private static let pairs = allCases.map(bytes).filter { $0.second != 0 }
  private static let singles = allCases.map(bytes).filter { $0.second == 0 }

  private static func bytes(_ symbol: Symbol) -> Bytes {
    let bytes = Array(symbol.rawValue.utf8) + [0, 0]
    return (symbol, bytes[0], bytes[1])
  }

  /// Whether a line that ends with it goes on.
  var joinsLines: Bool {
    switch self {
    case .close, .times: self == .times
    case .open, .comma, .pipe, .dot, .less, .atMost, .more, .atLeast, .plus, .minus, .over, .equals,
      .doubleEquals, .notEquals, .lessMore, .ampersands, .pipes, .bang:
      true
    }
  }
}

/// The words that are never names.
enum Reserved {
  /// Reserved words that can end a statement.
  static var ending: Set<String> { Set(endingWords) }

  /// Reserved words after which a statement goes on.
  static var joining: Set<String> { Set(joiningWords) }

  private static let endingWords = ["yes", "no", "unknown", "known", "none", "latest", "percent"]

  private static let joiningWords = [
    "and", "or", "not", "certainly", "possibly", "is", "between", "in", "contains", "matches",
    "starts", "ends", "has", "where", "with", "without", "as", "of", "by", "across", "among",
    "from", "to", "against", "union", "intersect", "minus", "named",
  ]

  /// Reserved words that are places where a place belongs: Oregon and Indiana by their codes.
  static let places: Set<String> = ["or", "in"]

  private static let all = NameTable(joiningWords + endingWords)

  /// Whether a statement goes on after a word in small letters.
  static func joins(_ word: String) -> Bool {
    all[word].map { $0 < joiningWords.count } ?? false
  }

  /// Whether a word in small letters is reserved.
  static func contains(_ word: String) -> Bool { all[word] != nil }
}
