// Sets of rows as expressions over bits, worked out a block of rows at a time.

/// Expressions over the rows of one relation. Each step is a set of rows; a step is known by its
/// number, and the same operation on the same steps is one step.
struct BitProgram: Sendable {
  /// A set of rows: the number of the step that makes it.
  typealias Bits = Int

  /// How a set is made.
  enum Step: Sendable {
    case constant(Bool)
    case bitmap(Bitmap)
    case test(RowTest)
    case both(Bits, Bits)
    case either(Bits, Bits)
    /// The rows of the first that are not in the second.
    case minus(Bits, Bits)
  }

  /// No row.
  static let none: Bits = 0
  /// Every row.
  static let all: Bits = 1

  /// How many rows the relation has.
  let count: Int
  private(set) var steps: [Step] = [.constant(false), .constant(true)]

  init(count: Int) { self.count = count }

  /// The rows of a bitmap.
  mutating func rows(_ bitmap: Bitmap) -> Bits { append(.bitmap(bitmap)) }

  /// The rows of a bitmap that is often empty.
  mutating func rare(_ bitmap: Bitmap) -> Bits {
    bitmap.isEmpty ? BitProgram.none : append(.bitmap(bitmap))
  }

  /// The rows that pass a test.
  mutating func rows(where test: RowTest) -> Bits { append(.test(test)) }

  /// The rows in both.
  mutating func both(_ a: Bits, _ b: Bits) -> Bits {
    if a == BitProgram.none || b == BitProgram.none { return BitProgram.none }
    if a == BitProgram.all || a == b { return b }
    if b == BitProgram.all { return a }
    for (at, step) in steps.enumerated() {
      if case .both(let x, let y) = step, x == a && y == b || x == b && y == a { return at }
    }
    return append(.both(a, b))
  }

  /// The rows in either.
  mutating func either(_ a: Bits, _ b: Bits) -> Bits {
    if a == BitProgram.all || b == BitProgram.all { return BitProgram.all }
    if a == BitProgram.none || a == b { return b }
    if b == BitProgram.none { return a }
    for (at, step) in steps.enumerated() {
      if case .either(let x, let y) = step, x == a && y == b || x == b && y == a { return at }
    }
    return append(.either(a, b))
  }

  /// The rows of the first that are not in the second.
  mutating func minus(_ a: Bits, _ b: Bits) -> Bits {
    if a == BitProgram.none || b == BitProgram.all || a == b { return BitProgram.none }
    if b == BitProgram.none { return a }
    if a == BitProgram.all, case .minus(BitProgram.all, let inner) = steps[b] { return inner }
    for (at, step) in steps.enumerated() {
      if case .minus(let x, let y) = step, x == a, y == b { return at }
    }
    return append(.minus(a, b))
  }

  /// The rows that are not in it.
  mutating func not(_ a: Bits) -> Bits { minus(BitProgram.all, a) }

  private mutating func append(_ step: Step) -> Bits {
    steps.append(step)
    return steps.count - 1
  }
}

/// A condition as two sets: the rows where it is yes, and those where it is no.
struct TruthBits: Sendable, Equatable {
  var yes: BitProgram.Bits
  var no: BitProgram.Bits

  static prefix func ! (bits: TruthBits) -> TruthBits { TruthBits(yes: bits.no, no: bits.yes) }
}

/// The members of a set and its base, as `RowSet` has them.
struct RowBits: Sendable, Equatable {
  var certain = BitProgram.all
  var possible = BitProgram.all
  var baseCertain = BitProgram.all
  var basePossible = BitProgram.all
}
