// Numbers of linked rows where these are many: each row adds to the row that it points to.

extension Executor {
  /// What one pass over a long relation counts for the rows that it points to: all that is asked of
  /// one link, worked out once for a query. Nil where rows may point to several, where something
  /// bounds where an unknown link may lead, or where no number has a plain form.
  /// - Complexity: O(rows) in one pass, without lists of rows.
  func linkPass(_ join: Join, _ measures: [Measure], from relation: Relation) -> LinkPass? {
    guard isLong(join.to) else { return nil }
    return LinkPass(self, join, measures, to: relation.count)
  }
}

/// What one pass over the rows of a relation counts and adds up for the rows that they point to.
struct LinkPass: Sendable {
  let join: Join
  let measures: [Measure]
  /// How many rows are pointed to.
  let count: Int
  /// The sets of each measure; nil for those without a plain form.
  private let bits: [MeasureBits?]
  /// What was counted, by the row that is pointed to.
  private var owners: RowTally
  private let baseUnit: Unit

  /// Of values that are kept one by one, so many may stand at all rows that they may belong to.
  private static let mostListed = 1 << 20

  fileprivate init?(_ engine: Executor, _ join: Join, _ measures: [Measure], to count: Int) {
    let target = engine.dataset.relations[join.to]
    guard case .many(let number) = join.way, target.doubtful == nil,
      count + 2 <= SlotKey.mostSlots
    else { return nil }
    let column = target.columns[number]
    guard case .link(let links) = column.values,
      column.isKnownEverywhere
        || column.candidates.isEmpty && target.schema.fields[number].within == nil
          && (column.unknown & column.none).isEmpty
    else { return nil }
    var compiler = BitCompiler(engine.evaluator(join.to))
    let key = SlotKey(
      links: links, places: Array(1..<count + 1), of: count + 2, column, &compiler.program)
    // A row of which it is not known where it points to may point to any.
    let floating = compiler.program.unknown(of: column)
    let mayList = column.isKnownEverywhere || column.unknown.population * count < Self.mostListed
    var wanted = Wanted()
    bits = measures.map { measure in
      // Of a list that may lack rows it is known how many there are at least, and nothing else.
      guard join.isComplete || measure.kind == .count,
        let bits = compiler.bits(measure, floating: floating),
        mayList || !(bits.summary?.aggregator.listsOptional ?? false)
      else { return nil }
      wanted.add(bits)
      return bits
    }
    guard bits.contains(where: { $0 != nil }) else { return nil }
    (self.join, self.measures, self.count) = (join, measures, count)
    baseUnit = engine.countUnit(join.to)
    let way = AskedColumns(relation: join.to, columns: [number])
    let slots = RowTally(engine, compiler.program, [key], wanted, under: way)
    owners = RowTally(slots.wanted, slots: count)
    owners.add(slots, at: key.ranks.map { $0 <= count ? $0 - 1 : -1 })
    guard floating != BitProgram.none else { return }
    var anywhere = RowTally(slots.wanted, slots: 1)
    anywhere.add(slots, at: key.ranks.map { $0 == count + 1 ? 0 : -1 })
    for owner in 0..<count { owners.add(anywhere, 0, to: owner) }
  }

  /// The figures of a measure; nil where it has no plain form.
  func figures(of measure: Measure) -> LinkFigures? {
    guard let at = measures.firstIndex(of: measure), let bits = bits[at] else { return nil }
    return LinkFigures(count: count, join, measure) {
      bits.figure(owners, $0, measure, baseUnit)
    }
  }

  /// What the figures of a measure prove, without them where each is settled: counts, and sums of
  /// which no value is unknown. Nil where it has no plain form.
  func numbers(of measure: Measure) -> NumberVector? {
    guard let at = measures.firstIndex(of: measure), let bits = bits[at] else { return nil }
    let nowhere = Bitmap(count: count)
    if measure.kind == .count {
      let low = (0..<count).map { Double(owners.count(bits.rows.certain, $0)) }
      let high =
        !join.isComplete
        ? [Double](repeating: .infinity, count: count)
        : bits.rows.certain == bits.rows.possible
          ? low : (0..<count).map { Double(owners.count(bits.rows.possible, $0)) }
      return NumberVector(low: low, high: high, unknown: nowhere, none: nowhere)
    }
    guard let summary = bits.summary, summary.aggregator == .sum,
      summary.missing == BitProgram.none, summary.optional == BitProgram.none
    else { return figures(of: measure)?.numbers }
    let sums = (0..<count).map { owners.sum(summary.certain, summary.numbers, $0).value }
    guard sums.allSatisfy(\.isFinite) else { return figures(of: measure)?.numbers }
    return NumberVector(low: sums, high: sums, unknown: nowhere, none: nowhere)
  }
}

extension Aggregator {
  /// Whether the values of rows that may not belong to it are kept one by one.
  fileprivate var listsOptional: Bool {
    switch self {
    case .average, .median: true
    case .sum, .min, .max: false
    }
  }
}

extension LinkFigures {
  /// What the figures of a list prove, which is complete where other numbers than counts are asked.
  fileprivate init(count: Int, _ join: Join, _ measure: Measure, _ figure: (Int) -> Figure) {
    self.init(count: count)
    let isSum = measure.kind.word == Aggregator.sum.rawValue
    for row in 0..<count {
      var figure = figure(row)
      guard measure.kind != .count else {
        if !join.isComplete { figure.high = nil }
        append(proven: figure)
        continue
      }
      // A mean of rows that are all only possible may not be.
      let isSure = isSum || figure.existence == .certain && figure.known != 0
      if figure.low != nil, isSure, !figure.lacksValues || isSum && measure.isAmount {
        append(proven: figure)
      } else if figure.knownOf == 0 {
        append(empty: figure)
      } else {
        append(open: figure)
      }
    }
  }
}
