// Conditions on how many linked rows there are, as steps of a program of bits.

extension BitCompiler {
  /// Rows that have as many linked rows of a set as they must.
  mutating func linked(_ join: Join, _ set: SetPlan, _ count: LinkCount) -> TruthBits? {
    if case .one(let column) = join.way { return linkedOnce(join, column, set, count) }
    let members = engine.rows(of: set)
    let counts = engine.linkCounts(
      join, certain: members.certain, possible: members.possible, from: evaluator.relation)
    guard counts.low.count == program.count, counts.high.count == program.count else { return nil }
    return counted(counts, count, isComplete: join.isComplete)
  }

  /// Rows whose numbers of linked rows are enough and not too many. Where the list of linked rows
  /// is not complete nothing bounds them.
  private mutating func counted(
    _ counts: LinkCounts, _ count: LinkCount, isComplete: Bool
  ) -> TruthBits {
    let (low, high) = (Numbers(.ints(counts.low)), Numbers(.ints(counts.high)))
    var (enough, few) = (BitProgram.all, BitProgram.none)
    if count.least > 0 {
      enough = program.rows(where: .numbers(low, from: Double(count.least), to: .infinity))
      if isComplete {
        few =
          low.isSame(as: high)
          ? program.not(enough)
          : program.rows(where: .numbers(high, from: 0, to: Double(count.least) - 1))
      }
    }
    guard let most = count.most, most != .max else { return TruthBits(yes: enough, no: few) }
    let above = program.rows(where: .numbers(low, from: Double(most) + 1, to: .infinity))
    let no = program.either(few, above)
    guard isComplete else { return TruthBits(yes: BitProgram.none, no: no) }
    guard !low.isSame(as: high) else { return TruthBits(yes: program.not(no), no: no) }
    let bounded = program.rows(where: .numbers(high, from: 0, to: Double(most)))
    return TruthBits(yes: program.both(enough, bounded), no: no)
  }

  /// The members of a set that one link of each row may lead to. A link that is unknown may lead to
  /// any of them that nothing excludes.
  private mutating func linkedOnce(
    _ join: Join, _ at: Int, _ set: SetPlan, _ count: LinkCount
  ) -> TruthBits? {
    let column = columns[at]
    guard case .link(let targets) = column.values else { return nil }
    let members = engine.rows(of: set)
    let certain = engine.dataset.relations[join.to].doubtful.map { members.certain - $0 }
    let truth = count.truth(
      certain ?? members.certain, members.possible, isComplete: join.isComplete)
    var bits = lookedUp(column, targets, truth)
    var (open, empty) = (column.unknown, column.none)
    if !open.isEmpty {
      let reaching = engine.backLinks(join).floating(reaching: members.possible)
      open = Bitmap(count: open.count, of: reaching)
      empty = empty | (column.unknown - open)
    }
    bits.no = program.minus(bits.no, program.none(of: column))
    let ends = [
      (empty, count.truth(low: 0, high: 0, join.isComplete)),
      (open, count.truth(low: 0, high: 1, join.isComplete)),
    ]
    for (rows, truth) in ends where truth != .unknown {
      let rows = program.rare(rows)
      if truth == .yes { bits.yes = program.either(bits.yes, rows) }
      if truth == .no { bits.no = program.either(bits.no, rows) }
    }
    return bits
  }
}

extension LinkCount {
  /// Whether a row has as many linked rows as it must, where it has from `low` to `high`.
  fileprivate func truth(low: Int, high: Int, _ isComplete: Bool) -> Truth {
    let most = self.most ?? .max
    if low >= least, most == .max || (isComplete && high <= most) { return .yes }
    return low > most || (isComplete && high < least) ? .no : .unknown
  }

  /// The same for each row that a link may lead to, which is one row.
  fileprivate func truth(_ certain: Bitmap, _ possible: Bitmap, isComplete: Bool) -> TruthMap {
    func rows(_ truth: Truth) -> Bitmap {
      var rows = Bitmap(count: certain.count)
      if self.truth(low: 1, high: 1, isComplete) == truth { rows = rows | certain }
      if self.truth(low: 0, high: 1, isComplete) == truth { rows = rows | (possible - certain) }
      if self.truth(low: 0, high: 0, isComplete) == truth { rows = rows | ~possible }
      return rows
    }
    return TruthMap(yes: rows(.yes), no: rows(.no))
  }
}
