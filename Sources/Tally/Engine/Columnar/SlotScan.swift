// One pass over all rows that counts and adds them up by the slots of keys.

extension RowTally {
  /// Counts and adds up what is wanted of all rows, each in the slot that its keys give it.
  /// - Parameter kept: the columns that the slots are of, under which the numbers of all rows are
  ///   kept; nil where they are of none.
  init(
    _ engine: Executor, _ program: BitProgram, _ keys: [SlotKey], _ wanted: Wanted,
    under kept: AskedColumns?
  ) {
    var (program, wanted) = (program, wanted)
    wanted.derive(program)
    let slots = keys.reduce(1) { $0 * $1.slots }
    self.init(wanted, slots: slots)
    let known = kept.flatMap(engine.histogram).flatMap { $0.count == slots ? $0 : nil }
    if let known { know(all: known) }
    if known == nil || !wanted.isAllRows {
      // How many rows there are need not be asked for again; what is added up of them does.
      let counted = wanted.counts.filter { known == nil || $0 != BitProgram.all }
      let asked = (counted + wanted.values.map(\.bits))
        .reduce(BitProgram.none) { program.either($0, $1) }
      scan(engine, program, keys, asked)
      if let known { know(all: known) }
    }
    // What a stopped scan has counted is not all.
    if known == nil, let kept, let all, !engine.shouldStop() {
      engine.dataset.cache.keep(all, under: kept)
    }
  }

  private mutating func scan(
    _ engine: Executor, _ program: BitProgram, _ keys: [SlotKey], _ asked: BitProgram.Bits
  ) {
    struct Part: Sendable {
      var tally: RowTally
      var slots: [UInt32]
      var codes: [UInt32]
      var few: FewRows
    }
    let size = min(BitMachine.blockRows, program.count)
    let start = Part(
      tally: self, slots: [UInt32](repeating: 0, count: size),
      codes: [UInt32](repeating: 0, count: keys.count > 1 ? size : 0), few: FewRows(of: asked))
    let parts = program.scan(engine.workers, engine.shouldStop, from: start) { machine, part in
      if machine.isEmpty(asked) { return }
      if part.few.find(&machine) {
        part.few.fill(&machine, keys)
        part.tally.add(&machine, part.few)
        return
      }
      keys[0].fill(&machine, &part.slots)
      for key in keys.dropFirst() {
        key.fill(&machine, &part.codes)
        let codes = part.codes
        SlotKernels.refine(&part.slots, codes.span, UInt32(key.slots))
      }
      part.tally.add(&machine, part.slots)
    }
    guard let first = parts.first else { return }
    self = first.tally
    for part in parts.dropFirst() { add(part.tally) }
  }
}

extension Executor {
  /// How many rows have each value of some columns: counted before, or while they were made.
  fileprivate func histogram(_ asked: AskedColumns) -> [Int]? {
    if let kept = dataset.cache.histogram(asked) { return kept }
    let relation = dataset.relations[asked.relation]
    // A key beyond a link is counted by the link, whose slots it has.
    let links = asked.columns.first.map { $0 < 0 ? -1 - $0 : $0 }
    let isOne = asked.columns.count == 1 || asked.columns.count == 2 && asked.columns[0] < 0
    guard isOne, let column = links else { return nil }
    return relation.counted?.texts[column] ?? relation.columns[column].linkCodes?.counts
  }
}
