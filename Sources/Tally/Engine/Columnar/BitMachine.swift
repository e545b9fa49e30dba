// Works out a program of bits over one block of rows after another; no memory is taken for a block.

/// The sets of a program, of the rows of one block. A set is worked out when it is first asked for.
struct BitMachine {
  /// How many rows a block has: some sets of them stay in the fastest memory.
  static let blockRows = Zones.blockRows

  let program: BitProgram
  /// The rows of the block.
  private(set) var rows: Range<Int>
  private var words: Range<Int>
  /// The words of each step, where it needs some of its own.
  private var registers: [[UInt64]]
  private var isReady: [Bool]
  /// What zones settle of each step in the block; empty where no values have zones.
  private var settled: [Bool?]
  private let order: TestOrder

  /// A machine that stands before the first block.
  init(_ program: BitProgram) {
    self.program = program
    order = TestOrder(program)
    rows = 0..<0
    words = 0..<0
    registers = [[UInt64]](repeating: [], count: program.steps.count)
    isReady = [Bool](repeating: false, count: program.steps.count)
    settled = program.verdicts.isEmpty ? [] : [Bool?](repeating: nil, count: program.steps.count)
  }

  /// How many blocks the rows make.
  static func blocks(of count: Int) -> Int { (count + blockRows - 1) / blockRows }

  /// Goes to a block.
  mutating func start(block: Int) {
    let first = block * BitMachine.blockRows
    rows = first..<min(first + BitMachine.blockRows, program.count)
    words = first / 64..<(rows.upperBound + 63) / 64
    for index in isReady.indices { isReady[index] = false }
    if !settled.isEmpty { program.settle(block: block, &settled) }
  }

  /// Whether a set is known to have no row of the block, without a look at the rows.
  func isEmpty(_ bits: BitProgram.Bits) -> Bool { verdict(bits) == false }

  private func verdict(_ bits: BitProgram.Bits) -> Bool? { settled.isEmpty ? nil : settled[bits] }

  /// How many rows of the block are in a set. The last operation is counted, not kept.
  mutating func population(_ bits: BitProgram.Bits) -> Int {
    if isReady[bits] { return with(bits) { BitKernels.population($0) } }
    if let isAll = verdict(bits) { return isAll ? rows.count : 0 }
    switch program.steps[bits] {
    case .constant(let isAll): return isAll ? rows.count : 0
    case .bitmap, .test: return with(bits) { BitKernels.population($0) }
    case .minus(BitProgram.all, let b): return rows.count - population(b)
    case .both where program.narrowed[bits] != nil || order[bits] != nil:
      return with(bits) { BitKernels.population($0) }
    case .both(let a, let b): return population(.both, a, b)
    case .either(let a, let b): return population(.either, a, b)
    case .minus(let a, let b): return population(.minus, a, b)
    }
  }

  /// The words of a set, for one use.
  mutating func with<Result>(
    _ bits: BitProgram.Bits, _ body: (Swift.Span<UInt64>) -> Result
  ) -> Result {
    ensure(bits)
    let found = peek(bits)
    return body(found.words.span.extracting(found.range))
  }

  /// The words of two sets, for one use.
  mutating func with(
    _ a: BitProgram.Bits, _ b: BitProgram.Bits,
    _ body: (Swift.Span<UInt64>, Swift.Span<UInt64>) -> Void
  ) {
    ensure(a)
    ensure(b)
    let (first, second) = (peek(a), peek(b))
    body(first.words.span.extracting(first.range), second.words.span.extracting(second.range))
  }

  /// What two sets say of each row: 0 for the first, 1 for the second, 2 for neither.
  mutating func answers(_ yes: BitProgram.Bits, _ no: BitProgram.Bits, _ out: inout [UInt32]) {
    with(yes, no) { SlotKernels.answers($0, $1, &out) }
  }

  /// Puts what two sets say of each row behind the row's number: see `AnswerKernels`.
  mutating func append(
    _ yes: BitProgram.Bits, _ no: BitProgram.Bits, to numbers: inout [UInt64]
  ) {
    with(yes, no) { AnswerKernels.append($0, $1, to: &numbers) }
  }

  private mutating func population(
    _ operation: BitKernels.Operation, _ a: BitProgram.Bits, _ b: BitProgram.Bits
  ) -> Int {
    ensure(a)
    ensure(b)
    let (first, second) = (peek(a), peek(b))
    return BitKernels.population(
      operation, first.words.span.extracting(first.range),
      second.words.span.extracting(second.range))
  }

  private func merge(
    _ operation: BitKernels.Operation, _ a: BitProgram.Bits, _ b: BitProgram.Bits,
    _ out: inout [UInt64]
  ) {
    let (first, second) = (peek(a), peek(b))
    BitKernels.merge(
      operation, first.words.span.extracting(first.range),
      second.words.span.extracting(second.range), &out)
  }

  /// The words of a set that is ready, and the place of the block's among them.
  private func peek(_ bits: BitProgram.Bits) -> (words: [UInt64], range: Range<Int>) {
    if case .bitmap(let bitmap) = program.steps[bits] { return (bitmap.words, words) }
    return (registers[bits], 0..<words.count)
  }

  private mutating func ensure(_ bits: BitProgram.Bits) {
    guard !isReady[bits] else { return }
    isReady[bits] = true
    if let isAll = verdict(bits) { return write(bits) { $0.fill(isAll, &$1) } }
    var step = program.steps[bits]
    if case .both(let a, let b) = step, !isReady[a], !isReady[b],
      let test = program.narrowed[bits]
    {
      step = .test(test)
    }
    if case .both = step, let own = order[bits], !isReady[own.last], verdict(own.last) == nil {
      ensure(own.first)
      write(bits) { machine, out in
        let found = machine.peek(own.first)
        own.test.test(machine.rows, among: found.words.span.extracting(found.range), &out)
      }
      return
    }
    switch step {
    case .bitmap: return
    case .both(let a, let b), .either(let a, let b), .minus(let a, let b):
      ensure(a)
      ensure(b)
    case .constant, .test: break
    }
    write(bits) { machine, out in machine.make(step, &out) }
  }

  /// Writes the words of a step.
  private mutating func write(
    _ bits: BitProgram.Bits, _ body: (borrowing BitMachine, inout [UInt64]) -> Void
  ) {
    // The words are taken out while they are written, so that others can be read beside them.
    var out: [UInt64] = []
    swap(&out, &registers[bits])
    if out.count < words.count { out = [UInt64](repeating: 0, count: words.count) }
    body(self, &out)
    swap(&out, &registers[bits])
  }

  private func make(_ step: BitProgram.Step, _ out: inout [UInt64]) {
    switch step {
    case .bitmap: break
    case .constant(let isAll): fill(isAll, &out)
    case .test(let test): test.test(rows, &out)
    case .both(let a, let b): merge(.both, a, b, &out)
    case .either(let a, let b): merge(.either, a, b, &out)
    case .minus(let a, let b): merge(.minus, a, b, &out)
    }
  }

  private func fill(_ isAll: Bool, _ out: inout [UInt64]) {
    for index in 0..<words.count { out[index] = isAll ? .max : 0 }
    let used = rows.count & 63
    if isAll, used != 0 { out[words.count - 1] = (1 << UInt64(used)) &- 1 }
  }
}
