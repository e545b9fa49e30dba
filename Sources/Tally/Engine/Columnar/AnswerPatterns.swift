// Which answers some rows have: counted by combination of yes, no and unknown.

/// Memory that is used again for each block.
struct PatternScratch: Sendable {
  /// The first digits of each row's combination, and the others: a byte a row.
  fileprivate var first: [UInt64] = []
  fileprivate var second: [UInt64] = []
}

/// The rows of a set by what each of some answer fields says. A combination is a number whose
/// digits to the base of three are the fields': 0 for yes, 1 for no, 2 for unknown.
struct AnswerPatterns: Sendable {
  /// A set, and what it divides into by the next field.
  private struct Node: Sendable {
    let bits: BitProgram.Bits
    var yes = 0
    var no = 0
    var unknown = 0
  }

  /// More fields than this make too many combinations.
  static let mostFields = 8
  /// Up to so many fields sets are divided again and again, and empty ones are left alone; for more
  /// fields each row's combination is worked out.
  private static let mostDivided = 3

  private let rows: BitProgram.Bits
  private let fields: [TruthBits]
  private let grounds: [[Ground]]
  private var nodes: [Node] = []

  /// How many combinations there are.
  let combinations: Int

  /// The patterns of a set of rows; nil where there are too many fields, or where a field's grounds
  /// say more than yes, no and unknown.
  init?(_ compiler: inout BitCompiler, _ fields: [FieldRef], of rows: BitProgram.Bits) {
    guard fields.count <= AnswerPatterns.mostFields else { return nil }
    var grounds: [[Ground]] = []
    for field in fields {
      guard case .answer(_, let all) = compiler.columns[field.column].values, all.count <= 3,
        Set(all.map(\.value)).count == all.count
      else { return nil }
      grounds.append(
        Truth.allCases.map { truth in
          all.first { $0.value == truth } ?? Ground(value: truth)
        })
    }
    self.rows = rows
    self.grounds = grounds
    self.fields = fields.map { compiler.answers($0) }
    combinations = fields.reduce(1) { count, _ in count * 3 }
    if fields.count <= AnswerPatterns.mostDivided { _ = divide(rows, 0, &compiler.program) }
  }

  private mutating func divide(
    _ bits: BitProgram.Bits, _ level: Int, _ program: inout BitProgram
  ) -> Int {
    let at = nodes.count
    nodes.append(Node(bits: bits))
    guard level < fields.count else { return at }
    let field = fields[level]
    nodes[at].yes = divide(program.both(bits, field.yes), level + 1, &program)
    nodes[at].no = divide(program.both(bits, field.no), level + 1, &program)
    let settled = program.either(field.yes, field.no)
    nodes[at].unknown = divide(program.minus(bits, settled), level + 1, &program)
    return at
  }

  /// Adds the rows of a block.
  func count(
    _ machine: inout BitMachine, _ counts: inout [Int], _ scratch: inout PatternScratch
  ) {
    guard rows != BitProgram.none, !machine.isEmpty(rows), !fields.isEmpty else { return }
    guard nodes.isEmpty else {
      return count(0, machine.population(rows), 0, 0, &machine, &counts)
    }
    let words = (machine.rows.count + 63) / 64 * 8
    let zeros = [UInt64](repeating: 0, count: words)
    (scratch.first, scratch.second) = (zeros, zeros)
    for (at, field) in fields.enumerated() {
      if at < AnswerKernels.mostDigits {
        machine.append(field.yes, field.no, to: &scratch.first)
      } else {
        machine.append(field.yes, field.no, to: &scratch.second)
      }
    }
    let factor = (AnswerKernels.mostDigits..<max(AnswerKernels.mostDigits, fields.count))
      .reduce(1) { factor, _ in factor * 3 }
    let (first, second) = (scratch.first, scratch.second)
    machine.with(rows) { AnswerKernels.count($0, first.span, second.span, factor, &counts) }
  }

  private func count(
    _ node: Int, _ total: Int, _ code: Int, _ level: Int, _ machine: inout BitMachine,
    _ counts: inout [Int]
  ) {
    guard total > 0 else { return }
    guard level < fields.count else {
      counts[code] += total
      return
    }
    let own = nodes[node]
    let yes = machine.population(nodes[own.yes].bits)
    let no = machine.population(nodes[own.no].bits)
    count(own.yes, yes, code * 3, level + 1, &machine, &counts)
    count(own.no, no, code * 3 + 1, level + 1, &machine, &counts)
    count(own.unknown, total - yes - no, code * 3 + 2, level + 1, &machine, &counts)
  }

  /// What the counted rows say, which are those that are open, or else members.
  func evidence(
    _ counts: [Int], _ fields: [FieldRef], open: Bool, _ bases: [String]
  ) -> Evidence {
    // Each combination that there is stands for its rows.
    let met = counts.indices.filter { counts[$0] > 0 }
    let columns = fields.indices.map { at in
      let place = fields[(at + 1)...].reduce(1) { count, _ in count * 3 }
      return (fields[at].text, met.map { $0 / place % 3 }, grounds[at])
    }
    let classes = GroundClasses(columns, count: met.count, bases: bases)
    var counter = EvidenceCounter(classes, bases: bases)
    for (at, code) in met.enumerated() {
      let (own, count) = (Int(classes.codes[at]), counts[code])
      counter.counts[own].all += count
      counter.counts[own].possible += count
      if !open { counter.counts[own].certain += count }
    }
    return counter.evidence
  }
}
