// Plans made cheaper without changing their answers: a list of rules.

/// A rewrite of a plan that keeps its answer. One file in `Rules/` and one word in `all`.
struct OptimizerRule: Sendable {
  /// Its name, for tests and for reading a plan.
  let name: String
  /// The plan, rewritten at its root only; the optimizer walks the tree. Nil for a rule of sets.
  let rewrite: (@Sendable (LogicalPlan) -> LogicalPlan)?
  /// A set, rewritten at its root only; nil for a rule that leaves sets as they are.
  let rewriteSet: (@Sendable (SetPlan) -> SetPlan)?

  init(
    name: String, rewrite: (@Sendable (LogicalPlan) -> LogicalPlan)? = nil,
    rewriteSet: (@Sendable (SetPlan) -> SetPlan)? = nil
  ) {
    self.name = name
    self.rewrite = rewrite
    self.rewriteSet = rewriteSet
  }

  /// Every rule, in the order that they are applied.
  static let all: [OptimizerRule] = [.mergeFilters, .pushNot, .topRows]
}

/// Applies every rule once, from the leaves up.
enum Optimizer {
  /// The plan with every rule applied.
  static func optimized(_ plan: LogicalPlan) -> LogicalPlan {
    if case .figure(let measure) = plan { return optimized(measure) }
    var plan = plan
    for rule in OptimizerRule.all { plan = apply(rule, to: plan) }
    return plan
  }

  /// One figure is the usual question: its plan is made once for all rules.
  private static func optimized(_ measure: Measure) -> LogicalPlan {
    let rules = OptimizerRule.all
    var measure = measure
    for at in rules.indices where rules[at].rewriteSet != nil {
      measure.set = apply(rules[at], to: measure.set)
    }
    var plan = LogicalPlan.figure(measure)
    for at in rules.indices { if let rewrite = rules[at].rewrite { plan = rewrite(plan) } }
    return plan
  }

  private static func apply(_ rule: OptimizerRule, to plan: LogicalPlan) -> LogicalPlan {
    if case .figure(let measure) = plan {
      // One figure is the usual question: a rule of anything else leaves it as it is.
      let found = rule.rewriteSet == nil ? plan : .figure(apply(rule, to: measure))
      return rule.rewrite?(found) ?? found
    }
    func inside(_ inner: LogicalPlan) -> LogicalPlan { apply(rule, to: inner) }
    func within(_ set: SetPlan) -> SetPlan { apply(rule, to: set) }
    func measured(_ measure: Measure) -> Measure { apply(rule, to: measure) }
    func grouped(_ plan: GroupPlan) -> GroupPlan {
      var plan = plan
      for at in plan.columns.indices {
        plan.columns[at].measure = measured(plan.columns[at].measure)
      }
      if case .rows(of: let set, let join) = plan.grouping {
        plan.grouping = .rows(of: within(set), join)
      }
      return plan
    }
    let walked: LogicalPlan =
      switch plan {
      case .figure(let measure): .figure(measured(measure))
      case .group(let plan): .group(grouped(plan))
      case .across(let columns, let place):
        .across(
          columns.map { DatedPlan(label: $0.label, day: $0.day, plan: inside($0.plan)) },
          place: place)
      case .compare(let plan): .compare(plan.rewritten(inside))
      case .changes(let plan): .changes(plan.rewritten(within))
      case .rows(let set): .rows(within(set))
      case .rank(let inner, let value, let count, let isBottom):
        .rank(inside(inner), by: value, count: count, isBottom: isBottom)
      case .keep(let inner, let condition): .keep(inside(inner), condition)
      case .sort(let inner, let orders, let first): .sort(inside(inner), orders, first: first)
      case .limit(let inner, let skip, let take): .limit(inside(inner), skip: skip, take: take)
      case .columns(let inner, let columns): .columns(inside(inner), columns)
      case .add(let inner, let columns): .add(inside(inner), columns)
      case .total(let inner): .total(inside(inner))
      case .card, .catalogue, .check, .funnel, .totals: plan
      }
    return rule.rewrite?(walked) ?? walked
  }

  private static func apply(_ rule: OptimizerRule, to measure: Measure) -> Measure {
    var measure = measure
    measure.set = apply(rule, to: measure.set)
    return measure
  }

  private static func apply(_ rule: OptimizerRule, to set: SetPlan) -> SetPlan {
    guard let rewrite = rule.rewriteSet else { return set }
    let walked: SetPlan =
      switch set {
      case .scan: set
      case .filter(.scan, _): set
      case .scope(let inner, let condition): .scope(apply(rule, to: inner), condition)
      case .filter(let inner, let condition): .filter(apply(rule, to: inner), condition)
      case .combine(let operation, let a, let b):
        .combine(operation, apply(rule, to: a), apply(rule, to: b))
      case .settled(let inner): .settled(apply(rule, to: inner))
      }
    return rewrite(walked)
  }
}
