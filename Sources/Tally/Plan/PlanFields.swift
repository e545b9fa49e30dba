// Which fields and relations a plan uses: for evidence, sources and notes.

/// Collects the fields and relations that parts of a plan read.
struct PlanFields {
  /// Each field with the relation that its way begins at, in the order of first use.
  private(set) var fields: [(relation: Int, field: FieldRef)] = []
  /// The fields among them that are asked of linked rows alone, by their places: what settles those
  /// rows does not settle the rows that the question is about.
  private var ofLinked: [Bool] = []
  /// Whether what is added is asked of linked rows.
  private var isLinked = false
  /// The relations scanned or passed through.
  private(set) var relations: [Int] = []
  /// The relations whose rows are asked, without those only passed through.
  private(set) var scanned: [Int] = []
  /// The ways that conditions go from one relation to another.
  private(set) var joins: [Join] = []
  /// The links at which ways to linked rows begin, each of the relation that it leaves.
  private(set) var starts: [(relation: Int, column: Int)] = []
  /// The linked sets that conditions ask for, each with the way to it.
  private(set) var linked: [(join: Join, set: SetPlan)] = []

  /// Whether a field is reached through links.
  var hasWays: Bool {
    for at in fields.indices where !fields[at].field.hops.isEmpty { return true }
    return false
  }

  /// The links of a relation's rows through which fields and linked rows of others are reached,
  /// each once, in the order of first use.
  func ways(from relation: Int) -> [Int] {
    var found: [Int] = []
    for entry in fields where entry.relation == relation {
      if let hop = entry.field.hops.first { found.addOnce(hop.column) }
    }
    for start in starts where start.relation == relation { found.addOnce(start.column) }
    return found
  }

  /// The answer fields, each once.
  func answers(of relation: Int) -> [FieldRef] {
    var found: [FieldRef] = []
    for at in fields.indices
    where fields[at].relation == relation && fields[at].field.field.isAnswer && !ofLinked[at] {
      found.append(fields[at].field)
    }
    return found
  }

  /// Whether all fields are answers of a relation's own rows, under their own names.
  func isOfOwnAnswers(of relation: Int) -> Bool {
    for at in fields.indices
    where fields[at].relation != relation || !fields[at].field.isOwnAnswer { return false }
    return !fields.isEmpty
  }

  /// The columns of the fields, in their order.
  var columns: [Int] {
    var found: [Int] = []
    found.reserveCapacity(fields.count)
    for at in fields.indices { found.append(fields[at].field.column) }
    return found
  }

  /// The answer fields and what is asked of their grounds: the sources of both are named.
  func grounded(of relation: Int) -> [FieldRef] {
    var found: [FieldRef] = []
    for at in fields.indices
    where fields[at].relation == relation && fields[at].field.isGrounded {
      found.append(fields[at].field)
    }
    return found
  }

  mutating func add(_ set: SetPlan) {
    switch set {
    case .scan(let relation):
      add(relation: relation)
      scanned.addOnce(relation)
    case .scope(let inner, let condition), .filter(let inner, let condition):
      add(inner)
      add(condition, of: inner.relation)
    case .combine(_, let a, let b):
      add(a)
      add(b)
    case .settled(let inner): add(inner)
    }
  }

  mutating func add(_ condition: Condition, of relation: Int) {
    switch condition {
    case .constant, .isRow: break
    case .answer(let field), .leadsTo(let field, _): add(field, of: relation)
    case .order(let a, _, let b), .equal(let a, let b):
      add(a, of: relation)
      add(b, of: relation)
    case .within(let value, _), .before(let value, _), .after(let value, _), .words(let value, _),
      .isKnown(let value), .isNone(let value):
      add(value, of: relation)
    case .isSettled(let inner), .certainly(let inner), .possibly(let inner), .not(let inner):
      add(inner, of: relation)
    case .all(let parts), .any(let parts):
      for part in parts { add(part, of: relation) }
    case .linked(let join, let set, _):
      add(join, from: relation)
      linked.append((join, set))
      let outer = isLinked
      isLinked = true
      add(set)
      isLinked = outer
    }
  }

  mutating func add(_ value: Value, of relation: Int) {
    switch value {
    case .field(let field): add(field, of: relation)
    case .number, .text, .day: break
    case .arithmetic(let a, _, let b):
      add(a, of: relation)
      add(b, of: relation)
    case .call(_, let arguments): for argument in arguments { add(argument, of: relation) }
    case .bands(let inner, _): add(inner, of: relation)
    case .linked(let join, let measure):
      add(join, from: relation)
      linked.append((join, measure.set))
      let outer = isLinked
      isLinked = true
      add(measure)
      isLinked = outer
    case .condition(let condition): add(condition, of: relation)
    }
  }

  mutating func add(_ field: FieldRef, of relation: Int) {
    for at in fields.indices
    where fields[at].relation == relation && fields[at].field.isSame(as: field) {
      if !isLinked { ofLinked[at] = false }
      return
    }
    if fields.isEmpty { fields.reserveCapacity(4) }
    fields.append((relation, field))
    ofLinked.append(isLinked)
    for hop in field.hops { add(relation: hop.target) }
  }

