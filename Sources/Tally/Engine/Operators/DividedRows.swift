// Rows divided by values: into groups, and each group into the parts of `across`.

/// The groups of a set and their parts, with the figures of both.
struct DividedRows {
  private let engine: Executor
  private let plan: GroupPlan
  private let inputs: [MeasureInput]
  /// The keys of `by`, then that of `across`.
  private let codes: [KeyCodes]
  /// The groups of `by`.
  let groups: GroupTable
  /// The parts of `across`, and those of each group; nil without `across`.
  private let parts: GroupTable?
  private let cells: GroupTable?

  /// No page shows more columns, and each costs a figure in every row: names of counties across
  /// would be millions.
  static let mostParts = 100

  /// Divides the rows that the measures of a plan are asked of. `known only` may leave each measure
  /// a base of its own: the groups are those of all bases.
  /// - Throws: `ExecutionError.tooWide` for more parts than there may be columns, and
  ///   `ExecutionError.undivided` for values that make no groups.
  init(_ engine: Executor, _ plan: GroupPlan) throws(ExecutionError) {
    let inputs = plan.columns.map { engine.input(of: $0.measure) }
    let relation = plan.columns.first?.measure.set.relation ?? 0
    let evaluator = engine.evaluator(relation)
    let none = Bitmap(count: evaluator.relation.count)
    let base = inputs.reduce(none) { $0 | $1.rows.basePossible }
    var codes: [KeyCodes] = []
    for key in plan.keys + [plan.across].compactMap(\.self) {
      guard !engine.shouldStop() else { throw .stopped }
      codes.append(try evaluator.keyCodes(key, in: base))
    }
    let keys = Array(codes.prefix(plan.keys.count))
    self.engine = engine
    self.plan = plan
    self.inputs = inputs
    self.codes = codes
    groups = try GroupTable(base, by: keys, engine.shouldStop)
    guard plan.across != nil else {
      (parts, cells) = (nil, nil)
      return
    }
    let parts = try GroupTable(base, by: Array(codes.suffix(1)), engine.shouldStop)
    let count = parts.indices.count
    if count > DividedRows.mostParts { throw .tooWide(count) }
    self.parts = parts
    cells = try GroupTable(base, by: codes, engine.shouldStop)
  }

  /// That dates which may be several days are groups of their own, beside the days in them.
  var notes: [String] {
    let unit = engine.countUnit(relation)
    return zip(plan.keys + [plan.across].compactMap(\.self), codes).compactMap { key, codes in
      guard codes.periods > 0 else { return nil }
      let be = codes.periods == 1 ? "is" : "are"
      return "\(key.field.name): \(unit.counted(codes.periods)) \(be) not known to the day; "
        + "a month, a year or a span of days is a group of its own"
    }
  }

  /// The columns of the keys, a row for each group.
  var keys: [Column] {
    plan.keys.enumerated().map { at, key in
      engine.column(key.value, codes[at], at: groups.keys.map { $0[at] }, of: relation)
    }
  }

  /// The figures of the groups, a column for each measure; then those of their parts.
  var figures: [FigureColumn] {
    let pairs = zip(plan.columns, inputs)
    return pairs.map(figures) + pairs.flatMap(figuresOfParts)
  }

  private var relation: Int { plan.columns.first?.measure.set.relation ?? 0 }

  private func figures(_ column: NamedMeasure, _ input: MeasureInput) -> FigureColumn {
    let wholes = wholes(input)
    return FigureColumn(
      field: GroupSchema.figure(column),
      figures: groups.indices.map { group in
        input.figure(
          groups.members(group), floating: groups.floating[group],
          of: wholes?.whole(groups.keys[group]))
      }, whole: input.figure(of: wholes?.all))
  }

  private func figuresOfParts(_ column: NamedMeasure, _ input: MeasureInput) -> [FigureColumn] {
    guard let parts, let cells else { return [] }
    let wholes = wholes(input)
    let cellOfKeys = Dictionary(uniqueKeysWithValues: zip(cells.keys, cells.indices))
    return zip(parts.indices, names(of: parts)).map { part, name in
      var field = GroupSchema.figure(column)
      field.name = plan.columns.count == 1 ? name : "\(column.name) \(name)"
      let figures = groups.keys.map { keys in
        let ranks = keys + parts.keys[part]
        let whole = wholes?.whole(ranks)
        guard let cell = cellOfKeys[ranks] else { return input.figure([], floating: [], of: whole) }
        return input.figure(cells.members(cell), floating: cells.floating[cell], of: whole)
      }
      let unnamed = [Int?](repeating: nil, count: plan.keys.count)
      let whole = input.figure(
        parts.members(part), floating: parts.floating[part],
        of: wholes?.whole(unnamed + parts.keys[part]))
      return FigureColumn(field: field, figures: figures, whole: whole)
    }
  }

  /// What each part is called. Two parts never share a name: a text may read `unknown`.
  private func names(of parts: GroupTable) -> [String] {
    guard let across = plan.across, let codes = codes.last else { return [] }
    let column = engine.column(across.value, codes, at: parts.keys.map { $0[0] }, of: relation)
    let labels = engine.texts(of: column, as: across.field)
    return labels.indices.map { at in
      guard labels[..<at].contains(labels[at]) || labels[(at + 1)...].contains(labels[at]) else {
        return labels[at]
      }
      return column.unknown[at] ? "not known" : column.none[at] ? "does not apply" : labels[at]
    }
  }

  private func wholes(_ input: MeasureInput) -> Wholes? {
    plan.percent.map { Wholes(input, $0, codes) }
  }
}

/// What percentages are of: how many members the whole has, or each group of one key.
private struct Wholes {
  let all: Whole
  private let key: Int?
  private let byRank: [Whole]

  init(_ input: MeasureInput, _ divisor: Divisor, _ codes: [KeyCodes]) {
    all = input.whole
    guard case .group(let key) = divisor, codes.indices.contains(key) else {
      (self.key, byRank) = (nil, [])
      return
    }
    var members = [[Int]](repeating: [], count: codes[key].distinct)
    for (row, rank) in codes[key].ranks.enumerated() { members[rank].append(row) }
    self.key = key
    byRank = members.map { input.whole($0) }
  }

  /// The whole of what has some values of the keys; a key that has none is not asked.
  func whole(_ ranks: [Int?]) -> Whole {
    guard let key, ranks.indices.contains(key), let rank = ranks[key] else { return all }
    return byRank[rank]
  }
}
