// Makes random sentences of a grammar that come to an end, and counts which parts were used.

/// A sentence, and which stretches of it each rule and each optional or repeated part made.
struct MadeSentence {
  /// A stretch that one part of the grammar made.
  struct Part {
    /// The rule that it stands in, or is.
    var rule: String
    var range: Range<Int>
  }

  var lexemes: [Lexeme] = []
  var parts: [Part] = []
}

/// A maker of sentences. The same grammar and seed give the same sentences.
///
/// Each sentence has a rule as its goal, and every rule has its turn: left to chance alone, rules
/// that stand deep in the grammar are rare, and mistakes in them are not seen.
struct SentenceMaker {
  /// A part of the grammar with a number for each way that it can go.
  private indirect enum Node {
    case literal(String)
    case token(String)
    case rule(String)
    case sequence([Node])
    /// The number of the first way, and the rules that each way names.
    case choice([Node], first: Int, names: [Set<String>])
    /// How often: the ways are "as seldom as allowed" and "more".
    case times(Node, least: Int, most: Int, first: Int, rule: String, names: Set<String>)
  }

  /// Sentences grow freely up to here, and then take the shortest way out.
  private static let wish = 24
  /// How deep rules may nest before the same.
  private static let depth = 60

  private let vocabulary: Vocabulary
  private let start: String
  /// The rules that sentences aim at, each in its turn.
  private let goals: [String]
  private var bodies: [String: Node] = [:]
  /// How many rules each rule needs, one inside the other, at the least.
  private var heights: [String: Int] = [:]
  /// For each goal, how far each rule is from it; a rule that cannot lead to it is missing.
  private var distances: [String: [String: Int]] = [:]
  /// How often each way was taken.
  private(set) var taken: [Int] = []
  /// What each way is, for a message.
  private var ways: [String] = []
  private var turn = 0
  /// The rule that the sentence being made must still reach; nil once it is met.
  private var goal: String?
  private var random: SplitMix64

  init(_ grammar: EBNF, seed: UInt64, goal: String? = nil) {
    vocabulary = Vocabulary(grammar)
    start = grammar.rules.first?.name ?? ""
    goals = goal.map { [$0] } ?? grammar.rules.map(\.name)
    random = SplitMix64(seed: seed)
    for rule in grammar.rules { bodies[rule.name] = prepare(rule.body, in: rule.name) }
    taken = Array(repeating: 0, count: ways.count)
    measureHeights()
    for name in goals { distances[name] = grammar.distances(to: name) }
  }

  /// The ways that no sentence has taken yet.
  var untaken: [String] { ways.indices.filter { taken[$0] == 0 }.map { ways[$0] } }

  /// Whether every rule has a sentence that comes to an end; if not, none must be asked for.
  var isProductive: Bool { heights.count == bodies.count }

  /// The next sentence, and the rule that it had as its goal.
  mutating func sentence() -> (made: MadeSentence, goal: String) {
    let wanted = goals[turn % goals.count]
    turn += 1
    while true {
      var made = MadeSentence()
      goal = wanted
      make(.rule(start), depth: 0, into: &made)
      if made.lexemes.count <= Recogniser.limit { return (made, wanted) }
    }
  }

  // MARK: - Making

  private mutating func make(_ node: Node, depth: Int, into made: inout MadeSentence) {
    let short = made.lexemes.count > SentenceMaker.wish || depth > SentenceMaker.depth
    switch node {
    case .literal(let text): made.lexemes.append(vocabulary.lexeme(literal: text))
    case .token(let name):
      if let lexeme = vocabulary.lexeme(token: name, by: &random) { made.lexemes.append(lexeme) }
    case .rule(let name):
      if goal == name { goal = nil }
      let start = made.lexemes.count
      if let body = bodies[name] { make(body, depth: depth + 1, into: &made) }
      made.parts.append(.init(rule: name, range: start..<made.lexemes.count))
    case .sequence(let parts): for part in parts { make(part, depth: depth, into: &made) }
    case .choice(let parts, let first, let names):
      let way = choose(parts, names, short)
      taken[first + way] += 1
      make(parts[way], depth: depth, into: &made)
    case .times(let part, var least, let most, let first, let rule, let names):
      let seldom = least
      if leads(names), !short, random.percent(60) { least = max(1, least) }
      var count = least
      while count < most, !short, random.percent(count == 0 ? 40 : 25) { count += 1 }
      taken[first + (count == seldom ? 0 : 1)] += 1
      for _ in 0..<count {
        let start = made.lexemes.count
        make(part, depth: depth, into: &made)
        made.parts.append(.init(rule: rule, range: start..<made.lexemes.count))
      }
    }
  }

  /// The number of an alternative: the nearest to the goal while there is one, more often than not.
  private mutating func choose(_ parts: [Node], _ names: [Set<String>], _ short: Bool) -> Int {
    if short { return oneOfLeast(parts.map(height)) }
    guard leads(names.reduce(into: []) { $0.formUnion($1) }), random.percent(70) else {
      return random.below(parts.count)
    }
    return oneOfLeast(names.map(distance))
  }

  private func leads(_ names: Set<String>) -> Bool { goal != nil && distance(names) < Int.max }

  private func distance(_ names: Set<String>) -> Int {
    guard let goal, let far = distances[goal] else { return Int.max }
    return names.reduce(Int.max) { min($0, far[$1] ?? Int.max) }
  }

  private mutating func oneOfLeast(_ values: [Int]) -> Int {
    let least = values.min() ?? 0
    return random.pick(values.indices.filter { values[$0] == least })
  }

  // MARK: - Preparing

  private mutating func prepare(_ body: Expression, in rule: String) -> Node {
    switch body {
    case .literal(let text): return .literal(text)
    case .token(let name): return .token(name)
    case .rule(let name): return .rule(name)
    case .sequence(let parts): return .sequence(parts.map { prepare($0, in: rule) })
    case .choice(let parts):
      let first = ways.count
      ways += parts.indices.map { "\(rule): alternative \($0 + 1) of \(parts)" }
      return .choice(
        parts.map { prepare($0, in: rule) }, first: first, names: parts.map(\.ruleNames))
    case .optional(let part): return times(part, 0, 1, rule)
    case .star(let part): return times(part, 0, 4, rule)
    case .plus(let part): return times(part, 1, 4, rule)
    }
  }

  private mutating func times(
    _ part: Expression, _ least: Int, _ most: Int, _ rule: String
  ) -> Node {
    let first = ways.count
    ways += ["\(rule): no more of \(part)", "\(rule): more of \(part)"]
    return .times(
      prepare(part, in: rule), least: least, most: most, first: first, rule: rule,
      names: part.ruleNames)
  }

  /// Finds the heights: a rule's is known once those of a shortest way through it are.
  private mutating func measureHeights() {
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
    case .choice(let parts, _, _): parts.map(height).min() ?? 0
    case .times(let part, let least, _, _, _, _): least == 0 ? 0 : height(part)
    }
  }
}

extension EBNF {
  /// How many rules lie between each rule and one that it can lead to.
  fileprivate func distances(to goal: String) -> [String: Int] {
    var found = [goal: 0]
    var steps = 0
    var changed = true
    while changed {
      let near = Set(found.keys)
      steps += 1
      for rule in rules where found[rule.name] == nil {
        if !rule.body.ruleNames.isDisjoint(with: near) { found[rule.name] = steps }
      }
      changed = found.count > near.count
    }
    return found
  }
}
