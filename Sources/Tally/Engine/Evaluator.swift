// Conditions over the rows of one relation: a batch at a time, never a row at a time.

/// Evaluates bound conditions and values over all rows of a relation.
struct Evaluator {
  let engine: Executor
  let relation: Relation
  /// The relation's number in the dataset; nil for rows that a query made.
  let number: Int?

  /// The rows where a condition is yes, and where it is no.
  func map(_ condition: Condition) -> TruthMap {
    var compiler = BitCompiler(self)
    let bits = compiler.bits(condition)
    let maps = compiler.program.bitmaps([bits.yes, bits.no], engine.workers, engine.shouldStop)
    return TruthMap(yes: maps[0], no: maps[1])
  }

  /// The same, each part evaluated as a whole: what `BitCompiler` is held to, and its way for
  /// conditions that have no plain form.
  func plainly(_ condition: Condition) -> TruthMap {
    switch condition {
    case .constant(let value): TruthMap(value, count: relation.count)
    case .answer(let field): answers(field)
    case .order(let a, let order, let b): ordered(numbers(a), order, numbers(b))
    case .equal(let a, let b): equal(numbers(a), numbers(b))
    case .within(let value, let period):
      !(dated(value) { _, last in
        last < period.first.number
      } no: { first, _ in
        first >= period.first.number
      })
        & !(dated(value) { first, _ in
          first > period.last.number
        } no: { _, last in
          last <= period.last.number
        }) & !isNone(value)
    case .before(let value, let period):
      (dated(value) { _, last in
        last < period.first.number
      } no: { first, _ in
        first >= period.first.number
      })
    case .after(let value, let period):
      (dated(value) { first, _ in
        first > period.last.number
      } no: { _, last in
        last <= period.last.number
      })
    case .words(let value, let predicate): words(texts(value), predicate)
    case .leadsTo(let field, let rows): leads(field, to: Set(rows.map(Int32.init)))
    case .isRow(let rows): isRow(rows)
    case .isKnown(let value): TruthMap(exactly: known(value))
    case .isNone(let value): isNone(value)
    case .isSettled(let inner): TruthMap(exactly: plainly(inner).settled)
    case .certainly(let inner): TruthMap(exactly: plainly(inner).yes)
    case .possibly(let inner): TruthMap(exactly: ~plainly(inner).no)
    case .not(let inner): !plainly(inner)
    case .all(let parts):
      parts.reduce(TruthMap(true, count: relation.count)) { $0 & plainly($1) }
    case .any(let parts):
      parts.reduce(TruthMap(false, count: relation.count)) { $0 | plainly($1) }
    case .linked(let join, let set, let count): linked(join, set, count)
    }
  }

  // MARK: Leaves

  private func answers(_ field: FieldRef) -> TruthMap {
    let column = engine.column(field, of: relation)
    guard case .answer(let codes, let grounds) = column.values else {
      return TruthMap(false, count: relation.count)
    }
    let isYes = grounds.map { $0.value == .yes }
    let isNo = grounds.map { $0.value == .no }
    let map = TruthMap(
      yes: Bitmap(count: codes.count) { isYes[Int(codes[$0])] },
      no: Bitmap(count: codes.count) { isNo[Int(codes[$0])] })
    return through(field, map)
  }

  /// A map over the rows that a field's links lead to, brought back to this relation's rows:
  /// unknown where the way is unknown, no where it does not apply.
  private func through(_ field: FieldRef, _ map: TruthMap) -> TruthMap {
    guard !field.hops.isEmpty else { return map }
    let way = engine.gather(field.hops, from: relation)
    let reached = ~(way.unknown | way.none)
    let yes = Bitmap(count: relation.count) { reached[$0] && map.yes[Int(way.rows[$0])] }
    let no = Bitmap(count: relation.count) { reached[$0] && map.no[Int(way.rows[$0])] }
    return TruthMap(yes: yes, no: no | way.none)
  }

  private func ordered(_ a: NumberVector, _ order: Expr.Order, _ b: NumberVector) -> TruthMap {
    let none = a.none | b.none
    let known = ~(a.unknown | b.unknown | none)
    func holds(_ order: Expr.Order) -> Bitmap {
      switch order {
      case .less: Bitmap(count: relation.count) { a.high[$0] < b.low[$0] }
      case .atMost: Bitmap(count: relation.count) { a.high[$0] <= b.low[$0] }
      case .more: Bitmap(count: relation.count) { a.low[$0] > b.high[$0] }
      case .atLeast: Bitmap(count: relation.count) { a.low[$0] >= b.high[$0] }
      }
    }
    return TruthMap(yes: holds(order) & known, no: (holds(order.opposite) & known) | none)
  }

