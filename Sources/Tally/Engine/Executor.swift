// Plans to answers: sets as bitmaps, then the operators above them.

/// Runs plans over a dataset.
struct Executor: Sendable {
  let dataset: Dataset
  /// Asked between operators; true ends the query.
  let shouldStop: @Sendable () -> Bool
  /// The threads that long scans may use.
  var workers = Workers.alone
  /// From how many rows on a relation is read without lists of rows. Below, sets are kept whole:
  /// a question's figure, notes and sources share them.
  var longFrom = 1 << 16
  /// The most rows that an answer may have; nil for any number.
  var mostRows: Int?
  /// Asks a query that stands in the record; nil where none may be asked.
  var ask: (@Sendable (String) -> Recomputed)?
  /// The sets that this query has evaluated.
  private let evaluated = EvaluatedSets()
  /// The numbers of linked rows that this query asks for, and those that it has worked out.
  let linked = LinkedNumbers()

  init(dataset: Dataset, shouldStop: @escaping @Sendable () -> Bool) {
    self.dataset = dataset
    self.shouldStop = shouldStop
  }

  /// The members of a set. Figures, notes and sources ask for the same one: it is evaluated once.
  func rows(of plan: SetPlan) -> RowSet {
    if let found = evaluated.rows(of: plan) { return found }
    let rows = evaluatedRows(of: plan)
    evaluated.keep(rows, of: plan)
    return rows
  }

  private func evaluatedRows(of plan: SetPlan) -> RowSet {
    var compiler = BitCompiler(evaluator(plan.relation))
    let bits = compiler.bits(plan)
    let maps = compiler.program.bitmaps(
      [bits.certain, bits.possible, bits.baseCertain, bits.basePossible], workers, shouldStop)
    return RowSet(
      certain: maps[0], possible: maps[1], baseCertain: maps[2], basePossible: maps[3])
  }

  /// The same, one set after the other: what `BitCompiler` is held to.
  func plainRows(of plan: SetPlan) -> RowSet {
    switch plan {
    case .scan(let relation): return RowSet(all: dataset.relations[relation].count)
    case .scope(let inner, let condition):
      var rows = plainRows(of: inner)
      rows.scope(evaluator(inner.relation).plainly(condition))
      return rows
    case .filter(let inner, let condition):
      var rows = plainRows(of: inner)
      rows.filter(evaluator(inner.relation).plainly(condition))
      return rows
    case .combine(let operation, let a, let b):
      var rows = plainRows(of: a)
      rows.combine(operation, plainRows(of: b))
      return rows
    case .settled(let inner):
      var rows = plainRows(of: inner)
      rows.keepSettled()
      return rows
    }
  }

  /// Whether a relation is too long for lists of its rows.
  func isLong(_ relation: Int?) -> Bool {
    relation.map { dataset.relations[$0].count >= longFrom } ?? false
  }

  /// Whether groups of a relation's rows are counted by slot: also of fewer rows, for their lists
  /// would serve nothing but the groups.
  func isWorthSlots(_ relation: Int?) -> Bool {
    relation.map { dataset.relations[$0].count >= longFrom / 8 } ?? false
  }

  /// The evaluator of a relation of the dataset.
  func evaluator(_ relation: Int) -> Evaluator {
    Evaluator(engine: self, relation: dataset.relations[relation], number: relation)
  }

  /// The column that a reference ends in.
  func column(_ field: FieldRef, of relation: Relation) -> Column {
    let last = field.hops.last.map { dataset.relations[$0.target] } ?? relation
    return last.columns[field.column]
  }

  /// The rows that a chain of links leads to.
  func gather(_ hops: [Hop], from relation: Relation) -> Gathered {
    if hops.count == 1, let way = Gathered(relation.columns[hops[0].column]) { return way }
    var way = Gathered(
      rows: (0..<relation.count).map(Int32.init), unknown: Bitmap(count: relation.count),
      none: Bitmap(count: relation.count))
    var here = relation
    for hop in hops {
      way = step(way, here.columns[hop.column])
      here = dataset.relations[hop.target]
    }
    return way
  }

  private func step(_ way: Gathered, _ column: Column) -> Gathered {
    guard case .link(let targets) = column.values else { return way }
    var next = way
    for row in way.rows.indices {
      let here = Int(way.rows[row])
      let isReached = !way.unknown[row] && !way.none[row]
      if isReached, column.unknown[here] { next.unknown[row] = true }
      if isReached, column.none[here] { next.none[row] = true }
      // A row that leads nowhere stands for the first one: any number that is in range will do.
      next.rows[row] = next.unknown[row] || next.none[row] ? 0 : targets[here]
    }
    return next
  }

  /// What people call each row of a relation: `Cook County, IL`.
  func keys(of relation: String) -> [String] {
    guard let number = dataset.relation(relation) else { return [] }
    return labels(of: dataset.relations[number])
  }

  /// What people call each row of a relation.
  func labels(of relation: Relation) -> [String] {
    guard let column = relation.column(relation.schema.title),
      case .text(let codes, let texts) = column.values
    else { return [] }
    let names = codes.map { texts[Int($0)] }
    guard let within = relation.schema.within, let link = relation.column(within),
      case .link(let rows) = link.values, let at = relation.schema.field(within),
      case .link(let target) = relation.schema.fields[at].type,
      let outer = dataset.relation(target)
    else { return names }
    let outerNames = labels(of: dataset.relations[outer])
    return names.indices.map { row in
      link.unknown[row] || link.none[row]
        ? names[row] : "\(names[row]), \(outerNames[Int(rows[row])])"
    }
  }
}

/// Why a query ended without an answer.
enum ExecutionError: Error, Equatable {
  /// The host asked to stop.
  case stopped
  /// A table that the query needs does not fit its schema.
  case unreadable(String)
  /// So many columns would stand side by side.
  case tooWide(Int)
  /// The answer has more rows than this many, which are the most that may be.
  case tooLong(Int)
  /// Rows cannot be put into groups.
  case undivided(Undivided)
}

/// Why rows have no groups.
enum Undivided: Error, Equatable {
  /// A key that is an interval in some rows: what it is called, and in how many.
  case imprecise(String, Int)
  /// Rows that may be in so many groups are more than may be kept.
  case tooMany
}
