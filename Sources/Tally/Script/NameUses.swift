// Where a statement uses names that the script gave: parameters, results, definitions.

/// A use of a name that may have been given a meaning.
enum NameUse {
  /// `$year`.
  case parameter(Name)
  /// The verb of a question about a set, and where the set stands.
  case verb(Name, Span)
  /// `_` as a whole question.
  case question(Name)
  /// `_` as a set.
  case result(Name)
  /// A word at the head of a set.
  case set(Name)
  /// A word, perhaps with values, where a field of a relation may stand.
  case field(Name, [Expr], Span, relation: Int)
}

/// Every such use in a statement, in the order of the text.
struct NameUses {
  private(set) var all: [NameUse] = []
  private let dataset: Dataset
  /// Columns that stages have named: they come before definitions.
  private var named: Set<String> = []

  /// The uses in a query.
  init(_ query: Query, _ dataset: Dataset) {
    self.dataset = dataset
    add(query.core, outer: nil)
    guard !query.stages.isEmpty else { return }
    let rows = NameUses.listed(query.core).flatMap { relation($0, outer: nil) }
    for stage in query.stages {
      for expr in stage.expressions { add(expr, rows) }
      named.formUnion((stage.columns + stage.added).compactMap(\.name?.text))
    }
  }

  /// The uses in what a definition stands for.
  init(_ definition: DefinitionNode, _ dataset: Dataset) {
    self.dataset = dataset
    switch definition.meaning {
    case .set(let set): add(set, outer: nil)
    case .field(let owner, let expr): add(expr, dataset.relation(owner.text))
    }
  }

  /// The set whose rows a question lists, for its stages.
  private static func listed(_ core: Core) -> SetNode? {
    ["list", "top", "bottom"].contains(core.verb.text) ? core.set : nil
  }

  // MARK: Questions

  private mutating func add(_ core: Core, outer: Int?) {
    if core.isResult { all.append(.question(core.verb)) }
    if let set = core.set { all.append(.verb(core.verb, set.span)) }
    let rows = core.set.flatMap { relation($0, outer: outer) }
    if let count = core.condition { add(count, rows) }
    if let set = core.set { add(set, outer: outer) }
    if let place = core.place { add(place) }
    if let period = core.asOf { add(period) }
    if let period = core.from { add(period) }
    if let period = core.to { add(period) }
    for dimension in core.grouping { add(dimension, rows) }
    if let dimension = core.across { add(dimension, rows) }
    // What `changes` is in is a field of the record and never a number.
    if let value = core.measure, Aggregator.named(core.verb.text) != nil { add(value, rows) }
    for measure in core.measures {
      for part in [measure.value, measure.condition].compactMap(\.self) { add(part, rows) }
    }
    if let rank = core.rank { add(rank, rows) }
    for inner in core.inner { add(inner, outer: outer) }
    if let against = core.against { add(against, outer: outer) }
  }

  private mutating func add(_ dimension: DimensionNode, _ rows: Int?) {
    switch dimension {
    case .path(let path): addField(path, rows)
    case .value(let value, _): add(value, rows)
    case .years(let periods, _): for period in periods { add(period) }
    }
  }

  private mutating func add(_ rank: RankKey, _ rows: Int?) {
    switch rank {
    case .column(let column): add(column.value, rows)
    case .count(let term, _): add(term, outer: nil)
    case .aggregate(_, let value, let term, _):
      add(value, relation(term, outer: nil))
      add(term, outer: nil)
    case .share(let expr, let term, _):
      add(expr, relation(term, outer: nil))
      add(term, outer: nil)
    }
  }

  // MARK: Sets

  private mutating func add(_ set: SetNode, outer: Int?) {
    add(set.first, outer: outer)
    for term in set.rest { add(term, outer: outer) }
  }

  private mutating func add(_ term: SetTerm, outer: Int?) {
    switch term.head {
    case .name(let name): all.append(.set(name))
    case .group(let inner): add(inner, outer: outer)
    case .result(let name): all.append(.result(name))
    }
    let rows = relation(term, outer: outer)
    for filter in term.filters {
      switch filter {
      case .places(let places, _): for place in places { add(place) }
      case .asOf(let period): add(period)
      case .with(let quantity): add(quantity.link, rows)
      case .without(let link, _): add(link, rows)
      case .condition(let expr, _): add(expr, rows)
      }
    }
    for inner in term.of { add(inner, outer: outer) }
  }

  private mutating func add(_ link: LinkRef, _ rows: Int?) {
    switch link {
    case .name: break
    case .set(let set): add(set, outer: rows)
    case .through(let name, let inner): add(inner, target(name, rows))
    }
  }

  /// The relation that a link leads to.
  private func relation(_ link: LinkRef, _ outer: Int?) -> Int? {
    switch link {
    case .name(let name): target(name, outer)
    case .set(let set): relation(set, outer: outer)
    case .through(let name, let inner): relation(inner, target(name, outer))
    }
  }

  /// The relation that a word names, perhaps as a link.
  private func target(_ name: Name, _ outer: Int?) -> Int? {
    let schema = outer.map { dataset.relations[$0].schema }
    if let link = schema?.link(name.text) { return dataset.relation(link.target) }
    if let column = schema?.field(name.text), case .link(let to)? = schema?.fields[column].type {
      return dataset.relation(to)
    }
    return dataset.relation(name.text)
  }

  private mutating func add(_ place: Place) {
    if place.kind == .parameter { all.append(.parameter(Name(text: place.text, span: place.span))) }
  }

  private mutating func add(_ period: PeriodNode) {
    if let name = period.parameter { all.append(.parameter(name)) }
  }

  /// The relation of a set's rows, as far as its words say; a link's name leads to its target.
  private func relation(_ set: SetNode, outer: Int?) -> Int? { relation(set.first, outer: outer) }

  private func relation(_ term: SetTerm, outer: Int?) -> Int? {
    switch term.head {
    case .group(let set): return relation(set, outer: outer)
    case .result: return nil
    case .name(let name): return target(name, outer)
    }
  }

  // MARK: Expressions

  private mutating func add(_ expr: Expr, _ rows: Int?) {
    switch expr {
    case .parameter(let name): all.append(.parameter(name))
    case .path(let path): addField(path, rows)
    case .call(let name, let arguments, let span):
      if let rows { all.append(.field(name, arguments, span, relation: rows)) }
      for argument in arguments { add(argument, rows) }
    case .linked(_, let inner, let link, _):
      if let inner { add(inner, relation(link, rows)) }
      add(link, rows)
    case .has(let quantity, _): add(quantity.link, rows)
    case .equal(let a, _, let b):
      add(a, rows)
      // A word on the right of `is` is a value, whatever else it is.
      if case .path = b { return }
      add(b, rows)
    case .member(let a, _, let values, _):
      add(a, rows)
      for value in values { if case .path = value { continue } else { add(value, rows) } }
    case .negative(let inner, _), .state(let inner, _, _, _), .text(let inner, _, _, _),
      .modified(_, let inner, _):
      add(inner, rows)
    case .arithmetic(let a, _, let b), .compare(let a, _, let b):
      add(a, rows)
      add(b, rows)
    case .between(let a, let b, let c): for part in [a, b, c] { add(part, rows) }
    case .junction(_, let parts): for part in parts { add(part, rows) }
    case .literal, .broken: break
    }
  }

  private mutating func addField(_ path: Path, _ rows: Int?) {
    let name = path.first
    guard let rows, path.rest.isEmpty, !named.contains(name.text) else { return }
    all.append(.field(name, [], name.span, relation: rows))
  }
}
