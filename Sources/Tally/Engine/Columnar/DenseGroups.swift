// Groups of plain keys: rows are counted by slot in one pass, and the slots become groups.

/// The figures of each group, without lists of rows.
struct DenseGroups {
  /// The groups, none of which has lists of rows.
  let groups: GroupTable
  let keys: [Column]
  let figures: [FigureColumn]

  /// The groups of a plan; nil where a key or a number has no plain form, or rows may belong to
  /// several groups: `DividedRows` is for those.
  init?(_ engine: Executor, _ plan: GroupPlan) {
    guard plan.across == nil, let relation = plan.columns.first?.measure.set.relation,
      !plan.keys.isEmpty
    else { return nil }
    var compiler = BitCompiler(engine.evaluator(relation))
    var keys: [DenseKey] = []
    var slots = 1
    for key in plan.keys {
      guard let dense = compiler.denseKey(key) else { return nil }
      keys.append(dense)
      slots *= dense.slots.slots
      guard slots <= SlotKey.mostSlots else { return nil }
    }
    var wanted = Wanted()
    var measures: [MeasureBits] = []
    var base = BitProgram.none
    for column in plan.columns {
      guard let bits = compiler.bits(column.measure) else { return nil }
      wanted.add(bits)
      measures.append(bits)
      base = compiler.program.either(base, bits.rows.basePossible)
    }
    wanted.count(base)
    let ways = plan.keys.compactMap(\.value.way)
    let kept =
      ways.count == keys.count
      ? AskedColumns(relation: relation, columns: ways.flatMap(\.self)) : nil
    let tally = RowTally(engine, compiler.program, keys.map(\.slots), wanted, under: kept)
    self.init(engine, plan, keys, measures, tally, base)
  }

  private init(
    _ engine: Executor, _ plan: GroupPlan, _ keys: [DenseKey], _ measures: [MeasureBits],
    _ tally: RowTally, _ base: BitProgram.Bits
  ) {
    // The places of a slot's values as one number, the first key's place the highest; slots of the
    // same places are one group.
    func place(_ slot: Int) -> Int {
      var (rest, place, weight) = (slot, 0, 1)
      for key in keys.reversed() {
        place += key.slots.ranks[rest % key.slots.slots] * weight
        weight *= key.slots.distinct
        rest /= key.slots.slots
      }
      return place
    }
    func places(_ place: Int) -> [Int] {
      var rest = place
      var places: [Int] = []
      for key in keys.reversed() {
        places.append(rest % key.slots.distinct)
        rest /= key.slots.distinct
      }
      return places.reversed()
    }
    let used = (0..<tally.slots).filter { tally.count(base, $0) > 0 }.map { ($0, place($0)) }
    let met = Set(used.map(\.1)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: met.enumerated().map { ($1, $0) })
    let order = met.map(places)
    var groups = RowTally(tally.wanted, slots: order.count + 1)
    for (slot, place) in used {
      groups.add(tally, slot, to: numbers[place] ?? 0)
      groups.add(tally, slot, to: order.count)
    }
    self.groups = GroupTable(
      rows: [], codes: [], keys: order, floating: order.map { _ in [] },
      certain: order.map { _ in true })
    self.keys = keys.enumerated().map { at, key in key.column(order.map { $0[at] }) }
    let baseUnit = engine.countUnit(plan.columns[0].measure.set.relation)
    figures = zip(plan.columns, measures).map { column, bits in
      let wholes = plan.percent.map { DenseWholes($0, bits, groups, order) }
      return FigureColumn(
        field: GroupSchema.figure(column),
        figures: order.indices.map {
          bits.figure(groups, $0, column.measure, baseUnit, of: wholes?.whole(order[$0]))
        },
        whole: bits.figure(groups, order.count, column.measure, baseUnit, of: wholes?.all))
    }
  }
}

/// What percentages are of: how many members the whole has, or each group of one key.
private struct DenseWholes {
  let all: Whole
  private let key: Int?
  private var byPlace: [Int: Whole] = [:]

  init(_ divisor: Divisor, _ bits: MeasureBits, _ groups: RowTally, _ order: [[Int]]) {
    all = bits.whole(groups, order.count)
    guard case .group(let key) = divisor, order.first?.indices.contains(key) ?? false else {
      key = nil
      return
    }
    self.key = key
    for (group, places) in order.enumerated() {
      let own = bits.whole(groups, group)
      byPlace[places[key], default: Whole()].certain += own.certain
      byPlace[places[key], default: Whole()].open += own.open
    }
  }

  func whole(_ places: [Int]) -> Whole {
    guard let key else { return all }
    return byPlace[places[key]] ?? Whole()
  }
}

extension Value {
  /// A field as numbers that no other field has: its links, then its column; nil for other values.
  fileprivate var way: [Int]? {
    guard case .field(let field) = self, field.aspect == nil else { return nil }
    return field.hops.map { -1 - $0.column } + [field.column]
  }
}
