// One figure of the linked rows of each row: how many there are, or a number of theirs.

/// A figure for each row of a relation, and what it proves in comparisons and in arithmetic.
struct LinkFigures {
  private(set) var figures: [Figure] = []
  private var low: [Double]
  private var high: [Double]
  private var unknown: Bitmap
  private var none: Bitmap

  /// What the figures prove.
  var numbers: NumberVector {
    NumberVector(low: low, high: high, unknown: unknown, none: none)
  }

  init(count: Int) {
    low = [Double](repeating: 0, count: count)
    high = low
    unknown = Bitmap(count: count)
    none = unknown
  }

  /// A figure whose ends are proven; a missing one is passed by some number.
  mutating func append(proven figure: Figure) {
    low[figures.count] = figure.low ?? -.infinity
    high[figures.count] = figure.high ?? .infinity
    figures.append(figure)
  }

  /// A figure that proves nothing.
  mutating func append(open figure: Figure) {
    unknown[figures.count] = true
    figures.append(figure)
  }

  /// The figure of a row of another relation.
  fileprivate mutating func append(_ other: LinkFigures, _ row: Int) {
    let at = figures.count
    (low[at], high[at]) = (other.low[row], other.high[row])
    if other.unknown[row] { unknown[at] = true }
    if other.none[row] { none[at] = true }
    figures.append(other.figures[row])
  }

  /// What is proven of the figure of one of some rows, whichever it is.
  /// - Parameter model: a figure of its units.
  fileprivate func ofAny(_ rows: [Int], _ model: Figure) -> Figure {
    let isProven = rows.allSatisfy { !unknown[$0] && !none[$0] } && !rows.isEmpty
    let figures = rows.map { self.figures[$0] }
    func end(_ ends: [Double?], _ pick: ([Double]) -> Double?) -> Double? {
      !isProven || ends.contains(nil) ? nil : pick(ends.compactMap(\.self))
    }
    var figure = model
    figure.low = end(figures.map(\.low)) { $0.min() }
    figure.high = end(figures.map(\.high)) { $0.max() }
    figure.base = figures.map(\.base).max() ?? 0
    figure.baseLow = figures.map(\.baseLow).min() ?? 0
    figure.unknown = figure.base
    return figure
  }

  /// A figure of no row that it could be of.
  mutating func append(empty figure: Figure) {
    none[figures.count] = true
    figures.append(figure)
  }
}

extension Executor {
  /// The figures of the rows that each row of a relation is linked to, worked out once for a query.
  /// Rows of a list of another day of which it is not known whether they still held are only
  /// possible.
  /// - Parameter number: which relation of the dataset it is; nil for one that a question made.
  func linkFigures(
    _ join: Join, _ measure: Measure, from relation: Relation, _ number: Int?
  ) -> LinkFigures {
    guard join.hops.isEmpty else { return reached(join, measure, from: relation, number) }
    if let found = linked.figures(join, measure), found.figures.count == relation.count {
      return found
    }
    let figures =
      pass(join, measure, from: relation)?.figures(of: measure)
      ?? shortLinkFigures(join, measure, from: relation)
    linked.keep(figures, join, measure)
    return figures
  }

  /// The pass that counts a measure's rows, and those of all others along the same link.
  private func pass(_ join: Join, _ measure: Measure, from relation: Relation) -> LinkPass? {
    if let found = linked.pass(join, measure), found.count == relation.count { return found }
    let asked = [measure] + linked.asked(join).filter { $0 != measure }
    guard let pass = linkPass(join, asked, from: relation) else { return nil }
    linked.keep(pass)
    return pass
  }

  /// What the figures of linked rows prove, without the figures where that can be.
  func linkNumbers(
    _ join: Join, _ measure: Measure, from relation: Relation, _ number: Int?
  ) -> NumberVector {
    guard !join.hops.isEmpty else {
      return pass(join, measure, from: relation)?.numbers(of: measure)
        ?? linkFigures(join, measure, from: relation, number).numbers
    }
    let way = gather(join.hops, from: relation)
    guard way.unknown.isEmpty, dataset.relations[join.from].count > 0 else {
      return reached(join, measure, from: relation, number).numbers
    }
    var direct = join
    direct.hops = []
    let owners = linkNumbers(direct, measure, from: dataset.relations[join.from], join.from)
    return owners.carried(along: way)
  }

