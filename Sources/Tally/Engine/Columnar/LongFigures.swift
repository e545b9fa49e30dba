// The figure of a long relation: counted block by block, without lists of its rows.

extension Executor {
  /// The figure of a measure with its evidence and sources; nil where its numbers or its answers
  /// have no plain form.
  func longFigure(_ measure: Measure, _ trail: inout SourceTrail) -> Figure? {
    let relation = measure.set.relation
    let fields = measure.askedAnswers
    guard isBare(measure.askedGrounds, of: relation), measure.askedGrounds.count == fields.count
    else { return nil }
    if measure.isOfAnswersAlone, let figure = patternFigure(measure, fields) {
      trail.add(bare: measure)
      return figure
    }
    var compiler = BitCompiler(evaluator(relation))
    guard let bits = compiler.bits(measure) else { return nil }
    var wanted = Wanted()
    wanted.add(bits)
    let (certain, possible) = compiler.settledMembers(bits.rows, measure)
    let open = compiler.program.minus(possible, certain)
    guard let patterns = AnswerPatterns(&compiler, fields, of: open) else { return nil }
    let (tally, counts) = LongTally.scan(self, compiler.program, wanted, patterns)
    var figure = bits.figure(tally, 0, measure, countUnit(relation))
    if !fields.isEmpty {
      if counts.contains(where: { $0 > 0 }) {
        figure.evidence = patterns.evidence(counts, fields, open: true, dataset.bases)
      } else if let members = AnswerPatterns(&compiler, fields, of: certain) {
        let (_, counts) = LongTally.scan(self, compiler.program, Wanted(), members)
        figure.evidence = members.evidence(counts, fields, open: false, dataset.bases)
      }
      if !measure.restsOnAnswersAlone { figure.evidence?.dropBasis() }
    }
    trail.add(bare: measure)
    return figure
  }

  /// The same where rows of the same answers are alike; nil where there are too many fields.
  private func patternFigure(_ measure: Measure, _ fields: [FieldRef]) -> Figure? {
    let relation = measure.set.relation
    guard let (sets, patterns) = patterns(fields, of: relation),
      let found = sets.figure(measure, countUnit(relation))
    else { return nil }
    var figure = found.figure
    let isOpen = sets.rows(in: found.open) > 0
    figure.evidence = patterns.evidence(
      sets.counts(in: isOpen ? found.open : found.certain), fields, open: isOpen, dataset.bases)
    if !measure.restsOnAnswersAlone { figure.evidence?.dropBasis() }
    return figure
  }

  /// How many members the set of a measure has.
  func whole(of measure: Measure) -> Whole {
    var compiler = BitCompiler(evaluator(measure.set.relation))
    guard isLong(measure.set.relation), let bits = compiler.bits(measure) else {
      return input(of: measure).whole
    }
    var wanted = Wanted()
    wanted.count(bits.rows.certain)
    wanted.count(bits.rows.possible)
    return bits.whole(LongTally.scan(self, compiler.program, wanted, nil).tally, 0)
  }

  /// Whether a set is asked of no rows.
  func isEmptyBase(of set: SetPlan) -> Bool {
    guard isLong(set.relation) else { return rows(of: set).basePossible.isEmpty }
    var compiler = BitCompiler(evaluator(set.relation))
    let base = compiler.bits(set).basePossible
    if base == BitProgram.all { return false }
    var machine = BitMachine(compiler.program)
    for block in 0..<BitMachine.blocks(of: compiler.program.count) {
      machine.start(block: block)
      if machine.population(base) > 0 { return false }
    }
    return true
  }

  /// How many rows of a set's base a condition is not settled for.
  func longUnsettled(_ condition: Condition, in set: SetPlan) -> Int {
    var compiler = BitCompiler(evaluator(set.relation))
    let base = compiler.bits(set).basePossible
    let truth = compiler.bits(condition)
    let isSettled = compiler.program.either(truth.yes, truth.no)
    let open = compiler.program.minus(base, isSettled)
    var wanted = Wanted()
    wanted.count(open)
    return LongTally.scan(self, compiler.program, wanted, nil).tally.count(open, 0)
  }

  /// Whether nothing is said of where answers come from: they have no basis and no sources, and no
  /// row names a source.
  func isBare(_ fields: [FieldRef], of relation: Int) -> Bool {
    let own = dataset.relations[relation]
    guard !own.schema.fields.contains(where: { $0.type == .link(to: "sources") }) else {
      return false
    }
    return fields.allSatisfy { field in
      // A column that a stage added is beyond those of the relation.
      guard field.hops.isEmpty, field.aspect == nil, own.columns.indices.contains(field.column),
        case .answer(_, let grounds) = own.columns[field.column].values
      else { return false }
      return grounds.allSatisfy { $0.basis.isEmpty && $0.sources.isEmpty && $0.confidence.isEmpty }
    }
  }
}

extension BitCompiler {
  /// The rows that are what a figure counts: certainly, and perhaps.
  fileprivate mutating func settledMembers(
    _ rows: RowBits, _ measure: Measure
  ) -> (certain: BitProgram.Bits, possible: BitProgram.Bits) {
    guard case .share(let condition) = measure.kind else { return (rows.certain, rows.possible) }
    let truth = bits(condition)
    let isSettled = program.both(rows.certain, program.either(truth.yes, truth.no))
    let certain = program.both(rows.certain, truth.yes)
    return (certain, program.either(certain, program.minus(rows.possible, isSettled)))
  }
}

/// One pass over all rows, which are one slot.
enum LongTally {
  private struct Part: Sendable {
    var tally: RowTally
    var patterns: [Int]
    var scratch = PatternScratch()
  }

  static func scan(
    _ engine: Executor, _ program: BitProgram, _ wanted: Wanted, _ patterns: AnswerPatterns?
  ) -> (tally: RowTally, patterns: [Int]) {
    let start = Part(
      tally: RowTally(wanted, slots: 1),
      patterns: [Int](repeating: 0, count: patterns?.combinations ?? 0))
    let parts = program.scan(engine.workers, engine.shouldStop, from: start) { machine, part in
      part.tally.add(&machine)
      patterns?.count(&machine, &part.patterns, &part.scratch)
    }
    var all = start
    for part in parts {
      all.tally.add(part.tally)
      for at in all.patterns.indices { all.patterns[at] += part.patterns[at] }
    }
    return (all.tally, all.patterns)
  }
}
