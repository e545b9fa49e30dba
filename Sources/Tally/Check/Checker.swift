// Trees to plans: names, types, places and dates resolved against the dataset.

/// Binds one statement. Each function throws the statement's first mistake; warnings and notes are
/// collected.
struct Checker {
  let dataset: Dataset
  let source: Source
  /// Warnings and notes of the statement.
  private(set) var notes: [Diagnostic] = []
  /// The link that a bracketed set's first word may name, and the relation that it leads to.
  private var alias: (name: String, relation: Int)?

  /// Where the query says its date; nil where it does not.
  let dateSpan: Span?

  init(_ dataset: Dataset, _ source: Source, dateSpan: Span? = nil) {
    self.dataset = dataset
    self.source = source
    self.dateSpan = dateSpan
  }

  /// The column that `add` is making; nil elsewhere.
  var making: ColumnInMaking?

  /// The texts of fields in small letters, for the words that are compared with them.
  var smallTexts: [String: Set<String>] = [:]

  /// Collects a warning or a note, each once: the measures of a table share a set.
  mutating func note(_ diagnostic: Diagnostic) {
    if !notes.contains(diagnostic) { notes.append(diagnostic) }
  }

  // MARK: Sets

  /// The plan of a set.
  mutating func set(_ node: SetNode) throws(Diagnostic) -> SetPlan {
    var plan = try term(node.first)
    for other in node.rest {
      let right = try term(other)
      guard right.relation == plan.relation else {
        throw .differentThings(
          other.span, schema(plan.relation).name, schema(right.relation).name)
      }
      if let joins = node.joins { plan = .combine(joins, plan, right) }
    }
    return plan
  }

  /// The plan of a set with its filters.
  mutating func term(_ term: SetTerm) throws(Diagnostic) -> SetPlan {
    var plan = try head(term)
    for (index, filter) in term.filters.enumerated() {
      plan = try apply(filter, at: index, of: term, to: plan)
    }
    for inner in term.of {
      let set = try self.term(inner)
      let join = try join(from: plan.relation, to: set.relation, at: inner.span)
      plan = .scope(plan, .linked(join, set, .any))
    }
    return plan
  }

  private mutating func head(_ term: SetTerm) throws(Diagnostic) -> SetPlan {
    switch term.head {
    case .group(let set): return try self.set(set)
    case .result(let name): throw .noResultYet(name.span)
    case .name(let name):
      if let alias, alias.name == name.text { return .scan(alias.relation) }
      if let relation = dataset.relation(name.text) {
        try checkTiming(of: relation, at: name.span)
        return .scan(relation)
      }
      throw unknownRelation(name, term)
    }
  }

  private mutating func apply(
    _ filter: Filter, at index: Int, of term: SetTerm, to plan: SetPlan
  ) throws(Diagnostic) -> SetPlan {
    let relation = plan.relation
    switch filter {
    case .places(let places, _):
      return .scope(plan, try within(places, relation))
    case .asOf:
      // The dataset is at this day already: see `QueryDate`.
      return plan
    case .with(let quantity):
      return .filter(plan, try linked(quantity, from: relation))
    case .without(let link, _):
      let condition = try linked(link, LinkCount(least: 0, most: 0), from: relation)
      return .filter(plan, condition)
    case .condition(let expr, _):
      let scope = Scope(relation: relation, schema: schema(relation))
      do throws(Diagnostic) {
        return .filter(plan, try condition(expr, scope))
      } catch {
        throw betterAdvice(error, at: index, of: term, relation: relation)
      }
    }
  }

  // MARK: Links

  /// The condition that enough linked rows belong to a set.
  mutating func linked(_ quantity: Quantity, from relation: Int) throws(Diagnostic) -> Condition {
    let count =
      switch quantity.bound {
      case .atLeast: LinkCount(least: quantity.count, most: nil)
      case .moreThan where quantity.count == .max: LinkCount(least: .max, most: 0)
      case .moreThan: LinkCount(least: quantity.count + 1, most: nil)
      case .atMost: LinkCount(least: 0, most: quantity.count)
      case .exactly: LinkCount(least: quantity.count, most: quantity.count)
      }
    return try linked(quantity.link, count, from: relation)
  }