  private func shortLinkFigures(
    _ join: Join, _ measure: Measure, from relation: Relation
  ) -> LinkFigures {
    let input = linkedInput(join, measure)
    return measure.kind == .count
      ? counted(join, input, relation) : measured(join, measure, input, relation)
  }

  /// What a measure of linked rows needs of them.
  func linkedInput(_ join: Join, _ measure: Measure) -> MeasureInput {
    var input = input(of: measure)
    if let doubtful = dataset.relations[join.to].doubtful {
      input.rows.certain = input.rows.certain - doubtful
      input.rows.baseCertain = input.rows.baseCertain - doubtful
    }
    return input
  }

  /// The figures of the rows that each row leads to: `count of county.agreements`. Where it is not
  /// known which row that is, the figure lies between those of all rows.
  private func reached(
    _ join: Join, _ measure: Measure, from relation: Relation, _ number: Int?
  ) -> LinkFigures {
    var direct = join
    direct.hops = []
    let owners = linkFigures(direct, measure, from: dataset.relations[join.from], join.from)
    let way = gather(join.hops, from: relation)
    var nothing = Figure(
      low: nil, high: nil, unknown: 0, base: 0, baseLow: 0, unit: measure.unit,
      baseUnit: countUnit(measure.set.relation))
    let model = nothing
    nothing.existence = .none
    // What is known of where a row may lead bounds its own link, and not one further on.
    let links = join.hops.count > 1 ? nil : backLinks(of: join.hops[0], from: relation, number)
    var bounded: [BackLinks.Bound: Figure] = [:]
    func figure(_ bound: BackLinks.Bound) -> Figure {
      if let found = bounded[bound] { return found }
      let rows = owners.figures.indices.filter { links?.mayReach(bound, $0) ?? true }
      let figure = owners.ofAny(rows, model)
      bounded[bound] = figure
      return figure
    }
    var all = LinkFigures(count: relation.count)
    for row in 0..<relation.count {
      if way.none[row] {
        all.append(empty: nothing)
      } else if way.unknown[row] {
        let figure = figure(links?.bound(of: row) ?? .nothing)
        if figure.low == nil, figure.high == nil {
          all.append(open: figure)
        } else {
          all.append(proven: figure)
        }
      } else {
        all.append(owners, Int(way.rows[row]))
      }
    }
    return all
  }

  /// What bounds the links of rows along a step.
  private func backLinks(of hop: Hop, from relation: Relation, _ number: Int?) -> BackLinks {
    if let number { return backLinks(from: number, hop.column, to: hop.target) }
    let count = dataset.relations[hop.target].count
    return BackLinks(relation.columns[hop.column], to: count, places: nil)
  }

  private func counted(_ join: Join, _ input: MeasureInput, _ relation: Relation) -> LinkFigures {
    let rows = input.rows
    let counts = linkCounts(
      join, certain: rows.certain, possible: rows.possible, from: relation)
    let bases = linkCounts(
      join, certain: rows.baseCertain, possible: rows.basePossible, from: relation)
    var all = LinkFigures(count: relation.count)
    for row in counts.low.indices {
      let (low, high) = (Int(counts.low[row]), Int(counts.high[row]))
      all.append(
        proven: Figure(
          low: Double(low), high: join.isComplete ? Double(high) : nil, unknown: high - low,
          base: Int(bases.high[row]), baseLow: Int(bases.low[row]), unit: input.unit,
          baseUnit: input.baseUnit))
    }
    return all
  }

