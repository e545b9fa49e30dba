// Which answers some rows have: counted by combination of yes, no and unknown.

/// Memory that is used again for each block.
struct PatternScratch: Sendable {
  fileprivate var slots: [UInt32] = []
  fileprivate var codes: [UInt32] = []
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
    guard rows != BitProgram.none, !fields.isEmpty else { return }
    guard nodes.isEmpty else {
      return count(0, machine.population(rows), 0, 0, &machine, &counts)
    }
    let size = machine.rows.count
    if scratch.slots.count < size {
      scratch.slots = [UInt32](repeating: 0, count: size)
      scratch.codes = scratch.slots
    }
    machine.answers(fields[0].yes, fields[0].no, &scratch.slots)
    for field in fields.dropFirst() {
      machine.answers(field.yes, field.no, &scratch.codes)
      let codes = scratch.codes
      SlotKernels.refine(&scratch.slots, codes.span, 3)
    }
    let slots = scratch.slots
    machine.with(rows) { SlotKernels.count($0, slots.span, &counts) }
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
    // Each combination stands for its rows.
    let columns = fields.indices.map { at in
      let place = fields[(at + 1)...].reduce(1) { count, _ in count * 3 }
      return (fields[at].text, (0..<combinations).map { $0 / place % 3 }, grounds[at])
    }
    let classes = GroundClasses(columns, count: combinations, bases: bases)
    var counter = EvidenceCounter(classes, bases: bases)
    for (code, count) in counts.enumerated() where count > 0 {
      let own = Int(classes.codes[code])
      counter.counts[own].all += count
      counter.counts[own].possible += count
      if !open { counter.counts[own].certain += count }
    }
    return counter.evidence
  }
}
