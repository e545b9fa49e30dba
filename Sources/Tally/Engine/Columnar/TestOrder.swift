// Which of two sets is worked out first, so that a test of the other looks at few rows.

/// For steps that are in both of two sets, one of which is a test that nobody else needs: the test
/// comes last, and looks only at the rows of the other set.
struct TestOrder: Sendable {
  /// How such a step is worked out.
  struct Order: Sendable {
    /// The set that is worked out before.
    var first: BitProgram.Bits
    /// The set that the test would make of all rows, and the test.
    var last: BitProgram.Bits
    var test: RowTest
  }

  /// One for each step, or none at all.
  private var orders: [Order?]

  init(_ program: BitProgram) {
    orders = [Order?](repeating: nil, count: program.steps.count)
    let uses = TestOrder.uses(program)
    for (at, step) in program.steps.enumerated() {
      guard case .both(let a, let b) = step, program.narrowed[at] == nil else { continue }
      // What looks at more bytes of a row comes last.
      orders[at] = [(a, b), (b, a)].compactMap { first, last in
        guard uses[last] == 1, let test = TestOrder.test(last, program) else { return nil }
        return Order(first: first, last: last, test: test)
      }.max { $0.test.bytes < $1.test.bytes }
    }
  }

  /// How a step is worked out; nil for one of another kind.
  subscript(bits: BitProgram.Bits) -> Order? { orders[bits] }

  private static func test(_ bits: BitProgram.Bits, _ program: BitProgram) -> RowTest? {
    if let narrowed = program.narrowed[bits] { return narrowed }
    return if case .test(let test) = program.steps[bits] { test } else { nil }
  }

  /// How many steps are made of each; those that are all but another are made without it.
  private static func uses(_ program: BitProgram) -> [Int] {
    var uses = [Int](repeating: 0, count: program.steps.count)
    for step in program.steps {
      switch step {
      case .minus(BitProgram.all, _), .constant, .bitmap, .test: continue
      case .both(let a, let b), .either(let a, let b), .minus(let a, let b):
        uses[a] += 1
        uses[b] += 1
      }
    }
    return uses
  }
}
