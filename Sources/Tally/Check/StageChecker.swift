// The plan of a query as its stages add to it: what they may name, and what they need.

/// Binds the stages of one query, in order.
struct StageChecker {
  var checker: Checker
  /// The plan so far.
  var plan: LogicalPlan
  /// What names mean in the next stage; nil where there are no rows.
  var scope: Scope?
  /// Whether a stage has been added.
  var isFirst = true

  /// Begins with the plan of the query's core.
  init(_ checker: consuming Checker, _ plan: consuming LogicalPlan) {
    scope = StageChecker.scope(of: plan, checker)
    self.checker = checker
    self.plan = plan
  }

  /// What names mean after a query's core; nil where there are no rows.
  private static func scope(of plan: LogicalPlan, _ checker: Checker) -> Scope? {
    if case .figure = plan { return nil }
    var scope: Scope?
    if let set = plan.set {
      scope = Scope(relation: set.relation, schema: checker.schema(set.relation))
    } else if let groups = plan.groups {
      scope = Scope(relation: nil, schema: GroupSchema.schema(groups, in: checker.dataset))
    }
    if case .columns(_, let columns) = plan { scope?.named = columns }
    return scope
  }

  /// The scope of a stage that needs rows or groups.
  func rows(for stage: StageNode) throws(Diagnostic) -> Scope {
    guard let scope else { throw .stageNeedsRows(stage.name, "rows or groups") }
    if plan.groups?.across != nil, ["show", "add"].contains(stage.name.text) {
      throw .columnsOfAcross(stage.name)
    }
    return scope
  }
}

extension LogicalPlan {
  /// The groups below stages.
  var groups: GroupPlan? {
    switch self {
    case .group(let plan): plan
    case .rank(let inner, _, _, _), .keep(let inner, _), .sort(let inner, _, _),
      .limit(let inner, _, _), .columns(let inner, _), .add(let inner, _), .total(let inner):
      inner.groups
    case .figure, .rows, .card, .catalogue, .check, .funnel, .across, .totals, .compare,
      .changes:
      nil
    }
  }

  /// Whether it counts all rows of a relation: no condition leaves any of them open.
  var asksNothing: Bool {
    let measures =
      if case .figure(let measure) = self { [measure] } else {
        groups?.columns.map(\.measure) ?? []
      }
    return !measures.isEmpty
      && measures.allSatisfy { measure in
        if case .scan = measure.set { measure.kind == .count } else { false }
      }
  }

  /// The same plan over settled rows only; nil where there is nothing to settle.
  var settledOnly: LogicalPlan? {
    switch self {
    case .figure(let measure): .figure(measure.settled)
    case .group(let plan): .group(plan.settled)
    case .rows(let set): .rows(.settled(set))
    case .rank(let inner, let value, let count, let isBottom):
      inner.settledOnly.map { .rank($0, by: value, count: count, isBottom: isBottom) }
    case .columns(let inner, let columns): inner.settledOnly.map { .columns($0, columns) }
    case .keep, .sort, .limit, .add, .total, .card, .catalogue, .check, .funnel, .across, .totals,
      .compare, .changes:
      nil
    }
  }
}

extension GroupPlan {
  /// The same over settled rows only: those of each number.
  var settled: GroupPlan {
    var plan = self
    plan.columns = columns.map { NamedMeasure(name: $0.name, measure: $0.measure.settled) }
    return plan
  }
}

extension Measure {
  /// The same over settled rows only.
  var settled: Measure {
    var measure = self
    measure.settledOnly = true
    return measure
  }
}
