// The words and signs of a sentence, as the judge sees them: apart from the lexer under test.

/// One word, sign or literal.
struct Lexeme: Hashable, Sendable {
  /// What the lexical rules call it.
  enum Kind: Hashable, Sendable {
    case word, sign, number, percent, string, fiscal, month, day, fips, newline
    case result, parameter, block
    /// Something that no rule takes, such as `==`.
    case stray
  }

  var kind: Kind
  var text: String

  init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}

/// What the grammar's terminals match, and examples of each.
struct Vocabulary: Sendable {
  /// The words that are never names.
  let reserved: Set<String>
  /// The words and signs in quotes.
  let literals: [String]
  /// The classes in capitals.
  let tokenClasses: [String]

  init(_ grammar: EBNF) {
    reserved = grammar.reserved
    literals = grammar.literals
    tokenClasses = grammar.tokenClasses
  }

  /// The literal that a lexeme is a spelling of; nil for one that only a token class can match.
  func literal(_ lexeme: Lexeme) -> String? {
    switch lexeme.kind {
    case .word: lexeme.text.lowercased()
    case .sign: lexeme.text
    default: nil
    }
  }

  /// Whether a lexeme can stand where the grammar has a token class.
  func matches(_ lexeme: Lexeme, token: String) -> Bool {
    switch token {
    case "WORD": lexeme.kind == .word && !reserved.contains(lexeme.text.lowercased())
    case "NUMBER": lexeme.kind == .number
    case "INT": lexeme.kind == .number && !lexeme.text.contains(".")
    case "YEAR":
      lexeme.kind == .number && lexeme.text.count == 4 && lexeme.text.allSatisfy(\.isNumber)
    case "PERCENT": lexeme.kind == .percent
    case "STRING": lexeme.kind == .string
    case "FISCAL": lexeme.kind == .fiscal
    case "MONTH": lexeme.kind == .month
    case "DAY": lexeme.kind == .day
    case "FIPS": lexeme.kind == .fips
    case "NEWLINE": lexeme.kind == .newline
    case "RESULT": lexeme.kind == .result
    case "PARAMETER": lexeme.kind == .parameter
    case "BLOCK": lexeme.kind == .block
    default: false
    }
  }

  /// A literal as a lexeme.
  func lexeme(literal: String) -> Lexeme {
    Lexeme(literal.first?.isLetter == true ? .word : .sign, literal)
  }

  /// An example of a token class; nil for a class that nobody has given examples of.
  func lexeme(token: String, by random: inout SplitMix64) -> Lexeme? {
    guard let (kind, pool) = Vocabulary.pools[token] else { return nil }
    return Lexeme(kind, random.pick(pool))
  }

  /// Any terminal at all, reserved words without a use and stray signs included: what a typing
  /// mistake may put into a sentence.
  func anything(by random: inout SplitMix64) -> Lexeme {
    switch random.below(10) {
    case 0: return Lexeme(.stray, random.pick(Vocabulary.strays))
    case 1: return Lexeme(.word, random.pick(reserved.sorted()))
    case 2, 3, 4: return lexeme(token: random.pick(tokenClasses), by: &random) ?? Lexeme(.sign, ",")
    default: return lexeme(literal: random.pick(literals))
    }
  }

  /// Small on purpose: words that mean something in their place stand beside plain names.
  static let pools: [String: (Lexeme.Kind, [String])] = [
    "WORD": (
      .word,
      [
        "counties", "states", "agreements", "detainers", "notify", "population", "model", "TX", "x",
        "county", "county_2", "count", "top", "show", "sum", "min", "exactly", "at", "least",
        "most",
        "more", "than", "up", "down", "only", "total", "list", "share", "sort", "take", "keep",
        "years", "share", "table", "add", "bars", "rows", "error",
      ]
    ),
    "NUMBER": (.number, ["0", "7", "1922", "1_922", "0.5", "2019", "1_000_000", "12.25"]),
    "INT": (.number, ["1", "10", "2019", "1_000"]),
    "YEAR": (.number, ["2016", "2019", "2026"]),
    "PERCENT": (.percent, ["75.2%", "0%", "100%"]),
    "STRING": (
      .string, ["\"Cook, IL\"", "\"\"", "\"a \"\"b\"\" c\"", "\"Doña Ana\"", "\"; -- |\""]
    ),
    "FISCAL": (.fiscal, ["fy2018", "fy2025", "FY2019"]),
    "MONTH": (.month, ["2019-06", "2025-01", "2025-12"]),
    "DAY": (.day, ["2019-06-21", "2026-05-18"]),
    "FIPS": (.fips, ["#17031", "#02063"]),
    "NEWLINE": (.newline, [";"]),
    "RESULT": (.result, ["_", "_3", "_12"]),
    "PARAMETER": (.parameter, ["$year", "$n", "$a_1"]),
    "BLOCK": (.block, ["<<\nname x\n>>", "<<\n>>", "<<  \n; a | b\n  >>"]),
  ]

  /// Signs that other languages have and this one has not.
  static let strays = ["==", "!=", "<>", "&&", "||", "?", "$", "!", "%", "{", "]", "@"]
}

/// Writes lexemes as text, blanks between all of them, so that no two run into one.
enum Rendering {
  /// The sentence with `;` for every end of a statement.
  static func plain(_ lexemes: [Lexeme]) -> String { lexemes.map(\.text).joined(separator: " ") }

  /// The sentence as a hand might type it: some ends of statements as line ends, some words in
  /// capitals, no blank where a sign needs none.
  static func typed(_ lexemes: [Lexeme], by random: inout SplitMix64) -> String {
    var text = ""
    for (index, lexeme) in lexemes.enumerated() {
      let before = index > 0 ? lexemes[index - 1] : nil
      if lexeme.kind == .newline {
        text += before.map(endsStatement) != false && random.percent(30) ? "\n" : ";"
        continue
      }
      if let before, before.kind != .newline, !(touches(before, lexeme) && random.percent(50)) {
        text += " "
      }
      text += lexeme.kind == .word && random.percent(3) ? lexeme.text.uppercased() : lexeme.text
    }
    return text
  }

  /// Whether the blank between two lexemes may go without their becoming one. Numbers are left
  /// alone: `1,922` is a mistake of its own, and `2.x` is not read as two.
  private static func touches(_ before: Lexeme, _ after: Lexeme) -> Bool {
    if before.kind == .number || after.kind == .number { return false }
    if ["(", ")", ","].contains(before.text) || ["(", ")", ","].contains(after.text) {
      return true
    }
    return (before.text == "." && after.kind == .word)
      || (after.text == "." && before.kind == .word)
  }

  /// Whether a line end behind the lexeme ends the statement: not behind an operator, a comma,
  /// a bar or a reserved word that asks for more.
  private static func endsStatement(_ lexeme: Lexeme) -> Bool {
    switch lexeme.kind {
    case .sign: lexeme.text == ")"
    case .word: !asksForMore.contains(lexeme.text.lowercased())
    case .stray: false
    default: true
    }
  }

  private static let asksForMore: Set<String> = [
    "and", "or", "not", "certainly", "possibly", "is", "between", "in", "contains", "matches",
    "starts", "ends", "has", "where", "with", "without", "as", "of", "by", "across", "among",
    "from",
    "to", "against", "union", "intersect", "minus", "named",
  ]
}
