// Reads a grammar in W3C EBNF into rules: the judge's own reading of Grammar/tally.ebnf.

/// The right side of a rule, or a part of it.
indirect enum Expression: Equatable, Sendable {
  /// A word or sign in quotes.
  case literal(String)
  /// A token class, in capitals.
  case token(String)
  /// Another rule.
  case rule(String)
  /// One after the other; none is the empty sequence.
  case sequence([Expression])
  /// One of several.
  case choice([Expression])
  /// `?`
  case optional(Expression)
  /// `*`
  case star(Expression)
  /// `+`
  case plus(Expression)
}

/// A grammar: rules by name; the first is where sentences start.
struct EBNF: Sendable {
  /// One line of the grammar.
  struct Rule: Equatable, Sendable {
    /// The left side.
    var name: String
    /// The right side.
    var body: Expression
    /// The rule as written, runs of white space drawn together.
    var text: String
  }

  /// What keeps a text from being a grammar.
  struct Mistake: Error, CustomStringConvertible {
    var description: String
  }

  /// The rules, in the order of the file.
  var rules: [Rule]
  /// The words that the closing comment reserves.
  var reserved: Set<String>

  /// Reads a grammar.
  init(_ text: String) throws {
    let (plain, comments) = try EBNF.separateComments(text)
    var reader = EBNFReader(tokens: try EBNF.tokens(plain))
    rules = try reader.rules()
    reserved = EBNF.reservedWords(comments)
    try validate()
  }

  /// The rule of a name.
  subscript(_ name: String) -> Rule? { rules.first { $0.name == name } }

  /// A copy with one rule's right side replaced: a seeded mistake. The copy must be sound too.
  func replacing(_ name: String, _ body: Expression) throws -> EBNF {
    var copy = self
    for index in copy.rules.indices where copy.rules[index].name == name {
      copy.rules[index].body = body
    }
    try copy.validate()
    return copy
  }

  /// Every literal of the grammar, once.
  var literals: [String] {
    var found: Set<String> = []
    for rule in rules {
      rule.body.visit { if case .literal(let text) = $0 { found.insert(text) } }
    }
    return found.sorted()
  }

  /// Every token class of the grammar, once.
  var tokenClasses: [String] {
    var found: Set<String> = []
    for rule in rules { rule.body.visit { if case .token(let name) = $0 { found.insert(name) } } }
    return found.sorted()
  }
}

// MARK: - Soundness

extension EBNF {
  /// Each name stands for one rule, each rule is reached from the first, and none begins with
  /// itself: the recogniser walks rules from the left and would not come back.
  private func validate() throws {
    guard let first = rules.first else { throw Mistake(description: "no rules") }
    let names = Set(rules.map(\.name))
    guard names.count == rules.count else { throw Mistake(description: "a rule stands twice") }
    var reached: Set<String> = [first.name]
    var waiting = [first]
    while let rule = waiting.popLast() {
      for name in rule.body.ruleNames {
        guard let next = self[name] else { throw Mistake(description: "no rule \(name)") }
        if reached.insert(name).inserted { waiting.append(next) }
      }
    }
    if let lost = rules.first(where: { !reached.contains($0.name) }) {
      throw Mistake(description: "no sentence uses the rule \(lost.name)")
    }
    for rule in rules {
      if leftmost(of: rule.name).contains(rule.name) {
        throw Mistake(description: "the rule \(rule.name) begins with itself")
      }
      if rule.name != first.name, leftmost(rule.body).empty {
        throw Mistake(description: "the rule \(rule.name) can be empty")
      }
      if rule.body.ruleNames.contains(first.name) {
        throw Mistake(description: "the rule \(rule.name) uses the first rule")
      }
    }
  }

  /// The rules that can stand first in a rule, however deep.
  private func leftmost(of name: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = [name]
    while let next = waiting.popLast() {
      guard let body = self[next]?.body else { continue }
      for rule in leftmost(body).rules where found.insert(rule).inserted { waiting.append(rule) }
    }
    return found
  }

  /// The rules that can stand first in an expression, and whether it can be empty. Rules count as
  /// not empty: `validate` lets only the first be, and nothing refers to it.
  private func leftmost(_ expression: Expression) -> (rules: Set<String>, empty: Bool) {
    switch expression {
    case .literal, .token: return ([], false)
    case .rule(let name): return ([name], false)
    case .optional(let part), .star(let part): return (leftmost(part).rules, true)
    case .plus(let part): return leftmost(part)
    case .choice(let parts):
      let all = parts.map(leftmost)
      return (all.reduce(into: []) { $0.formUnion($1.rules) }, all.contains { $0.empty })
    case .sequence(let parts):
      var found: Set<String> = []
      for part in parts {
        let (rules, empty) = leftmost(part)
        found.formUnion(rules)
        if !empty { return (found, false) }
      }
      return (found, true)
    }
  }
}

