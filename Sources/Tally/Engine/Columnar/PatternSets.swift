// Sets of answers alone, worked out for each combination of answers instead of each row.

/// The combinations of some answer fields as if they were rows: a combination is a number whose
/// digits to the base of three are the fields', as in `AnswerPatterns`.
struct PatternSets {
  /// The columns of the fields, the one of the highest digit first.
  let columns: [Int]
  /// How many rows have each combination.
  let counts: [Int]

  /// How many rows some combinations have.
  func rows(in patterns: Bitmap) -> Int {
    var sum = 0
    patterns.forEach { sum += counts[$0] }
    return sum
  }

  /// The same combinations with the rows of some of them.
  func counts(in patterns: Bitmap) -> [Int] {
    counts.indices.map { patterns[$0] ? counts[$0] : 0 }
  }

  /// The members of a set; nil where it depends on anything else.
  func set(_ set: SetPlan) -> RowSet? {
    switch set {
    case .scan: return RowSet(all: counts.count)
    case .scope(let inner, let condition):
      guard var rows = self.set(inner), let map = map(condition) else { return nil }
      rows.scope(map)
      return rows
    case .filter(let inner, let condition):
      guard var rows = self.set(inner), let map = map(condition) else { return nil }
      rows.filter(map)
      return rows
    case .combine(let operation, let a, let b):
      guard var rows = self.set(a), let other = self.set(b) else { return nil }
      rows.combine(operation, other)
      return rows
    case .settled(let inner):
      guard var rows = self.set(inner) else { return nil }
      rows.keepSettled()
      return rows
    }
  }

  /// Where a condition is yes, and where it is no; nil where it depends on anything else.
  func map(_ condition: Condition) -> TruthMap? {
    switch condition {
    case .constant(let value): return TruthMap(value, count: counts.count)
    case .answer(let field): return answers(field)
    case .isSettled(let inner): return map(inner).map { TruthMap(exactly: $0.settled) }
    case .certainly(let inner): return map(inner).map { TruthMap(exactly: $0.yes) }
    case .possibly(let inner): return map(inner).map { TruthMap(exactly: ~$0.no) }
    case .not(let inner): return map(inner).map { !$0 }
    case .all(let parts): return joined(parts, TruthMap(true, count: counts.count)) { $0 & $1 }
    case .any(let parts): return joined(parts, TruthMap(false, count: counts.count)) { $0 | $1 }
    case .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow, .isKnown, .isNone,
      .linked:
      return nil
    }
  }

  private func joined(
    _ parts: [Condition], _ start: TruthMap, _ join: (TruthMap, TruthMap) -> TruthMap
  ) -> TruthMap? {
    var all = start
    for part in parts {
      guard let own = map(part) else { return nil }
      all = join(all, own)
    }
    return all
  }

  private func answers(_ field: FieldRef) -> TruthMap? {
    guard field.hops.isEmpty, field.aspect == nil, let at = columns.firstIndex(of: field.column)
    else { return nil }
    let place = columns[(at + 1)...].reduce(1) { place, _ in place * 3 }
    return TruthMap(
      yes: Bitmap(count: counts.count) { $0 / place % 3 == 0 },
      no: Bitmap(count: counts.count) { $0 / place % 3 == 1 })
  }
}

extension PatternSets {
  /// The figure of a measure, and the members and open rows that its evidence is of; nil where it
  /// depends on more than these answers.
  func figure(
    _ measure: Measure, _ baseUnit: Unit
  ) -> (figure: Figure, certain: Bitmap, open: Bitmap)? {
    guard var members = set(measure.set) else { return nil }
    if measure.settledOnly { members.keepSettled() }
    switch measure.kind {
    case .aggregate: return nil
    case .count:
      let (low, high) = (rows(in: members.certain), rows(in: members.possible))
      let figure = Figure(
        low: Double(low), high: Double(high), unknown: high - low,
        base: rows(in: members.basePossible), baseLow: rows(in: members.baseCertain),
        unit: measure.unit, baseUnit: baseUnit)
      return (figure, members.certain, members.unsettled)
    case .share(let condition):
      guard let truth = map(condition) else { return nil }
      if measure.settledOnly { members.scope(TruthMap(exactly: truth.settled)) }
      let (sure, open) = (members.certain, members.unsettled)
      let counts = ShareCounts(
        yy: rows(in: sure & truth.yes), yn: rows(in: sure & truth.no),
        yu: rows(in: sure - truth.settled), uy: rows(in: open & truth.yes),
        un: rows(in: open & truth.no), uu: rows(in: open - truth.settled))
      let certain = sure & truth.yes
      return (
        Figure.share(counts, measure.unit, baseUnit), certain,
        members.possible - (sure & truth.settled) - certain
      )
    }
  }
}

extension Executor {
  /// How many rows have each combination of some answers: counted once for the dataset's day, since
  /// a prompt asks of the same fields again and again.
  func patterns(_ fields: [FieldRef], of relation: Int) -> (sets: PatternSets, all: AnswerPatterns)?
  {
    var compiler = BitCompiler(evaluator(relation))
    guard !fields.isEmpty,
      let all = AnswerPatterns(&compiler, fields, of: BitProgram.all)
    else { return nil }
    let program = compiler.program
    let columns = fields.map(\.column)
    let counts = dataset.cache.patterns(AskedColumns(relation: relation, columns: columns)) {
      let known = dataset.relations[relation].counted?.answers?.counts(of: columns)
      if let known { return known }
      let counts = LongTally.scan(self, program, Wanted(), all).patterns
      // What a stopped scan has counted is not all.
      return shouldStop() ? nil : counts
    }
    guard let counts else { return nil }
    return (PatternSets(columns: columns, counts: counts), all)
  }
}
