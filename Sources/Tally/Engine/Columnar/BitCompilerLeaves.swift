// Conditions on one plain value of each row: a comparison, a look-up by code, a way along a link.

extension BitCompiler {
  /// A condition on a plain value; nil where its value is none, such as a sum of two fields.
  mutating func plain(_ condition: Condition) -> TruthBits? {
    switch condition {
    case .order(let a, let order, let b): ordered(a, order, b)
    case .equal(let a, let b): equal(a, b)
    case .within(let value, let period):
      dated(
        value, { .within($0, period) }, yes: (period.first.number, period.last.number))
    case .before(let value, let period):
      dated(value, { .before($0, period) }, yes: (.min, period.first.number &- 1))
    case .after(let value, let period):
      dated(value, { .after($0, period) }, yes: (period.last.number &+ 1, .max))
    case .words(let value, let predicate): words(value, predicate)
    case .leadsTo(let field, let rows): leads(field, rows)
    case .answer(let field): reached(field) { .answer($0) }
    case .isKnown(let value): known(value)
    case .isNone(let value): none(value)
    case .linked(let join, let set, let count): linked(join, set, count)
    case .constant, .isRow, .isSettled, .certainly, .possibly, .not, .all, .any: nil
    }
  }

  // MARK: Values of the rows themselves

  /// A test of a column's values where they are known; a value that does not apply is no.
  mutating func tested(
    _ column: Column, yes: RowTest, no: RowTest? = nil
  ) -> TruthBits {
    let unknown = program.unknown(of: column)
    let none = program.none(of: column)
    let known = program.not(program.either(unknown, none))
    let passed = program.both(rows(of: column, where: yes), known)
    let failed =
      no.map { program.both(rows(of: column, where: $0), known) } ?? program.minus(known, passed)
    return TruthBits(yes: passed, no: program.either(failed, none))
  }

  /// The rows of a column that pass a test; what stands at those without a value means nothing.
  private mutating func rows(of column: Column, where test: RowTest) -> BitProgram.Bits {
    program.rows(where: test, column.zones(of: test.values))
  }

  /// The numbers of a field that are precise; nil for any others.
  private func numbers(_ field: FieldRef) -> Numbers? {
    guard case .number(let low, let high) = columns[field.column].values, low.isSame(as: high)
    else { return nil }
    return low
  }

  private mutating func ordered(_ a: Value, _ order: Expr.Order, _ b: Value) -> TruthBits? {
    switch (a, b) {
    case (.field(let field), .number(let number)):
      guard field.hops.isEmpty else { return reached(field) { .order(.field($0), order, b) } }
      guard let numbers = numbers(field) else { return nil }
      let (yes, no) = (order.ends(number), order.opposite.ends(number))
      return tested(
        columns[field.column], yes: .numbers(numbers, from: yes.from, to: yes.to),
        no: numbers.isWhole ? nil : .numbers(numbers, from: no.from, to: no.to))
    case (.number, .field): return ordered(b, order.sidesChanged, a)
    default: return nil
    }
  }

  private mutating func equal(_ a: Value, _ b: Value) -> TruthBits? {
    switch (a, b) {
    case (.field(let field), .number(let number)):
      guard field.hops.isEmpty else { return reached(field) { .equal(.field($0), b) } }
      guard let numbers = numbers(field), numbers.isWhole else { return nil }
      return tested(columns[field.column], yes: .numbers(numbers, from: number, to: number))
    case (.number, .field): return equal(b, a)
    default: return nil
    }
  }

  /// A date compares by both of its ends; one that is known to the day has one test.
  private mutating func dated(
    _ value: Value, _ condition: (Value) -> Condition, yes: (from: Int32, to: Int32)
  ) -> TruthBits? {
    guard case .field(let field) = value else { return nil }
    guard field.hops.isEmpty else { return reached(field) { condition(.field($0)) } }
    let column = columns[field.column]
    guard case .date(let first, let last) = column.values else { return nil }
    guard !Numbers.shareBuffer(first, last) else {
      return tested(column, yes: .days(first, from: yes.from, to: yes.to))
    }
    // Yes where all that it can mean lies inside, no where all of it lies outside.
    var (inside, outside) = (BitProgram.all, BitProgram.none)
    if yes.from > .min {
      inside = rows(of: column, where: .days(first, from: yes.from, to: .max))
      outside = rows(of: column, where: .days(last, from: .min, to: yes.from - 1))
    }
    if yes.to < .max {
      inside = program.both(inside, rows(of: column, where: .days(last, from: .min, to: yes.to)))
      outside = program.either(
        outside, rows(of: column, where: .days(first, from: yes.to + 1, to: .max)))
    }
    let none = program.none(of: column)
    let known = program.not(program.either(program.unknown(of: column), none))
    return TruthBits(
      yes: program.both(inside, known), no: program.either(program.both(outside, known), none))
  }