extension Expression {
  /// Calls `body` for this expression and every part of it, outermost first.
  func visit(_ body: (Expression) -> Void) {
    body(self)
    switch self {
    case .literal, .token, .rule: break
    case .sequence(let parts), .choice(let parts): for part in parts { part.visit(body) }
    case .optional(let part), .star(let part), .plus(let part): part.visit(body)
    }
  }

  /// The rules that it names.
  var ruleNames: Set<String> {
    var found: Set<String> = []
    visit { if case .rule(let name) = $0 { found.insert(name) } }
    return found
  }
}

// MARK: - Reading

extension EBNF {
  /// A token of the notation, and where it stands in the text.
  struct Token: Equatable {
    enum Kind: Equatable {
      case name, quoted, sign
    }

    var kind: Kind
    var text: String
  }

  /// The grammar's text without its comments, and the comments.
  private static func separateComments(_ text: String) throws -> (plain: String, comments: String) {
    var plain = ""
    var comments = ""
    var rest = Substring(text)
    while let start = rest.firstRange(of: "/*") {
      plain += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else {
        throw Mistake(description: "a comment does not end")
      }
      comments += rest[start.upperBound..<end.lowerBound] + "\n"
      rest = rest[end.upperBound...]
    }
    return (plain + rest, comments)
  }

  /// The words between "Reserved everywhere:" and the next full stop.
  private static func reservedWords(_ comments: String) -> Set<String> {
    guard let start = comments.firstRange(of: "Reserved everywhere:") else { return [] }
    let list = comments[start.upperBound...].prefix { $0 != "." }
    return Set(list.split(whereSeparator: \.isWhitespace).map { $0.lowercased() })
  }

  private static func tokens(_ text: String) throws -> [Token] {
    var found: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        found.append(Token(kind: .name, text: String(name)))
        rest = rest.dropFirst(name.count)
      } else if first == "\"" || first == "'" {
        let inner = rest.dropFirst().prefix { $0 != first }
        guard rest.count >= inner.count + 2, !inner.isEmpty else {
          throw Mistake(description: "quotes that do not end, or hold nothing")
        }
        found.append(Token(kind: .quoted, text: String(inner)))
        rest = rest.dropFirst(inner.count + 2)
      } else if rest.hasPrefix("::=") {
        found.append(Token(kind: .sign, text: "::="))
        rest = rest.dropFirst(3)
      } else if "()|?*+".contains(first) {
        found.append(Token(kind: .sign, text: String(first)))
        rest = rest.dropFirst()
      } else {
        throw Mistake(description: "the notation has no \(first)")
      }
    }
    return found
  }
}

/// Turns the notation's tokens into rules.
private struct EBNFReader {
  var tokens: [EBNF.Token]
  var next = 0

  init(tokens: [EBNF.Token]) { self.tokens = tokens }

  mutating func rules() throws -> [EBNF.Rule] {
    var found: [EBNF.Rule] = []
    while next < tokens.count {
      guard startsRule else { throw EBNF.Mistake(description: "a rule starts with name ::=") }
      let start = next
      let name = tokens[next].text
      next += 2
      let body = try choice()
      let text = EBNF.normalised(tokens[start..<next])
      found.append(EBNF.Rule(name: name, body: body, text: text))
    }
    return found
  }

  private var startsRule: Bool {
    next + 1 < tokens.count && tokens[next].kind == .name && tokens[next + 1].text == "::="
      && tokens[next + 1].kind == .sign
  }

  private mutating func choice() throws -> Expression {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> Expression {
    var parts: [Expression] = []
    while let part = try item() { parts.append(part) }
    guard !parts.isEmpty else { throw EBNF.Mistake(description: "an empty alternative") }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func item() throws -> Expression? {
    guard var part = try primary() else { return nil }
    while true {
      if take("?") {
        part = .optional(part)
      } else if take("*") {
        part = .star(part)
      } else if take("+") {
        part = .plus(part)
      } else {
        return part
      }
    }
  }

  private mutating func primary() throws -> Expression? {
    guard next < tokens.count, !startsRule else { return nil }
    let token = tokens[next]
    switch token.kind {
    case .quoted:
      next += 1
      return .literal(token.text)
    case .name:
      next += 1
      return token.text == token.text.uppercased() ? .token(token.text) : .rule(token.text)
    case .sign:
      guard take("(") else { return nil }
      let inner = try choice()
      guard take(")") else { throw EBNF.Mistake(description: "a bracket does not close") }
      return inner
    }
  }

  private mutating func take(_ sign: String) -> Bool {
    guard next < tokens.count, tokens[next].kind == .sign, tokens[next].text == sign else {
      return false
    }
    next += 1
    return true
  }
}

extension EBNF {
  /// Tokens of the notation, one blank between each: two spellings of one rule come out alike.
  fileprivate static func normalised(_ tokens: ArraySlice<Token>) -> String {
    tokens.map { $0.kind == .quoted ? "\"\($0.text)\"" : $0.text }.joined(separator: " ")
  }

  /// The same for a rule in a text that claims it; nil where the text is not in the notation.
  static func normalised(claim: String) -> String? {
    guard let tokens = try? tokens(claim) else { return nil }
    return normalised(tokens[...])
  }
}
