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
  /// For steps that are in both of two tests: one test that says the same.
  private(set) var narrowed: [Bits: RowTest] = [:]
  /// For tests of values that lie in order: what each block's zone settles.
  private(set) var verdicts: [Bits: [Bool?]] = [:]
  /// The steps by their keys, once there are more than a few.
  private var numbers: [UInt64: Bits] = [:]

  /// Up to so many steps are looked through for one that is the same.
  private static let mostLooked = 48

  init(count: Int) { self.count = count }

  /// The rows of a bitmap.
  mutating func rows(_ bitmap: Bitmap) -> Bits { append(.bitmap(bitmap)) }

  /// The rows of a bitmap that is often empty.
  mutating func rare(_ bitmap: Bitmap) -> Bits {
    if bitmap.isEmpty { return BitProgram.none }
    for (at, step) in steps.prefix(BitProgram.mostLooked).enumerated() {
      if case .bitmap(let own) = step, own.count == bitmap.count,
        Numbers.shareBuffer(own.words, bitmap.words)
      {
        return at
      }
    }
    return append(.bitmap(bitmap))
  }

  /// The rows of a column whose value is not known.
  mutating func unknown(of column: Column) -> Bits {
    column.isKnownEverywhere ? BitProgram.none : rare(column.unknown)
  }

  /// The rows to which a column does not apply.
  mutating func none(of column: Column) -> Bits {
    column.appliesEverywhere ? BitProgram.none : rare(column.none)
  }

  /// The rows that pass a test.
  /// - Parameter zones: those of the tested values, where there are some.
  mutating func rows(where test: RowTest, _ zones: Zones? = nil) -> Bits {
    for (at, step) in steps.prefix(BitProgram.mostLooked).enumerated() {
      if case .test(let own) = step, own.isSame(as: test) { return at }
    }
    let bits = append(.test(test))
    if let zones { verdicts[bits] = test.verdicts(zones) }
    return bits
  }

  /// The rows in both.
  mutating func both(_ a: Bits, _ b: Bits) -> Bits {
    if a == BitProgram.none || b == BitProgram.none { return BitProgram.none }
    if a == BitProgram.all || a == b { return b }
    if b == BitProgram.all { return a }
    // What is in both of two sets already is in each of them.
    if case .both(let x, let y) = steps[a], x == b || y == b { return a }
    if case .both(let x, let y) = steps[b], x == a || y == a { return b }
    if isWithout(a, b) || isWithout(b, a) { return BitProgram.none }
    switch (inverse(a), inverse(b)) {
    case (let x?, let y?): return not(either(x, y))
    case (let x?, nil): return minus(b, x)
    case (nil, let y?): return minus(a, y)
    case (nil, nil): return made(.both(min(a, b), max(a, b)))
    }
  }

  /// The rows in either.
  mutating func either(_ a: Bits, _ b: Bits) -> Bits {
    if a == BitProgram.all || b == BitProgram.all { return BitProgram.all }
    if a == BitProgram.none || a == b { return b }
    if b == BitProgram.none { return a }
    if case .either(let x, let y) = steps[a], x == b || y == b { return a }
    if case .either(let x, let y) = steps[b], x == a || y == a { return b }
    if isPart(a, of: b) { return b }
    if isPart(b, of: a) { return a }
    switch (inverse(a), inverse(b)) {
    case (let x?, let y?): return not(both(x, y))
    case (let x?, nil): return not(minus(x, b))
    case (nil, let y?): return not(minus(y, a))
    case (nil, nil): return made(.either(min(a, b), max(a, b)))
    }
  }

  /// Whether a set is made as the rows that are in two others.
  func isBoth(_ bits: Bits, _ a: Bits, _ b: Bits) -> Bool {
    if case .both(let x, let y) = steps[bits] {
      (x == a && y == b) || (x == b && y == a)
    } else {
      false
    }
  }

  /// Whether a step shows that a set has no row of another.
  private func isWithout(_ a: Bits, _ b: Bits) -> Bool {
    if case .minus(_, let cut) = steps[a] { cut == b } else { false }
  }

  /// Whether a step shows that a set lies within another.
  private func isPart(_ part: Bits, of whole: Bits) -> Bool {
    switch steps[part] {
    case .both(let x, let y): x == whole || y == whole
    case .minus(let x, _): x == whole
    case .constant, .bitmap, .test, .either: false
    }
  }

  /// The rows of the first that are not in the second.
  mutating func minus(_ a: Bits, _ b: Bits) -> Bits {
    if a == BitProgram.none || b == BitProgram.all || a == b { return BitProgram.none }
    if b == BitProgram.none || isWithout(a, b) { return a }
    if let inner = inverse(b) { return both(a, inner) }
    if let inner = inverse(a) { return not(either(inner, b)) }
    return made(.minus(a, b))
  }

  /// The rows that are not in it.
  mutating func not(_ a: Bits) -> Bits { minus(BitProgram.all, a) }

  /// What a set is all but; nil for one that is not made so. Such sets are turned into others, so
  /// that the two sides of a condition that is nowhere unknown are one step.
  private func inverse(_ a: Bits) -> Bits? {
    if case .minus(BitProgram.all, let inner) = steps[a] { inner } else { nil }
  }

  /// The step that makes a set of two others: one that there is, or a new one.
  private mutating func made(_ step: Step) -> Bits {
    let key = BitProgram.key(step)
    guard steps.count >= BitProgram.mostLooked else {
      return steps.firstIndex { BitProgram.key($0) == key } ?? append(step)
    }
    if numbers.isEmpty {
      for (at, step) in steps.enumerated() {
        if let key = BitProgram.key(step) { numbers[key] = at }
      }
    }
    guard let key else { return append(step) }
    if let at = numbers[key] { return at }
    numbers[key] = steps.count
    return append(step)
  }

  /// An operation on two steps as one number; nil for other steps.
  private static func key(_ step: Step) -> UInt64? {
    let (kind, a, b): (UInt64, Bits, Bits)
    switch step {
    case .constant, .bitmap, .test: return nil
    case .both(let x, let y): (kind, a, b) = (1, x, y)
    case .either(let x, let y): (kind, a, b) = (2, x, y)
    case .minus(let x, let y): (kind, a, b) = (3, x, y)
    }
    return kind << 62 | UInt64(a) << 31 | UInt64(b)
  }

  private mutating func append(_ step: Step) -> Bits {
    if case .both(let a, let b) = step, case .test(let first) = steps[a],
      case .test(let second) = steps[b], let test = first.narrowed(by: second)
    {
      narrowed[steps.count] = test
    }
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
