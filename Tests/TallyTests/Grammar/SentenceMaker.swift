// Makes random sentences of a grammar that come to an end, and counts which parts were used.

/// A maker of sentences. The same grammar and seed give the same sentences.
struct SentenceMaker {
  /// A part of the grammar with a number for each way that it can go.
  private indirect enum Node {
    case literal(String)
    case token(String)
    case rule(String)
    case sequence([Node])
    /// The number of the first way; the others follow.
    case choice([Node], first: Int)
    /// How often: the ways are "as seldom as allowed" and "more".
    case times(Node, least: Int, most: Int, first: Int)
  }

  /// Sentences grow freely up to here, and then take the shortest way out.
  private static let wish = 24
  /// How deep rules may nest before the same.
  private static let depth = 60

  private let vocabulary: Vocabulary
  private let start: String
  private var bodies: [String: Node] = [:]
  /// How many rules each rule needs, one inside the other, at the least.
  private var heights: [String: Int] = [:]
  /// How often each way was taken.
  private(set) var taken: [Int] = []
  /// What each way is, for a message.
  private var ways: [String] = []
  /// The rules that the last sentence was made of.
  private(set) var used: Set<String> = []
  private var random: SplitMix64

  init(_ grammar: EBNF, seed: UInt64) {
    vocabulary = Vocabulary(grammar)
    start = grammar.rules.first?.name ?? ""
    random = SplitMix64(seed: seed)
    for rule in grammar.rules { bodies[rule.name] = prepare(rule.body, in: rule) }
    taken = Array(repeating: 0, count: ways.count)
    measure()
  }

  /// The ways that no sentence has taken yet.
  var untaken: [String] { ways.indices.filter { taken[$0] == 0 }.map { ways[$0] } }

  /// The next sentence.
  mutating func sentence() -> [Lexeme] {
    while true {
      var lexemes: [Lexeme] = []
      used = [start]
      if let body = bodies[start] { make(body, depth: 0, into: &lexemes) }
      if lexemes.count <= Recogniser.limit { return lexemes }
    }
  }

  // MARK: - Making

  private mutating func make(_ node: Node, depth: Int, into lexemes: inout [Lexeme]) {
    let short = lexemes.count > SentenceMaker.wish || depth > SentenceMaker.depth
    switch node {
    case .literal(let text): lexemes.append(vocabulary.lexeme(literal: text))
    case .token(let name):
      if let lexeme = vocabulary.lexeme(token: name, by: &random) { lexemes.append(lexeme) }
    case .rule(let name):
      used.insert(name)
      if let body = bodies[name] { make(body, depth: depth + 1, into: &lexemes) }
    case .sequence(let parts): for part in parts { make(part, depth: depth, into: &lexemes) }
    case .choice(let parts, let first):
      let way = short ? lowest(parts) : random.below(parts.count)
      taken[first + way] += 1
      make(parts[way], depth: depth, into: &lexemes)
    case .times(let part, let least, let most, let first):
      var count = least
      while count < most, !short, random.percent(count == least ? 45 : 30) { count += 1 }
      taken[first + (count == least ? 0 : 1)] += 1
      for _ in 0..<count { make(part, depth: depth, into: &lexemes) }
    }
  }

  /// The alternative that ends soonest; one of them, where several do.
  private mutating func lowest(_ parts: [Node]) -> Int {
    let all = parts.map(height)
    let least = all.min() ?? 0
    return random.pick(all.indices.filter { all[$0] == least })
  }

  // MARK: - Preparing

  private mutating func prepare(_ body: Expression, in rule: EBNF.Rule) -> Node {
    switch body {
    case .literal(let text): return .literal(text)
    case .token(let name): return .token(name)
    case .rule(let name): return .rule(name)
    case .sequence(let parts): return .sequence(parts.map { prepare($0, in: rule) })
    case .choice(let parts):
      let first = ways.count
      ways += parts.indices.map { "\(rule.name): alternative \($0 + 1) of \(parts)" }
      return .choice(parts.map { prepare($0, in: rule) }, first: first)
    case .optional(let part): return times(part, 0, 1, rule)
    case .star(let part): return times(part, 0, 4, rule)
    case .plus(let part): return times(part, 1, 4, rule)
    }
  }

  private mutating func times(
    _ part: Expression, _ least: Int, _ most: Int, _ rule: EBNF.Rule
  ) -> Node {
    let first = ways.count
    ways += ["\(rule.name): no more of \(part)", "\(rule.name): more of \(part)"]
    return .times(prepare(part, in: rule), least: least, most: most, first: first)
  }

  /// Finds the heights: a rule's is known once those of a shortest way through it are.
  private mutating func measure() {
    var changed = true
    while changed {
      changed = false
      for (name, body) in bodies {
        let found = height(body)
        if found < Int.max / 2, found + 1 < heights[name] ?? Int.max {
          heights[name] = found + 1
          changed = true
        }
      }
    }
  }

  private func height(_ node: Node) -> Int {
    switch node {
    case .literal, .token: 0
    case .rule(let name): heights[name] ?? Int.max / 2
    case .sequence(let parts): parts.map(height).max() ?? 0
    case .choice(let parts, _): parts.map(height).min() ?? 0
    case .times(let part, let least, _, _): least == 0 ? 0 : height(part)
    }
  }
}
