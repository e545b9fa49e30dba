// What a measure counts and adds up, as sets of rows.

/// The sets that a measure's figure is made of.
struct MeasureBits: Sendable {
  var rows: RowBits
  var share: ShareBits?
  var summary: SummaryBits?
}

/// Rows by membership and condition, as `ShareCounts` has them.
struct ShareBits: Sendable {
  var yy, yn, yu, uy, un, uu: BitProgram.Bits
}

/// Rows by whether they have a number to add up.
struct SummaryBits: Sendable {
  var aggregator: Aggregator
  var numbers: Numbers
  /// Members that have one for certain, and rows that may be members and have one.
  var certain, optional: BitProgram.Bits
  /// The optional ones below zero and above.
  var below, above: BitProgram.Bits
  /// Rows that may be members and whose number is not known.
  var missing: BitProgram.Bits
}

/// What is counted and added up in each group of rows; every set once.
struct Wanted: Sendable {
  /// Numbers that are added up, compared or kept for some rows.
  struct Values: Sendable {
    enum Kind: Sendable { case sum, ends, list }
    var kind: Kind
    var bits: BitProgram.Bits
    var numbers: Numbers
  }

  /// A set whose rows are those of another one without those of a third.
  struct Rest: Sendable {
    var bits: BitProgram.Bits
    var whole: BitProgram.Bits
    var part: BitProgram.Bits
  }

  private(set) var counts: [BitProgram.Bits] = []
  private(set) var values: [Values] = []
  /// Sets whose numbers of rows follow from those of others, so that they are not counted.
  private(set) var rests: [Rest] = []

  /// All sets that are counted or whose numbers are added up.
  var bits: [BitProgram.Bits] { counts + values.map(\.bits) }

  /// Whether nothing is wanted but the number of all rows.
  var isAllRows: Bool { counts == [BitProgram.all] && values.isEmpty }

  mutating func count(_ bits: BitProgram.Bits) {
    if bits != BitProgram.none, !counts.contains(bits) { counts.append(bits) }
  }

  /// Leaves out the sets that are all of a counted one but for a counted part of it.
  mutating func derive(_ program: BitProgram) {
    for bits in counts {
      guard case .minus(let whole, let cut) = program.steps[bits], whole != bits,
        let part = counts.first(where: { program.isBoth($0, whole, cut) }), counts.contains(whole)
      else { continue }
      rests.append(Rest(bits: bits, whole: whole, part: part))
    }
    let left = rests.map(\.bits)
    counts.removeAll { left.contains($0) }
  }

  private mutating func want(_ kind: Values.Kind, _ bits: BitProgram.Bits, _ numbers: Numbers) {
    guard bits != BitProgram.none, place(kind, bits, numbers) == nil else { return }
    values.append(Values(kind: kind, bits: bits, numbers: numbers))
  }

  /// Where some values are among those wanted; nil for the values of no rows.
  func place(_ kind: Values.Kind, _ bits: BitProgram.Bits, _ numbers: Numbers) -> Int? {
    values.firstIndex {
      $0.kind == kind && $0.bits == bits && $0.numbers.isSame(as: numbers)
    }
  }

  /// Everything that a measure's figure is made of.
  mutating func add(_ measure: MeasureBits) {
    let rows = measure.rows
    for bits in [rows.certain, rows.possible, rows.baseCertain, rows.basePossible] { count(bits) }
    if let share = measure.share {
      for bits in [share.yy, share.yn, share.yu, share.uy, share.un, share.uu] { count(bits) }
    }
    guard let summary = measure.summary else { return }
    for bits in [summary.certain, summary.optional, summary.missing] { count(bits) }
    switch summary.aggregator {
    case .sum:
      for bits in [summary.certain, summary.below, summary.above] {
        want(.sum, bits, summary.numbers)
      }
    case .average:
      want(.sum, summary.certain, summary.numbers)
      want(.list, summary.optional, summary.numbers)
    case .min, .max:
      want(.ends, summary.certain, summary.numbers)
      want(.ends, summary.optional, summary.numbers)
    case .median:
      want(.list, summary.certain, summary.numbers)
      want(.list, summary.optional, summary.numbers)
    }
  }
}

extension BitCompiler {
  /// The sets of a measure; nil where its numbers are not those of one plain field.
  /// - Parameter floating: rows that may or may not belong to what is measured.
  mutating func bits(
    _ measure: Measure, floating: BitProgram.Bits = BitProgram.none
  ) -> MeasureBits? {
    var rows = bits(measure.set)
    if measure.settledOnly { rows = settled(rows) }
    rows.certain = program.minus(rows.certain, floating)
    rows.baseCertain = program.minus(rows.baseCertain, floating)
    switch measure.kind {
    case .count: return MeasureBits(rows: rows)
    case .share(let condition):
      let truth = bits(condition)
      if measure.settledOnly {
        let isSettled = program.either(truth.yes, truth.no)
        rows.certain = program.both(rows.certain, isSettled)
        rows.possible = program.both(rows.possible, isSettled)
        rows.baseCertain = program.both(rows.baseCertain, isSettled)
        rows.basePossible = program.both(rows.basePossible, isSettled)
      }
      return MeasureBits(rows: rows, share: share(rows, truth))
    case .aggregate(let aggregator, let value):
      guard let summary = summary(aggregator, value, rows) else { return nil }
      return MeasureBits(rows: rows, summary: summary)
    }
  }

  /// The numbers of a field, or of linked rows; nil for others, which are made row by row.
  private func numbers(_ value: Value, _ aggregator: Aggregator) -> Column? {
    switch value {
    case .field(let field):
      return field.hops.isEmpty && field.aspect == nil ? columns[field.column] : nil
    case .linked(let join, let measure):
      // Where they are single numbers, no linked row may belong to several.
      var numbers = engine.linkNumbers(join, measure, from: evaluator.relation, evaluator.number)
      numbers.forgetOpenEnds(unless: aggregator == .sum)
      return Column(
        .number(low: numbers.low, high: numbers.high), unknown: numbers.unknown,
        none: numbers.none)
    case .number, .text, .arithmetic, .call, .bands, .day, .condition: return nil
    }
  }

  private mutating func share(_ rows: RowBits, _ truth: TruthBits) -> ShareBits {
    let open = program.minus(rows.possible, rows.certain)
    let isSettled = program.either(truth.yes, truth.no)
    return ShareBits(
      yy: program.both(rows.certain, truth.yes), yn: program.both(rows.certain, truth.no),
      yu: program.minus(rows.certain, isSettled), uy: program.both(open, truth.yes),
      un: program.both(open, truth.no), uu: program.minus(open, isSettled))
  }

  private mutating func summary(
    _ aggregator: Aggregator, _ value: Value, _ rows: RowBits
  ) -> SummaryBits? {
    guard let column = numbers(value, aggregator),
      case .number(let low, let high) = column.values, low.isSame(as: high)
    else { return nil }
    let unknown = program.unknown(of: column)
    let none = program.none(of: column)
    let open = program.minus(rows.possible, rows.certain)
    let gaps = program.either(unknown, none)
    let optional = program.minus(open, gaps)
    var (below, above) = (BitProgram.none, BitProgram.none)
    if aggregator == .sum, optional != BitProgram.none {
      let test = RowTest.numbers(low, from: -.infinity, to: 0.0.nextDown)
      below = program.both(optional, program.rows(where: test))
      above = program.minus(optional, below)
    }
    return SummaryBits(
      aggregator: aggregator, numbers: low, certain: program.minus(rows.certain, gaps),
      optional: optional, below: below, above: above,
      missing: program.minus(program.both(rows.possible, unknown), none))
  }
}
