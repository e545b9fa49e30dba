// Decides whether a list of lexemes is a sentence of a grammar, without the parser's help.

/// A recogniser for every context-free grammar that `EBNF` admits. It tries all ways at once: the
/// places where a part can end are a set, so no order of alternatives can hide a reading.
///
/// A set of places is a word of 64 bits, so a sentence has at most 63 lexemes.
/// - Complexity: O(rules × lexemes²) set operations.
struct Recogniser: Sendable {
  /// The most lexemes that a sentence may have.
  static let limit = 63

  /// An expression with rules and terminals by number.
  private indirect enum Node: Sendable {
    case terminal(Int)
    case rule(Int)
    case sequence([Node])
    case choice([Node])
    case optional(Node)
    /// `*`, or `+` where it must occur.
    case star(Node, atLeastOnce: Bool)
  }

  private var rules: [Node] = []
  private var terminals: [Expression] = []
  private var literals: [String: Int] = [:]
  private var classes: [(name: String, terminal: Int)] = []
  private let vocabulary: Vocabulary

  init(_ grammar: EBNF) {
    vocabulary = Vocabulary(grammar)
    let numbers = Dictionary(
      uniqueKeysWithValues: grammar.rules.enumerated().map { ($1.name, $0) })
    for rule in grammar.rules { rules.append(compile(rule.body, numbers)) }
    for (number, terminal) in terminals.enumerated() {
      switch terminal {
      case .literal(let text): literals[text] = number
      case .token(let name): classes.append((name, number))
      default: break
      }
    }
  }

  private mutating func compile(_ body: Expression, _ numbers: [String: Int]) -> Node {
    switch body {
    case .literal, .token:
      if let known = terminals.firstIndex(of: body) { return .terminal(known) }
      terminals.append(body)
      return .terminal(terminals.count - 1)
    case .rule(let name): return .rule(numbers[name] ?? 0)
    case .sequence(let parts): return .sequence(parts.map { compile($0, numbers) })
    case .choice(let parts): return .choice(parts.map { compile($0, numbers) })
    case .optional(let part): return .optional(compile(part, numbers))
    case .star(let part): return .star(compile(part, numbers), atLeastOnce: false)
    case .plus(let part): return .star(compile(part, numbers), atLeastOnce: true)
    }
  }

  /// Whether the lexemes are a sentence.
  func accepts(_ lexemes: [Lexeme]) -> Bool {
    guard lexemes.count <= Recogniser.limit else { return false }
    var run = Run(rules: rules, length: lexemes.count, places: places(of: lexemes))
    return run.ends(of: 0, from: 0) >> UInt64(lexemes.count) & 1 == 1
  }

  /// Whether the lexemes are the beginning of a sentence, or one: whether some way through the
  /// grammar takes them all, whatever it wants then.
  func acceptsAsBeginning(_ lexemes: [Lexeme]) -> Bool {
    guard lexemes.count <= Recogniser.limit else { return false }
    var run = Run(rules: rules, length: lexemes.count, places: places(of: lexemes))
    let ends = run.ends(of: 0, from: 0)
    return run.wantsMore || ends >> UInt64(lexemes.count) & 1 == 1
  }

  /// For each terminal, the set of places where a lexeme matches it.
  private func places(of lexemes: [Lexeme]) -> [UInt64] {
    var places = [UInt64](repeating: 0, count: terminals.count)
    for (index, lexeme) in lexemes.enumerated() {
      let place: UInt64 = 1 << UInt64(index)
      if let literal = vocabulary.literal(lexeme), let number = literals[literal] {
        places[number] |= place
      }
      for (name, number) in classes where vocabulary.matches(lexeme, token: name) {
        places[number] |= place
      }
    }
    return places
  }

  /// The work on one sentence. Bit p of a set stands for the place before lexeme p.
  private struct Run {
    let rules: [Node]
    /// How many places there are.
    let width: Int
    /// For each terminal, the places where it stands.
    let places: [UInt64]
    /// For each rule and place where it may begin, where it may end; nil where nobody asked yet.
    var memory: [UInt64?]
    /// Whether a terminal was looked for behind the last lexeme.
    private(set) var wantsMore = false

    init(rules: [Node], length: Int, places: [UInt64]) {
      self.rules = rules
      self.places = places
      width = length + 1
      memory = Array(repeating: nil, count: rules.count * width)
    }

    mutating func ends(of rule: Int, from place: Int) -> UInt64 {
      if let known = memory[rule * width + place] { return known }
      let found = advance(rules[rule], 1 << UInt64(place))
      memory[rule * width + place] = found
      return found
    }

    /// Where an expression may end that begins at one of the places of a set.
    private mutating func advance(_ node: Node, _ starts: UInt64) -> UInt64 {
      guard starts != 0 else { return 0 }
      switch node {
      case .terminal(let number):
        if starts >> UInt64(width - 1) & 1 == 1 { wantsMore = true }
        return (starts & places[number]) << 1
      case .rule(let number): return fromEach(starts, rule: number)
      case .sequence(let parts):
        var reached = starts
        for part in parts where reached != 0 { reached = advance(part, reached) }
        return reached
      case .choice(let parts):
        var reached: UInt64 = 0
        for part in parts { reached |= advance(part, starts) }
        return reached
      case .optional(let part): return starts | advance(part, starts)
      case .star(let part, let atLeastOnce): return repeated(part, starts, atLeastOnce)
      }
    }

    private mutating func fromEach(_ starts: UInt64, rule: Int) -> UInt64 {
      var left = starts
      var reached: UInt64 = 0
      while left != 0 {
        reached |= ends(of: rule, from: left.trailingZeroBitCount)
        left &= left - 1
      }
      return reached
    }

    private mutating func repeated(
      _ part: Node, _ starts: UInt64, _ atLeastOnce: Bool
    ) -> UInt64 {
      var reached = atLeastOnce ? 0 : starts
      var fresh = starts
      while fresh != 0 {
        fresh = advance(part, fresh) & ~reached
        reached |= fresh
      }
      return reached
    }
  }
}
