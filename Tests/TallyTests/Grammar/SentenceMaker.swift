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
    case sequence([Node], names: [Set<String>])
    /// The number of the first way, and the rules that each way names.
    case choice([Node], first: Int, rule: String, names: [Set<String>])
    /// How often: the ways are "as seldom as allowed" and "more".
    case times(Node, least: Int, most: Int, first: Int, rule: String, names: Set<String>)
  }

  /// So many lexemes beyond the goal, sentences take the shortest way out.
  private static let wish = 18
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
  /// The rule that the sentence being made aims at.
  private var aim = ""
  /// The same until it is met, and then nil.
  private var goal: String?
  /// Whether the part being made is the one that shall lead to the goal. Of the parts of a sequence
  /// only the nearest is: else brackets before it could be opened for ever.
  private var isOnTheWay = true
  /// Whether the sentence takes the shortest way to its goal: then its riches are there, and not
  /// spent before.
  private var straight = false
  /// How many lexemes the sentence may have before it takes the shortest way out.
  private var room = 0
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
      aim = wanted
      goal = wanted
      isOnTheWay = true
      straight = random.percent(70)
      room = SentenceMaker.wish
      make(.rule(start), depth: 0, into: &made)
      if made.lexemes.count <= Recogniser.limit { return (made, wanted) }
    }
  }

  // MARK: - Making

  private mutating func make(_ node: Node, depth: Int, into made: inout MadeSentence) {
    switch node {
    case .literal(let text): made.lexemes.append(vocabulary.lexeme(literal: text))
    case .token(let name):
      if let lexeme = vocabulary.lexeme(token: name, by: &random) { made.lexemes.append(lexeme) }
    case .rule(let name):
      let start = made.lexemes.count
      if goal == name {
        goal = nil
        room = start + SentenceMaker.wish
      }
      if let body = bodies[name] { make(body, depth: depth + 1, into: &made) }
      made.parts.append(.init(rule: name, range: start..<made.lexemes.count))
    case .sequence(let parts, let names):
      let carrier = leads(names) ? oneOfLeast(names.map(distance)) : nil
      let onTheWay = isOnTheWay
      for (index, part) in parts.enumerated() {
        isOnTheWay = onTheWay && index == carrier
        make(part, depth: depth, into: &made)
      }
      isOnTheWay = onTheWay
    case .choice(let parts, let first, let rule, let names):
      let short = isShort(made, depth)
      let way = choose(parts, first, names, short: short, balanced: rule == aim)
      taken[first + way] += 1
      make(parts[way], depth: depth, into: &made)
    case .times(let part, let least, let most, let first, let rule, let names):
      let count = times(least, most, first, names, short: isShort(made, depth), rule == aim)
      taken[first + (count == least ? 0 : 1)] += 1
      for _ in 0..<count {
        let start = made.lexemes.count
        make(part, depth: depth, into: &made)
        made.parts.append(.init(rule: rule, range: start..<made.lexemes.count))
      }
    }
  }

  private func isShort(_ made: MadeSentence, _ depth: Int) -> Bool {
    made.lexemes.count > room || depth > SentenceMaker.depth
  }

  /// The number of an alternative: the nearest to the goal until it is met; in the goal itself the
  /// one that was taken least, more often than not.
  private mutating func choose(
    _ parts: [Node], _ first: Int, _ names: [Set<String>], short: Bool, balanced: Bool
  ) -> Int {
    if leads(names), straight || random.percent(60) {
      return oneOfLeast(names.map(distance))
    }
    if short || (straight && goal != nil) { return oneOfLeast(parts.map(height)) }
    if balanced, random.percent(70) {
      return oneOfLeast(Array(taken[first..<first + parts.count]))
    }
    return random.percent(30) ? oneOfLeast(parts.map(height)) : random.below(parts.count)
  }

  /// How often a part occurs, by the same rules.
  private mutating func times(
    _ least: Int, _ most: Int, _ first: Int, _ names: Set<String>, short: Bool, _ balanced: Bool
  ) -> Int {
    if leads(names), straight || random.percent(60) { return max(1, least) }
    if short || (straight && goal != nil) { return least }
    var count = least
    if balanced, taken[first + 1] < taken[first], random.percent(80) { count += 1 }
    while count < most, random.percent(balanced ? 40 : 25) { count += 1 }
    return count
  }

  private func leads(_ names: Set<String>) -> Bool {
    isOnTheWay && goal != nil && distance(names) < Int.max
  }

  private func leads(_ names: [Set<String>]) -> Bool {
    isOnTheWay && goal != nil && names.contains { distance($0) < Int.max }
  }

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
    case .sequence(let parts):
      return .sequence(parts.map { prepare($0, in: rule) }, names: parts.map(\.ruleNames))
    case .choice(let parts):
      let first = ways.count
      ways += parts.indices.map { "\(rule): alternative \($0 + 1) of \(parts.count)" }
      return .choice(
        parts.map { prepare($0, in: rule) }, first: first, rule: rule, names: parts.map(\.ruleNames)
      )
    case .optional(let part): return times(part, 0, 1, rule)
    case .star(let part): return times(part, 0, 4, rule)
    case .plus(let part): return times(part, 1, 4, rule)
    }
  }

  private mutating func times(
    _ part: Expression, _ least: Int, _ most: Int, _ rule: String
  ) -> Node {
    let first = ways.count
    let names = part.ruleNames
    ways += [false, true].map { "\(rule): \($0 ? "more" : "no more") of \(names.sorted())" }
    return .times(
      prepare(part, in: rule), least: least, most: most, first: first, rule: rule,
      names: names)
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
    case .sequence(let parts, _): parts.map(height).max() ?? 0
    case .choice(let parts, _, _, _): parts.map(height).min() ?? 0
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