  mutating func add(_ measure: Measure) {
    add(measure.set)
    switch measure.kind {
    case .count: break
    case .share(let condition): add(condition, of: measure.set.relation)
    case .aggregate(_, let value): add(value, of: measure.set.relation)
    }
  }

  /// The same where the fields that its set and condition ask are at hand.
  mutating func add(_ measure: Measure, asked: PlanFields) {
    guard fields.isEmpty, relations.isEmpty else { return add(measure) }
    self = asked
    if case .aggregate(_, let value) = measure.kind { add(value, of: measure.set.relation) }
  }

  /// The measures and keys of groups.
  mutating func add(_ plan: GroupPlan) {
    for column in plan.columns { add(column.measure) }
    add(keysOf: plan)
  }

  /// The keys of groups.
  mutating func add(keysOf plan: GroupPlan) {
    guard let relation = plan.columns.first?.measure.set.relation else { return }
    for key in plan.keys + [plan.across].compactMap(\.self) { add(key.value, of: relation) }
  }

  mutating func add(_ join: Join, from relation: Int) {
    if !joins.contains(join) { joins.append(join) }
    if let hop = join.hops.first { starts.append((relation, hop.column)) }
    for hop in join.hops { add(relation: hop.target) }
    if case .pairs(let pairs, _, _) = join.way { add(relation: pairs) }
  }

  mutating func add(relation: Int) { relations.addOnce(relation) }
}

extension [Int] {
  /// Adds a number unless it is there.
  mutating func addOnce(_ number: Int) {
    if !contains(number) { append(number) }
  }
}

extension Condition {
  /// Whether a row that meets it rests on each answer field in it: it is one, or several joined by
  /// `and`. In `detainers or population > 1_000_000` a row may rest on the other part.
  var restsOnEachAnswer: Bool {
    switch self {
    case .all(let parts): parts.allSatisfy(\.restsOnEachAnswer)
    case .answer: true
    case .not(let inner), .certainly(let inner), .possibly(let inner), .isSettled(let inner):
      inner.isLeaf
    case .any: !hasAnswers
    case .constant, .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow, .isKnown,
      .isNone, .linked:
      true
    }
  }

  private var isLeaf: Bool {
    switch self {
    case .all, .any: !hasAnswers
    case .not(let inner), .certainly(let inner), .possibly(let inner), .isSettled(let inner):
      inner.isLeaf
    case .answer, .constant, .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow,
      .isKnown, .isNone, .linked:
      true
    }
  }

  private var hasAnswers: Bool {
    var fields = PlanFields()
    fields.add(self, of: 0)
    return fields.fields.contains { $0.field.field.isAnswer }
  }
}

extension SetPlan {
  /// Whether each member rests on each answer field that the set's conditions ask.
  var restsOnEachAnswer: Bool {
    switch self {
    case .scan: true
    case .scope(let inner, _), .settled(let inner): inner.restsOnEachAnswer
    case .filter(let inner, let condition):
      inner.restsOnEachAnswer && condition.restsOnEachAnswer
    case .combine(let operation, let a, let b):
      operation == .intersect && a.restsOnEachAnswer && b.restsOnEachAnswer
    }
  }
}

extension Condition {
  /// Whether it is the same for all rows whose own answers are the same.
  var isOfAnswersAlone: Bool {
    switch self {
    case .constant: true
    case .answer(let field): field.hops.isEmpty
    case .isSettled(let inner), .certainly(let inner), .possibly(let inner), .not(let inner):
      inner.isOfAnswersAlone
    case .all(let parts), .any(let parts): parts.allSatisfy(\.isOfAnswersAlone)
    case .order, .equal, .within, .before, .after, .words, .leadsTo, .isRow, .isKnown, .isNone,
      .linked:
      false
    }
  }
}

extension SetPlan {
  /// Whether rows whose own answers are the same are all members or none is.
  var isOfAnswersAlone: Bool {
    switch self {
    case .scan: true
    case .scope(let inner, let condition), .filter(let inner, let condition):
      inner.isOfAnswersAlone && condition.isOfAnswersAlone
    case .combine(_, let a, let b): a.isOfAnswersAlone && b.isOfAnswersAlone
    case .settled(let inner): inner.isOfAnswersAlone
    }
  }
}

extension Measure {
  /// Whether rows whose own answers are the same are alike in it.
  var isOfAnswersAlone: Bool {
    guard case .share(let condition) = kind else { return set.isOfAnswersAlone }
    return set.isOfAnswersAlone && condition.isOfAnswersAlone
  }

  /// Whether each member rests on each answer field that is asked: then its bases can be counted.
  var restsOnAnswersAlone: Bool {
    guard case .share(let condition) = kind else { return set.restsOnEachAnswer }
    return set.restsOnEachAnswer && condition.restsOnEachAnswer
  }

  /// The answer fields that the question asks: those of its own conditions.
  var askedAnswers: [FieldRef] { asked.answers(of: set.relation) }

  /// The same with what is asked of their grounds.
  var askedGrounds: [FieldRef] { asked.grounded(of: set.relation) }

  /// The fields and links that the question asks.
  var asked: PlanFields {
    var fields = PlanFields()
    fields.add(set)
    if case .share(let condition) = kind { fields.add(condition, of: set.relation) }
    return fields
  }
}