  private mutating func linked(
    _ link: LinkRef, _ count: LinkCount, from relation: Int
  ) throws(Diagnostic) -> Condition {
    let (join, set) = try linkedSet(link, from: relation)
    guard !join.hops.isEmpty else { return .linked(join, set, count) }
    let number = Value.linked(
      join, Measure(kind: .count, set: set, unit: countUnit(set.relation)))
    // Where the link leads nowhere there is no number, and none of the linked rows.
    let least = Condition.order(number, .atLeast, .number(Double(count.least)))
    guard let most = count.most else { return least }
    let fewer = Condition.not(.order(number, .more, .number(Double(most))))
    return count.least == 0 ? fewer : .all([least, fewer])
  }

  /// The way to the rows that a link names, and those of them that are meant.
  mutating func linkedSet(
    _ link: LinkRef, from relation: Int
  ) throws(Diagnostic) -> (join: Join, set: SetPlan) {
    switch link {
    case .through(let name, let inner):
      let hop = try hop(name, from: relation)
      var (join, set) = try linkedSet(inner, from: hop.target)
      join.hops.insert(hop, at: 0)
      return (join, set)
    case .name(let name):
      let join = try join(from: relation, named: name)
      try checkTiming(of: join.to, at: name.span)
      return (join, .scan(join.to))
    case .set(let set):
      let word = set.first.head.relation
      guard let named = findJoin(from: relation, named: word) else {
        let plan = try self.set(set)
        let join = try join(from: relation, to: plan.relation, at: set.span)
        return (join, plan)
      }
      try checkTiming(of: named.to, at: set.first.span)
      let outer = alias
      alias = (word, named.to)
      defer { alias = outer }
      return (named, try self.set(set))
    }
  }

  private func join(from relation: Int, named name: Name) throws(Diagnostic) -> Join {
    if let join = findJoin(from: relation, named: name.text) { return join }
    if let target = dataset.relation(name.text) {
      return try join(from: relation, to: target, at: name.span)
    }
    let schema = schema(relation)
    throw .unknownLink(
      name, schema.name, links: schema.links.map(\.name),
      isField: schema.field(name.text) != nil)
  }

  /// The way of a link's name: a to-many link, or a to-one link field.
  func findJoin(from relation: Int, named name: String) -> Join? {
    let schema = schema(relation)
    if let link = schema.link(name) { return join(relation, link) }
    guard let column = schema.field(name), case .link(let target) = schema.fields[column].type,
      let to = dataset.relation(target)
    else { return nil }
    return Join(from: relation, to: to, way: .one(column: column), isComplete: true)
  }

  private func join(_ relation: Int, _ link: Link) -> Join? {
    dataset.join(link, from: relation)
  }

  /// The way from one relation to another: its link field, or else its first link there.
  func join(from relation: Int, to target: Int, at span: Span) throws(Diagnostic) -> Join {
    let schema = schema(relation)
    let wanted = self.schema(target).name
    if let field = schema.fields.first(where: { $0.type == .link(to: wanted) }),
      let join = findJoin(from: relation, named: field.name)
    {
      return join
    }
    if let link = schema.links.first(where: { $0.target == wanted }),
      let join = join(relation, link)
    {
      return join
    }
    throw .noLink(
      span, schema.name, wanted, help: linkAdvice(schema, self.schema(target)))
  }

  /// What a relation is.
  func schema(_ relation: Int) -> RelationSchema { dataset.relations[relation].schema }
}

/// What the names in an expression may mean: the fields of a relation, or of groups.
struct Scope {
  /// The relation's number; nil for groups.
  var relation: Int?
  var schema: RelationSchema
  /// Columns that stages have named; they come before fields.
  var named: [OutputColumn] = []
}