  /// A number of what linked rows have. Where no row is linked for certain there may be nothing to
  /// make it of, which is no number either way: only a sum is then 0.
  private func measured(
    _ join: Join, _ measure: Measure, _ input: MeasureInput, _ relation: Relation
  ) -> LinkFigures {
    let links = LinkedRows(self, join, from: relation)
    let isSum = input.aggregator == .sum
    var all = LinkFigures(count: relation.count)
    var isStopped = false
    for row in 0..<relation.count {
      if row % Executor.rowsBetweenPolls == 0, !isStopped { isStopped = shouldStop() }
      guard !isStopped else {
        all.append(open: input.figure([], floating: []))
        continue
      }
      var figure = input.figure(links.certain[row], floating: links.floating[row])
      if !join.isComplete { figure.open(keepingLow: isSum && input.isAmount) }
      let isSure =
        isSum
        || links.certain[row].contains { input.rows.certain[$0] && input.numbers?.none[$0] != true }
      if figure.low != nil, isSure, !figure.lacksValues || isSum && input.isAmount {
        all.append(proven: figure)
      } else if join.isComplete, figure.knownOf == 0 {
        all.append(empty: figure)
      } else {
        all.append(open: figure)
      }
    }
    return all
  }
}

extension Executor {
  /// After how many rows that cost much each the host is asked whether to go on: some milliseconds.
  static let rowsBetweenPolls = 128
}

extension Figure {
  /// Takes away what further rows could pass. Where there is no row so far there may still be some.
  mutating func open(keepingLow: Bool) {
    openHigh = keepingLow ? openHigh ?? high : nil
    high = nil
    if !keepingLow { (low, openLow) = (nil, nil) }
    if low == nil, base == 0 || existence == .none { existence = .possible }
  }
}

/// The linked rows of each row of a relation: those that are for certain, and those that may be.
struct LinkedRows {
  private(set) var certain: [[Int]]
  private(set) var floating: [[Int]]

  /// The rows that a way leads to, from each row of the relation that it leaves.
  init(_ engine: Executor, _ join: Join, from relation: Relation) {
    certain = [[Int]](repeating: [], count: relation.count)
    floating = certain
    switch join.way {
    case .one(let column): addTargets(engine, join, relation.columns[column])
    case .many:
      let count = engine.dataset.relations[join.to].count
      addPointing(engine.backLinks(join), count, engine.shouldStop)
    case .pairs(let pairs, let back, let onward):
      let pairs = engine.dataset.relations[pairs]
      addPairs(pairs.columns[back], pairs.columns[onward], engine.dataset.relations[join.to].count)
    }
  }

  private mutating func addTargets(_ engine: Executor, _ join: Join, _ column: Column) {
    guard case .link(let targets) = column.values else { return }
    let links = engine.backLinks(join)
    for row in certain.indices where !column.none[row] {
      if column.isKnown(row) {
        certain[row].append(Int(targets[row]))
      } else {
        floating[row] = (0..<engine.dataset.relations[join.to].count).filter {
          links.mayReach(row, $0)
        }
      }
    }
  }

  /// Each row of an unknown link is held to all that it may point to: after a wish to stop the rest
  /// is left out, and nobody sees what is made of it.
  private mutating func addPointing(
    _ links: BackLinks, _ count: Int, _ shouldStop: () -> Bool
  ) {
    for row in 0..<count {
      if let origin = links.target(row) { certain[origin].append(row) }
    }
    for (at, row) in links.floating.enumerated() {
      if at % Executor.rowsBetweenPolls == 0, shouldStop() { return }
      for origin in floating.indices where links.mayReach(row, origin) {
        floating[origin].append(row)
      }
    }
  }

  /// A pair of which an end is not known may be of each row that this end may be.
  private mutating func addPairs(_ start: Column, _ end: Column, _ count: Int) {
    guard case .link(let from) = start.values, case .link(let to) = end.values else { return }
    func ends(_ column: Column, _ row: Int, _ known: Int32, _ count: Int) -> [Int] {
      guard column.unknown[row] else { return [Int(known)] }
      return column.candidates[row].map { $0.map(Int.init).sorted() } ?? Array(0..<count)
    }
    for pair in to.indices where !start.none[pair] && !end.none[pair] {
      let isKnown = !start.unknown[pair] && !end.unknown[pair]
      for origin in ends(start, pair, from[pair], certain.count) {
        let targets = ends(end, pair, to[pair], count)
        if isKnown { certain[origin] += targets } else { floating[origin] += targets }
      }
    }
  }
}