  /// A predicate is asked once for each distinct text.
  private mutating func words(_ value: Value, _ predicate: TextPredicate) -> TruthBits? {
    guard case .field(let field) = value.innermost, field.aspect == nil else { return nil }
    guard field.hops.isEmpty else {
      guard case .field = value else { return nil }
      return reached(field) { .words(.field($0), predicate) }
    }
    let column = columns[field.column]
    switch column.values {
    case .text(let codes, _):
      let accepted = predicate.accepted(evaluator.texts(value).texts, engine.shouldStop)
      return tested(column, yes: .codes(codes, accepted: accepted))
    case .link(let targets):
      guard case .field = value, case .link(let target) = field.field.type else { return nil }
      let accepted = predicate.accepted(TextPool(engine.keys(of: target)), engine.shouldStop)
      return tested(column, yes: .links(targets, of: column, accepted: accepted))
    case .answer, .history, .number, .date: return nil
    }
  }

  private mutating func leads(_ field: FieldRef, _ rows: [Int]) -> TruthBits? {
    guard field.hops.isEmpty else { return reached(field) { .leadsTo($0, rows) } }
    let column = columns[field.column]
    guard case .link(let targets) = column.values, case .link(let name) = field.field.type,
      let target = engine.dataset.relation(name),
      field.field.within == nil || column.unknown.isEmpty
    else { return nil }
    var accepted = [UInt8](repeating: 0, count: engine.dataset.relations[target].count + 1)
    for row in rows where accepted.indices.dropLast().contains(row) { accepted[row] = 1 }
    return tested(column, yes: .links(targets, of: column, accepted: accepted))
  }

  private mutating func known(_ value: Value) -> TruthBits? {
    guard case .field(let field) = value, field.hops.isEmpty, field.aspect == nil else {
      return nil
    }
    return !exactly(program.unknown(of: columns[field.column]))
  }

  private mutating func none(_ value: Value) -> TruthBits? {
    guard case .field(let field) = value, field.hops.isEmpty, field.aspect == nil else {
      return nil
    }
    let column = columns[field.column]
    return exactly(program.minus(program.none(of: column), program.unknown(of: column)))
  }

  // MARK: Values of the rows that links lead to

  /// A condition on what a link leads to, worked out for the other relation's rows and looked up:
  /// unknown where the link is unknown, no where it does not apply.
  private mutating func reached(
    _ field: FieldRef, _ condition: (FieldRef) -> Condition
  ) -> TruthBits? {
    guard let hop = field.hops.first, field.aspect == nil,
      case .link(let targets) = columns[hop.column].values
    else { return nil }
    var inner = field
    inner.hops.removeFirst()
    let map = engine.evaluator(hop.target).map(condition(inner))
    return lookedUp(columns[hop.column], targets, map)
  }

  mutating func lookedUp(
    _ column: Column, _ targets: [Int32], _ map: TruthMap
  ) -> TruthBits {
    let isSettled = map.settled.population == map.yes.count
    return tested(
      column, yes: .links(targets, of: column, accepted: map.yes.bytes),
      no: isSettled ? nil : .links(targets, of: column, accepted: map.no.bytes))
  }
}

extension Expr.Order {
  /// The numbers that a comparison with a number holds for, both ends included.
  fileprivate func ends(_ number: Double) -> (from: Double, to: Double) {
    switch self {
    case .less: (-.infinity, number.nextDown)
    case .atMost: (-.infinity, number)
    case .more: (number.nextUp, .infinity)
    case .atLeast: (number, .infinity)
    }
  }

  /// The same comparison with its sides changed.
  fileprivate var sidesChanged: Expr.Order {
    switch self {
    case .less: .more
    case .atMost: .atLeast
    case .more: .less
    case .atLeast: .atMost
    }
  }
}

extension Numbers {
  /// Whether all of them are held as whole numbers.
  var isWhole: Bool {
    switch storage {
    case .bytes, .shorts, .ints: true
    case .doubles: false
    }
  }
}

extension Value {
  /// The value that functions from text to text are called on, or this value.
  fileprivate var innermost: Value {
    guard case .call(let function, let arguments) = self, case .textToText = function.kind,
      let first = arguments.first
    else { return self }
    return first.innermost
  }
}

extension Bitmap {
  /// 1 or 0 for each row, and 0 once more: for what is no row.
  var bytes: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count + 1)
    forEach { bytes[$0] = 1 }
    return bytes
  }
}
