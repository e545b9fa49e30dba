// One query from its tree to its plan: the verb lowers, then each stage.

/// Binds queries against a dataset.
enum Binder {
  /// The plan of a query, with warnings and notes.
  static func bind(
    _ query: Query, _ dataset: Dataset, _ source: Source
  ) throws(Diagnostic) -> (plan: QueryPlan, notes: [Diagnostic]) {
    let bound = try stages(query, dataset, source)
    var plan = QueryPlan(
      plan: bound.plan, text: "", possibleQuery: possibleQuery(query, bound.plan, source))
    let end = query.stages.last?.span ?? query.core.span
    plan.question = source.text(query.core.span.joined(end))
    switch query.preface?.text {
    case "why": plan.plan = try funnel(query, bound.plan, source, bound.checker)
    case "cite": plan.isCited = true
    default: break
    }
    return (plan, bound.checker.notes)
  }

  /// What names mean after a query.
  static func scope(
    _ query: Query, _ dataset: Dataset, _ source: Source
  ) throws(Diagnostic) -> Scope? {
    try stages(query, dataset, source).scope
  }

  private static func stages(
    _ query: Query, _ dataset: Dataset, _ source: Source
  ) throws(Diagnostic) -> StageChecker {
    var checker = Checker(dataset, source)
    let verb = Verb.all.first { $0.name == query.core.verb.text }
    guard let verb else { throw .wantsWord(query.core.span) }
    let plan = try verb.lower(query.core, &checker)
    var stages = StageChecker(checker, plan)
    for node in query.stages {
      guard let stage = Stage.all.first(where: { $0.word == node.name.text }) else {
        throw .wantsWord(node.span)
      }
      try stage.lower(node, &stages)
      stages.isFirst = false
    }
    return stages
  }

  /// The query that lists the rows which a list leaves open: its conditions, asked to be unknown.
  /// Empty where the set is more than one relation with conditions.
  private static func possibleQuery(_ query: Query, _ plan: LogicalPlan, _ source: Source) -> String
  {
    guard plan.set != nil, let set = query.core.set else { return "" }
    return SetWords(set, source)?.open ?? ""
  }
}