  private func equal(_ a: NumberVector, _ b: NumberVector) -> TruthMap {
    let none = a.none | b.none
    let known = ~(a.unknown | b.unknown | none)
    let yes = Bitmap(count: relation.count) {
      a.low[$0] == a.high[$0] && b.low[$0] == b.high[$0] && a.low[$0] == b.low[$0]
    }
    let no = Bitmap(count: relation.count) { a.high[$0] < b.low[$0] || a.low[$0] > b.high[$0] }
    return TruthMap(yes: yes & known, no: (no & known) | none)
  }

  private func dated(
    _ value: Value, _ yes: (Int32, Int32) -> Bool, no: (Int32, Int32) -> Bool
  ) -> TruthMap {
    let dates = dates(value)
    let known = ~(dates.unknown | dates.none)
    let isYes = Bitmap(count: relation.count) { yes(dates.first[$0], dates.last[$0]) }
    let isNo = Bitmap(count: relation.count) { no(dates.first[$0], dates.last[$0]) }
    return TruthMap(yes: isYes & known, no: (isNo & known) | dates.none)
  }

  /// A predicate is asked once for each distinct text.
  private func words(_ texts: TextVector, _ predicate: TextPredicate) -> TruthMap {
    let accepted = texts.texts.map { predicate.accepts($0) }
    let known = ~(texts.unknown | texts.none)
    let yes = Bitmap(count: relation.count) {
      known[$0] && accepted[Int(texts.codes[$0])]
    }
    return TruthMap(yes: yes, no: (known - yes) | texts.none)
  }

  /// A link that is not known leads to none of the rows where its place excludes them all.
  private func leads(_ field: FieldRef, to rows: Set<Int32>) -> TruthMap {
    let column = engine.column(field, of: relation)
    guard case .link(let targets) = column.values else {
      return TruthMap(false, count: relation.count)
    }
    let known = ~(column.unknown | column.none)
    let yes = Bitmap(count: targets.count) { known[$0] && rows.contains(targets[$0]) }
    var no = (known - yes) | column.none
    if let links = backLinks(field) {
      var wanted = Bitmap(count: links.count)
      for row in rows { wanted[Int(row)] = true }
      no =
        no | (column.unknown - Bitmap(count: targets.count, of: links.floating(reaching: wanted)))
    }
    return through(field, TruthMap(yes: yes, no: no))
  }

  private func backLinks(_ field: FieldRef) -> BackLinks? {
    guard let own = field.hops.last?.target ?? number, field.field.within != nil,
      case .link(let target) = field.field.type, let other = engine.dataset.relation(target)
    else { return nil }
    return engine.backLinks(from: own, field.column, to: other)
  }

  private func isRow(_ rows: [Int]) -> TruthMap {
    TruthMap(exactly: Bitmap(count: relation.count, of: rows))
  }

  /// Where a value is known. A number of linked rows is known where it is one number; a field whose
  /// value is given imprecisely is known.
  private func known(_ value: Value) -> Bitmap {
    guard value.countsLinks else { return ~missing(value).unknown }
    let numbers = numbers(value)
    let isExact = Bitmap(count: relation.count) { numbers.low[$0] == numbers.high[$0] }
    return (isExact - numbers.unknown) | numbers.none
  }

  private func isNone(_ value: Value) -> TruthMap {
    let (unknown, none) = missing(value)
    return TruthMap(exactly: none - unknown)
  }

  // MARK: Links

  /// Counts the linked rows of each row: at least the certain ones, at most the possible ones, and
  /// without bound where the list of them is not complete.
  private func linked(_ join: Join, _ set: SetPlan, _ count: LinkCount) -> TruthMap {
    let members = engine.rows(of: set)
    let counts = engine.linkCounts(
      join, certain: members.certain, possible: members.possible, from: relation)
    let most = count.most ?? .max
    let yes = Bitmap(count: relation.count) {
      counts.low[$0] >= count.least
        && (most == .max || (join.isComplete && counts.high[$0] <= most))
    }
    let no = Bitmap(count: relation.count) {
      counts.low[$0] > most || (join.isComplete && counts.high[$0] < count.least)
    }
    return TruthMap(yes: yes, no: no)
  }
}
