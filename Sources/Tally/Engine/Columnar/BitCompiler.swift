// Sets and conditions as programs of bits: compiled once, then run over blocks of rows.

/// Makes steps of what is asked of one relation. What has no plain form is evaluated as a whole by
/// `Evaluator.plainly(_:)`, and its two bitmaps are steps: every condition can be compiled.
struct BitCompiler {
  let evaluator: Evaluator
  var program: BitProgram
  /// The columns of the relation, taken once.
  let columns: Columns
  /// The answers that were met, by their column.
  private var answers: [(column: Int, bits: TruthBits)] = []

  init(_ evaluator: Evaluator) {
    self.evaluator = evaluator
    program = BitProgram(count: evaluator.relation.count)
    columns = evaluator.relation.columns
  }

  var engine: Executor { evaluator.engine }

  // MARK: Sets

  /// The members of a set of the relation, and of its base.
  mutating func bits(_ set: SetPlan) -> RowBits {
    switch set {
    case .scan: return RowBits()
    case .scope(let inner, let condition):
      var rows = bits(inner)
      let truth = bits(condition)
      filter(&rows, truth)
      rows.baseCertain = program.both(rows.baseCertain, truth.yes)
      rows.basePossible = program.minus(rows.basePossible, truth.no)
      return rows
    case .filter(let inner, let condition):
      var rows = bits(inner)
      filter(&rows, bits(condition))
      return rows
    case .combine(let operation, let a, let b): return combined(operation, bits(a), bits(b))
    case .settled(let inner): return settled(bits(inner))
    }
  }

  private mutating func filter(_ rows: inout RowBits, _ truth: TruthBits) {
    rows.certain = program.both(rows.certain, truth.yes)
    rows.possible = program.minus(rows.possible, truth.no)
  }

  /// The same members, and the base, without the rows that are not settled.
  mutating func settled(_ rows: RowBits) -> RowBits {
    let open = program.minus(rows.possible, rows.certain)
    return RowBits(
      certain: rows.certain, possible: rows.certain,
      baseCertain: program.minus(rows.baseCertain, open),
      basePossible: program.minus(rows.basePossible, open))
  }

  private mutating func combined(
    _ operation: SetNode.Operator, _ a: RowBits, _ b: RowBits
  ) -> RowBits {
    var rows = a
    switch operation {
    case .union:
      rows.certain = program.either(a.certain, b.certain)
      rows.possible = program.either(a.possible, b.possible)
      rows.baseCertain = program.either(a.baseCertain, b.baseCertain)
      rows.basePossible = program.either(a.basePossible, b.basePossible)
    case .intersect:
      rows.certain = program.both(a.certain, b.certain)
      rows.possible = program.both(a.possible, b.possible)
    case .minus:
      rows.certain = program.minus(a.certain, b.possible)
      rows.possible = program.minus(a.possible, b.certain)
    }
    return rows
  }

  // MARK: Conditions

  /// Where a condition is yes, and where it is no.
  mutating func bits(_ condition: Condition) -> TruthBits {
    switch condition {
    case .constant(let value):
      return TruthBits(
        yes: value ? BitProgram.all : BitProgram.none,
        no: value ? BitProgram.none : BitProgram.all)
    case .not(let inner): return !bits(inner)
    case .all(let parts):
      return joined(parts, TruthBits(yes: BitProgram.all, no: BitProgram.none)) {
        TruthBits(yes: $0.both($1.yes, $2.yes), no: $0.either($1.no, $2.no))
      }
    case .any(let parts):
      return joined(parts, TruthBits(yes: BitProgram.none, no: BitProgram.all)) {
        TruthBits(yes: $0.either($1.yes, $2.yes), no: $0.both($1.no, $2.no))
      }
    case .isSettled(let inner):
      let own = bits(inner)
      return exactly(program.either(own.yes, own.no))
    case .certainly(let inner): return exactly(bits(inner).yes)
    case .possibly(let inner): return exactly(program.not(bits(inner).no))
    case .answer(let field) where field.hops.isEmpty: return answers(field)
    case .answer, .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow, .isKnown,
      .isNone, .linked:
      return plain(condition) ?? evaluated(condition)
    }
  }

  /// Conditions one after the other. Where somebody asks to stop, the rest is left out.
  private mutating func joined(
    _ parts: [Condition], _ start: TruthBits,
    _ join: (inout BitProgram, TruthBits, TruthBits) -> TruthBits
  ) -> TruthBits {
    var all = start
    for (at, part) in parts.enumerated() {
      if at & 63 == 63, engine.shouldStop() { break }
      let own = bits(part)
      all = join(&program, all, own)
    }
    return all
  }

  /// Two-valued: yes on these rows, no on the others.
  mutating func exactly(_ yes: BitProgram.Bits) -> TruthBits {
    TruthBits(yes: yes, no: program.not(yes))
  }

  /// What is worked out for all rows at once.
  private mutating func evaluated(_ condition: Condition) -> TruthBits {
    let map = evaluator.plainly(condition)
    return TruthBits(yes: program.rows(map.yes), no: program.rows(map.no))
  }

  /// A column of answers, once for all conditions that ask it.
  mutating func answers(_ field: FieldRef) -> TruthBits {
    if let met = answers.first(where: { $0.column == field.column }) { return met.bits }
    guard let map = columns[field.column].answered else {
      return TruthBits(yes: BitProgram.none, no: BitProgram.all)
    }
    let bits = TruthBits(yes: program.rows(map.yes), no: program.rows(map.no))
    answers.append((field.column, bits))
    return bits
  }
}
